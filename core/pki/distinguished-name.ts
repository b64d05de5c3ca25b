import { type DerElement, DerFields, TAG } from "./der.ts";
import { oidText, stringText } from "./der-values.ts";
import { malformed } from "./malformed.ts";
import { ATTRIBUTE_NAMES, COMMON_NAME } from "./oids.ts";

/** A subject or issuer. */
export interface DistinguishedName {
  /** One line, most specific first, without blanks after commas: `CN=shop.example.test,O=Example Ltd,C=GB`. */
  readonly text: string;
  /** The most specific common name, null when there is none or it is empty. */
  readonly commonName: string | null;
  /** Its attributes by the short names of RFC 4514, the last of each name: `{ CN: …, O: … }`. */
  readonly parts: Readonly<Record<string, string>>;
  /** All common names, each with how many attributes stand in one part with it; the last is the most specific. */
  readonly commonNames: readonly { readonly value: string; readonly together: number }[];
  /** The name's DER: two names are taken as equal when these bytes are. */
  readonly raw: Buffer;
}

/**
 * Reads a Name.
 * Types outside RFC 4514's table are written as `1.2.3=#hex`, as its §2.4 requires, so that one name has one text.
 */
export function readName(element: DerElement): DistinguishedName {
  if (element.tag !== TAG.sequence) throw malformed("a distinguished name is missing");
  const texts: string[] = [];
  const parts: Record<string, string> = {};
  let commonName: string | null = null;
  const commonNames: { value: string; together: number }[] = [];
  for (const relativeName of element.children) {
    if (relativeName.tag !== TAG.set) throw malformed("a part of a distinguished name is not a set");
    const attributes = relativeName.children.map(readAttribute);
    // Several common names: the last is the most specific (RFC 6125 §2.3.1).
    commonName = attributes.find(({ oid }) => oid === COMMON_NAME)?.value || commonName;
    for (const { oid, value } of attributes) {
      if (oid === COMMON_NAME) commonNames.push({ value: value ?? "", together: attributes.length });
      const shortName = ATTRIBUTE_NAMES[oid];
      if (shortName !== undefined && value !== null) parts[shortName] = value;
    }
    texts.push(attributes.map(({ text }) => text).join("+"));
  }
  return { text: texts.reverse().join(","), commonName, commonNames, parts, raw: element.raw };
}

function readAttribute(element: DerElement): { oid: string; value: string | null; text: string } {
  const fields = new DerFields(element);
  const oid = oidText(fields.next(TAG.oid, "the type of a distinguished name's attribute"));
  const content = fields.any();
  if (content === null) throw malformed("a distinguished name has an attribute without value");
  fields.end("a distinguished name's attribute");
  const value = stringText(content);
  const shortName = ATTRIBUTE_NAMES[oid];
  if (shortName !== undefined && value === null)
    throw malformed(`${shortName} of a distinguished name is not text`);
  const isReadable = shortName !== undefined && value !== null;
  const text = isReadable ? `${shortName}=${escapeValue(value)}` : `${oid}=#${content.raw.toString("hex")}`;
  return { oid, value, text };
}

/** RFC 4514 §2.4: a few signs anywhere, blank or # at the start, blank at the end; controls as octets. */
function escapeValue(value: string): string {
  return (
    value
      .replace(/^[ #]|[\\"+,;<>]| $/g, "\\$&")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a subject may hold them, one line of text must not
      .replace(/[\u0000-\u001f\u007f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, "0")}`)
  );
}
