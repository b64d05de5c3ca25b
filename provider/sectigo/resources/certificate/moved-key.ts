import {
  PkiError,
  privateKeyPem,
  readCertificatePem,
  readPrivateKey,
  sameKey,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { StoredCertificate } from "./values.ts";

/**
 * A key that another provider's state brought along stays if it is the certificate's; else a user who installs the two would
 * install what does not fit. The first read tells, since only it has both.
 */
export function movedKey(
  { private_key_pem: key, ssl_id }: StoredCertificate,
  pem: string | null,
  warn: Operation<unknown>["warn"],
): Pick<StoredCertificate, "private_key" | "private_key_pem"> | null {
  if (key === null) return null;
  const fitting = pem === null ? null : fittingKey(key, pem);
  if (fitting !== null) return { private_key: MADE, private_key_pem: fitting };
  warn(
    `Certificate ${ssl_id}: the private key of the state before is left out`,
    "It is not this certificate's key, or can't be read. Find the key that is, or have the certificate replaced for another one.",
  );
  return { private_key: null, private_key_pem: null };
}

const MADE = { algorithm: null, rsa_bits: null, ecdsa_curve: null };

function fittingKey(key: string, pem: string): string | null {
  try {
    const read = readPrivateKey(key);
    return sameKey(read.publicKey, readCertificatePem(pem).publicKey) ? privateKeyPem(read) : null;
  } catch (thrown) {
    if (thrown instanceof PkiError) return null;
    throw thrown;
  }
}
