import { PkiError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";

/** One block of PEM: the label between BEGIN and the dashes, and the DER inside. */
export interface PemBlock {
  readonly label: string;
  readonly der: Buffer;
}

/** Labels under which certificates are found, RFC 7468 §5.1 names the first and the other two as old forms. */
export const CERTIFICATE_LABELS: readonly string[] = ["CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE"];
/** PKCS#10; the second is what Windows and Java tools write, RFC 7468 §7. */
export const CSR_LABELS: readonly string[] = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];
/** PKCS#7 and its successor, RFC 7468 §8 and §9. */
export const PKCS7_LABELS: readonly string[] = ["PKCS7", "CMS", "PKCS #7 SIGNED DATA"];

const BEGIN = /-----BEGIN ([^\r\n-]+)-----/g;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Reads every PEM block of a text, in the order they stand in.
 * Tolerates what is seen in the wild: CRLF, no final newline, no newline between two blocks, text around the blocks
 * (RFC 7468 §2), header lines inside (RFC 1421 §4.6).
 * @returns empty when the text has no block at all
 * @throws PkiError `pki.pem_truncated` for a block without its END line, `pki.pem_malformed` for a broken body. The
 *         body is never part of the message: it may be a private key.
 */
export function parsePem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin !== null; begin = BEGIN.exec(text)) {
    const label = begin[1] ?? "";
    const bodyStart = begin.index + begin[0].length;
    const endLine = `-----END ${label}-----`;
    const bodyEnd = text.indexOf(endLine, bodyStart);
    if (bodyEnd < 0) throw truncated(label);
    blocks.push({ label, der: decodeBody(text.slice(bodyStart, bodyEnd), label) });
    BEGIN.lastIndex = bodyEnd + endLine.length;
  }
  return blocks;
}

function decodeBody(body: string, label: string): Buffer {
  // Header lines, as encrypted keys of old have them, end at the first empty line; base64 itself has no colon.
  const headerEnd = body.includes(":") ? body.search(/\n[ \t]*\r?\n/) : -1;
  const base64 = body.slice(headerEnd + 1).replace(/\s+/g, "");
  if (base64.includes("-----BEGIN")) throw truncated(label);
  if (base64.length % 4 !== 0 || !BASE64.test(base64)) {
    throw new PkiError(`read PEM block ${quoted(label)}: its body is not base64`, {
      code: "pki.pem_malformed",
      hint: "Give the file as the tool wrote it, with its line breaks; it may be damaged or cut off.",
    });
  }
  return Buffer.from(base64, "base64");
}

function truncated(label: string): PkiError {
  return new PkiError(`read PEM block ${quoted(label)}: its END line is missing`, {
    code: "pki.pem_truncated",
    hint: "The text was cut off; give it whole, from BEGIN to END.",
  });
}

/**
 * Reads the blocks of a text that must hold only `labels`.
 * @param expected what the reader wants, in words: "a certificate request"
 * @throws PkiError as {@link parsePem}; `pki.pem_missing` when there is no block; `pki.private_key_unexpected` for a
 *         private key, told apart so that it is not pasted into a ticket next; `pki.pem_wrong_label` otherwise.
 */
export function parsePemAs(text: string, labels: readonly string[], expected: string): PemBlock[] {
  const blocks = parsePem(text);
  for (const { label } of blocks) if (!labels.includes(label)) throw unexpectedLabel(label, labels, expected);
  if (blocks.length > 0) return blocks;
  const { found, remedy } = whyMissing(text);
  throw new PkiError(`read ${expected}: the text ${found}`, {
    code: "pki.pem_missing",
    hint: `Give ${expected} in PEM, beginning with "-----BEGIN ${labels[0]}-----".${remedy}`,
  });
}

/** Forms in which files reach us that are not PEM text; `found` ends the sentence "the text …". */
function whyMissing(text: string): { readonly found: string; readonly remedy: string } {
  if (text.includes("\0")) {
    const remedy =
      " Write the file as UTF-8: `iconv -f UTF-16 -t UTF-8`, or `Set-Content -Encoding ascii` in PowerShell.";
    return { found: "holds NUL characters, as a file in UTF-16 does", remedy };
  }
  const bare = text.replace(/\s+/g, "");
  if (/^M[A-Za-z0-9+/]{50,}={0,2}$/.test(bare)) {
    const remedy = " A file in DER becomes PEM by `openssl req -inform DER -in FILE -out FILE.csr`.";
    return { found: "is base64 without BEGIN and END lines, as of a file in DER", remedy };
  }
  return { found: "holds no PEM block", remedy: "" };
}

function unexpectedLabel(label: string, labels: readonly string[], expected: string): PkiError {
  if (label.endsWith("PRIVATE KEY")) {
    return new PkiError(`read ${expected}: the text holds a private key`, {
      code: "pki.private_key_unexpected",
      hint: `Give ${expected} only, and treat the key as disclosed if this text was stored or sent anywhere.`,
    });
  }
  return new PkiError(`read ${expected}: found a PEM block ${quoted(label)}`, {
    code: "pki.pem_wrong_label",
    hint: `Give ${expected} in PEM, beginning with "-----BEGIN ${labels[0]}-----".`,
  });
}

/** Writes one block: lines of 64 characters, LF, a final newline (RFC 7468 §2). Texts so made can be concatenated. */
export function writePem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString("base64");
  const lines = base64.replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}${lines === "" ? "" : "\n"}-----END ${label}-----\n`;
}
