import { SectigoError } from "../../../base/errors.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import { namesMissing, type San, withCommonName } from "../../../pki/names.ts";
import { type PublicKey, sameKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { essentialNames } from "../compare/added-names.ts";
import type { OrderContext } from "../execute/order-context.ts";
import { ended, missing, otherKey, stillPending, unclear } from "../execute/renewal-errors.ts";
import { signOf } from "../judge/judge-successor.ts";
import { claimOf, readComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";
import { collect } from "./collect.ts";
import { findOrders } from "./find-orders.ts";

export interface RenewOnceRequest {
  readonly sslId: number;
  /** Another request to renew with, hence another key; without it SCM takes the one it has stored. */
  readonly csrPem?: string | undefined;
  /** Key that the successor must have; null when it can't be told. */
  readonly expectedKey: PublicKey | null;
  /** It was renewed by another actor: find the successor, order nothing. */
  readonly ordersNothing?: boolean | undefined;
  /** A successor that this call did not order is taken only when it is issued: before, nothing shows for whose key it is. */
  readonly onlyIssued?: boolean | undefined;
  /** A run that ended early may have gone on to reissue the successor, for another order: then it bears the caller's claim. */
  readonly isReissued?: boolean | undefined;
  /** The caller's claim; a record that bears another one is not renewed. */
  readonly nonce?: string | null | undefined;
  /** Ids that the caller holds already; none of them is the successor. */
  readonly known?: readonly number[] | undefined;
}

/** A certificate that is still valid, though nothing holds it any more: it can be revoked by its number. */
export interface Passed {
  readonly sslId: number;
  readonly serialNumber: string;
  readonly notAfter: Date;
}

/** The record that follows, and those of its line between the two. */
export interface FoundSuccessor {
  readonly sslId: number;
  /** Its certificate is for the expected key. */
  readonly isProven: boolean;
  readonly passed: readonly Passed[];
}

export interface SuccessorSearch {
  readonly old: CertificateDetails;
  readonly request: RenewOnceRequest;
  /** This very call renewed it. */
  readonly isOurs: boolean;
}

/** Pauses between looks: SCM may list what it has accepted a moment later. */
const LOOKS_MS = [0, 3000, 10_000];

/** The record that follows: same organization, profile and names, a higher id, the expected key. */
export async function findSuccessor(
  client: ScmClient,
  search: SuccessorSearch,
  context: OrderContext,
): Promise<FoundSuccessor> {
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
    if (!search.isOurs && isUnclear(only, search)) {
      pending = only;
      continue;
    }
    context.claims.take(only.sslId);
    return { sslId: only.sslId, passed: found.passed, isProven: found.proven.has(only.sslId) };
  }
  if (pending !== null) throw stillPending(search.old, pending);
  throw over === null ? missing(search.old) : ended(search.old, over);
}

/** What a run before has ordered, though SCM does not say that the record is renewed; null when there is none. */
export async function findOrderedBefore(
  client: ScmClient,
  search: SuccessorSearch,
  context: OrderContext,
): Promise<FoundSuccessor | null> {
  const { ours, passed, proven } = await successors(client, search, context);
  const [only, ...others] = ours;
  if (only === undefined) return null;
  if (others.length > 0) throw unclear(search.old, ours);
  if (isUnclear(only, search)) throw stillPending(search.old, only);
  context.claims.take(only.sslId);
  return { sslId: only.sslId, passed, isProven: proven.has(only.sslId) };
}

interface Found {
  readonly ours: readonly CertificateDetails[];
  /** Issued and valid, and followed by what is ours. */
  readonly passed: readonly Passed[];
  readonly foreign: readonly CertificateDetails[];
  /** Ids whose certificate is for the expected key. */
  readonly proven: ReadonlySet<number>;
  /** Refused, revoked or over. */
  readonly over: readonly CertificateDetails[];
}

async function successors(
  client: ScmClient,
  { old, request }: SuccessorSearch,
  context: OrderContext,
): Promise<Found> {
  const { organizationId, scmProfile, commonName } = old;
  if (organizationId === null || scmProfile === null)
    return { ours: [], passed: [], foreign: [], over: [], proven: new Set() };
  const names = withCommonName(commonName, old.subjectAlternativeNames);
  const known = new Set(request.known ?? []);
  const place = { organizationId, scmProfileId: scmProfile.scmProfileId, commonName, names };
  const isOut = (sslId: number): boolean =>
    sslId <= old.sslId || known.has(sslId) || context.claims.isTaken(sslId);
  const found = await findOrders(client, place, isOut, context);
  const alike = found.filter(
    (details) =>
      (isAlike(details, names) && !isOfOtherOrder(details, old)) || isReissued(details, { old, request }),
  );
  const living = alike.filter(({ status }) => lives(status));
  const judged = await Promise.all(
    living.map(async (details) => {
      if (isReissued(details, { old, request })) return { details, isOurs: true, leaf: null };
      return { details, ...(await compareKey(client, details, { request, context })) };
    }),
  );
  // While keys were read, another certificate of this run may have found its own successor.
  const free = judged.filter(({ details }) => !context.claims.isTaken(details.sslId));
  const line = await withoutOthers(
    free.filter(({ isOurs }) => isOurs),
    old,
    context,
  );
  const ours = endOfLine(
    line.map(({ details }) => details),
    request,
  );
  return {
    ours,
    proven: new Set(line.filter(({ leaf }) => leaf !== null).map(({ details }) => details.sslId)),
    passed: line
      .filter(({ details }) => !ours.includes(details))
      .flatMap(({ details: { sslId }, leaf }) => passedOf(sslId, leaf, context.clock.now())),
    foreign: free.filter(({ isOurs }) => !isOurs).map(({ details }) => details),
    over: alike.filter(({ status }) => !lives(status)),
  };
}

/**
 * What another administrator requested, and whose key does not show, is an order of theirs that has the same name. It may be the
 * renewal only where SCM says that there is one, or where no login tells who we are now.
 */
async function withoutOthers<T extends { readonly details: CertificateDetails; readonly leaf: unknown }>(
  line: readonly T[],
  old: CertificateDetails,
  context: OrderContext,
): Promise<readonly T[]> {
  if (line.every(({ leaf }) => leaf !== null)) return line;
  const requester = await context.requester();
  const ours = line.filter(
    ({ details, leaf }) => leaf !== null || signOf(details, old, requester) !== "others",
  );
  const mayBeTheirs = old.isRenewed || requester === null;
  return mayBeTheirs && ours.length === 0 ? line : ours;
}

/**
 * A state that was restored may be several renewals old: of a line the youngest follows. Those before it were renewed in their
 * turn; where SCM says that late, all bear the caller's own claim, which goes along from one to the next.
 * @param ours by rising id
 */
function endOfLine(
  ours: readonly CertificateDetails[],
  { nonce }: RenewOnceRequest,
): readonly CertificateDetails[] {
  const last = ours.filter(({ isRenewed }) => !isRenewed);
  if (last.length === 0) return ours.slice(-1);
  const isOneLine = last.every(({ comments }) => claimOf(comments, nonce) === "ours");
  return isOneLine ? last.slice(-1) : last;
}

/** The record before shows what the CA added as well; one that is pending shows what was asked for. */
function isAlike({ commonName, subjectAlternativeNames }: CertificateDetails, names: readonly San[]) {
  const present = withCommonName(commonName, subjectAlternativeNames);
  return namesMissing(essentialNames(names), present).length === 0;
}

function lives(status: string): boolean {
  return ["pending", "issued", "unknown"].includes(standingOf(status));
}

/** Another order of the same names and key, told apart by its order key or scope, follows none. */
function isOfOtherOrder({ comments }: CertificateDetails, old: CertificateDetails): boolean {
  const [theirs, ours] = [readComments(comments).tag?.marker, readComments(old.comments).tag?.marker];
  return theirs !== undefined && theirs !== ours;
}

/** Nothing shows for whose key it is. */
function isUnclear(details: CertificateDetails, { old, request }: Pick<SuccessorSearch, "old" | "request">) {
  return request.onlyIssued && isKeyHidden(details, request) && !isReissued(details, { old, request });
}

/**
 * The caller's own claim on a younger record, which has become another order: a run that ended early has reissued the successor.
 * What others renew bears at most a copy of the comments before.
 */
function isReissued(
  details: CertificateDetails,
  { old, request }: Pick<SuccessorSearch, "old" | "request">,
): boolean {
  if (!request.isReissued || claimOf(details.comments, request.nonce) !== "ours") return false;
  return isOfOtherOrder(details, old);
}

function isKeyHidden({ status }: Pick<CertificateDetails, "status">, { expectedKey }: RenewOnceRequest) {
  return expectedKey !== null && standingOf(status) !== "issued";
}

/**
 * Whether a record that SCM named as the successor holds a certificate for the expected key; null where it is not issued, or can't
 * be collected, so that it is not known to be another's.
 */
export async function hasExpectedKey(
  client: ScmClient,
  sslId: number,
  { request, context }: { readonly request: RenewOnceRequest; readonly context: OrderContext },
): Promise<boolean | null> {
  if (request.expectedKey === null) return null;
  const { signal, deadline, clock } = context;
  try {
    const chain = await collect(client, sslId, { signal, deadline, clock, isKept: true });
    return chain && sameKey(chain.leaf.publicKey, request.expectedKey);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not see whose key a successor has", { sslId, code });
    return null;
  }
}

function passedOf(sslId: number, leaf: Certificate | null, now: Date): readonly Passed[] {
  if (leaf === null || leaf.notAfter <= now) return [];
  return [{ sslId, serialNumber: leaf.serialNumber, notAfter: leaf.notAfter }];
}

/** Only a certificate shows its key; a request that is pending passes. */
async function compareKey(
  client: ScmClient,
  { sslId, status, serialNumber }: CertificateDetails,
  { request, context }: { readonly request: RenewOnceRequest; readonly context: OrderContext },
): Promise<{ readonly isOurs: boolean; readonly leaf: Certificate | null }> {
  if (isKeyHidden({ status }, request) || request.expectedKey === null) return { isOurs: true, leaf: null };
  const { signal, deadline, clock } = context;
  // By its number the certificate is known to be the record's, and not the answer to another call.
  const chain = await collect(client, sslId, { signal, deadline, clock, serialNumber, isKept: true });
  // One that has ended already follows nothing, whatever its key.
  if (chain === null) return { isOurs: true, leaf: null };
  const { leaf } = chain;
  return { isOurs: sameKey(leaf.publicKey, request.expectedKey) && leaf.notAfter > clock.now(), leaf };
}
