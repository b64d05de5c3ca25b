import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  bitString,
  boolean,
  element,
  explicit,
  instant,
  objectIdentifier,
  octetString,
  sequence,
  set,
  unsignedInteger,
  utf8String,
} from "./der.ts";

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
 * A fresh P-256 key and a certificate that it signs itself. Written by hand in DER because Node has no generator for
 * certificates and a library for it costs more time than the whole start may take (this: some 3 ms).
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
  const certificateDer = sequence(toBeSigned, algorithm(), bitString(sign("sha256", toBeSigned, privateKey)));
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
}): Buffer {
  const name = sequence(
    set(sequence(objectIdentifier("2.5.4.10"), utf8String("plugin"))),
    set(sequence(objectIdentifier("2.5.4.3"), utf8String("localhost"))),
  );
  const positive = Buffer.from(input.serial);
  positive[0] = ((positive[0] ?? 0) & 0x7f) | 0x40;
  return sequence(
    explicit(0, unsignedInteger(Uint8Array.of(2))),
    unsignedInteger(positive),
    algorithm(),
    name,
    sequence(
      instant(new Date(input.now.getTime() - MINUTE_MS)),
      instant(new Date(input.now.getTime() + 30 * YEAR_MS)),
    ),
    name,
    input.publicKey,
    explicit(3, extensions()),
  );
}

function extensions(): Buffer {
  const digitalSignatureAndCertSign = bitString(Uint8Array.of(0b1000_0100), 2);
  const serverAuth = objectIdentifier("1.3.6.1.5.5.7.3.1");
  const clientAuth = objectIdentifier("1.3.6.1.5.5.7.3.2");
  const dnsName = element(0x82, Buffer.from("localhost", "latin1"));
  return sequence(
    extension("2.5.29.19", { isCritical: true, value: sequence(boolean(true)) }),
    extension("2.5.29.15", { isCritical: true, value: digitalSignatureAndCertSign }),
    extension("2.5.29.37", { isCritical: false, value: sequence(serverAuth, clientAuth) }),
    extension("2.5.29.17", { isCritical: false, value: sequence(dnsName) }),
  );
}

function extension(oid: string, { isCritical, value }: { isCritical: boolean; value: Buffer }): Buffer {
  // DER leaves a default out, and "not critical" is the default.
  const flag = isCritical ? [boolean(true)] : [];
  return sequence(objectIdentifier(oid), ...flag, octetString(value));
}

function algorithm(): Buffer {
  return sequence(objectIdentifier(ECDSA_WITH_SHA256));
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
