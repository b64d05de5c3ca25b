import { type InventoryEntry, personalAttributes } from "../../core/index.ts";
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

/** The same row with nothing in the members that name persons. */
export function blankPersons(row: InventoryEntry): InventoryEntry {
  const blank = personalMembers(row).map((name) => [name, Array.isArray(row[name]) ? [] : null]);
  return { ...row, ...Object.fromEntries(blank) };
}

/** Rows without names and addresses of persons. Owners are such addresses too, and so is the person of a client certificate. */
export function withoutPersons(rows: readonly InventoryEntry[]): readonly Partial<InventoryEntry>[] {
  return rows.map((row) => {
    const hidden = new Set<string>(personalMembers(row));
    return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name)));
  });
}

/** Owners are mail addresses of persons, and reports go to more readers than the file of the rules. */
function personalMembers(row: InventoryEntry): readonly (keyof InventoryEntry)[] {
  return [...personalAttributes(row), "owners"];
}

/** What a row is called where people read: its common name, or its id where that names a person who was not asked for. */
export function nameOfRow(
  row: Pick<InventoryEntry, "type" | "certificateId" | "commonName">,
  { showsPersons }: { readonly showsPersons: boolean },
): string {
  const isHidden = !showsPersons && personalAttributes(row).includes("commonName");
  return isHidden ? `${row.type} ${row.certificateId}` : (row.commonName ?? "");
}

/** Names of the columns first. */
export function csvOf(rows: readonly Partial<InventoryEntry>[]): string {
  return csvFile(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
