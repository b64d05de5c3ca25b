import { isUtf8 } from "node:buffer";
import { type DerElement, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";
import { malformed } from "./malformed.ts";
import {
  canonicalDns,
  canonicalEmail,
  canonicalIp,
  canonicalUri,
  type NameKind,
  nameSet,
  type San,
} from "./names.ts";

/**
 * Reads the value of a subjectAltName extension.
 * @param value DER inside the extension's OCTET STRING
 * @returns names in canonical form and order, each once
 * Source: RFC 5280 §4.2.1.6, GeneralName.
 */
export function readAltNames(value: Buffer): San[] {
  const list = readWhole(value);
  if (list.tag !== TAG.sequence) throw malformed("the list of names is missing");
  return nameSet(list.children.map(readGeneralName));
}

function readGeneralName(element: DerElement): San {
  switch (element.tag) {
    case TAG.context(1):
      return readText(element, "email", canonicalEmail);
    case TAG.context(2):
      return readText(element, "dns", canonicalDns);
    case TAG.context(6):
      return readText(element, "uri", canonicalUri);
    case TAG.context(7):
      return { kind: "ip", value: addressText(element.value) };
    case TAG.contextConstructed(0):
      return { kind: "other", value: `${otherNameType(element)}#${element.value.toString("hex")}` };
    case TAG.contextConstructed(3):
    case TAG.contextConstructed(4):
    case TAG.contextConstructed(5):
    case TAG.context(8):
      return unreadable(element);
    default:
      throw malformed("a name is of a kind that X.509 does not have");
  }
}

/**
 * IA5String has octets up to 0x7F, and some tools write an IDN into it as UTF-8. Other octets, and control characters, which
 * the rules for IDNs would drop, make no name that anybody means.
 */
function readText(element: DerElement, kind: NameKind, canonical: Canonical): San {
  const text = element.value.toString("utf8");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const isName = isUtf8(element.value) && !/[\u0000-\u001f\u007f-\u009f]/.test(text);
  return isName ? { kind, value: canonical(text) } : unreadable(element);
}

type Canonical = (text: string) => string;

function otherNameType({ children: [type] }: DerElement): string {
  return type === undefined ? "" : oidText(type);
}

function unreadable({ tag, value }: DerElement): San {
  return { kind: "other", value: `${tag & 0x1f}#${value.toString("hex")}` };
}

/** Four octets or sixteen; any other length (a range, as name constraints have) is shown as hex. */
function addressText(octets: Buffer): string {
  if (octets.length === 4) return octets.join(".");
  if (octets.length !== 16) return `#${octets.toString("hex")}`;
  return canonicalIp(octets.toString("hex").replace(/.{4}(?=.)/g, "$&:"));
}
