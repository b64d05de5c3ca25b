import { INVENTORY_ATTRIBUTES, type InventoryEntry } from "../../core/index.ts";
import { csvFile } from "./csv.ts";

/** Columns of the table file, in their order. */
const COLUMNS = [
  "type",
  "certificateId",
  "commonName",
  "subjectAlternativeNames",
  "status",
  "serialNumber",
  "organizationName",
  "scmProfileName",
  "issuer",
  "expires",
  "keyAlgorithm",
  "keySize",
  "businessUnit",
  "tags",
] as const satisfies readonly (keyof InventoryEntry)[];

const PERSONAL = Object.entries(INVENTORY_ATTRIBUTES).flatMap(([name, { isPersonal }]) =>
  isPersonal ? [name] : [],
);

/** The same row with nothing in the members that name persons. */
export function blankPersons(row: InventoryEntry): InventoryEntry {
  const blank = [...PERSONAL, "owners"].map((name) => [
    name,
    Array.isArray(row[name as keyof InventoryEntry]) ? [] : null,
  ]);
  return { ...row, ...Object.fromEntries(blank) };
}

/** Rows without names and addresses of persons. Owners are such addresses too. */
export function withoutPersons(rows: readonly InventoryEntry[]): readonly Partial<InventoryEntry>[] {
  const hidden = new Set<string>([...PERSONAL, "owners"]);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))));
}

/** Names of the columns first. */
export function csvOf(rows: readonly Partial<InventoryEntry>[]): string {
  return csvFile(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
