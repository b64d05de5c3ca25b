import type { WaitOptions } from "../../../base/deadline.ts";
import { type San, withCommonName } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { LARGEST_PAGE } from "../../../scm/pages.ts";
import type { CertificateFilter } from "../../../scm/resources/certificate-reads.ts";
import type { CertificateIdentity, CertificateStatus } from "../../../scm/schemas/certificates.ts";

interface Place {
  readonly organizationId: number;
  readonly scmProfileId: number;
}

interface Rows {
  readonly rows: readonly CertificateIdentity[];
  /** How many more there are. */
  readonly leftOut: number;
}

/** The same by each name that they bear: a place may have tens of thousands, and a run a thousand orders. */
interface NamedRows {
  readonly byName: ReadonlyMap<string, readonly CertificateIdentity[]>;
  readonly leftOut: number;
}

const LIVING: readonly CertificateStatus[] = ["Requested", "SAApproved", "Approved", "Applied", "Issued"];

/** Of a state: 100 calls, once for all orders of a process. */
const MOST_ROWS = 20_000;

/** By session, which lives as long as one walk or one step. */
const KNOWN = new WeakMap<ScmClient["session"], Map<string, Promise<NamedRows>>>();

const keyOf = ({ organizationId, scmProfileId }: Place): string => `${organizationId} ${scmProfileId}`;

/**
 * Orders of an organization and SCM profile that are on their way or issued and bear one of the names, as we read names: the
 * last look, where no filter by name shows any. Five lists, asked once for all orders of a process. Of one with more than
 * 20,000 rows its two ends, among which are the youngest: what a run before may have ordered and lost. `rowsLeftOut` tells how
 * many that leaves.
 */
export async function rowsOfPlace(
  client: ScmClient,
  place: Place & { readonly names: readonly San[] },
  wait: WaitOptions,
): Promise<readonly CertificateIdentity[]> {
  const known = KNOWN.get(client.session) ?? new Map<string, Promise<NamedRows>>();
  KNOWN.set(client.session, known);
  const key = keyOf(place);
  const found = known.get(key) ?? load(client, place, wait);
  known.set(key, found);
  // A failed question is asked again by the next order.
  found.catch(() => known.delete(key));
  const { byName } = await found;
  return [...new Set(place.names.flatMap(({ value }) => byName.get(value) ?? []))];
}

/**
 * How many rows of a place that was looked through were not compared; 0 where it was not needed. Never rejects: who asks has
 * placed an order, which must not be lost because the look of another order fails; that one tells of it.
 */
export async function rowsLeftOut(client: ScmClient, place: Place): Promise<number> {
  const found = KNOWN.get(client.session)?.get(keyOf(place));
  const rows = await found?.catch(() => null);
  return rows?.leftOut ?? 0;
}

async function load(
  client: ScmClient,
  { organizationId, scmProfileId }: Place,
  wait: WaitOptions,
): Promise<NamedRows> {
  const lists = await Promise.all(
    LIVING.map((status) => listState(client, { organizationId, scmProfileId, status }, wait)),
  );
  const rows = [
    ...new Map(lists.flatMap((list) => list.rows.map((row) => [row.sslId, row] as const))).values(),
  ];
  return { byName: indexed(rows), leftOut: lists.reduce((sum, { leftOut }) => sum + leftOut, 0) };
}

function indexed(rows: readonly CertificateIdentity[]): NamedRows["byName"] {
  const byName = new Map<string, CertificateIdentity[]>();
  for (const row of rows)
    for (const { value } of withCommonName(row.commonName, row.subjectAlternativeNames)) {
      const others = byName.get(value);
      if (others === undefined) byName.set(value, [row]);
      else others.push(row);
    }
  return byName;
}

async function listState(client: ScmClient, filter: CertificateFilter, wait: WaitOptions): Promise<Rows> {
  const { items, total } = await client.certificates.list({ ...filter, size: LARGEST_PAGE }, wait);
  if (total === items.length) return { rows: items, leftOut: 0 };
  const read = async (position: number, most: number): Promise<readonly CertificateIdentity[]> => {
    const rows: CertificateIdentity[] = [];
    for await (const row of client.certificates.list({ ...filter, size: LARGEST_PAGE, position }, wait)) {
      rows.push(row);
      if (rows.length === most) break;
    }
    return rows;
  };
  if (total === null || total <= MOST_ROWS)
    return { rows: [...items, ...(await read(items.length, Number.POSITIVE_INFINITY))], leftOut: 0 };
  const half = MOST_ROWS / 2;
  const [first, last] = [await read(0, half), await read(total - half, half)];
  return { rows: [...first, ...last], leftOut: total - MOST_ROWS };
}
