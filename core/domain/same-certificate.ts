import type { InventoryReader, InventoryView } from "./inventory.ts";
import type { InventoryRow } from "./inventory-row.ts";

type Linked = Pick<
  InventoryRow,
  "type" | "certificateId" | "serialNumber" | "issuer" | "sha1Hash" | "sha256Hash"
>;

function areSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}

/** Whether two records are about one certificate: the same hash, or the same serial number of the same issuer. */
function isSameCertificate(one: Linked, other: Linked): boolean {
  if (one.type !== other.type || one.certificateId === other.certificateId) return false;
  if (areSame(one.sha256Hash, other.sha256Hash) || areSame(one.sha1Hash, other.sha1Hash)) return true;
  return areSame(one.serialNumber, other.serialNumber) && areSame(one.issuer, other.issuer);
}

/** SQLite takes so many values in one statement, with room for others. */
const VALUES_AT_ONCE = 500;

interface SameQuestion {
  readonly store: Pick<InventoryReader, "query">;
  readonly view: InventoryView;
  readonly rows: readonly InventoryRow[];
  readonly now: Date;
}

/** Records that share a value with one of the rows. */
async function sharing(
  { store, view, rows, now }: SameQuestion,
  attribute: "serialNumber" | "sha1Hash",
): Promise<readonly InventoryRow[]> {
  const values = [...new Set(rows.flatMap((row) => row[attribute] ?? []))];
  const found: InventoryRow[] = [];
  for (let start = 0; start < values.length; start += VALUES_AT_ONCE) {
    const anyOf = values.slice(start, start + VALUES_AT_ONCE);
    const filter = { conditions: [{ attribute, operator: "equals", anyOf } as const] };
    const page = await store.query({ view, filter, now, limit: Number.MAX_SAFE_INTEGER });
    found.push(...page.rows);
  }
  return found;
}

/**
 * Says of each row which other records of the view are about the same certificate: those that SCM discovered, say. By ids of
 * its type, ascending.
 */
export async function findSame(question: SameQuestion): Promise<(row: InventoryRow) => readonly number[]> {
  const found = [...(await sharing(question, "serialNumber")), ...(await sharing(question, "sha1Hash"))];
  return (row) => {
    const same = found.filter((other) => isSameCertificate(row, other));
    return [...new Set(same.map(({ certificateId }) => certificateId))].sort((a, b) => a - b);
  };
}
