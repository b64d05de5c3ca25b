import {
  CERTIFICATE_TYPES,
  INVENTORY_ATTRIBUTES,
  type InventoryAttribute,
  ORIGINS,
} from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";

/*
 * A part as JSON that takes half the room: keys of one or two signs, places in lists for words that are always the same,
 * seconds for instants, and no second copy of the common name. It stays JSON that conditions can be asked of: what they ask
 * for has no form but its own. A change of anything here is a new version of the store.
 */

export const SHORT_KEYS: Readonly<Record<InventoryAttribute, string>> = {
  type: "t",
  certificateId: "i",
  commonName: "n",
  subjectAlternativeNames: "a",
  status: "s",
  serialNumber: "x",
  organizationId: "o",
  organizationName: "O",
  scmProfileId: "p",
  scmProfileName: "P",
  termDays: "d",
  orderNumber: "N",
  backendCertId: "b",
  vendor: "v",
  validationType: "V",
  issuer: "I",
  subject: "S",
  requester: "r",
  approver: "A",
  externalRequesters: "R",
  personName: "w",
  email: "m",
  comments: "c",
  requested: "q",
  approved: "y",
  declined: "D",
  issued: "j",
  expires: "e",
  revoked: "k",
  replaced: "l",
  renewed: "W",
  isRenewed: "B",
  revocationReasonCode: "C",
  requestedVia: "u",
  origin: "g",
  keyAlgorithm: "K",
  keySize: "z",
  keyStrength: "Z",
  signatureAlgorithm: "G",
  keyUsages: "U",
  extendedKeyUsages: "E",
  sha1Hash: "h",
  sha256Hash: "H",
  customFields: "f",
  autoRenewState: "M",
  autoInstallState: "L",
};

/** Words that a place stands for. Others stand for themselves, so that none need be missing here. */
const PLACES: Readonly<Partial<Record<InventoryAttribute, readonly string[]>>> = {
  type: CERTIFICATE_TYPES,
  origin: ORIGINS,
  status: [
    "Issued",
    "Revoked",
    "Expired",
    "Requested",
    "Applied",
    "Approved",
    "Declined",
    "Replaced",
    "Rejected",
  ],
  keyAlgorithm: ["RSA", "EC"],
};

/** Conditions compare it in JSON, as a text that sorts as instants do. */
const DATES_AS_THEY_ARE: ReadonlySet<InventoryAttribute> = new Set(["renewed"]);

const SECOND_MS = 1000;

/** Seconds since 1970; the text itself where it is not exactly what they would be read as. */
function instantToNumber(text: string): string | number {
  const seconds = Date.parse(text) / SECOND_MS;
  return Number.isInteger(seconds) && instantOf(seconds) === text ? seconds : text;
}

function instantOf(seconds: number): string {
  return new Date(seconds * SECOND_MS).toISOString();
}

type Turn = (value: unknown, names: readonly string[]) => unknown;

interface Form {
  readonly attribute: InventoryAttribute;
  readonly key: string;
  readonly shorten: Turn;
  readonly lengthen: Turn;
}

const same: Turn = (value) => value;

/** Numbers stand for texts that are found in a list; a text that isn't stands for itself. */
function turns(listOf: (names: readonly string[]) => readonly string[]): Pick<Form, "shorten" | "lengthen"> {
  return {
    shorten(value, names) {
      const place = listOf(names).indexOf(String(value));
      return place < 0 ? value : place;
    },
    lengthen: (value, names) => (typeof value === "number" ? listOf(names)[value] : value),
  };
}

function turnsOf(attribute: InventoryAttribute): Pick<Form, "shorten" | "lengthen"> {
  const places = PLACES[attribute];
  if (places !== undefined) return turns(() => places);
  if (attribute === "commonName") return turns((names) => names);
  if (INVENTORY_ATTRIBUTES[attribute].kind !== "date" || DATES_AS_THEY_ARE.has(attribute))
    return { shorten: same, lengthen: same };
  return {
    shorten: (value) => (typeof value === "string" ? instantToNumber(value) : value),
    lengthen: (value) => (typeof value === "number" ? instantOf(value) : value),
  };
}

const FORMS: readonly Form[] = (Object.entries(SHORT_KEYS) as [InventoryAttribute, string][]) // the record's own members
  .map(([attribute, key]) => ({ attribute, key, ...turnsOf(attribute) }));
const BY_ATTRIBUTE = new Map<string, Form>(FORMS.map((form) => [form.attribute, form]));
const BY_KEY = new Map(FORMS.map((form) => [form.key, form]));

/** A compact part as short JSON: equal parts give equal texts. */
export function shortJson(part: RowPart): string {
  const names = part.subjectAlternativeNames ?? [];
  const short: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(part)) {
    const form = BY_ATTRIBUTE.get(attribute);
    if (form !== undefined) short[form.key] = form.shorten(value, names);
  }
  return JSON.stringify(short);
}

/** @throws SyntaxError when the text is not JSON */
export function partOf(json: string): RowPart {
  const short = JSON.parse(json) as Readonly<Record<string, unknown>>; // made by `shortJson`
  const names = short[SHORT_KEYS.subjectAlternativeNames] as readonly string[] | undefined; // the same
  const part: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(short)) {
    const form = BY_KEY.get(key);
    if (form !== undefined) part[form.attribute] = form.lengthen(value, names ?? []);
  }
  return part as unknown as RowPart; // what was shortened
}
