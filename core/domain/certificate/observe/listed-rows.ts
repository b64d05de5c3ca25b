import type { WaitOptions } from "../../../base/deadline.ts";
import { BugError, CancelledError, LoginError, SectigoError } from "../../../base/errors.ts";
import { type Logger, silentLogger } from "../../../base/log.ts";
import { canonicalDns } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { LARGEST_PAGE } from "../../../scm/pages.ts";
import type { CertificateFilter } from "../../../scm/resources/certificate-reads.ts";
import type { CertificateIdentity, CertificateStatus } from "../../../scm/schemas/certificates.ts";
import type { OrderPlace, RowSource } from "./find-orders.ts";

type Where = Pick<OrderPlace, "organizationId" | "scmProfileId">;

/** One page of the list takes the place of so many looks by name at least. */
const LOOKS_PER_PAGE = 4;

/** What no other call would survive either. */
const ENDS_ALL = [LoginError, CancelledError, BugError] as const;

/** What is over, and can't change what becomes of an order whose certificate serves. */
const OVER: readonly CertificateStatus[] = ["Expired", "Revoked"];

/**
 * All records of an organization and SCM profile in one paged list, for orders of which most are kept as they are. It was read
 * once and is not looked at again, so nothing is ordered by it: see `decideByHoldings`.
 * @param orders how many will be looked for
 * @returns null where looks by name cost no more, where SCM does not say how many records there are or contradicts itself, and
 *          where it can't list them all, which is logged: the looks by name tell what is wrong
 */
export async function listRows(
  client: ScmClient,
  where: Where,
  { orders, log = silentLogger, ...wait }: WaitOptions & { readonly orders: number; readonly log?: Logger },
): Promise<RowSource | null> {
  const { organizationId, scmProfileId } = where;
  const filter = { organizationId, scmProfileId };
  try {
    const rows = await listAtMost(client, filter, { ...wait, most: Math.floor(orders / LOOKS_PER_PAGE) });
    return rows && sourceOf(rows, () => overIds(client, filter, rows.length, wait));
  } catch (thrown) {
    if (ENDS_ALL.some((kind) => thrown instanceof kind)) throw thrown;
    log.warn("could not list the certificates of the SCM profile at once", {
      code: SectigoError.from(thrown).code,
    });
    return null;
  }
}

/** @param most pages */
async function listAtMost(
  client: ScmClient,
  filter: CertificateFilter,
  { most, ...wait }: WaitOptions & { readonly most: number },
): Promise<readonly CertificateIdentity[] | null> {
  if (most < 1) return null;
  const { items, total } = await client.certificates.list(filter, wait);
  const rows = new Map(items.map((row) => [row.sslId, row]));
  // A number lower than the rows that came says nothing.
  if (total === null || total < rows.size || total > most * LARGEST_PAGE) return null;
  if (rows.size === total) return [...rows.values()];
  for await (const row of client.certificates.list({ ...filter, position: rows.size }, wait))
    rows.set(row.sslId, row);
  return [...rows.values()];
}

function sourceOf(
  rows: readonly CertificateIdentity[],
  loadOver: () => Promise<ReadonlySet<number>>,
): RowSource {
  const byName = rowsByName(rows);
  let over: Promise<ReadonlySet<number>> | null = null;
  return {
    // What shows in it under one of these names; the caller's own choice among the rows comes after.
    rowsOf: async ({ commonName, names }) => {
      const name = commonName ?? names[0]?.value;
      return name === undefined ? [] : (byName.get(canonicalDns(name)) ?? []);
    },
    async worthReading(candidates) {
      if (candidates.length < 2) return candidates;
      over ??= loadOver();
      const ids = await over;
      return candidates.filter(({ sslId }) => !ids.has(sslId));
    },
  };
}

function rowsByName(
  rows: readonly CertificateIdentity[],
): ReadonlyMap<string, readonly CertificateIdentity[]> {
  const byName = new Map<string, CertificateIdentity[]>();
  for (const row of rows) {
    const names = [row.commonName, ...row.subjectAlternativeNames].filter((name) => name !== null);
    for (const name of new Set(names.map(canonicalDns))) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [row]);
      else same.push(row);
    }
  }
  return byName;
}

/**
 * Records that are over by the list's status filter. What the filter calls issued as well is not among them, and none is where it
 * calls all of them expired: then SCM did not look at the filter.
 * @param all how many records there are
 */
async function overIds(
  client: ScmClient,
  filter: CertificateFilter,
  all: number,
  wait: WaitOptions,
): Promise<ReadonlySet<number>> {
  const over = new Set<number>();
  for (const status of OVER) {
    for await (const { sslId } of client.certificates.list({ ...filter, status }, wait)) over.add(sslId);
    if (over.size >= all) return new Set();
  }
  if (over.size === 0) return over;
  for await (const { sslId } of client.certificates.list({ ...filter, status: "Issued" }, wait))
    over.delete(sslId);
  return over;
}
