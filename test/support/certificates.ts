import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

/**
 * Certificates, CSRs and PKCS#7 for tests, made by a library that core does not use: whatever core reads here was
 * written by someone else. Made anew in each run, so that no file in the repository ever expires.
 */
x509.cryptoProvider.set(webcrypto);

type Keys = webcrypto.CryptoKeyPair;
/** WebCrypto's algorithm dictionaries differ per algorithm; all have a name, the rest is what the algorithm needs. */
type Algorithm = webcrypto.Algorithm & Readonly<Record<string, unknown>>;
type KeyAlgorithm =
  | "P-256"
  | "P-384"
  | "P-521"
  | "Ed25519"
  | "RSA-1024"
  | "RSA-2048"
  | "RSA-3072"
  | "RSA-PSS";

export interface Issued {
  readonly der: Buffer;
  readonly pem: string;
  readonly subject: string | x509.JsonNameParams;
  readonly keys: Keys;
}

export interface IssueOptions {
  /** In the order the certificate holds it; as JSON where signs in it would confuse the library's parser. */
  readonly subject: string | x509.JsonNameParams;
  /** Absent: self-signed. */
  readonly issuer?: Issued;
  readonly isCa?: boolean;
  readonly names?: x509.JsonGeneralNames;
  readonly keys?: Keys;
  readonly serialNumber?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Leaves out subject and authority key identifiers, as old CAs do. */
  readonly withoutKeyIds?: boolean;
  /** Leaves out basicConstraints, as version 1 certificates do. */
  readonly withoutConstraints?: boolean;
}

const MADE_AT = new Date("2026-03-16T00:00:00Z");
const ENDS_AT = new Date("2026-10-01T23:59:59Z");

function algorithmOf(name: KeyAlgorithm, hash = "SHA-256"): Algorithm {
  if (name === "Ed25519") return { name };
  if (name.startsWith("P-")) return { name: "ECDSA", namedCurve: name };
  const isPss = name === "RSA-PSS";
  return {
    name: isPss ? "RSA-PSS" : "RSASSA-PKCS1-v1_5",
    hash,
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: isPss ? 2048 : Number(name.slice(4)),
  };
}

export async function makeKeys(algorithm: KeyAlgorithm = "P-256", hash?: string): Promise<Keys> {
  // The typings tell key pairs from secret keys by the dictionary's type; every algorithm used here yields a pair.
  return (await webcrypto.subtle.generateKey(algorithmOf(algorithm, hash), true, ["sign", "verify"])) as Keys;
}

function signingAlgorithm(keys: Keys): Algorithm {
  const { name } = keys.privateKey.algorithm;
  if (name === "ECDSA") return { name, hash: "SHA-256" };
  // saltLength: what openssl takes for SHA-256.
  return name === "RSA-PSS" ? { name, saltLength: 32, hash: "SHA-256" } : { name };
}

/** Issues a certificate; self-signed without `issuer`. */
export async function issue(options: IssueOptions): Promise<Issued> {
  const keys = options.keys ?? (await makeKeys());
  const signer = options.issuer ?? { keys, subject: options.subject };
  const certificate = await x509.X509CertificateGenerator.create({
    subject: new x509.Name(options.subject),
    issuer: new x509.Name(signer.subject),
    publicKey: keys.publicKey,
    signingKey: signer.keys.privateKey,
    signingAlgorithm: signingAlgorithm(signer.keys),
    notBefore: options.notBefore ?? MADE_AT,
    notAfter: options.notAfter ?? ENDS_AT,
    extensions: await extensionsFor(options, keys, signer.keys),
    ...(options.serialNumber === undefined ? {} : { serialNumber: options.serialNumber }),
  });
  const der = Buffer.from(certificate.rawData);
  return { der, pem: `${certificate.toString("pem")}\n`, subject: options.subject, keys };
}

async function extensionsFor(options: IssueOptions, own: Keys, signer: Keys): Promise<x509.Extension[]> {
  const extensions: x509.Extension[] = [];
  if (options.withoutConstraints !== true)
    extensions.push(new x509.BasicConstraintsExtension(options.isCa === true));
  if (options.names !== undefined) extensions.push(new x509.SubjectAlternativeNameExtension(options.names));
  if (options.withoutKeyIds === true) return extensions;
  extensions.push(await x509.SubjectKeyIdentifierExtension.create(own.publicKey));
  extensions.push(await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey));
  return extensions;
}

/** A three-level hierarchy with one leaf: `[leaf, issuing, policy, root]`. */
export async function makeChain(leaf: Partial<IssueOptions> = {}): Promise<[Issued, Issued, Issued, Issued]> {
  const root = await issue({ subject: "CN=Test Root,O=Test CA Ltd,C=GB", isCa: true });
  const policy = await issue({ subject: "CN=Test Policy CA,O=Test CA Ltd,C=GB", isCa: true, issuer: root });
  const issuing = await issue({ subject: "CN=Test OV CA,O=Test CA Ltd,C=GB", isCa: true, issuer: policy });
  const names: x509.JsonGeneralNames = [{ type: "dns", value: "shop.example.test" }];
  const certificate = await issue({
    subject: "CN=shop.example.test,O=Example Ltd",
    names,
    ...leaf,
    issuer: issuing,
  });
  return [certificate, issuing, policy, root];
}

/** PKCS#7 with these certificates and no signer, as CAs send chains. */
export function makePkcs7(certificates: readonly Issued[]): Buffer {
  const list = new x509.X509Certificates(certificates.map(({ der }) => new x509.X509Certificate(der)));
  return Buffer.from(list.export("raw"));
}

export interface CsrOptions {
  readonly subject?: string;
  readonly names?: x509.JsonGeneralNames;
  readonly algorithm?: KeyAlgorithm;
  readonly keys?: Keys;
  readonly hash?: string;
}

/** A PKCS#10 request with its keys. */
export async function makeCsr(options: CsrOptions = {}): Promise<{ der: Buffer; pem: string; keys: Keys }> {
  const keys = options.keys ?? (await makeKeys(options.algorithm, options.hash));
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: options.subject ?? "CN=shop.example.test",
    keys,
    signingAlgorithm: {
      ...signingAlgorithm(keys),
      ...(options.hash === undefined ? {} : { hash: options.hash }),
    },
    extensions: options.names === undefined ? [] : [new x509.SubjectAlternativeNameExtension(options.names)],
  });
  return { der: Buffer.from(request.rawData), pem: `${request.toString("pem")}\n`, keys };
}
