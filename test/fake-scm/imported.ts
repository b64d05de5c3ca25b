import { X509Certificate } from "node:crypto";
import { Certificate } from "./certificate.ts";
import type { RequestedKey } from "./ssl-record.ts";
import { keyFacts } from "./x509/csr.ts";
import { isOpenSslError } from "./x509/openssl-error.ts";

/** A certificate from elsewhere, as far as a record needs it. */
export type ReadCertificate = {
  readonly certificate: Certificate;
  readonly commonName: string;
  readonly key: RequestedKey;
};

/** Reads a certificate, DER or PEM; undefined when it is none. */
export function readCertificate(source: Buffer): ReadCertificate | undefined {
  let x509: X509Certificate;
  try {
    x509 = new X509Certificate(source);
  } catch (error) {
    if (isOpenSslError(error)) return undefined;
    throw error;
  }
  const names = (x509.subjectAltName ?? "")
    .split(", ")
    .flatMap((name) => /^(?:DNS|IP Address|email):(.+)$/.exec(name)?.[1] ?? []);
  const der = Buffer.from(x509.raw);
  const facts = {
    serial: x509.serialNumber.length % 2 === 0 ? x509.serialNumber : `0${x509.serialNumber}`,
    notBefore: x509.validFromDate.getTime(),
    notAfter: x509.validToDate.getTime(),
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    names,
    signatureAlgorithm: wordSignature(x509.signatureAlgorithm ?? ""),
  };
  const spki = x509.publicKey.export({ format: "der", type: "spki" });
  const commonName = /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? names[0] ?? "";
  return {
    certificate: new Certificate(facts, () => der),
    commonName,
    key: { ...keyFacts(x509.publicKey), spki },
  };
}

/** Node writes one attribute per line from the country down; SCM writes them from the common name up. */
function oneLine(name: string): string {
  return name.split("\n").reverse().join(",");
}

/** `sha256WithRSAEncryption` and `ecdsa-with-SHA256` as SCM writes them. */
function wordSignature(openSslName: string): string {
  const digest = /sha\d+/i.exec(openSslName)?.[0].toUpperCase() ?? "";
  return `${digest}WITH${/rsa/i.test(openSslName) ? "RSA" : "ECDSA"}`;
}
