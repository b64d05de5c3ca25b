import { createHash } from "node:crypto";
import { PkiError } from "../base/errors.ts";
import { remembering } from "../base/remember.ts";
import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { integerOctets, timeInstant } from "./der-values.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";
import { readAuthorityKeyId, readExtensions, readIsCa, readSubjectKeyId } from "./extensions.ts";
import { readAltNames } from "./general-names.ts";
import { MalformedDer, malformed } from "./malformed.ts";
import type { San } from "./names.ts";
import { EXTENSION } from "./oids.ts";
import { CERTIFICATE_LABELS, parsePemAs, writePem } from "./pem.ts";
import { type PublicKey, readPublicKey } from "./public-key.ts";
import { serialText } from "./serial.ts";
import { readSignedData, type SignedData } from "./signed-data.ts";

/** An X.509 certificate, read. All of it comes from the certificate's own bytes, nothing from what SCM says of it. */
export interface Certificate {
  readonly der: Buffer;
  /** LF, final newline. */
  readonly pem: string;
  /** Upper-case hex, two digits per octet, no colons: as `openssl x509 -serial`. */
  readonly serialNumber: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** First and last instant of validity, both inclusive, to the second (RFC 5280 §4.1.2.5). */
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Subject alternative names in canonical form and order; the common name only where it stands among them. */
  readonly names: readonly San[];
  readonly publicKey: PublicKey;
  /** SHA-256 of {@link der}, lower-case hex. */
  readonly fingerprintSha256: string;
  /** May issue certificates. */
  readonly isCa: boolean;
  /** Key identifiers in lower-case hex, null where the extension is absent. */
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  readonly signed: SignedData;
}

/**
 * Reads one certificate from DER.
 * @throws PkiError `pki.certificate_malformed`
 * Source: RFC 5280 §4.1.
 */
export function readCertificate(der: Buffer): Certificate {
  try {
    return readFields(der);
  } catch (error) {
    if (!(error instanceof MalformedDer)) throw error;
    throw new PkiError(`read certificate: ${error.found}`, {
      code: "pki.certificate_malformed",
      hint: "Give a whole X.509 certificate; this one may be damaged or cut off.",
      cause: error,
    });
  }
}

function readFields(der: Buffer): Certificate {
  const { signed, body } = readSignedData(der);
  const fields = new DerFields(body);
  fields.optional(TAG.contextConstructed(0)); // version: 1 has no extensions, nothing else depends on it
  const serial = integerOctets(fields.next(TAG.integer, "the serial number"));
  fields.next(TAG.sequence, "the signature's algorithm");
  const issuer = readName(fields.next(TAG.sequence, "the issuer"));
  const validity = new DerFields(fields.next(TAG.sequence, "the validity"));
  const period = { notBefore: dateOf(validity), notAfter: dateOf(validity) };
  validity.end("the validity");
  const subject = readName(fields.next(TAG.sequence, "the subject"));
  const publicKey = readPublicKey(fields.next(TAG.sequence, "the public key"));
  fields.optional(TAG.context(1)); // unique identifiers of issuer and subject, which are not used
  fields.optional(TAG.context(2));
  const extensions = extensionsOf(fields.optional(TAG.contextConstructed(3)));
  fields.end("the signed part");
  const altNames = extensions.get(EXTENSION.subjectAltName);
  return {
    der,
    pem: writePem("CERTIFICATE", der),
    serialNumber: serialText(serial),
    subject,
    issuer,
    ...period,
    names: altNames === undefined ? [] : readAltNames(altNames),
    publicKey,
    fingerprintSha256: createHash("sha256").update(der).digest("hex"),
    isCa: readIsCa(extensions.get(EXTENSION.basicConstraints)),
    subjectKeyId: readSubjectKeyId(extensions.get(EXTENSION.subjectKeyId)),
    authorityKeyId: readAuthorityKeyId(extensions.get(EXTENSION.authorityKeyId)),
    signed,
  };
}

function dateOf(validity: DerFields): Date {
  const time = validity.any();
  if (time === null) throw malformed("a validity date is missing");
  return timeInstant(time);
}

function extensionsOf(tagged: DerElement | null): ReadonlyMap<string, Buffer> {
  return tagged === null ? new Map() : readExtensions(readWhole(tagged.value));
}

/**
 * Reads the one certificate of a PEM text; once per process, as requests are.
 * @throws PkiError as {@link parsePemAs} and {@link readCertificate}; `pki.certificate_ambiguous` for several
 */
export const readCertificatePem: (text: string) => Certificate = remembering(readOnePem, {
  most: 2_000,
  alias: ({ pem }) => pem,
});

/**
 * The same of DER. Each bundle of a CA brings the same issuers, and what is published of a leaf is compared with its key: both
 * are read once, and their keys loaded once.
 * @throws PkiError as {@link readCertificate}
 */
export function readCertificateOnce(der: Buffer): Certificate {
  return readCertificatePem(writePem("CERTIFICATE", der));
}

function readOnePem(text: string): Certificate {
  const [block, ...others] = parsePemAs(text, CERTIFICATE_LABELS, "a certificate");
  if (block !== undefined && others.length === 0) return readCertificate(block.der);
  throw new PkiError(`read a certificate: the text holds ${others.length + 1}`, {
    code: "pki.certificate_ambiguous",
    hint: "Give one certificate; a chain belongs elsewhere.",
  });
}

/**
 * Reads all certificates of a PEM text, in the order they stand in; at least one.
 * @throws PkiError as {@link parsePemAs} and {@link readCertificate}
 */
export function readCertificatesPem(text: string): Certificate[] {
  return parsePemAs(text, CERTIFICATE_LABELS, "certificates").map(({ der }) => readCertificate(der));
}
