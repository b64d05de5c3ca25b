import type { WaitOptions } from "../../../base/deadline.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { LARGEST_PAGE } from "../../../scm/pages.ts";
import type { CertificateFilter } from "../../../scm/resources/certificate-reads.ts";
import type { CertificateIdentity, CertificateStatus } from "../../../scm/schemas/certificates.ts";

interface Place {
  readonly organizationId: number;
  readonly scmProfileId: number;
}

const LIVING: readonly CertificateStatus[] = ["Requested", "SAApproved", "Approved", "Applied", "Issued"];

/** By client, which lives as long as one walk or one step. */
const KNOWN = new WeakMap<ScmClient, Map<string, Promise<readonly CertificateIdentity[]>>>();

/**
 * Orders of an organization and SCM profile that are on their way or issued, whatever they are called: the last look, where no
 * filter by name shows any. Five lists, asked once for all orders of a process; of each its first page and its last, among
 * which are the youngest: what a run before may have ordered and lost.
 */
export function rowsOfPlace(
  client: ScmClient,
  place: Place,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const known = KNOWN.get(client) ?? new Map<string, Promise<readonly CertificateIdentity[]>>();
  KNOWN.set(client, known);
  const key = `${place.organizationId} ${place.scmProfileId}`;
  const rows = known.get(key) ?? load(client, place, wait);
  known.set(key, rows);
  // A failed question is asked again by the next order.
  rows.catch(() => known.delete(key));
  return rows;
}

async function load(
  client: ScmClient,
  { organizationId, scmProfileId }: Place,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const rows = await Promise.all(
    LIVING.map((status) => bothEnds(client, { organizationId, scmProfileId, status }, wait)),
  );
  return [...new Map(rows.flat().map((row) => [row.sslId, row])).values()];
}

async function bothEnds(
  client: ScmClient,
  filter: CertificateFilter,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const first = await client.certificates.list({ ...filter, size: LARGEST_PAGE }, wait);
  const position = (first.total ?? 0) - LARGEST_PAGE;
  if (position <= 0) return first.items;
  const last = await client.certificates.list({ ...filter, size: LARGEST_PAGE, position }, wait);
  return [...first.items, ...last.items];
}
