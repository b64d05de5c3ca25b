import { createMessage, generateKey, readKey, readSignature, verify } from "openpgp";
import { describe, expect, it } from "vitest";
import { signRelease } from "./sign-release.ts";

const OCTETS = Buffer.from("checksum  file\n");
const userIDs = [{ name: "Throw-away", email: "release@example.test" }];
/** The least that registries accept; making a longer one takes seconds. */
const rsa = { type: "rsa", rsaBits: 2048, userIDs, format: "armored" } as const;

async function verifies(signature: Uint8Array, armoredKey: string, octets: Uint8Array): Promise<boolean> {
  const { signatures } = await verify({
    message: await createMessage({ binary: octets }),
    signature: await readSignature({ binarySignature: signature }),
    verificationKeys: await readKey({ armoredKey }),
  });
  return signatures[0]?.verified.catch(() => false) ?? false;
}

describe("signRelease", { timeout: 60_000 }, () => {
  it("signs binary and detached, with a locked key and its passphrase", async () => {
    const made = await generateKey({ ...rsa, passphrase: "open sesame" });
    const key = { armored: made.privateKey, passphrase: "open sesame" };
    const signature = await signRelease(OCTETS, key);
    // An armored signature would begin with dashes; a binary one begins with the bit of a packet.
    expect((signature[0] ?? 0) & 0x80).toBe(0x80);
    expect(await verifies(signature, made.publicKey, OCTETS)).toBe(true);
    expect(await verifies(signature, made.publicKey, Buffer.from("another file\n"))).toBe(false);
  });

  it("says what is missing when the key is locked", async () => {
    const { privateKey } = await generateKey({ ...rsa, passphrase: "open sesame" });
    await expect(signRelease(OCTETS, { armored: privateKey, passphrase: null })).rejects.toThrow(
      "GPG_PASSPHRASE",
    );
  });

  it("refuses a key that Terraform's registry would refuse", async () => {
    const { privateKey } = await generateKey({ type: "ecc", userIDs, format: "armored" });
    await expect(signRelease(OCTETS, { armored: privateKey, passphrase: null })).rejects.toThrow(
      "takes RSA and DSA only",
    );
  });
});
