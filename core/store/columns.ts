import {
  CERTIFICATE_TYPES,
  INVENTORY_ATTRIBUTES,
  type InventoryAttribute,
  ORIGINS,
} from "../domain/inventory-row.ts";
import type { KeyTraits } from "../domain/key-traits.ts";
import type { MergedPart, RowPart } from "../domain/merge-parts.ts";
import { isDay } from "../domain/validity.ts";
import { scmDateStart } from "../scm/schemas/dates.ts";
import {
  type CellTable,
  type CertificateTable,
  fold,
  foldLine,
  NAMES_END,
  type NameTable,
} from "./tables.ts";
import type { Words } from "./words.ts";

/** How an attribute stands in its column. `place`: its place in a closed list. */
export type ColumnForm = "number" | "instant" | "word" | "folded" | "place";

type RowColumn = Exclude<
  keyof CertificateTable,
  "id" | "account" | "cell" | "revision" | "walk" | "whole_day" | "present" | "shared"
>;
type NameColumn = Exclude<keyof NameTable, "certificate" | "account" | "type" | "certificate_id">;

/** Folded ones are in NameTable, all others in CertificateTable. */
export interface Column {
  readonly name: RowColumn | NameColumn;
  readonly form: ColumnForm;
}

const column = (name: Column["name"], form: ColumnForm): Column => ({ name, form });

/** Attributes that have a column; the others are in the parts' JSON only. */
export const COLUMNS: Readonly<Partial<Record<InventoryAttribute, Column>>> = {
  type: column("type", "place"),
  certificateId: column("certificate_id", "number"),
  status: column("status", "word"),
  origin: column("origin", "place"),
  organizationId: column("organization_id", "number"),
  organizationName: column("organization", "word"),
  scmProfileId: column("scm_profile_id", "number"),
  scmProfileName: column("scm_profile", "word"),
  issuer: column("issuer", "word"),
  requester: column("requester", "word"),
  approver: column("approver", "word"),
  requestedVia: column("requested_via", "word"),
  keyAlgorithm: column("key_algorithm", "word"),
  keySize: column("key_size", "number"),
  keyStrength: column("key_strength", "number"),
  termDays: column("term_days", "number"),
  requested: column("requested", "instant"),
  approved: column("approved", "instant"),
  declined: column("declined", "instant"),
  issued: column("issued", "instant"),
  expires: column("expires", "instant"),
  revoked: column("revoked", "instant"),
  replaced: column("replaced", "instant"),
  commonName: column("common_name", "folded"),
  serialNumber: column("serial_number", "folded"),
  sha1Hash: column("sha1_hash", "folded"),
  orderNumber: column("order_number", "folded"),
  backendCertId: column("backend_cert_id", "folded"),
  email: column("email", "folded"),
  personName: column("person_name", "folded"),
};

/** What `InventoryFilter.text` looks through. */
export const SEARCHED: readonly InventoryAttribute[] = [
  "commonName",
  "subjectAlternativeNames",
  "serialNumber",
  "sha1Hash",
  "certificateId",
  "orderNumber",
  "backendCertId",
  "subject",
  "requester",
  "externalRequesters",
  "personName",
  "email",
  "comments",
  "customFields",
];

/** Attributes that stand in JSON only, as the bits of `present` go: a change of this list is a new version of the store. */
export const COLUMNLESS: readonly InventoryAttribute[] = [
  "subjectAlternativeNames",
  "comments",
  "customFields",
  "externalRequesters",
  "subject",
  "vendor",
  "validationType",
  "renewed",
  "isRenewed",
  "revocationReasonCode",
  "signatureAlgorithm",
  "keyUsages",
  "extendedKeyUsages",
  "sha256Hash",
  "autoRenewState",
  "autoInstallState",
];

export const PLACES = { type: CERTIFICATE_TYPES, origin: ORIGINS } as const;

const SECOND_MS = 1000;
const DAY_SECONDS = 86_400;

export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / SECOND_MS);
}

export function dayOf(seconds: number): number {
  return Math.floor(seconds / DAY_SECONDS);
}

