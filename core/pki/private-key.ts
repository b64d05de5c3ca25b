import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { PkiError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import { readWhole } from "./der.ts";
import type { KeySpec } from "./key-spec.ts";
import { type PemBlock, parsePem, writePem } from "./pem.ts";
import { keyText, type PublicKey, readPublicKey } from "./public-key.ts";

/**
 * A private key in memory. The secret half is a KeyObject: it shows nothing of itself when it is logged, put into JSON
 * or into a message; {@link privateKeyPem} is the only way out.
 */
export interface PrivateKey {
  readonly secret: KeyObject;
  readonly publicKey: PublicKey;
}

const generate = promisify(generateKeyPair);

/** OpenSSL's names of the curves, RFC 5480 §2.1.1.1. */
const OPENSSL_CURVES = { "P-256": "prime256v1", "P-384": "secp384r1", "P-521": "secp521r1" } as const;

/** How node:crypto calls what stands under each label: RFC 5208, RFC 8017 A.1.2, RFC 5915. */
const FORMATS: Readonly<Record<string, "pkcs8" | "pkcs1" | "sec1">> = {
  "PRIVATE KEY": "pkcs8",
  "RSA PRIVATE KEY": "pkcs1",
  "EC PRIVATE KEY": "sec1",
};

/** `openssl ecparam -genkey` writes the curve before the key, which names it again. */
const IGNORED_LABELS: readonly string[] = ["EC PARAMETERS"];

/**
 * Makes a key. Its randomness is the operating system's and can't be passed in, so that no other can be passed in.
 * A few milliseconds for EC, up to some seconds for RSA 4096; done beside the event loop.
 */
export async function generatePrivateKey(spec: KeySpec): Promise<PrivateKey> {
  const { privateKey } =
    spec.algorithm === "RSA"
      ? await generate("rsa", { modulusLength: spec.bits })
      : await generate("ec", { namedCurve: OPENSSL_CURVES[spec.curve] });
  return withPublicKey(privateKey);
}

/**
 * Reads an unencrypted RSA or EC key in PEM: PKCS#8, PKCS#1 or SEC 1. Text around the block is ignored.
 * @throws PkiError `pki.key_encrypted`, `pki.key_malformed`, `pki.key_type` for kinds that no server certificate has,
 *         `pki.key_ambiguous` for several blocks, `pki.pem_*`. Nothing of the text is part of any message but labels.
 */
export function readPrivateKey(text: string): PrivateKey {
  const { label, der } = onlyKey(text);
  const type = FORMATS[label];
  if (type === undefined) {
    throw fault("pem_wrong_label", `found a PEM block ${quoted(label)}`, HINT);
  }
  try {
    return withPublicKey(createPrivateKey({ key: der, format: "der", type }));
  } catch (error) {
    if (error instanceof PkiError) throw error;
    // OpenSSL's reason is not handed on as the cause: it may quote anything.
    throw fault("key_malformed", "the block is not a private key of its kind", `It may be damaged. ${HINT}`);
  }
}

const HINT = `Give one unencrypted key in PEM, beginning with "-----BEGIN PRIVATE KEY-----".`;

function onlyKey(text: string): PemBlock {
  const blocks = parsePem(text).filter(({ label }) => !IGNORED_LABELS.includes(label));
  // Keys of old say it in a header line (RFC 1421 §4.6.1.1), PKCS#8 in its label.
  const isEncrypted = blocks.some(({ label }) => label === "ENCRYPTED PRIVATE KEY");
  if (isEncrypted || /^Proc-Type:.*ENCRYPTED/m.test(text)) {
    const hint =
      "Decrypt it where it is kept, for example with `openssl pkey`, and give the clear key as an ephemeral value.";
    throw fault("key_encrypted", "it is encrypted, and there is no password for it", hint);
  }
  const [block, ...others] = blocks;
  if (block === undefined) throw fault("pem_missing", "the text holds no PEM block", HINT);
  if (others.length === 0) return block;
  const labels = blocks.map(({ label }) => quoted(label)).join(", ");
  throw fault("key_ambiguous", `the text holds ${blocks.length} PEM blocks: ${labels}`, HINT);
}

function withPublicKey(secret: KeyObject): PrivateKey {
  const spki = createPublicKey(secret).export({ type: "spki", format: "der" });
  const publicKey = readPublicKey(readWhole(spki));
  if (publicKey.description.algorithm === "other") {
    const found = `${keyText(publicKey.description)} is a kind of key that server certificates do not have`;
    throw fault("key_type", found, "Use RSA from 2048 bits or EC with P-256, P-384, P-521.");
  }
  return { secret, publicKey };
}

function fault(code: string, found: string, hint: string): PkiError {
  return new PkiError(`read a private key: ${found}`, { code: `pki.${code}`, hint });
}

/** The key itself, unencrypted, as PKCS#8 in PEM. A secret: it belongs into no state, log or message. */
export function privateKeyPem({ secret }: PrivateKey): string {
  return secret.export({ type: "pkcs8", format: "pem" }).toString();
}

/** SubjectPublicKeyInfo in PEM, RFC 7468 §13. */
export function publicKeyPem({ spki }: PublicKey): string {
  return writePem("PUBLIC KEY", spki);
}
