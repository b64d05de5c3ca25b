import type { InventoryAttribute } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import { COLUMNS, PLACES } from "./columns.ts";

/*
 * A part as JSON that takes less than half the room: a key is one sign, texts that many rows share are numbers of words, as in
 * their columns, instants are seconds, and the common name has no second copy. It stays JSON that conditions can be asked of:
 * what has no column is written as it is. A change of anything here is a new version of the store.
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

const SECOND_MS = 1000;

/** Seconds since 1970; the text itself where it is not exactly what they would be read as. */
function instantToNumber(text: string): string | number {
  const seconds = Date.parse(text) / SECOND_MS;
  return Number.isInteger(seconds) && instantOf(seconds) === text ? seconds : text;
}

function instantOf(seconds: number): string {
  return new Date(seconds * SECOND_MS).toISOString();
}

/** What numbers in a part stand for. */
interface Lists {
  /** The part's own alternative names. */
  readonly names: readonly string[];
  /** Number of a word. */
  readonly numberOf: (text: string) => number;
}

interface Texts {
  readonly names: readonly string[];
  readonly textOf: (number: number) => string;
}

/** How the texts of an attribute become numbers, and numbers texts again. A text that stays one stands for itself. */
interface Form {
  readonly shorten: (text: string, lists: Lists) => string | number;
  readonly lengthen: (number: number, texts: Texts) => string | undefined;
}

function placeOr(text: string, list: readonly string[]): string | number {
  const place = list.indexOf(text);
  return place < 0 ? text : place;
}

function formOf(attribute: InventoryAttribute): Form | null {
  if (attribute === "commonName")
    return {
      shorten: (text, { names }) => placeOr(text, names),
      lengthen: (place, { names }) => names[place],
    };
  switch (COLUMNS[attribute]?.form) {
    case "word":
      return {
        shorten: (text, { numberOf }) => (isKeptExactly(text) ? numberOf(text) : text),
        lengthen: (number, { textOf }) => textOf(number),
      };
    case "place": {
      const places: readonly string[] = PLACES[attribute === "type" ? "type" : "origin"];
      return { shorten: (text) => placeOr(text, places), lengthen: (place) => places[place] };
    }
    case "instant":
      return { shorten: instantToNumber, lengthen: instantOf };
    default:
      return null;
  }
}

/** Databases give back another text for these; JSON writes them in ASCII. */
function isKeptExactly(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

interface Member {
  readonly attribute: InventoryAttribute;
  readonly key: string;
  readonly form: Form | null;
}

const MEMBERS: readonly Member[] = (Object.entries(SHORT_KEYS) as [InventoryAttribute, string][]) // the record's own members
  .map(([attribute, key]) => ({ attribute, key, form: formOf(attribute) }));
const BY_ATTRIBUTE = new Map<string, Member>(MEMBERS.map((member) => [member.attribute, member]));
const BY_KEY = new Map(MEMBERS.map((member) => [member.key, member]));
const WORD_KEYS = new Set(
  MEMBERS.flatMap(({ attribute, key }) => (COLUMNS[attribute]?.form === "word" ? [key] : [])),
);

/** A compact part as short JSON: equal parts give equal texts. Its words must have been learnt. */
export function shortJson(part: RowPart, numberOf: Lists["numberOf"]): string {
  const lists = { names: part.subjectAlternativeNames ?? [], numberOf };
  const short: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(part)) {
    const member = BY_ATTRIBUTE.get(attribute);
    if (member === undefined) continue;
    const { key, form } = member;
    short[key] = form !== null && typeof value === "string" ? form.shorten(value, lists) : value;
  }
  return JSON.stringify(short);
}

/** What `shortJson` made, as it is in JSON. */
export type Short = Readonly<Record<string, unknown>>;

/** Numbers of the words in it, in the order in which `shortJson` met their texts. */
export function wordsIn(short: Short): readonly number[] {
  return Object.entries(short).flatMap(([key, value]) =>
    typeof value === "number" && WORD_KEYS.has(key) ? [value] : [],
  );
}

export function partOf(short: Short, textOf: Texts["textOf"]): RowPart {
  const names = short[SHORT_KEYS.subjectAlternativeNames] as readonly string[] | undefined; // made by `shortJson`
  const texts = { names: names ?? [], textOf };
  const part: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(short)) {
    const member = BY_KEY.get(key);
    if (member === undefined) continue;
    const { attribute, form } = member;
    part[attribute] = form !== null && typeof value === "number" ? form.lengthen(value, texts) : value;
  }
  return part as unknown as RowPart; // what was shortened
}
