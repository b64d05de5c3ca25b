import { X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { issue } from "../../test/support/certificates.ts";
import { PkiError } from "../base/errors.ts";
import { readCertificate } from "./certificate.ts";
import { ATTRIBUTE_NAMES } from "./oids.ts";

/*
 * A certificate of which one octet was changed is read as OpenSSL reads it, or refused. What OpenSSL refuses may only be read
 * where it says the same as the sound certificate: then the change is in something that is looked at nowhere.
 */

interface Facts {
  readonly serial: string;
  /** Null where OpenSSL can't show a name that it has accepted. */
  readonly subject: Attributes | null;
  readonly issuer: Attributes | null;
  readonly validity: readonly string[];
  readonly dnsNames: readonly string[];
  readonly isCa: boolean;
}
type Attributes = Readonly<Record<string, string>>;

const SHORT_NAMES: readonly string[] = Object.values(ATTRIBUTE_NAMES);

function ours(der: Buffer): Facts | null {
  try {
    const read = readCertificate(der);
    return {
      serial: read.serialNumber,
      subject: read.subject.parts,
      issuer: read.issuer.parts,
      validity: [read.notBefore, read.notAfter].map((instant) => instant.toISOString()),
      dnsNames: read.names.filter(({ kind }) => kind === "dns").map(({ value }) => value),
      isCa: read.isCa,
    };
  } catch (error) {
    if (error instanceof PkiError) return null;
    throw error;
  }
}

function openssls(der: Buffer): Facts | null {
  const read = x509Of(der);
  if (read === null) return null;
  return {
    serial: read.serialNumber,
    subject: attributesOf(read.subject),
    issuer: attributesOf(read.issuer),
    validity: [read.validFrom, read.validTo].map(instantText),
    dnsNames: dnsNamesOf(read.subjectAltName),
    isCa: read.ca,
  };
}

function x509Of(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

/** node:crypto writes `CN=a\nO=b`, RDNs of several attributes with ` + `, and escapes as RFC 2253 does. */
function attributesOf(text: string | undefined): Attributes | null {
  if (text === undefined) return null;
  const pairs = text.split(/\n| \+ /).map((line): [string, string] => {
    const at = line.indexOf("=");
    return [line.slice(0, at), unescaped(line.slice(at + 1))];
  });
  return Object.fromEntries(pairs.filter(([name]) => SHORT_NAMES.includes(name)));
}

function unescaped(text: string): string {
  return text
    .replace(/\\([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, "$1");
}

function instantText(text: string): string {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

/** Names with other than plain letters are in quotes, as JSON; those beyond ASCII's printed signs are none to us. */
function dnsNamesOf(text = ""): readonly string[] {
  const names = text.matchAll(/(?:^|, )DNS:(?:("(?:[^"\\]|\\.)*")|([^,]*))/g);
  return [...names]
    .map(([, quoted, plain = ""]) => (quoted === undefined ? plain : String(JSON.parse(quoted))))
    .filter((name) => /^[\u0020-\u007e]*$/.test(name))
    .map((name) => name.toLowerCase());
}

function disagreement(der: Buffer, sound: Facts | null): string | null {
  const read = ours(der);
  if (read === null) return null;
  const reference = openssls(der);
  if (reference === null) return sameText(read, sound) ? null : "OpenSSL refuses it";
  for (const name of ["serial", "subject", "issuer", "validity", "dnsNames"] as const)
    if (reference[name] !== null && !sameText(read[name], reference[name]))
      return `${name}: ${JSON.stringify(read[name])} against ${JSON.stringify(reference[name])}`;
  // Only one way: OpenSSL looks at the usages of the key too.
  return reference.isCa && !read.isCa ? "isCa: false against true" : null;
}

function sameText(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** Members in one order; names of a list too. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (Array.isArray(each)) return each.map(String).sort();
    return typeof each === "object" && each !== null ? Object.entries(each).sort().map(String) : each;
  });
}

describe("a certificate of which one octet is another", () => {
  let seeds: readonly Buffer[] = [];
  beforeAll(async () => {
    const root = await issue({ subject: "CN=Root, O=Example Ltd, C=GB", isCa: true });
    const names = [
      { type: "dns", value: "shop.example.test" },
      { type: "dns", value: "www.example.test" },
      { type: "ip", value: "10.0.0.1" },
    ] as const;
    const subject = "CN=shop.example.test, O=Example Ltd, C=GB";
    const leaf = await issue({ subject, issuer: root, names: [...names], serialNumber: "00a1b2c3" });
    seeds = [root.der, leaf.der];
  });

  it("is read as OpenSSL reads it, or refused", () => {
    const found: string[] = [];
    let read = 0;
    for (const seed of seeds) {
      const sound = ours(seed);
      expect(canonical(sound)).toBe(canonical(openssls(seed)));
      for (const [at, before] of seed.entries()) {
        // Each bit alone, and the octets that mean something: ends, paddings, tags of texts and structures.
        const flips = [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => before ^ bit);
        for (const octet of [...flips, 0x00, 0x05, 0x0c, 0x1a, 0x1e, 0x30, 0x31, 0x80, 0xff]) {
          const changed = Buffer.from(seed);
          changed[at] = octet;
          if (ours(changed) !== null) read += 1;
          const what = disagreement(changed, sound);
          if (what !== null) found.push(`octet ${at}, ${before} → ${octet}: ${what}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(read).toBeGreaterThan(1000);
  });
});
