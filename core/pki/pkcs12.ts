import { createHash } from "node:crypto";
import type { Asn1 } from "node-forge/lib/asn1.js";
import { PkiError } from "../base/errors.ts";
import type { Certificate } from "./certificate.ts";
import { arrangeChain } from "./chain.ts";
import { PKCS7_DATA, PKCS7_ENCRYPTED_DATA, PKCS12 } from "./oids.ts";
import { macOf } from "./pkcs12-mac.ts";
import { encrypt, type Sealed } from "./pkcs12-seal.ts";
import type { PrivateKey } from "./private-key.ts";
import { keyText, sameKey } from "./public-key.ts";
import {
  bmpString,
  encode,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  taggedOctets,
} from "./write-der.ts";

export interface Pkcs12Contents {
  readonly key: PrivateKey;
  readonly certificate: Certificate;
  /** Issuers in any order, root included or not; the certificate itself may stand among them. */
  readonly chain: readonly Certificate[];
  /** Not empty: programs do not agree on what an empty one means. */
  readonly password: string;
  /** Name of the entry: what Java calls its alias. Null leaves it out. */
  readonly friendlyName: string | null;
}

/**
 * Packs a key with its certificate and chain into a PKCS#12 file (`.p12`, `.pfx`).
 * Key and certificates are encrypted with AES-256-CBC under PBKDF2 with HMAC-SHA-256 (PBES2), and the whole is
 * guarded by HMAC-SHA-256. OpenSSL since 1.1.0, Java since 8u301 and Windows since 10 version 1709 open that.
 *
 * Every file differs, for its salts are drawn anew.
 * @returns DER
 * @throws PkiError `pki.key_mismatch` when the certificate has another key, `pki.pkcs12_password`, and `pki.chain_*`
 *         when the chain does not belong to the certificate
 * Source: RFC 7292 §4 and §5.
 */
export async function makePkcs12(contents: Pkcs12Contents): Promise<Buffer> {
  const { key, password } = contents;
  if (password === "") throw fault("pkcs12_password", "the password is empty", "Give a password.");
  const certificates = arrange(contents);
  const attributes = entryAttributes(contents);
  const [keyBag, certificateBags] = await Promise.all([
    shroudedKeyBag(key, { password, attributes }),
    // The chain's certificates are not tied to anything: only the leaf is tied to the key.
    encrypt(
      encode(
        sequence(...certificates.map((each, index) => certificateBag(each, index === 0 ? attributes : []))),
      ),
      password,
    ),
  ]);
  const keys = plainContent(encode(sequence(keyBag)));
  const authenticatedSafe = encode(sequence(encryptedContent(certificateBags), keys));
  const mac = await macOf(authenticatedSafe, password);
  return encode(sequence(integer(3), plainContent(authenticatedSafe), mac));
}

function arrange({ key, certificate, chain }: Pkcs12Contents): readonly Certificate[] {
  if (!sameKey(certificate.publicKey, key.publicKey)) {
    const [mine, theirs] = [keyText(key.publicKey.description), keyText(certificate.publicKey.description)];
    throw fault(
      "key_mismatch",
      mine === theirs
        ? `the private key (${mine}) is not the certificate's`
        : `the private key is ${mine}, the certificate's is ${theirs}`,
      "Give the key whose CSR the certificate was issued for.",
    );
  }
  const above = chain.filter(({ publicKey }) => !sameKey(publicKey, key.publicKey));
  const { leaf, intermediates, root } = arrangeChain([certificate, ...above], { leafKey: key.publicKey });
  return [leaf, ...intermediates, ...(root === null ? [] : [root])];
}

/** What ties the key to its certificate: a name for people, and an identifier that programs compare. RFC 7292 §4.2. */
function entryAttributes({ certificate, friendlyName }: Pkcs12Contents): readonly Asn1[] {
  // Any octets will do, as long as both bags have the same; OpenSSL takes this digest too.
  const localKeyId = createHash("sha1").update(certificate.der).digest();
  const attribute = (type: string, value: Asn1): Asn1 => sequence(oid(type), setOf(value));
  return [
    ...(friendlyName === null ? [] : [attribute(PKCS12.friendlyName, bmpString(friendlyName))]),
    attribute(PKCS12.localKeyId, octetString(localKeyId)),
  ];
}

interface Shroud {
  readonly password: string;
  readonly attributes: readonly Asn1[];
}

async function shroudedKeyBag({ secret }: PrivateKey, { password, attributes }: Shroud): Promise<Asn1> {
  const clear = secret.export({ type: "pkcs8", format: "der" });
  const { algorithm, octets } = await encrypt(clear, password);
  return bag(PKCS12.shroudedKeyBag, sequence(algorithm, octetString(octets)), attributes);
}

function certificateBag({ der }: Certificate, attributes: readonly Asn1[]): Asn1 {
  const value = sequence(oid(PKCS12.x509Certificate), tagged(0, octetString(der)));
  return bag(PKCS12.certificateBag, value, attributes);
}

function bag(type: string, value: Asn1, attributes: readonly Asn1[]): Asn1 {
  return sequence(oid(type), tagged(0, value), ...(attributes.length === 0 ? [] : [setOf(...attributes)]));
}

/** ContentInfo of type data, RFC 5652 §4. */
function plainContent(octets: Buffer): Asn1 {
  return sequence(oid(PKCS7_DATA), tagged(0, octetString(octets)));
}

/** ContentInfo of type encryptedData, RFC 5652 §8. */
function encryptedContent({ algorithm, octets }: Sealed): Asn1 {
  const content = sequence(oid(PKCS7_DATA), algorithm, taggedOctets(0, octets));
  return sequence(oid(PKCS7_ENCRYPTED_DATA), tagged(0, sequence(integer(0), content)));
}

function fault(code: string, found: string, hint: string): PkiError {
  return new PkiError(`make a PKCS#12 file: ${found}`, { code: `pki.${code}`, hint });
}
