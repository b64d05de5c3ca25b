import { type DerElement, malformed, readChildren, TAG } from "./der.ts";
import { oidText, stringText } from "./der-values.ts";
import { ATTRIBUTE_NAMES, COMMON_NAME } from "./oids.ts";

/** A subject or issuer. */
export interface DistinguishedName {
  /** One line, most specific first, without blanks after commas: `CN=shop.example.test,O=Example Ltd,C=GB`. */
  readonly text: string;
  /** The most specific common name, null when there is none or it is empty. */
  readonly commonName: string | null;
  /** The name's DER: two names are taken as equal when these bytes are. */
  readonly raw: Buffer;
}

/**
 * Reads a Name.
 * Types outside RFC 4514's table are written as `1.2.3=#hex`, as its §2.4 requires, so that one name has one text.
 */
export function readName(element: DerElement): DistinguishedName {
  if (element.tag !== TAG.sequence) throw malformed("a distinguished name is missing");
  const parts: string[] = [];
  let commonName: string | null = null;
  for (const relativeName of readChildren(element)) {
    const attributes = readChildren(relativeName).map(readAttribute);
    // Several common names: the last is the most specific (RFC 6125 §2.3.1).
    commonName = attributes.find(({ oid }) => oid === COMMON_NAME)?.value || commonName;
    parts.push(attributes.map(({ text }) => text).join("+"));
  }
  return { text: parts.reverse().join(","), commonName, raw: element.raw };
}

function readAttribute(element: DerElement): { oid: string; value: string | null; text: string } {
  const [type, content] = readChildren(element);
  if (type === undefined || content === undefined)
    throw malformed("a distinguished name has an attribute without value");
  const oid = oidText(type);
  const value = stringText(content);
  const shortName = ATTRIBUTE_NAMES[oid];
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
