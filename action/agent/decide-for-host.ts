import { type PrivateKey, standingOf } from "../../core/index.ts";
import type { Judged } from "../orders/judge-sources.ts";
import type { OrderSession } from "../orders/order-session.ts";
import { decideBy, holdingsOf } from "../orders/prepare.ts";
import type { Prepared } from "../orders/prepared.ts";
import type { Problem } from "../problem.ts";
import { type KeyPlaces, pendingKey, readKey } from "./key-files.ts";

/** What is to be done on this host, and for which key. */
export interface HostDecision {
  readonly prepared: Prepared;
  readonly key: PrivateKey;
  /** The key lies in its place already, so that delivering brings nothing new. */
  readonly isInPlace: boolean;
}

interface Host {
  readonly session: OrderSession;
  readonly places: KeyPlaces;
  readonly makeKey: Parameters<typeof pendingKey>[1];
  readonly judge: (key: PrivateKey) => Judged;
  /** Nothing was ever ordered for this directory: an order like this one is another's. */
  readonly isNew: boolean;
}

/**
 * Decides by the key that lies here and by what SCM holds for it. As long as its certificate serves, nothing is made. A new
 * certificate gets a new key, also in a renewal; the key of an order under way is kept until that order is delivered.
 */
export async function decideForHost(host: Host): Promise<HostDecision> {
  const current = await readKey(host.places.current, host.session.step.log);
  const held = current === null ? null : await prepare(host, current);
  if (held !== null && staysInPlace(held)) return { ...held, isInPlace: true };
  const made = await pendingKey(host.places, host.makeKey, host.session.step);
  const next = await prepare(host, made);
  // What is renewed is the certificate of the key before; what is asked for is one for the key after.
  if (held?.prepared.decision?.act !== "renew" || next.prepared.decision?.act !== "enroll") return next;
  const { decision, holdings } = held.prepared;
  return { ...next, prepared: { ...next.prepared, decision, holdings } };
}

/** The certificate that lies here serves on, whether all is well or a person has to decide about its successor. */
function staysInPlace({ prepared: { decision, holdings } }: HostDecision): boolean {
  if (decision?.act !== "keep" && decision?.act !== "hold") return false;
  return holdings?.valid.some(({ serves }) => serves) ?? false;
}

async function prepare(host: Host, key: PrivateKey): Promise<HostDecision> {
  return { key, isInPlace: false, prepared: await decideFor(host, host.judge(key)) };
}

async function decideFor({ session, isNew }: Host, judged: Judged): Promise<Prepared> {
  const { request, problems } = judged;
  if (request === null || problems.some(({ severity }) => severity === "error"))
    return { ...judged, decision: null, holdings: null };
  const holdings = await holdingsOf(request, session, { signal: session.step.signal });
  const decision = decideBy(holdings, request, session);
  const living = holdings.line.find(({ status }) => ["pending", "issued"].includes(standingOf(status)));
  const isOthers = isNew && (decision.act === "enroll" || decision.act === "adopt") && living !== undefined;
  if (!isOthers) return { ...judged, decision, holdings };
  return { ...judged, problems: [...problems, refuseOthers(living.sslId)], decision: null, holdings };
}

/** To take it over would have it reissued for a key of this directory, and its server would serve what ends. */
function refuseOthers(sslId: number): Problem {
  return {
    severity: "error",
    path: null,
    summary: `Certificate ${sslId} was ordered for a host of this name, and not for this directory`,
    detail:
      "If another directory or host serves it, give this step an order-key of its own. If it was this directory, and it was " +
      "emptied since, put its files back; or revoke that certificate, then run again. Nothing was ordered.",
  };
}
