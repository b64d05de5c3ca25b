import { BugError } from "../../../base/errors.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import { type PrivateKey, privateKeyPem, readPrivateKey } from "../../../pki/private-key.ts";
import { sameKey } from "../../../pki/public-key.ts";

/** A certificate and the private key that lies beside it, PEM each; null where the key is kept elsewhere. */
interface KeyPair {
  readonly certificatePem: string;
  readonly privateKeyPem: string | null;
}

/**
 * The only way to write a certificate and a private key side by side: a pair that does not fit is refused, so that no state
 * and no folder ever holds one.
 * @throws BugError `bug.pair_does_not_fit`: the caller has to look for the key that fits before, see {@link fittingKey}
 */
export function keyPair(certificate: Certificate, key: PrivateKey | string | null): KeyPair {
  const read = typeof key === "string" ? readPrivateKey(key) : key;
  if (read !== null && !sameKey(certificate.publicKey, read.publicKey)) {
    throw new BugError(
      `write certificate ${certificate.serialNumber}: the private key beside it is another one`,
      {
        code: "bug.pair_does_not_fit",
        hint: "Report this. Nothing was written.",
      },
    );
  }
  const pem = read === null ? null : typeof key === "string" ? key : privateKeyPem(read);
  return { certificatePem: certificate.pem, privateKeyPem: pem };
}

/** The key among several that is the certificate's; null when none is. Keys that are not there are skipped. */
export function fittingKey(certificate: Certificate, keys: readonly (string | null)[]): string | null {
  const fits = (key: string | null): boolean =>
    key !== null && sameKey(certificate.publicKey, readPrivateKey(key).publicKey);
  return keys.find(fits) ?? null;
}
