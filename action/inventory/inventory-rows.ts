import { INVENTORY_ATTRIBUTES, type InventoryEntry } from "../../core/index.ts";

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

/** Rows without names and addresses of persons. Owners are such addresses too. */
export function withoutPersons(rows: readonly InventoryEntry[]): readonly Partial<InventoryEntry>[] {
  const hidden = new Set<string>([...PERSONAL, "owners"]);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))));
}

/** RFC 4180: CRLF, quotes doubled. */
export function csvOf(rows: readonly Partial<InventoryEntry>[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/** A spreadsheet takes a text that begins like a formula for one; an apostrophe before it makes it text. */
function cell(value: unknown): string {
  const text = Array.isArray(value)
    ? value.join(" ")
    : value === null || value === undefined
      ? ""
      : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
