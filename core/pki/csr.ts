import { PkiError } from "../base/errors.ts";
import { remembering } from "../base/remember.ts";
import { ambiguitiesOf } from "./csr-ambiguities.ts";
import { DerFields, TAG } from "./der.ts";
import { readName } from "./distinguished-name.ts";
import { MalformedDer } from "./malformed.ts";
import type { San } from "./names.ts";
import { CSR_LABELS, parsePemAs, writePem } from "./pem.ts";
import { type KeyDescription, type PublicKey, readPublicKey } from "./public-key.ts";
import { readRequestedExtensions } from "./request-extensions.ts";
import { isSignedBy, readSignedData } from "./signed-data.ts";

/** A certificate signing request, read. */
export interface Csr {
  /**
   * The request alone, written anew: LF, 64 columns, label `CERTIFICATE REQUEST`. This is what to send: SCM takes
   * letters, digits, `- + = /` and white space only, so comments and byte order marks around the original would do harm.
   */
  readonly pem: string;
  /** RFC 4514, one line; empty when the request has no subject. */
  readonly subject: string;
  /** Attributes of the subject by the short names of RFC 4514: `{ CN: …, O: … }`. */
  readonly subjectParts: Readonly<Record<string, string>>;
  /** SCM takes the certificate's common name from here. */
  readonly commonName: string | null;
  /** Names asked for by extension, canonical; the common name only where it stands among them. */
  readonly names: readonly San[];
  /** Extensions asked for that SCM leaves aside, in words: `OCSP must-staple`. */
  readonly ignoredExtensions: readonly string[];
  /** A text that its maker took for a secret, in clear (RFC 2985 §5.4.1). */
  readonly hasChallengePassword: boolean;
  /** What two readers may read differently, each a whole clause: `it has 2 common names, …`; empty for a sound request. */
  readonly ambiguities: readonly string[];
  readonly publicKey: PublicKey;
  /** Shortcuts of {@link publicKey}. */
  readonly key: KeyDescription;
  readonly publicKeySha256: string;
  /** Hash of its own signature: `sha256`, `sha1`; null when the algorithm has its own hash or is not known to us. */
  readonly signatureHash: string | null;
  /** Whether the request is signed by the key it holds, which proves possession (RFC 2986 §3). 0.05 to 0.1 ms, once. */
  verify(): boolean;
}

/**
 * Reads a PKCS#10 request in PEM. Judges nothing: see `judgeCsr`. Many ask for the same request in one plan, so it is read once
 * per process, up to a thousand or two.
 * @throws PkiError `pki.csr_malformed`, `pki.csr_ambiguous` for several requests, `pki.private_key_unexpected`,
 *         `pki.pem_*`
 * Source: RFC 2986 §4, RFC 7468 §7.
 */
export const readCsr: (text: string) => Csr = remembering(readText, { most: 2_000, alias: ({ pem }) => pem });

function readText(text: string): Csr {
  const [block, ...others] = parsePemAs(text, CSR_LABELS, "a certificate request (CSR)");
  if (block === undefined || others.length > 0) {
    throw new PkiError(`read a certificate request (CSR): the text holds ${others.length + 1}`, {
      code: "pki.csr_ambiguous",
      hint: "Give one request; each certificate has its own.",
    });
  }
  try {
    return readFields(block.der);
  } catch (error) {
    if (!(error instanceof MalformedDer)) throw error;
    throw new PkiError(`read a certificate request (CSR): ${error.found}`, {
      code: "pki.csr_malformed",
      hint: "Make the request again, or give the file as the tool wrote it; it may be damaged or cut off.",
      cause: error,
    });
  }
}

function readFields(der: Buffer): Csr {
  const { signed, body } = readSignedData(der);
  const fields = new DerFields(body);
  fields.next(TAG.integer, "the version");
  const subject = readName(fields.next(TAG.sequence, "the subject"));
  const publicKey = readPublicKey(fields.next(TAG.sequence, "the public key"));
  // Required by RFC 2986, and yet some tools leave the empty set out.
  const attributes = fields.optional(TAG.contextConstructed(0));
  fields.end("the signed part");
  const requested = readRequestedExtensions(attributes);
  let isVerified: boolean | null = null;
  return {
    pem: writePem("CERTIFICATE REQUEST", der),
    subject: subject.text,
    subjectParts: subject.parts,
    commonName: subject.commonName,
    names: requested.names,
    ignoredExtensions: requested.ignored,
    hasChallengePassword: requested.hasChallengePassword,
    ambiguities: ambiguitiesOf(subject, requested),
    publicKey,
    key: publicKey.description,
    publicKeySha256: publicKey.sha256,
    signatureHash: signed.algorithm.hash,
    verify: () => {
      isVerified ??= isSignedBy(signed, publicKey);
      return isVerified;
    },
  };
}
