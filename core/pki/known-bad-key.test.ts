import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closePrimesKey, rocaKey } from "../../test/support/known-bad-keys.ts";
import { judgeCsr } from "./judge-csr.ts";
import { knownFault } from "./known-bad-key.ts";
import { makeCsr } from "./make-csr.ts";
import { readPrivateKey } from "./private-key.ts";

function csrFor(key: KeyObject): string {
  const pem = key.export({ type: "pkcs8", format: "pem" }).toString();
  return makeCsr({ key: readPrivateKey(pem), subject: { commonName: "shop.example.test" }, names: [] });
}

const sound = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

describe("keys with known faults", () => {
  it.each([
    ["of faulty Infineon hardware", rocaKey, /ROCA/],
    ["with primes that are close together", closePrimesKey, /too close/],
  ])("%s are refused in a request whose signature is right", (_name, make, message) => {
    const { csr, faults } = judgeCsr(csrFor(make()));
    expect(csr?.key).toMatchObject({ algorithm: "RSA", bits: 2048 });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      code: "pki.csr_known_bad_key",
      summary: expect.stringMatching(message),
    });
  });

  it("are not found in sound ones", () => {
    for (let count = 0; count < 5; count += 1) expect(judgeCsr(csrFor(sound())).faults).toEqual([]);
  });

  it("show in the modulus alone", () => {
    expect(knownFault(3n * (2n ** 2047n + 1n))).toContain("divided by 3");
    expect(knownFault((2n ** 1279n - 1n) ** 2n)).toContain("too close");
    expect(knownFault((2n ** 1279n - 1n) * (2n ** 1257n + 3n))).not.toContain("close");
  });
});
