import { LostError, SectigoError, StateError } from "../../../base/errors.ts";
import { namesMissing, type San, withCommonName } from "../../../pki/names.ts";
import { type PublicKey, sameKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { essentialNames } from "../compare/added-names.ts";
import { refuseTaken } from "../judge/refuse-taken.ts";
import { collect } from "../observe/collect.ts";
import { findOrders } from "../observe/find-orders.ts";
import { readComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";
import { compareClocks } from "./compare-clocks.ts";
import type { OrderContext, OrderNotice } from "./context.ts";

interface RenewOnceRequest {
  readonly sslId: number;
  /** Another request to renew with, hence another key; without it SCM takes the one it has stored. */
  readonly csrPem?: string | undefined;
  /** Key that the successor must have; null when it can't be told. */
  readonly expectedKey: PublicKey | null;
  /** It was renewed by somebody else: find the successor, order nothing. */
  readonly ordersNothing?: boolean | undefined;
  /** A successor that this call did not order is taken only when it is issued: before, nothing shows for whose key it is. */
  readonly onlyIssued?: boolean | undefined;
  /** The caller's claim; a record that bears another one is not renewed. */
  readonly nonce?: string | null | undefined;
  /** Ids that the caller holds already; none of them is the successor. */
  readonly known?: readonly number[] | undefined;
}

export interface Renewed {
  /** Of the successor: a record of its own. */
  readonly sslId: number;
  /** `found`: it had been renewed before, nothing was ordered now. */
  readonly kind: "renewed" | "found";
  /** The record before, for what a renewal does not take along. */
  readonly old: CertificateDetails;
  readonly notices: readonly OrderNotice[];
}

/** SCM's words for "not this way": its profile forbids renewals, its terms changed, or the record can't be renewed. */
const ENROLL_INSTEAD =
  /^(state\.renewal_(forbidden|failed)|missing\.renewable|request\.term_.*|state\.not_issued|state\.successor_other_key)$/;

/**
 * Whether what `renewOnce` threw means that a new enrollment has to take the renewal's place.
 * @param isSoft while the certificate serves well, a person has time to look after a successor that came to a bad end
 */
export function needsEnrollment(thrown: unknown, isSoft: boolean): boolean {
  const { code } = SectigoError.from(thrown);
  return ENROLL_INSTEAD.test(code) || (code === "state.successor_ended" && !isSoft);
}

/** Pauses between looks: SCM may list what it has accepted a moment later. */
const LOOKS_MS = [0, 3000, 10_000];

/**
 * Renews exactly once. SCM takes no comments with a renewal, and says late, if at all, that a record was renewed. So before
 * an order, and again and again after an answer that was lost, a successor is looked for by names, key and higher id.
 * @throws StateError `state.auto_renewal`, `state.successor_unclear`, `state.successor_missing`, `state.successor_ended`,
 *         `state.successor_pending` for `onlyIssued`,
 *         `state.successor_other_key` when somebody renewed it for a key that is not the expected one; LostError when the
 *         answer is lost and no successor shows; what SCM refuses
 */
export async function renewOnce(
  client: ScmClient,
  request: RenewOnceRequest,
  context: OrderContext,
): Promise<Renewed> {
  const { sslId, csrPem } = request;
  const old = await client.certificates.get(sslId, context);
  refuseTaken(old, request.nonce, "renew");
  if (old.isRenewed)
    return {
      sslId: await successor(client, { old, request, isOurs: false }, context),
      kind: "found",
      old,
      notices: [],
    };
  if (request.ordersNothing) throw notRenewed(sslId);
  if (renewsItself(old)) throw refuseAutoRenewal(old);
  const before = await ordered(client, { old, request, isOurs: false }, context);
  if (before !== null) return { sslId: before, kind: "found", old, notices: [] };
  const clocks = compareClocks(client);
  const search = { old, request, isOurs: true };
  try {
    const answer = await client.certificates.renew(sslId, csrPem === undefined ? {} : { csrPem }, context);
    const named = answer.sslId ?? (await successor(client, search, context));
    context.claims.take(named);
    return { sslId: named, kind: "renewed", old, notices: noticesOf(clocks) };
  } catch (thrown) {
    if (!(thrown instanceof LostError)) throw thrown;
    return {
      sslId: await successorOrLost(client, search, { context, lost: thrown }),
      kind: "renewed",
      old,
      notices: [],
    };
  }
}

function noticesOf(clocks: OrderNotice | null): readonly OrderNotice[] {
  return clocks === null ? [] : [clocks];
}

/** What a run before has ordered, though SCM does not say that the record is renewed; null when there is none. */
async function ordered(client: ScmClient, search: Search, context: OrderContext): Promise<number | null> {
  const { ours } = await successors(client, search, context);
  const [only, ...others] = ours;
  if (only === undefined) return null;
  if (others.length > 0) throw unclear(search.old, ours);
  if (search.request.onlyIssued && isKeyHidden(only, search.request)) throw stillPending(search.old, only);
  context.claims.take(only.sslId);
  return only.sslId;
}

/** Whatever keeps us from finding it, the first thing to tell is that the order may be under way. */
async function successorOrLost(
  client: ScmClient,
  search: Search,
  { context, lost }: { readonly context: OrderContext; readonly lost: LostError },
): Promise<number> {
  try {
    return await successor(client, search, context);
  } catch {
    throw lost;
  }
}

function notRenewed(sslId: number): StateError {
  return new StateError(
    `take over the successor of certificate ${sslId}: SCM no longer says that it is renewed`,
    {
      code: "state.successor_missing",
      hint: ({ lookAnew }) => `To look at SCM anew, ${lookAnew}. Nothing was ordered.`,
    },
  );
}

/** Whether SCM will renew the record by itself: then a renewal of ours would be a second purchase. */
export function renewsItself({ autoRenewState }: CertificateDetails): boolean {
  return autoRenewState !== null && /^(scheduled|started)$/i.test(autoRenewState.trim());
}

export function refuseAutoRenewal({
  sslId,
  autoRenewState,
  autoRenewDaysBefore,
}: CertificateDetails): StateError {
  const when = autoRenewDaysBefore === null ? "" : `, ${autoRenewDaysBefore} days before its end`;
  return new StateError(
    `renew certificate ${sslId}: SCM will renew it by itself (${autoRenewState}${when})`,
    {
      code: "state.auto_renewal",
      path: "renewal",
      hint: ({ neverRenew }) =>
        `Only one of the two may renew, or it is bought twice: switch auto-renewal off for it in SCM, or ${neverRenew} ` +
        "and take SCM's successor over when it is there.",
    },
  );
}

interface Search {
  readonly old: CertificateDetails;
  readonly request: RenewOnceRequest;
  /** This very call renewed it. */
  readonly isOurs: boolean;
}

/** The record that follows: same organization, profile and names, a higher id, the expected key. */
async function successor(client: ScmClient, search: Search, context: OrderContext): Promise<number> {
  let pending: CertificateDetails | null = null;
  let over: CertificateDetails | null = null;
  for (const pauseMs of LOOKS_MS) {
    if (pauseMs > 0) await context.clock.wait(pauseMs, context.signal);
    const found = await successors(client, search, context);
    const [only, ...others] = found.ours;
    if (others.length > 0) throw unclear(search.old, found.ours);
    if (only === undefined && found.foreign.length > 0) throw otherKey(search.old, found.foreign);
    if (only === undefined) {
      over = found.over.at(-1) ?? over;
      continue;
    }
    if (search.request.onlyIssued && !search.isOurs && isKeyHidden(only, search.request)) {
      pending = only;
      continue;
    }
    context.claims.take(only.sslId);
    return only.sslId;
  }
  if (pending !== null) throw stillPending(search.old, pending);
  throw over === null ? missing(search.old) : ended(search.old, over);
}

function ended(old: CertificateDetails, { sslId, status }: CertificateDetails): StateError {
  return new StateError(
    `renew certificate ${old.sslId}: it was renewed as ${sslId}, which ended as ${status}`,
    {
      code: "state.successor_ended",
      hint:
        "Have an administrator correct and approve it in SCM, if that can be. When the hard deadline has passed, a new " +
        "certificate is enrolled. Nothing was ordered.",
    },
  );
}

function missing(old: CertificateDetails): StateError {
  return new StateError(`renew certificate ${old.sslId}: SCM says it is renewed, and lists no successor`, {
    code: "state.successor_missing",
    hint: ({ takeOverAnother }) =>
      "It may be listed later: run again in some minutes. If this administrator may not see it, or it was declined, look " +
      `in SCM for the successor, then ${takeOverAnother}. Nothing was ordered.`,
  });
}

function stillPending(old: CertificateDetails, { sslId, status }: CertificateDetails): StateError {
  return new StateError(
    `renew certificate ${old.sslId}: it was renewed as ${sslId}, which is still ${status}`,
    {
      code: "state.successor_pending",
      hint:
        "Only when it is issued it shows for whose key it is; until then it is not taken over. If it waits for an administrator, " +
        "have it approved or declined, then run again. Nothing was ordered.",
    },
  );
}

interface Found {
  readonly ours: readonly CertificateDetails[];
  readonly foreign: readonly CertificateDetails[];
  /** Refused, revoked or over. */
  readonly over: readonly CertificateDetails[];
}

async function successors(
  client: ScmClient,
  { old, request }: Search,
  context: OrderContext,
): Promise<Found> {
  const { organizationId, scmProfile, commonName } = old;
  if (organizationId === null || scmProfile === null) return { ours: [], foreign: [], over: [] };
  const names = withCommonName(commonName, old.subjectAlternativeNames);
  const known = new Set(request.known ?? []);
  const place = { organizationId, scmProfileId: scmProfile.scmProfileId, commonName, names };
  const isOut = (sslId: number): boolean =>
    sslId <= old.sslId || known.has(sslId) || context.claims.isTaken(sslId);
  const found = await findOrders(client, place, isOut, context);
  const alike = found.filter((details) => isAlike(details, names) && !isOfOtherOrder(details, old));
  const living = alike.filter(({ status }) => lives(status));
  const judged = await Promise.all(
    living.map(async (details) => ({ details, isOurs: await hasKey(client, details, { request, context }) })),
  );
  return {
    ours: judged.filter(({ isOurs }) => isOurs).map(({ details }) => details),
    foreign: judged.filter(({ isOurs }) => !isOurs).map(({ details }) => details),
    over: alike.filter(({ status }) => !lives(status)),
  };
}

/** The record before shows what the CA added as well; one that is pending shows what was asked for. */
function isAlike({ commonName, subjectAlternativeNames }: CertificateDetails, names: readonly San[]) {
  const present = withCommonName(commonName, subjectAlternativeNames);
  return namesMissing(essentialNames(names), present).length === 0;
}

function lives(status: string): boolean {
  return ["pending", "issued", "unknown"].includes(standingOf(status));
}

/** Another order of the same names and key, told apart by its order key or scope, follows nobody. */
function isOfOtherOrder({ comments }: CertificateDetails, old: CertificateDetails): boolean {
  const [theirs, ours] = [readComments(comments).tag?.marker, readComments(old.comments).tag?.marker];
  return theirs !== undefined && theirs !== ours;
}

function isKeyHidden({ status }: Pick<CertificateDetails, "status">, { expectedKey }: RenewOnceRequest) {
  return expectedKey !== null && standingOf(status) !== "issued";
}

/** Only a certificate shows its key; a request that is pending passes. */
async function hasKey(
  client: ScmClient,
  { sslId, status }: CertificateDetails,
  { request, context }: { readonly request: RenewOnceRequest; readonly context: OrderContext },
): Promise<boolean> {
  if (isKeyHidden({ status }, request) || request.expectedKey === null) return true;
  const { signal, deadline, clock } = context;
  const chain = await collect(client, sslId, { signal, deadline, clock });
  // One that has ended already follows nothing, whatever its key.
  if (chain === null) return true;
  return sameKey(chain.leaf.publicKey, request.expectedKey) && chain.leaf.notAfter > clock.now();
}

function otherKey(old: CertificateDetails, found: readonly CertificateDetails[]): StateError {
  const list = found.map(({ sslId }) => sslId).join(", ");
  return new StateError(`renew certificate ${old.sslId}: it was renewed as ${list}, for another key`, {
    code: "state.successor_other_key",
    hint: ({ takeOverOtherKey }) =>
      `Whoever renewed it has that key. To use that certificate, ${takeOverOtherKey}; else nothing has to be done.`,
  });
}

function unclear(old: CertificateDetails, found: readonly CertificateDetails[]): StateError {
  const list = found.map(({ sslId, status }) => `${sslId} (${status})`).join(", ");
  return new StateError(`renew certificate ${old.sslId}: several records may be its successor: ${list}`, {
    code: "state.successor_unclear",
    hint: ({ takeOverAnother }) =>
      `Look in SCM which one it is, then ${takeOverAnother}. Nothing was ordered.`,
  });
}
