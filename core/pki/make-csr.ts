import { sign, verify } from "node:crypto";
import type { Asn1 } from "node-forge/lib/asn1.js";
import { PkiError } from "../base/errors.ts";
import { nameSet, type San } from "./names.ts";
import { ECDSA_WITH, EXTENSION, EXTENSION_REQUESTS, RSA_WITH_SHA256 } from "./oids.ts";
import { writePem } from "./pem.ts";
import type { PrivateKey } from "./private-key.ts";
import { type KeyDescription, keyObject } from "./public-key.ts";
import { writeAltNames } from "./write-alt-names.ts";
import {
  bitString,
  booleanTrue,
  encode,
  encoded,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
} from "./write-der.ts";
import { type CsrSubject, isEmptySubject, writeSubject } from "./write-subject.ts";

export interface CsrContents {
  readonly key: PrivateKey;
  readonly subject: CsrSubject;
  /** DNS names, wildcards, addresses, in any spelling and order; the common name only where it stands among them. */
  readonly names: Iterable<string | San>;
}

/**
 * Makes a PKCS#10 request signed with its key, SHA-256 for RSA and the hash of the curve's size for EC.
 * The common name is not added to the names: see `withCommonName`.
 * @returns PEM, LF, 64 columns; `readCsr` of it gives the contents back in canonical form
 * @throws PkiError `pki.csr_name` for a name that can't be certified, `pki.csr_subject` for a subject value that X.509
 *         has no room for, `pki.key_broken` when the halves of the key do not belong together
 * Source: RFC 2986 §4; extension request: RFC 2985 §5.4.2; subjectAltName: RFC 5280 §4.2.1.6.
 */
export function makeCsr({ key, subject, names }: CsrContents): string {
  const wanted = nameSet(names);
  const attributes = wanted.length === 0 ? [] : [requestNames(wanted, isEmptySubject(subject))];
  return signRequest(key, writeSubject(subject), attributes);
}

/**
 * A request whose subject is written already, for subjects that `makeCsr` refuses to write.
 * @returns PEM
 * @throws PkiError `pki.key_broken`
 */
export function signRequest(key: PrivateKey, subject: Asn1, attributes: readonly Asn1[] = []): string {
  const body = sequence(integer(0), subject, encoded(key.publicKey.spki), tagged(0, ...attributes));
  const { hash, algorithm } = signatureOf(key.publicKey.description);
  const signature = signWith(key, { hash, body: encode(body) });
  return writePem("CERTIFICATE REQUEST", encode(sequence(body, algorithm, bitString(signature))));
}

function signWith(key: PrivateKey, { hash, body }: { hash: string; body: Buffer }): Buffer {
  try {
    const signature = sign(hash, body, key.secret);
    const publicHalf = keyObject(key.publicKey);
    // A key put together wrongly, or a fault while signing, shows here and not days later at the CA.
    if (publicHalf !== null && verify(hash, body, publicHalf, signature)) return signature;
  } catch {
    // Some builds of OpenSSL look at the key themselves; their error may quote any of it.
  }
  throw new PkiError(
    "sign a certificate request (CSR): the key's public half does not verify what it signs",
    {
      code: "pki.key_broken",
      hint: "Make a new key; this one is damaged.",
    },
  );
}

function requestNames(names: readonly San[], isCritical: boolean): Asn1 {
  // RFC 5280 §4.2.1.6: critical where the names stand in place of a subject.
  const critical = isCritical ? [booleanTrue()] : [];
  const value = octetString(encode(writeAltNames(names)));
  const extension = sequence(oid(EXTENSION.subjectAltName), ...critical, value);
  return sequence(oid(EXTENSION_REQUESTS[0] ?? ""), setOf(sequence(extension)));
}

function signatureOf(key: KeyDescription): { hash: string; algorithm: Asn1 } {
  if (key.algorithm === "RSA")
    return { hash: "sha256", algorithm: sequence(oid(RSA_WITH_SHA256), nullValue()) };
  const curve = key.algorithm === "EC" ? key.curve : "";
  const hash = curve === "P-521" ? "sha512" : curve === "P-384" ? "sha384" : "sha256";
  // RFC 5758 §3.2: no parameters at all.
  return { hash, algorithm: sequence(oid(ECDSA_WITH[hash])) };
}
