import type { WaitOptions } from "../../../base/deadline.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { LARGEST_PAGE } from "../../../scm/pages.ts";
import type { CertificateIdentity, CertificateStatus } from "../../../scm/schemas/certificates.ts";

interface Place {
  readonly organizationId: number;
  readonly scmProfileId: number;
}

const PENDING: readonly CertificateStatus[] = ["Requested", "SAApproved", "Approved", "Applied"];

/** By client, which lives as long as one walk or one step. */
const KNOWN = new WeakMap<ScmClient, Map<string, Promise<readonly CertificateIdentity[]>>>();

/**
 * Orders of an organization and SCM profile that are on their way, whatever they are called: the last look, where no filter by
 * name shows any. Four lists, asked once for all orders of a process; of each its first page, since a state with more is one
 * that is not worked off, or an SCM that does not look at the filter.
 */
export function pendingRows(
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
  const where = { organizationId, scmProfileId, size: LARGEST_PAGE };
  const pages = await Promise.all(
    PENDING.map((status) => client.certificates.list({ ...where, status }, wait)),
  );
  return [...new Map(pages.flatMap(({ items }) => items).map((row) => [row.sslId, row])).values()];
}
