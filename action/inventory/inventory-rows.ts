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

/** What names the holder of a client certificate, in columns that name servers and devices elsewhere. */
const OF_HOLDERS = ["commonName", "subject", "subjectAlternativeNames"] as const;

/** The same row with nothing in the members that name persons. */
export function blankPersons(row: InventoryEntry): InventoryEntry {
  const blank = [...PERSONAL, "owners", ...holderColumns(row)].map((name) => [
    name,
    Array.isArray(row[name as keyof InventoryEntry]) ? [] : null,
  ]);
  return { ...row, ...Object.fromEntries(blank) };
}

/** Rows without names and addresses of persons. Owners are such addresses too, and so is the person of a client certificate. */
export function withoutPersons(rows: readonly InventoryEntry[]): readonly Partial<InventoryEntry>[] {
  return rows.map((row) => {
    const hidden = new Set<string>([...PERSONAL, "owners", ...holderColumns(row)]);
    return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name)));
  });
}

/** A mail address stands in certificates of servers too, by mistake or for S/MIME. */
function holderColumns(row: InventoryEntry): readonly string[] {
  return OF_HOLDERS.filter((name) => row.type === "client" || [row[name]].flat().join().includes("@"));
}

/** What a row is called where people read: its common name, or its id where that names a person who was not asked for. */
export function nameOfRow(row: InventoryEntry, { showsPersons }: { readonly showsPersons: boolean }): string {
  const isHidden = !showsPersons && holderColumns(row).includes("commonName");
  return isHidden ? `${row.type} ${row.certificateId}` : (row.commonName ?? "");
}

/** Names of the columns first. */
export function csvOf(rows: readonly Partial<InventoryEntry>[]): string {
  return csvFile(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
