import type { WaitOptions } from "../../../base/deadline.ts";
import { NotFoundError } from "../../../base/errors.ts";
import { canonicalDns, namesMissing, type San, withCommonName } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateFilter } from "../../../scm/resources/certificate-reads.ts";
import type { CertificateDetails, CertificateIdentity } from "../../../scm/schemas/certificates.ts";
import { rowsOfPlace } from "./rows-of-place.ts";

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

/** Where the rows of a name come from: a look of its own, or a list that many orders share. */
export interface RowSource {
  /** Rows that may be of this name. */
  rowsOf(place: OrderPlace): Promise<readonly CertificateIdentity[]>;
  /** Those whose record has to be read. */
  worthReading(
    candidates: readonly CertificateIdentity[],
    place: OrderPlace,
  ): Promise<readonly CertificateIdentity[]>;
}

interface RecordChoice {
  readonly isCandidate: (row: CertificateIdentity) => boolean;
  readonly wait: WaitOptions;
  /** Where the SCM profile has none of the name: those that show no profile, as what was uploaded. */
  readonly alsoUnprofiled?: boolean;
  /** Absent: SCM is asked for this name. */
  readonly source?: RowSource | undefined;
  /** Reads a record, null for one that is gone. Absent: by a call. */
  readonly read?: ((sslId: number) => Promise<CertificateDetails | null>) | undefined;
}

/**
 * The same with a choice of one's own among the rows: those of the common name, whatever their other names, are candidates
 * for a replacement.
 */
export async function findRecords(
  client: ScmClient,
  place: OrderPlace,
  { isCandidate, alsoUnprofiled = false, wait, source = byName(client, wait), read }: RecordChoice,
): Promise<readonly CertificateDetails[]> {
  const profiled = await source.rowsOf(place);
  const rows = profiled.length > 0 || !alsoUnprofiled ? profiled : await rowsOfName(client, place, wait);
  const living = await source.worthReading(rows.filter(isCandidate), place);
  const found = await Promise.all(
    living.map(({ sslId }) => (read === undefined ? detailsOrGone(client, sslId, wait) : read(sslId))),
  );
  return found
    .filter((details) => details !== null)
    .filter((details) => isIn(details, place))
    .sort((one, other) => one.sslId - other.sslId);
}

function byName(client: ScmClient, wait: WaitOptions): RowSource {
  return {
    rowsOf: (place) => findRows(client, place, wait),
    async worthReading(candidates, place) {
      const ended = candidates.length > MOST_READ ? await endedIds(client, place, wait) : new Set<number>();
      const youngest = new Set(
        candidates.toSorted((one, other) => other.sslId - one.sslId).slice(0, MOST_READ),
      );
      return candidates.filter((row) => youngest.has(row) || !ended.has(row.sslId));
    },
  };
}

/**
 * From so many records of one name on, those that ended are told by two lists instead of a call each. As many of the youngest
 * are read whatever became of them: what has ended just now says what was to follow it.
 */
const MOST_READ = 8;

/**
 * Rows of a name, by the first way that shows any: the common name as it is written canonically, then as the request has it
 * (SCM's filter may tell upper from lower case), then any name of the certificate; a request without a common name may have got
 * its first name as one. Last come those of organization and SCM profile that live, by their names as we read them.
 */
async function findRows(
  client: ScmClient,
  place: OrderPlace,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  for (const filter of filtersOf(place)) {
    const rows = await listAll(client, filter, wait);
    if (rows.length > 0) return rows;
  }
  const { commonName, names } = place;
  const wanted = withCommonName(
    commonName,
    names.map(({ value }) => value),
  );
  return rowsOfPlace(client, { ...place, names: wanted }, wait);
}

/** Rows of a name in an organization, of whichever SCM profile: rows tell none. */
function rowsOfName(
  client: ScmClient,
  place: OrderPlace,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const [filter] = filtersOf(place);
  return listAll(client, { ...filter, scmProfileId: undefined }, wait);
}

function filtersOf({
  organizationId,
  scmProfileId,
  commonName,
  names,
}: OrderPlace): readonly CertificateFilter[] {
  const where = { organizationId, scmProfileId };
  const written = commonName?.trim() ?? null;
  const canonical = written === null ? null : canonicalDns(written);
  const subjectAlternativeName = canonical ?? names[0]?.value;
  const byCommonName = [...new Set([canonical, written])].filter((name) => name !== null);
  const fromSan = canonical === null && subjectAlternativeName !== undefined ? [subjectAlternativeName] : [];
  return [
    ...byCommonName.map((name) => ({ ...where, commonName: name })),
    { ...where, subjectAlternativeName },
    ...fromSan.map((name) => ({ ...where, commonName: name })),
  ];
}

/**
 * Records of the name that ended long ago. What the filter calls issued as well is not among them: then SCM did not look at
 * the filter at all.
 */
async function endedIds(
  client: ScmClient,
  place: OrderPlace,
  wait: WaitOptions,
): Promise<ReadonlySet<number>> {
  const [filter] = filtersOf(place);
  const [ended, issued] = await Promise.all(
    (["Expired", "Issued"] as const).map((status) => listAll(client, { ...filter, status }, wait)),
  );
  const isIssued = new Set((issued ?? []).map(({ sslId }) => sslId));
  return new Set((ended ?? []).map(({ sslId }) => sslId).filter((sslId) => !isIssued.has(sslId)));
}

async function listAll(
  client: ScmClient,
  filter: CertificateFilter,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const rows: CertificateIdentity[] = [];
  for await (const row of client.certificates.list(filter, wait)) rows.push(row);
  return rows;
}

/**
 * SCM's filter may match parts of a name. With a common name no other name is asked for: CAs add names and leave some out, and
 * only the record's comments tell whose order it is. Without one, the names are all there is.
 */
function couldBe(row: CertificateIdentity, place: OrderPlace): boolean {
  const { names, commonName } = place;
  if (commonName !== null) return hasCommonName(row, place);
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

export async function detailsOrGone(
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