/** `RSA 2048`, `EC 256`, `RSA`; null without an algorithm. */
function keyTypeOf({ keyAlgorithm, keySize }: Partial<KeyTraits>): string | null {
  if (keyAlgorithm === null || keyAlgorithm === undefined) return null;
  return keySize === null || keySize === undefined ? keyAlgorithm : `${keyAlgorithm} ${keySize}`;
}

type Value = string | number | null;
type RowColumns = Pick<CertificateTable, RowColumn | "whole_day" | "present">;
type NameColumns = Pick<NameTable, NameColumn>;
export type CellTraits = Omit<CellTable, "id" | "account">;

/** A row as columns of its tables. */
export interface LaidOut {
  readonly columns: RowColumns;
  readonly names: NameColumns;
  readonly traits: CellTraits;
  readonly search: string;
}

const ENTRIES = Object.entries(COLUMNS) as [InventoryAttribute, Column][]; // the record's own members

/** Texts of a row, or of a part of it, that are stored as words. */
export function* wordsOf(row: RowPart): Generator<string> {
  for (const [attribute, { form }] of ENTRIES) {
    const value = row[attribute];
    if (form === "word" && typeof value === "string") yield value;
  }
  const keyType = keyTypeOf(row);
  if (keyType !== null) yield keyType;
}

function columnValue(words: Words, { form, name }: Column, value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (form) {
    case "number":
      return Number(value);
    case "instant":
      return secondsOf(scmDateStart(String(value)));
    case "word":
      return words.numberOf(String(value));
    case "folded":
      return fold(String(value));
    case "place":
      return (PLACES[name === "type" ? "type" : "origin"] as readonly string[]).indexOf(String(value));
  }
}

/** The row is made of compact parts, so that what is there has a value. */
function presentIn(row: MergedPart): number {
  return COLUMNLESS.reduce((bits, name, place) => (row[name] === undefined ? bits : bits | (1 << place)), 0);
}

/** Lays a row out; its words must have been learnt. */
export function layOut(words: Words, row: MergedPart): LaidOut {
  const values: Record<"columns" | "names", Record<string, Value>> = { columns: {}, names: {} };
  for (const [attribute, column] of ENTRIES) {
    const table = column.form === "folded" ? "names" : "columns";
    values[table][column.name] = columnValue(words, column, row[attribute]);
  }
  const wholeDay = Number(row.expires !== undefined && row.expires !== null && isDay(row.expires));
  // Every column was given its value above, in the form its attribute has.
  const columns = {
    ...values.columns,
    whole_day: wholeDay,
    present: presentIn(row),
  } as unknown as RowColumns;
  const keyType = keyTypeOf(row);
  return {
    columns,
    names: values.names as unknown as NameColumns,
    traits: {
      type: columns.type,
      origin: columns.origin,
      status: columns.status,
      issuer: columns.issuer ?? 0,
      organization_id: columns.organization_id ?? 0,
      key_type: keyType === null ? 0 : words.numberOf(keyType),
      whole_day: wholeDay,
    },
    search: searchText(row),
  };
}

function textsOf(row: MergedPart, attribute: InventoryAttribute): readonly string[] {
  if (INVENTORY_ATTRIBUTES[attribute].kind === "fields")
    return (row.customFields ?? []).map(({ value }) => value);
  const value = row[attribute];
  // Not "fields", so the members of a list are text.
  if (Array.isArray(value)) return value as readonly string[];
  return value === null || value === undefined ? [] : [String(value)];
}

/** Texts between line ends. */
function linesOf(texts: readonly string[]): string {
  return ["", ...texts.map(foldLine), ""].join("\n");
}

/** What SearchTable has of a row. */
function searchText(row: MergedPart): string {
  const names = textsOf(row, "subjectAlternativeNames");
  const texts = new Set(SEARCHED.flatMap((attribute) => textsOf(row, attribute)));
  for (const name of names) texts.delete(name);
  return linesOf(names) + NAMES_END + linesOf([...texts]);
}
