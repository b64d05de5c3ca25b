import type { WaitOptions } from "../../../base/deadline.ts";
import { NotFoundError } from "../../../base/errors.ts";
import { canonicalDns, namesMissing, type San } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails, CertificateIdentity } from "../../../scm/schemas/certificates.ts";

/** Where to look for an order whose answer may have been lost. */
export interface OrderPlace {
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** As the CSR says it; null for a request without one. */
  readonly commonName: string | null;
  /** All names, common name among them. */
  readonly names: readonly San[];
}

/**
 * Records of these names in this organization and profile, by rising id. One call for the list, one for each row that could
 * be it: rows tell neither status nor comments. Reports would tell both, but lag behind and so prove nothing.
 * @param skip ids that are out of the question
 */
export async function findOrders(
  client: ScmClient,
  place: OrderPlace,
  skip: (sslId: number) => boolean,
  wait: WaitOptions = {},
): Promise<readonly CertificateDetails[]> {
  const isCandidate = (row: CertificateIdentity): boolean => !skip(row.sslId) && couldBe(row, place);
  return findRecords(client, place, { isCandidate, wait });
}

/**
 * The same with a choice of one's own among the rows: those of the common name, whatever their other names, are candidates
 * for a replacement.
 */
export async function findRecords(
  client: ScmClient,
  place: OrderPlace,
  {
    isCandidate,
    wait,
  }: { readonly isCandidate: (row: CertificateIdentity) => boolean; readonly wait: WaitOptions },
): Promise<readonly CertificateDetails[]> {
  const { organizationId, scmProfileId, commonName, names } = place;
  const name =
    commonName === null ? { subjectAlternativeName: names[0]?.value } : { commonName: commonName.trim() };
  const rows: CertificateIdentity[] = [];
  for await (const row of client.certificates.list({ organizationId, scmProfileId, ...name }, wait)) {
    if (isCandidate(row)) rows.push(row);
  }
  const found = await Promise.all(rows.map(({ sslId }) => detailsOrGone(client, sslId, wait)));
  return found
    .filter((details) => details !== null)
    .filter((details) => isIn(details, place))
    .sort((one, other) => one.sslId - other.sslId);
}

/** SCM's filter may match parts of a name, and its rows may leave the common name out of the other names. */
function couldBe(row: CertificateIdentity, place: OrderPlace): boolean {
  const { names } = place;
  if (!hasCommonName(row, place)) return false;
  const present = [...(row.commonName === null ? [] : [row.commonName]), ...row.subjectAlternativeNames];
  return row.subjectAlternativeNames.length === 0 || namesMissing(names, present).length === 0;
}

/** Whether a row is of this common name; one that says none could be. */
export function hasCommonName(row: CertificateIdentity, { commonName }: OrderPlace): boolean {
  if (commonName === null || row.commonName === null) return true;
  return canonicalDns(row.commonName) === canonicalDns(commonName);
}

/** Filters that SCM ignores would let records of other organizations in. */
function isIn(details: CertificateDetails, { organizationId, scmProfileId }: OrderPlace): boolean {
  const isElsewhere = details.organizationId !== null && details.organizationId !== organizationId;
  const isOther = details.scmProfile !== null && details.scmProfile.scmProfileId !== scmProfileId;
  return !isElsewhere && !isOther;
}

async function detailsOrGone(
  client: ScmClient,
  sslId: number,
  wait: WaitOptions,
): Promise<CertificateDetails | null> {
  try {
    return await client.certificates.get(sslId, wait);
  } catch (thrown) {
    // Deleted between the list and now.
    if (thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}
