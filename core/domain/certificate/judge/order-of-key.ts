import { withCommonName } from "../../../pki/names.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { OrderPlace } from "../observe/find-orders.ts";
import { orderMarker, readComments } from "../order-tag.ts";

type MarkedRecord = Pick<CertificateDetails, "comments" | "commonName" | "subjectAlternativeNames">;

/** An order that is about to be placed, as far as its key tells it. */
interface OrderWithKey {
  readonly where: Pick<OrderPlace, "organizationId" | "scmProfileId" | "names">;
  readonly scope: string | null;
  readonly orderKey: string | null;
  /** Of the public key, as markers hash it. */
  readonly keySha256: string;
}

/**
 * Whether a record's marker shows that it was ordered with this key: with these names or with its own, in this scope, in the
 * one that its comments tell or in none, and with this order key or without. Markers hash the key, so no certificate is needed.
 */
export function isOrderOfKey(
  { comments, commonName, subjectAlternativeNames }: MarkedRecord,
  { where, scope, orderKey, keySha256 }: OrderWithKey,
): boolean {
  const { tag } = readComments(comments);
  const asOrdered = withCommonName(commonName, subjectAlternativeNames);
  return [where.names, asOrdered].some((names) =>
    [scope, scopeIn(tag?.holder ?? ""), null].some((itsScope) =>
      [orderKey, null].some(
        (key) => tag?.marker === orderMarker({ ...where, names, scope: itsScope, keySha256, orderKey: key }),
      ),
    ),
  );
}

/** The scope as the readable line of the comments tells it; null where it tells none. */
function scopeIn(holder: string): string | null {
  return /^scope (.+?)(?:, for .*|, https?:.*)?$/.exec(holder)?.[1] ?? null;
}
