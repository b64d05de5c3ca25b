import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import asn1, { type Asn1 } from "node-forge/lib/asn1.js";

const { Class, Type } = asn1;

/** What a server needs to prove itself for the life of one process. Never written to disk, never reused. */
interface ServerIdentity {
  /** X.509 certificate, DER; the client pins exactly this one. */
  readonly certificateDer: Buffer;
  readonly certificatePem: string;
  /** PKCS#8, PEM. */
  readonly privateKeyPem: string;
}

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

/**
 * A fresh P-256 key and a certificate that it signs itself. Node has no generator for certificates, so
 * node-forge writes the DER; its own keys and signatures would take longer than the whole start may (this: some 3 ms).
 *
 * Clients check the name `localhost` against the subject alternative name only. The rest copies what Go plugins send
 * (hashicorp/go-plugin, mtls.go), so that no client meets a shape it has not met before; only the key is P-256 there
 * P-521, which is slower and no safer for a key that lives as long as a process.
 *
 * @param input.now     instant to date it from; it begins a minute earlier, against clocks that step back
 * @param input.serial  16 random octets; made positive and never zero here (RFC 5280 §4.1.2.2)
 */
export function makeServerIdentity(input: {
  readonly now: Date;
  readonly serial: Uint8Array;
}): ServerIdentity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const toBeSigned = describeCertificate({
    ...input,
    publicKey: publicKey.export({ type: "spki", format: "der" }),
  });
  const signature = sign("sha256", encode(toBeSigned), privateKey);
  const certificateDer = encode(sequence(toBeSigned, algorithm(), bitString(signature)));
  return {
    certificateDer,
    certificatePem: toPem("CERTIFICATE", certificateDer),
    privateKeyPem: exportKey(privateKey),
  };
}

/** TBSCertificate of RFC 5280 §4.1, version 3. */
function describeCertificate(input: {
  readonly now: Date;
  readonly serial: Uint8Array;
  readonly publicKey: Uint8Array;
}): Asn1 {
  const name = sequence(attribute("2.5.4.10", "plugin"), attribute("2.5.4.3", "localhost"));
  const positive = Buffer.from(input.serial);
  positive[0] = ((positive[0] ?? 0) & 0x7f) | 0x40;
  return sequence(
    explicit(0, integer(Uint8Array.of(2))),
    integer(positive),
    algorithm(),
    name,
    sequence(
      instant(new Date(input.now.getTime() - MINUTE_MS)),
      instant(new Date(input.now.getTime() + 30 * YEAR_MS)),
    ),
    name,
    asn1.fromDer(octetText(input.publicKey)),
    explicit(3, extensions()),
  );
}

function attribute(oid: string, value: string): Asn1 {
  const pair = sequence(objectIdentifier(oid), primitive(Type.UTF8, octetText(Buffer.from(value, "utf8"))));
  return asn1.create(Class.UNIVERSAL, Type.SET, true, [pair]);
}

function extensions(): Asn1 {
  const digitalSignatureAndCertSign = bitString(Uint8Array.of(0b1000_0100), 2);
  const serverAuth = objectIdentifier("1.3.6.1.5.5.7.3.1");
  const clientAuth = objectIdentifier("1.3.6.1.5.5.7.3.2");
  const dnsName = asn1.create(Class.CONTEXT_SPECIFIC, 2, false, "localhost");
  return sequence(
    extension("2.5.29.19", { isCritical: true, value: sequence(booleanTrue()) }),
    extension("2.5.29.15", { isCritical: true, value: digitalSignatureAndCertSign }),
    extension("2.5.29.37", { isCritical: false, value: sequence(serverAuth, clientAuth) }),
    extension("2.5.29.17", { isCritical: false, value: sequence(dnsName) }),
  );
}

function extension(oid: string, { isCritical, value }: { isCritical: boolean; value: Asn1 }): Asn1 {
  // DER leaves a default out, and "not critical" is the default.
  const flag = isCritical ? [booleanTrue()] : [];
  return sequence(objectIdentifier(oid), ...flag, primitive(Type.OCTETSTRING, octetText(encode(value))));
}

function algorithm(): Asn1 {
  return sequence(objectIdentifier(ECDSA_WITH_SHA256));
}

/** UTCTime through 2049, GeneralizedTime after. Source: RFC 5280 §4.1.2.5. */
function instant(at: Date): Asn1 {
  return at.getUTCFullYear() < 2050
    ? primitive(Type.UTCTIME, asn1.dateToUtcTime(at))
    : primitive(Type.GENERALIZEDTIME, asn1.dateToGeneralizedTime(at));
}

function sequence(...members: readonly Asn1[]): Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, members);
}

function explicit(tag: number, member: Asn1): Asn1 {
  return asn1.create(Class.CONTEXT_SPECIFIC, tag, true, [member]);
}

function primitive(type: number, octets: string): Asn1 {
  return asn1.create(Class.UNIVERSAL, type, false, octets);
}

const booleanTrue = (): Asn1 => primitive(Type.BOOLEAN, "\u00ff");
const integer = (octets: Uint8Array): Asn1 => primitive(Type.INTEGER, octetText(octets));
const objectIdentifier = (oid: string): Asn1 => primitive(Type.OID, asn1.oidToDer(oid).getBytes());
/** `padding`: bits of the last octet that do not count. */
const bitString = (octets: Uint8Array, padding = 0): Asn1 =>
  primitive(Type.BITSTRING, octetText(Uint8Array.of(padding, ...octets)));

function encode(element: Asn1): Buffer {
  return Buffer.from(asn1.toDer(element).getBytes(), "latin1");
}

/** node-forge takes octets as characters up to U+00FF. */
function octetText(octets: Uint8Array): string {
  return Buffer.from(octets).toString("latin1");
}

function exportKey(key: KeyObject): string {
  // Asked for PEM, the export is text; the type covers the other formats too.
  return String(key.export({ type: "pkcs8", format: "pem" }));
}

/** RFC 7468 text of one DER structure. */
function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
