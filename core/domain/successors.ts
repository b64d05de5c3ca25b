import type { InventoryReader, InventoryView } from "./inventory.ts";
import type { InventoryRow } from "./inventory-row.ts";
import { earliestEnd, isOver, latestEnd } from "./validity.ts";

type Named = Pick<InventoryRow, "commonName" | "subjectAlternativeNames">;

/** What of a row tells whether it is another one's successor, or has one. */
export type Compared = Named &
  Pick<InventoryRow, "type" | "certificateId" | "status" | "organizationId" | "issuer" | "expires">;

/** No more than that of a row, for those who compare many. */
export function comparedOf(row: Compared): Compared {
  const { type, certificateId, status, organizationId, issuer, expires } = row;
  const { commonName, subjectAlternativeNames } = row;
  return {
    type,
    certificateId,
    status,
    organizationId,
    issuer,
    expires,
    commonName,
    subjectAlternativeNames,
  };
}

function namesOf({ commonName, subjectAlternativeNames }: Named): ReadonlySet<string> {
  const names = commonName === null ? subjectAlternativeNames : [commonName, ...subjectAlternativeNames];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The wildcard that covers a name besides itself: `*.example.test` for `www.example.test`; null for a single label. */
function wildcardOf(name: string): string | null {
  const dot = name.indexOf(".");
  return dot < 1 || name.startsWith("*.") ? null : `*${name.slice(dot)}`;
}

/**
 * Whether a certificate takes another one's place: of the same type, organization and issuer, issued, with a later end, and
 * covering all of its names. What is in doubt does not count: an alarm too many is better than one too few.
 */
export function isSuccessor(candidate: Compared, row: Compared, now: Date): boolean {
  if (candidate.type !== row.type || candidate.status !== "Issued" || row.expires === null) return false;
  if (candidate.expires === null || isOver(candidate.expires, now)) return false;
  if (candidate.organizationId === null || candidate.organizationId !== row.organizationId) return false;
  if (candidate.issuer === null || candidate.issuer !== row.issuer) return false;
  if (earliestEnd(candidate.expires) <= latestEnd(row.expires)) return false;
  const covered = namesOf(candidate);
  const names = [...namesOf(row)];
  return names.length > 0 && names.every((name) => covered.has(name) || covered.has(wildcardOf(name) ?? ""));
}

/** SQLite takes so many values in one statement, with room for others. */
const NAMES_AT_ONCE = 500;

const keyOf = ({ type, certificateId }: Pick<InventoryRow, "type" | "certificateId">): string =>
  `${type} ${certificateId}`;

/** What a successor's common name may be: that of the certificate, or the wildcard that covers it. */
function commonNamesOf({ commonName }: Named): readonly string[] {
  return commonName === null ? [] : [commonName, wildcardOf(commonName) ?? commonName];
}

interface SuccessorQuestion {
  readonly store: Pick<InventoryReader, "walk">;
  readonly view: InventoryView;
  readonly rows: readonly Compared[];
  readonly now: Date;
}

/** Whether a row has a successor; null where it can't be told. */
export type HasSuccessor = (row: Compared) => boolean | null;

/**
 * Whether SCM tells enough of a certificate to look for its successor: lists of clients and devices lack names or issuers, and
 * some discovered ones lack their issuer. One that was never issued has no end that another could outlive.
 */
function isTold(row: Compared): boolean {
  if (row.type !== "ssl") return false;
  if (row.expires === null) return row.status !== "Issued";
  return row.issuer !== null && row.organizationId !== null && namesOf(row).size > 0;
}

/**
 * Says which of the rows have a successor anywhere in the account, without details. Candidates are found by their common
 * name, which a renewal keeps.
 */
export async function findSuccessors(question: SuccessorQuestion): Promise<HasSuccessor> {
  const { store, view, rows, now } = question;
  // States and units narrow what is shown, not what takes its place.
  const whole = { ...view, statuses: undefined, scmProfileIds: undefined };
  const names = [...new Set(rows.flatMap(commonNamesOf))];
  const byName = new Map<string, Compared[]>();
  for (const row of rows)
    for (const name of commonNamesOf(row)) {
      const known = byName.get(name.toLowerCase());
      if (known === undefined) byName.set(name.toLowerCase(), [row]);
      else known.push(row);
    }
  const succeeded = new Set<string>();
  const compare = (candidate: Compared): void => {
    for (const row of byName.get(candidate.commonName?.toLowerCase() ?? "") ?? [])
      if (!succeeded.has(keyOf(row)) && isSuccessor(candidate, row, now)) succeeded.add(keyOf(row));
  };
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    const anyOf = names.slice(start, start + NAMES_AT_ONCE);
    const conditions = [{ attribute: "commonName", operator: "equals", anyOf } as const];
    const filter = { conditions, statuses: ["Issued"] };
    const query = { view: whole, filter, now, limit: Number.MAX_SAFE_INTEGER };
    // Candidates may be many, and are not held.
    await store.walk(query, compare);
  }
  return (row) => (isTold(row) ? succeeded.has(keyOf(row)) : null);
}
