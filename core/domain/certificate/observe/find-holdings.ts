import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import type { Csr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import { sameKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails, CertificateIdentity } from "../../../scm/schemas/certificates.ts";
import { essentialNames } from "../compare/added-names.ts";
import { compareCertificate } from "../compare/compare-certificate.ts";
import { missingNamesOf, refusalOf } from "../compare/mismatch.ts";
import { bearsMarker, markersOf, type OrderMarkers, readComments } from "../order-tag.ts";
import { standingOf, wasIssued } from "../status.ts";
import { findRecords, hasCommonName, type OrderPlace, type RowSource } from "./find-orders.ts";
import { SeenRecords } from "./seen-records.ts";

/** One certificate that a run is to care for, without any memory of the runs before. */
export interface Intent {
  readonly place: OrderPlace;
  readonly csr: Pick<Csr, "publicKey" | "publicKeySha256" | "names">;
  /** Name of the root at the top of the chain, where there are several ways up. */
  readonly preferredChain?: string | null | undefined;
  /** `given`: the request is the user's, the same at every run. `made`: its key was made on this host. */
  readonly key: "given" | "made";
  readonly scope: string | null;
  /** See `OrderOrigin`. */
  readonly formerScopes?: readonly string[] | undefined;
  readonly orderKey: string | null;
}

/** A certificate that SCM holds for the common name, valid now. */
export interface Holding {
  readonly details: CertificateDetails;
  readonly chain: CertificateChain;
  /**
   * It is for the key, and ordered by this very intent or, where no marker says so, for all of its names and no others than
   * CAs add. What the CA made of our own order is not a reason to order it again.
   */
  readonly serves: boolean;
  /** It came for this intent's key and names, and has a name that was neither ordered nor is one that CAs add. */
  readonly isUnusable: boolean;
  /** Its marker is of the intent's scope and order key, whatever its names and key are. */
  readonly isOfScope: boolean;
}

/** What SCM holds for an intent. */
export interface Holdings {
  /** Longest valid first. */
  readonly valid: readonly Holding[];
  /** Ends of those that SCM still shows as issued, though their time is over, by id: its records know days only. */
  readonly ends: ReadonlyMap<number, Date>;
  /** Records of this very order, refused and revoked ones too, youngest first. */
  readonly line: readonly CertificateDetails[];
}

interface HoldingsContext extends WaitOptions {
  readonly clock: Clock;
  /** A list that many orders share; absent: SCM is asked for the names of this one. */
  readonly source?: RowSource | undefined;
  /** What an earlier look of the same intent has read. */
  readonly seen?: SeenRecords | undefined;
}

/**
 * What SCM holds for the names of an intent: one call for the list, one for each row that could matter, and the certificate
 * itself of those issued, since only it tells its key and its exact end.
 */
export async function findHoldings(
  client: ScmClient,
  intent: Intent,
  { source, seen: earlier, ...context }: HoldingsContext,
): Promise<Holdings> {
  const { place, preferredChain } = intent;
  const seen = earlier ?? new SeenRecords(client, { ...context, preferredChain });
  const isCandidate = (row: CertificateIdentity): boolean => hasCommonName(row, place);
  const read = (sslId: number) => seen.details(sslId);
  const records = await findRecords(client, place, {
    isCandidate,
    // A list for many requests shows what is kept; what it does not is looked for by its name.
    ...{ alsoUnprofiled: source === undefined, wait: context, source, read },
  });
  const issued = await Promise.all(
    records
      .filter(({ status }) => standingOf(status) === "issued")
      .map(async (details): Promise<IssuedRecord | null> => {
        const chain = await seen.chain(details);
        return chain && { details, chain };
      }),
  );
  const now = context.clock.now();
  const markers = markersOfIntent(intent);
  const collected = issued.filter((each) => each !== null);
  return {
    ends: new Map(
      collected
        .filter(({ chain: { leaf } }) => leaf.notAfter <= now)
        .map(({ details, chain: { leaf } }) => [details.sslId, leaf.notAfter]),
    ),
    valid: collected
      .filter(({ chain: { leaf } }) => leaf.notAfter > now)
      .map((each) => judged(each, intent, markers))
      .sort((one, other) => other.chain.leaf.notAfter.getTime() - one.chain.leaf.notAfter.getTime()),
    line: records.filter(({ comments }) => bearsMarker(comments, markers)).reverse(),
  };
}

/** The certificate that serves an intent: the longest valid of those that may be delivered, where there is one. */
export function servingIn(valid: Holdings["valid"]): Holding | null {
  const serving = valid.filter(({ serves }) => serves);
  return serving.find(({ isUnusable }) => !isUnusable) ?? serving[0] ?? null;
}

function markersOfIntent({ place, csr, key, scope, formerScopes, orderKey }: Intent): OrderMarkers {
  const keySha256 = key === "given" ? csr.publicKeySha256 : null;
  return markersOf({ ...place, scope, orderKey, keySha256 }, formerScopes);
}

interface IssuedRecord {
  readonly details: CertificateDetails;
  readonly chain: CertificateChain;
}

function judged(record: IssuedRecord, intent: Intent, markers: OrderMarkers): Holding {
  const { details, chain } = record;
  const isOurs = bearsMarker(details.comments, markers);
  const isForKey = sameKey(chain.leaf.publicKey, intent.csr.publicKey);
  const { isWhole, isForeign } = compareNames(chain, intent);
  const mayBeOurs = isOurs || (isWhole && readComments(details.comments).tag === null);
  return {
    ...{ details, chain },
    serves: isForKey && (isOurs || (isWhole && !isForeign)),
    isUnusable: isForKey && isForeign && mayBeOurs,
    isOfScope: intent.scope !== null && (isOurs || isOfScope(record, intent)),
  };
}

function compareNames(chain: CertificateChain, { place, csr }: Intent) {
  const names = place.names.map(({ value }) => value);
  const found = compareCertificate({ names, alsoAsked: csr.names }, chain);
  return { isWhole: missingNamesOf(found).length === 0, isForeign: refusalOf(found) !== null };
}

/** The marker hashes names and key; with those of the certificate only scope and order key can differ. */
function isOfScope(
  { details, chain: { leaf } }: IssuedRecord,
  { place, scope, formerScopes, orderKey }: Intent,
): boolean {
  if (readComments(details.comments).tag === null) return false;
  // The record has the names as they were ordered, the certificate those that the CA added too.
  const asOrdered = withCommonName(details.commonName, details.subjectAlternativeNames);
  const asIssued = withCommonName(leaf.subject.commonName, leaf.names);
  return [asOrdered, asIssued, essentialNames(asIssued)].some((names) =>
    [leaf.publicKey.sha256, null].some((keySha256) =>
      bearsMarker(details.comments, markersOf({ ...place, scope, orderKey, names, keySha256 }, formerScopes)),
    ),
  );
}

/**
 * The certificate that was issued last for an intent: the one that serves, else the youngest record of its order that lives
 * or has had its time. Null where none is known, where it was revoked, and where it lives but can't be collected.
 * @returns `notAfter` null: it is over, and SCM does not say since when
 */
export function lastIssued({
  valid,
  ends,
  line,
}: Holdings): { readonly sslId: number; readonly notAfter: Date | null } | null {
  const serving = servingIn(valid);
  if (serving !== null) return { sslId: serving.details.sslId, notAfter: serving.chain.leaf.notAfter };
  const before = line.find(({ status }) => wasIssued(status));
  if (before === undefined) return null;
  const { sslId, status } = before;
  const living = valid.find(({ details }) => details.sslId === sslId)?.chain.leaf.notAfter;
  const notAfter = living ?? ends.get(sslId) ?? null;
  return notAfter === null && standingOf(status) === "issued" ? null : { sslId, notAfter };
}
