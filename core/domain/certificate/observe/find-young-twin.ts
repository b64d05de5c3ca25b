import type { WaitOptions } from "../../../base/deadline.ts";
import { SectigoError } from "../../../base/errors.ts";
import type { Logger } from "../../../base/log.ts";
import { withCommonName } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { twinsOf } from "../judge/twins.ts";
import { readComments } from "../order-tag.ts";
import { findOrders, type OrderPlace } from "./find-orders.ts";

/**
 * Looks for a second live order of the same intent than this record's: same marker, another claim. A list that lags did not
 * show it when this one was placed. One call for the list, one for each other record of these names.
 * @param known ids that the caller holds; they are never twins
 * @returns its id; null when there is none, or it can't be told, which is logged
 */
export async function findYoungTwin(
  client: ScmClient,
  record: CertificateDetails,
  { known, log, ...wait }: WaitOptions & { readonly known: readonly number[]; readonly log?: Logger },
): Promise<number | null> {
  const { tag } = readComments(record.comments);
  const place = placeOf(record);
  if (tag === null || place === null) return null;
  const held = new Set([...known, record.sslId]);
  try {
    const others = await findOrders(client, place, (sslId) => held.has(sslId), wait);
    const twins = twinsOf(record, others);
    return twins[0]?.sslId ?? null;
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    log?.warn("could not look for a second order", { sslId: record.sslId, code });
    return null;
  }
}

function placeOf(record: CertificateDetails): OrderPlace | null {
  const { organizationId, scmProfile, commonName, subjectAlternativeNames } = record;
  if (organizationId === null || scmProfile === null) return null;
  const names = withCommonName(commonName, subjectAlternativeNames);
  return { organizationId, scmProfileId: scmProfile.scmProfileId, commonName, names };
}
