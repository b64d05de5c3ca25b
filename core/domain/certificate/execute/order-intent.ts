import { StateError } from "../../../base/errors.ts";
import { quoted } from "../../../base/text.ts";
import { type Csr, readCsr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import { sameKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { CertificateOrder } from "../certificate-order.ts";
import type { CandidateRules } from "../judge/judge-candidates.ts";
import { collect } from "../observe/collect.ts";
import { findOrders, type OrderPlace } from "../observe/find-orders.ts";
import { ownRequester } from "../observe/own-requester.ts";
import { markersOf, type OrderMarkers, type OrderOrigin } from "../order-tag.ts";
import type { OrderContext, OrderNotice } from "./order-context.ts";

export interface OrderOnceRequest {
  /** `comments` are the user's own words; our lines are added here. */
  readonly order: CertificateOrder;
  readonly origin: OrderOrigin;
  readonly orderKey: string | null;
  /** `given`: the CSR is the user's, the same at every run. `made`: its key was made for this very order. */
  readonly key: "given" | "made";
  readonly adoptWithinMs: number;
  /** The caller knows that no other place serves with what it ordered: one for a lost key is taken over too, and reissued. */
  readonly reissues?: boolean | undefined;
  /** The order may stay behind unfinished and is to be taken over by the next run, however late. */
  readonly isLeft?: boolean | undefined;
  /** The caller's own, from an order before this one, so that all it holds are in the same hands; else one is made. */
  readonly nonce?: string | null | undefined;
  /** Others renewed what bears the caller's claim, so that theirs may bear a copy of it: it proves nothing then. */
  readonly isClaimCopied?: boolean | undefined;
  /** Ids that the caller holds already; they are never candidates. */
  readonly known?: readonly number[] | undefined;
  /** Id of an order that the caller is known to have placed: its record shows our requester where no login does. */
  readonly ordered?: number | null | undefined;
}

/** An order that stands, and by which way it came to. */
export interface Placed {
  readonly sslId: number;
  /** Stands in SCM's comments too: who holds the certificate. Null when SCM did not let us write it. */
  readonly nonce: string | null;
  /** The claim that stood on what was taken over; null when there was none, or nothing was taken over. */
  readonly formerNonce: string | null;
  /** `adopted`: an earlier run had ordered it, nothing was ordered now. */
  readonly kind: "enrolled" | "adopted";
  /** Ids of the records of these names that were there before it and are other orders: no second order is among them. */
  readonly compared: readonly number[];
  readonly notices: readonly OrderNotice[];
}

/** An order about to be placed, with all by which it is found again. */
export interface OrderIntent {
  readonly client: ScmClient;
  readonly request: OrderOnceRequest;
  readonly context: OrderContext;
  readonly csr: Csr;
  readonly where: OrderPlace;
  /** What makes two orders the same order, hashed: the one that is written. */
  readonly marker: string;
  /** All by which it is found. */
  readonly markers: OrderMarkers;
  /** For messages: the verb and the name. */
  readonly what: string;
}

/** @throws InputError for a CSR that can't be read */
export function orderIntent(
  client: ScmClient,
  request: OrderOnceRequest,
  context: OrderContext,
): OrderIntent {
  const { order, key, origin, orderKey } = request;
  const csr = readCsr(order.csrPem);
  const { organizationId, scmProfileId, subjectAlternativeNames } = order;
  const { commonName, publicKeySha256 } = csr;
  const names = withCommonName(commonName, subjectAlternativeNames);
  const where = { organizationId, scmProfileId, commonName, names };
  const keySha256 = key === "given" ? publicKeySha256 : null;
  const identity = { ...where, scope: origin.scope, keySha256, orderKey };
  const markers = markersOf(identity, origin.formerScopes);
  const what = enrollText(commonName, names);
  return { client, request, context, csr, where, marker: markers.present, markers, what };
}

/** For messages: the verb and the name. */
export function enrollText(commonName: string | null, names: OrderPlace["names"]): string {
  return `enroll ${quoted(commonName ?? names[0]?.value ?? "a certificate")}`;
}

/** @param alsoSkipped ids beside those that the caller holds, or this process has taken */
export function lookForOrders(
  { client, request, context, where }: OrderIntent,
  alsoSkipped: readonly number[] = [],
): Promise<readonly CertificateDetails[]> {
  const skipped = new Set([...(request.known ?? []), ...alsoSkipped]);
  const isOut = (sslId: number): boolean => skipped.has(sslId) || context.claims.isTaken(sslId);
  return findOrders(client, where, isOut, context);
}

export async function candidateRules({
  client,
  request,
  context,
  markers,
  where,
}: OrderIntent): Promise<CandidateRules> {
  const { adoptWithinMs, key, origin, nonce, isClaimCopied, ordered } = request;
  return {
    markers,
    names: where.names,
    now: context.clock.now(),
    adoptWithinMs,
    isOwnKey: key === "given",
    hasScope: origin.scope !== null,
    requester: (await context.requester()) ?? (await ownRequester(client, ordered ?? null, context)),
    nonce: isClaimCopied ? null : (nonce ?? null),
  };
}

/** Null when it can't be compared: then it can't be ruled out either. */
export async function hasKeyOf(
  { client, context, csr }: OrderIntent,
  { sslId, serialNumber }: CertificateDetails,
): Promise<boolean | null> {
  const { signal, deadline, clock } = context;
  try {
    const chain = await collect(client, sslId, { signal, deadline, clock, serialNumber, isKept: true });
    return chain && sameKey(chain.leaf.publicKey, csr.publicKey);
  } catch (thrown) {
    if (thrown instanceof StateError) return null;
    throw thrown;
  }
}
