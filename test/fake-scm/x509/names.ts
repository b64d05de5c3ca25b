import { isIP } from "node:net";
import {
  childAt,
  childrenOf,
  type Element,
  element,
  objectIdentifier,
  printableString,
  readObjectIdentifier,
  sequence,
  setOf,
  utf8String,
} from "./der.ts";

/** One attribute of a distinguished name, e.g. `["CN", "www.example.test"]`. */
export type NameAttribute = readonly [short: string, value: string];

const OIDS: Readonly<Record<string, string>> = {
  CN: "2.5.4.3",
  C: "2.5.4.6",
  L: "2.5.4.7",
  ST: "2.5.4.8",
  O: "2.5.4.10",
  OU: "2.5.4.11",
  E: "1.2.840.113549.1.9.1",
};
const SHORTS = new Map(Object.entries(OIDS).map(([short, oid]) => [oid, short]));

/** Encodes a name, one attribute per RDN, in the order given (country first by custom). */
export function encodeName(attributes: readonly NameAttribute[]): Buffer {
  return sequence(
    ...attributes.map(([short, value]) => {
      const text = short === "C" ? printableString(value) : utf8String(value);
      return setOf(sequence(objectIdentifier(OIDS[short] ?? short), text));
    }),
  );
}

/** Reads a name in encoding order; attributes without a short form carry their OID. */
export function readName(name: Element): NameAttribute[] {
  return childrenOf(name).flatMap((rdn) =>
    childrenOf(rdn).map((attribute): NameAttribute => {
      const oid = readObjectIdentifier(childAt(attribute, 0));
      const value = childAt(attribute, 1);
      // BMPString is the one common form that is not a superset of ASCII.
      const text = value.tag === 0x1e ? swapBmp(value.content) : value.content.toString("utf8");
      return [SHORTS.get(oid) ?? oid, text];
    }),
  );
}

function swapBmp(content: Buffer): string {
  return Buffer.from(content).swap16().toString("utf16le");
}

/** RFC 2253 like text: last attribute first, comma without blank, as SCM writes issuer and subject. */
export function formatName(attributes: readonly NameAttribute[]): string {
  return [...attributes]
    .reverse()
    .map(([short, value]) => `${short}=${value.replace(/([,+"\\<>;])/g, "\\$1")}`)
    .join(",");
}

/** GeneralName of a SAN: an IP address, a mail address or a DNS name, told apart by form. */
export function encodeGeneralName(name: string): Buffer {
  const family = isIP(name);
  if (family !== 0) return element(0x87, family === 4 ? ipv4Octets(name) : ipv6Octets(name));
  return element(name.includes("@") ? 0x81 : 0x82, Buffer.from(name, "latin1"));
}

function ipv4Octets(address: string): Buffer {
  return Buffer.from(address.split(".").map(Number));
}

function ipv6Octets(address: string): Buffer {
  const mapped = address.replace(/(\d+\.\d+\.\d+\.\d+)$/, (quad) => {
    const octets = ipv4Octets(quad);
    return `${octets.readUInt16BE(0).toString(16)}:${octets.readUInt16BE(2).toString(16)}`;
  });
  const [head = "", tail] = mapped.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill("0"), ...right];
  const octets = Buffer.alloc(16);
  groups.forEach((group, index) => {
    octets.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  });
  return octets;
}
