import { PkiError } from "../base/errors.ts";
import { type Certificate, readCertificateOnce } from "./certificate.ts";
import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";
import { MalformedDer, malformed } from "./malformed.ts";
import { SIGNED_DATA } from "./oids.ts";
import { CERTIFICATE_LABELS, PKCS7_LABELS, parsePemAs } from "./pem.ts";

const EXPECTED = "certificates";

/**
 * Reads certificates from whatever SCM's collect sends: PEM blocks in any order, PKCS#7 in PEM or DER, one DER
 * certificate. The form is told from the bytes, because SCM labels all of them `application/octet-stream`, and its
 * `base64` format is PKCS#7 on one page of its reference and plain certificates on another (Sectigo Certificate
 * Manager REST API reference, May 2025, "SSL certificates": collect).
 * @returns in the order found, never empty; put them in order with `arrangeChain`
 * @throws PkiError `pki.bundle_empty` for no bytes; `pki.bundle_unreadable` for anything else that isn't certificates;
 *         `pki.pem_*` and `pki.certificate_malformed` for damaged ones, half an answer among them
 */
export function readBundle(bytes: Uint8Array): Certificate[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === TAG.sequence) return readDerBundle(buffer);
  const text = buffer.toString("utf8");
  if (text.trim() === "") throw unusable("pki.bundle_empty", "the answer is empty");
  if (!text.includes("-----BEGIN ")) throw unusable("pki.bundle_unreadable", "it is neither PEM nor DER");
  const blocks = parsePemAs(text, [...CERTIFICATE_LABELS, ...PKCS7_LABELS], EXPECTED);
  const found: Certificate[] = [];
  for (const { label, der } of blocks) {
    if (PKCS7_LABELS.includes(label)) found.push(...readDerBundle(der));
    else found.push(readCertificateOnce(der));
  }
  return found;
}

function readDerBundle(der: Buffer): Certificate[] {
  let members: readonly DerElement[];
  try {
    members = readWhole(der).children;
  } catch (error) {
    if (!(error instanceof MalformedDer)) throw error;
    throw unusable("pki.bundle_unreadable", error.found, error);
  }
  // PKCS#7 begins with the type of its content, a certificate with its signed part.
  return members[0]?.tag === TAG.oid ? readPkcs7(members) : [readCertificateOnce(der)];
}

/** RFC 5652 §3 and §5.1: ContentInfo → SignedData → certificates, a SET whose order means nothing. */
function readPkcs7([type, content]: readonly DerElement[]): Certificate[] {
  try {
    if (type === undefined || oidText(type) !== SIGNED_DATA)
      throw malformed("the PKCS#7 content is not signed data");
    if (content === undefined) throw malformed("the PKCS#7 content is missing");
    const signedData = content.children[0];
    if (signedData === undefined) throw malformed("the PKCS#7 content is missing");
    const fields = new DerFields(signedData);
    fields.next(TAG.integer, "the version of PKCS#7");
    fields.next(TAG.set, "the digest algorithms of PKCS#7");
    fields.next(TAG.sequence, "the encapsulated content of PKCS#7");
    const certificates = fields.optional(TAG.contextConstructed(0));
    // The set may hold obsolete kinds beside X.509, tagged [0] to [3]; they are not sent.
    const found = certificates?.children.filter(({ tag }) => tag === TAG.sequence) ?? [];
    if (found.length === 0) throw malformed("the PKCS#7 holds no certificate");
    return found.map(({ raw }) => readCertificateOnce(raw));
  } catch (error) {
    if (!(error instanceof MalformedDer)) throw error;
    throw unusable("pki.bundle_unreadable", error.found, error);
  }
}

function unusable(
  code: "pki.bundle_empty" | "pki.bundle_unreadable",
  found: string,
  cause?: unknown,
): PkiError {
  const hint = "Collect again; if it stays so, give Sectigo's support the certificate's id.";
  return new PkiError(`read ${EXPECTED}: ${found}`, { code, hint, cause });
}
