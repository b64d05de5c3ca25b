import { withCommonName } from "../../../pki/names.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { OrderPlace } from "../observe/find-orders.ts";
import { digestIn, digestOfOrder, readComments, shownIdentity } from "../order-tag.ts";

type CommentedRecord = Pick<CertificateDetails, "comments" | "commonName" | "subjectAlternativeNames">;

type Where = Pick<OrderPlace, "organizationId" | "scmProfileId">;

/** A record by what its marker may have been made of; read once, however many keys it is compared with. */
export interface MarkedRecord {
  /** Beginning of its order's digest, as its marker tells it. */
  readonly digest: string;
  /** The scope that its comments tell; null where they tell none. */
  readonly scope: string | null;
  /** What it may show of its order, as markers hash it. */
  readonly shown: readonly string[];
}

/** An order that is about to be placed, as far as its key tells it. */
export interface OrderedKey {
  readonly scope: string | null;
  readonly orderKey: string | null;
  /** Of the public key, as markers hash it. */
  readonly keySha256: string;
}

/**
 * @param names by which the record may have been ordered, beside its own
 * @returns null for a record without a marker
 */
export function markedRecord(
  { comments, commonName, subjectAlternativeNames }: CommentedRecord,
  { organizationId, scmProfileId }: Where,
  names: readonly OrderPlace["names"][] = [],
): MarkedRecord | null {
  const { tag } = readComments(comments);
  if (tag === null) return null;
  const all = [...names, withCommonName(commonName, subjectAlternativeNames)];
  const shown = new Set(all.map((each) => shownIdentity({ organizationId, scmProfileId, names: each })));
  return { digest: digestIn(tag.marker), scope: scopeIn(tag.holder ?? ""), shown: [...shown] };
}

/**
 * Whether a record's marker shows that it was ordered with this key: in this scope, in the one that its comments tell or in
 * none, and with this order key or without. Markers hash the key, so no certificate is needed.
 */
export function isOrderOfKey(record: MarkedRecord, { scope, orderKey, keySha256 }: OrderedKey): boolean {
  const scopes = new Set([scope, record.scope, null]);
  const orderKeys = new Set([orderKey, null]);
  for (const shown of record.shown)
    for (const itsScope of scopes)
      for (const key of orderKeys)
        if (digestOfOrder(shown, { scope: itsScope, keySha256, orderKey: key }).startsWith(record.digest))
          return true;
  return false;
}

/** The scope as the readable line of the comments tells it; null where it tells none. */
function scopeIn(holder: string): string | null {
  return /^scope (.+?)(?:, for .*|, https?:.*)?$/.exec(holder)?.[1] ?? null;
}
