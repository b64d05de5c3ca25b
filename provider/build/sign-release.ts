import { createMessage, decryptKey, enums, type PrivateKey, readPrivateKey, sign } from "openpgp";

/** A private key that only the release has, and its passphrase when it has one. */
export interface SigningKey {
  /** ASCII-armored. */
  readonly armored: string;
  readonly passphrase: string | null;
}

/** The registry of Terraform reads signatures of these. Source: HashiCorp, "Publish providers", signing. */
const ACCEPTED: readonly number[] = [
  enums.publicKey.rsaEncryptSign,
  enums.publicKey.rsaSign,
  enums.publicKey.dsa,
];

/**
 * A detached, binary OpenPGP signature over the octets.
 * @throws Error when the key is of a kind that the registry refuses, or stays locked
 */
export async function signRelease(octets: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const signingKeys = await unlock(key);
  const message = await createMessage({ binary: octets });
  return sign({ message, signingKeys, detached: true, format: "binary" });
}

async function unlock({ armored, passphrase }: SigningKey): Promise<PrivateKey> {
  const privateKey = await readPrivateKey({ armoredKey: armored });
  const { keyPacket } = await privateKey.getSigningKey();
  if (!ACCEPTED.includes(keyPacket.algorithm)) {
    const kind = enums.read(enums.publicKey, keyPacket.algorithm);
    throw new Error(`the signing key is of kind ${kind}; Terraform's registry takes RSA and DSA only`);
  }
  if (privateKey.isDecrypted()) return privateKey;
  if (passphrase === null) throw new Error("the signing key is locked: set GPG_PASSPHRASE");
  return decryptKey({ privateKey, passphrase });
}
