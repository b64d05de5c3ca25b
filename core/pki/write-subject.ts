import type { Asn1 } from "node-forge/lib/asn1.js";
import { PkiError } from "../base/errors.ts";
import { judgeName } from "./judge-name.ts";
import { canonicalDns } from "./names.ts";
import { ATTRIBUTE_NAMES } from "./oids.ts";
import { oid, printableString, sequence, setOf, utf8String } from "./write-der.ts";

/**
 * Subject of a request. SCM takes the common name from it and puts its own record of the organization in place of the
 * rest; other CAs behind SCM may keep what stands here. Null and empty text leave an attribute out.
 */
export interface CsrSubject {
  readonly commonName?: string | null | undefined;
  readonly organization?: string | null | undefined;
  readonly organizationalUnit?: string | null | undefined;
  readonly locality?: string | null | undefined;
  /** State or province, spelled out. */
  readonly state?: string | null | undefined;
  /** Two letters, ISO 3166. */
  readonly country?: string | null | undefined;
}

/** In the order a Name is written, general to specific, with the room each has: RFC 5280 appendix A.1, upper bounds. */
const ATTRIBUTES = [
  { field: "country", shortName: "C", longest: 2 },
  { field: "state", shortName: "ST", longest: 128 },
  { field: "locality", shortName: "L", longest: 128 },
  { field: "organization", shortName: "O", longest: 64 },
  { field: "organizationalUnit", shortName: "OU", longest: 64 },
  { field: "commonName", shortName: "CN", longest: 64 },
] as const satisfies readonly { field: keyof CsrSubject; shortName: string; longest: number }[];

const TYPES = Object.fromEntries(
  Object.entries(ATTRIBUTE_NAMES).map(([type, shortName]) => [shortName, type]),
);

/** Whether nothing stands in it. */
export function isEmptySubject(subject: CsrSubject): boolean {
  return ATTRIBUTES.every(({ field }) => !subject[field]);
}

/**
 * Writes a Name with one attribute per RDN.
 * @throws PkiError `pki.csr_subject`
 */
export function writeSubject(subject: CsrSubject): Asn1 {
  const attributes = attributesOf(subject);
  for (const { fault } of attributes) if (fault !== null) throw fault;
  return sequence(
    ...attributes.map(({ shortName, value }) =>
      setOf(sequence(oid(TYPES[shortName] ?? ""), textOf(shortName, value))),
    ),
  );
}

/** What `writeSubject` would refuse, one fault for each member, so that a plan can say all of it. */
export function faultsOfSubject(
  subject: CsrSubject,
): readonly { readonly field: keyof CsrSubject; readonly fault: PkiError }[] {
  return attributesOf(subject).flatMap(({ field, fault }) => (fault === null ? [] : [{ field, fault }]));
}

function attributesOf(subject: CsrSubject) {
  return ATTRIBUTES.flatMap(({ field, shortName, longest }) => {
    const text = subject[field];
    if (!text) return [];
    const value = field === "commonName" ? commonNameOf(text) : text;
    return [{ field, shortName, value, fault: faultOf({ shortName, value, longest }) }];
  });
}

/** An IDN is written as the CA will write it among the names. Plain names keep the spelling they came in. */
function commonNameOf(text: string): string {
  const ascii = canonicalDns(text);
  return ascii !== text.toLowerCase() && judgeName(text) === null && text.includes(".") ? ascii : text;
}

/** RFC 5280 §4.1.2.4: UTF8String, but a country is a PrintableString. */
function textOf(shortName: string, value: string): Asn1 {
  return shortName === "C" ? printableString(value) : utf8String(value);
}

function faultOf(attribute: { shortName: string; value: string; longest: number }): PkiError | null {
  const { shortName, value, longest } = attribute;
  const length = Array.from(value).length;
  if (shortName === "C" && !/^[A-Z]{2}$/.test(value)) {
    return unfit("C is not a country code", 'Give two capital letters, such as "GB".');
  }
  if (length > longest) return unfit(`${shortName} is ${length} characters long`, `Give ${longest} at most.`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) {
    return unfit(`${shortName} holds a control character`, "Give one line of plain text.");
  }
  return value.isWellFormed()
    ? null
    : unfit(`${shortName} is not Unicode text`, "Give one line of plain text.");
}

function unfit(found: string, hint: string): PkiError {
  return new PkiError(`write a certificate request's subject: ${found}`, { code: "pki.csr_subject", hint });
}
