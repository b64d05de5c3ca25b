import type { WaitOptions } from "../../../base/deadline.ts";
import { StateError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { LARGEST_PAGE } from "../../../scm/pages.ts";
import type { CertificateFilter } from "../../../scm/resources/certificate-reads.ts";
import type { CertificateIdentity, CertificateStatus } from "../../../scm/schemas/certificates.ts";

interface Place {
  readonly organizationId: number;
  readonly scmProfileId: number;
}

const LIVING: readonly CertificateStatus[] = ["Requested", "SAApproved", "Approved", "Applied", "Issued"];

/** 250 calls, once for all orders of a process. */
const MOST_ROWS = 50_000;

/** By client, which lives as long as one walk or one step. */
const KNOWN = new WeakMap<ScmClient, Map<string, Promise<readonly CertificateIdentity[]>>>();

/**
 * Orders of an organization and SCM profile that are on their way or issued, whatever they are called: the last look, where no
 * filter by name shows any. Five lists, whole, asked once for all orders of a process.
 * @throws StateError `state.too_many_to_compare`
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
    LIVING.map((status) => listAll(client, { organizationId, scmProfileId, status }, wait)),
  );
  return [...new Map(rows.flat().map((row) => [row.sslId, row])).values()];
}

async function listAll(
  client: ScmClient,
  filter: CertificateFilter,
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const { items, total } = await client.certificates.list({ ...filter, size: LARGEST_PAGE }, wait);
  if (total !== null && total > MOST_ROWS) throw tooMany(filter, total);
  if (total === items.length) return items;
  const rows = [...items];
  const rest = client.certificates.list({ ...filter, size: LARGEST_PAGE, position: items.length }, wait);
  for await (const row of rest) {
    rows.push(row);
    if (rows.length > MOST_ROWS) throw tooMany(filter, rows.length);
  }
  return rows;
}

/** Part of them would look like the whole, and what is in the rest might be ordered twice. */
function tooMany({ organizationId, scmProfileId, status }: CertificateFilter, found: number): StateError {
  const where = `organization ${organizationId} with SCM profile ${scmProfileId}`;
  return new StateError(
    `look for an earlier order of the same: ${where} has ${found} certificates that are ${status}`,
    {
      code: "state.too_many_to_compare",
      hint:
        `No filter by name shows this order, and of so many records at most ${MOST_ROWS} are compared. Order it in another ` +
        "department or with another SCM profile. Nothing was ordered.",
    },
  );
}
