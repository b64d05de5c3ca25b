import { type DerElement, readChildren, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";
import { canonicalDns, canonicalEmail, canonicalIp, canonicalUri, nameSet, type San } from "./names.ts";

/**
 * Reads the value of a subjectAltName extension.
 * @param value DER inside the extension's OCTET STRING
 * @returns names in canonical form and order, each once
 * Source: RFC 5280 §4.2.1.6, GeneralName.
 */
export function readAltNames(value: Buffer): San[] {
  return nameSet(readChildren(readWhole(value)).map(readGeneralName));
}

function readGeneralName(element: DerElement): San {
  const text = element.value.toString("latin1");
  switch (element.tag) {
    case TAG.context(1):
      return { kind: "email", value: canonicalEmail(text) };
    case TAG.context(2):
      return { kind: "dns", value: canonicalDns(text) };
    case TAG.context(6):
      return { kind: "uri", value: canonicalUri(text) };
    case TAG.context(7):
      return { kind: "ip", value: addressText(element.value) };
    case TAG.contextConstructed(0): {
      const [type] = readChildren(element);
      return {
        kind: "other",
        value: `${type === undefined ? "" : oidText(type)}#${element.value.toString("hex")}`,
      };
    }
    default:
      return { kind: "other", value: `${element.tag & 0x1f}#${element.value.toString("hex")}` };
  }
}

/** Four octets or sixteen; any other length (a range, as name constraints have) is shown as hex. */
function addressText(octets: Buffer): string {
  if (octets.length === 4) return octets.join(".");
  if (octets.length !== 16) return `#${octets.toString("hex")}`;
  return canonicalIp(octets.toString("hex").replace(/.{4}(?=.)/g, "$&:"));
}
