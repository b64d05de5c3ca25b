import { readComments } from "../../core/index.ts";
import type { SslTruth } from "../fake-scm/truth.ts";

type Order = Pick<SslTruth, "sslId" | "status" | "comments" | "renewed" | "renews">;

interface Known {
  /** Ids that stood at the look before. */
  readonly seen: ReadonlySet<number>;
  /** Ids that only the neighbouring state holds. One that no state holds counts for the first state. */
  readonly ofNeighbour: ReadonlySet<number>;
}

/**
 * Live orders that there should be no more than one of. For one request there is one certificate and at most one order on its
 * way: SCM may call the one renewed only when both are issued.
 *
 * - One state never has two of a kind with one marker.
 * - Nothing is enrolled beside a live order of that marker, whichever state has it.
 *
 * Two states may still have one each. They began with different requests, each paid for its own, and both were changed to the
 * same request later: SCM reissues each certificate under its id, at no cost, and the marker moves along. To take the other
 * one over in place of a reissue would strip the state that serves with it.
 * @param orders those that live, without those of strangers
 * @returns one text for each, with its id
 */
export function ordersInExcess(orders: readonly Order[], { seen, ofNeighbour }: Known): readonly string[] {
  const marked = orders
    .filter(({ renewed }) => !renewed)
    .map((order) => ({ ...order, kind: kindOf(order) }))
    .filter(({ kind }) => kind !== null);
  const inExcess = marked.filter(({ sslId, kind, renews }) => {
    const others = marked.filter((other) => other.sslId !== sslId && other.kind === kind);
    const isEnrolledNow = renews === null && !seen.has(sslId);
    return others.some((other) => isEnrolledNow || ofNeighbour.has(other.sslId) === ofNeighbour.has(sslId));
  });
  return inExcess.map(({ sslId, kind }) => `${sslId}: ${kind}`);
}

function kindOf({ comments, status }: Order): string | null {
  const { tag } = readComments(comments);
  return tag && `${tag.marker} ${status === "Issued" ? "issued" : "on its way"}`;
}
