import { describe, expect, it } from "vitest";
import { keyText, publicKeyPem, readPrivateKey } from "../../../core/index.ts";
import { judgeConfig, open } from "../../../test/support/ephemeral-stage.ts";
import { UNKNOWN } from "../../framework/value.ts";
import { privateKeyEphemeral } from "./private-key.ts";

const said = (given: Readonly<Record<string, unknown>>) =>
  judgeConfig(privateKeyEphemeral, given).map(({ summary, detail }) => `${summary} ${detail}`);

describe("S58 ephemeral sectigo_private_key", () => {
  it.each([
    ["RSA 2048 when nothing is said", {}, "RSA 2048"],
    ["RSA of a size", { algorithm: "RSA", rsa_bits: 3072 }, "RSA 3072"],
    ["ECDSA on P-256", { algorithm: "ECDSA" }, "EC P-256"],
    ["ECDSA on a curve", { algorithm: "ECDSA", ecdsa_curve: "P521" }, "EC P-521"],
  ])("makes %s, without a connection", async (_name, given, kind) => {
    expect(said(given)).toEqual([]);
    const { result, diagnostics } = await open(privateKeyEphemeral, given);
    expect(diagnostics).toEqual([]);
    const key = readPrivateKey(String(result?.private_key_pem));
    expect(keyText(key.publicKey.description)).toBe(kind);
    expect(result).toMatchObject({
      algorithm: kind.startsWith("RSA") ? "RSA" : "ECDSA",
      public_key_pem: publicKeyPem(key.publicKey),
    });
  });

  it("makes another key at every opening", async () => {
    const given = { algorithm: "ECDSA" };
    const [one, other] = await Promise.all([
      open(privateKeyEphemeral, given),
      open(privateKeyEphemeral, given),
    ]);
    expect(one.result?.public_key_pem).not.toBe(other.result?.public_key_pem);
  });

  it.each([
    [{ algorithm: "EC" }, 'There is no algorithm "EC" for keys Allowed are RSA and ECDSA.'],
    [
      { rsa_bits: 1024 },
      "rsa_bits of an RSA key is 1024 Allowed for rsa_bits are 2048, 3072, 4096; 2048 when left out.",
    ],
    [
      { algorithm: "ECDSA", ecdsa_curve: "P192" },
      "ecdsa_curve of an ECDSA key is P192 Allowed for ecdsa_curve are P256, P384, P521; P256 when left out.",
    ],
    [
      { algorithm: "ECDSA", rsa_bits: 2048 },
      "An ECDSA key has no rsa_bits Leave it out. Allowed for ecdsa_curve are P256, P384, P521; P256 when left out.",
    ],
    [
      { ecdsa_curve: "P256" },
      "An RSA key has no ecdsa_curve Leave it out. Allowed for rsa_bits are 2048, 3072, 4096; 2048 when left out.",
    ],
  ])("refuses %o and says what is allowed", (given, text) => {
    expect(said(given)).toEqual([text]);
  });

  it("passes over what is not known yet", () => {
    expect(said({ algorithm: UNKNOWN, rsa_bits: 1 })).toEqual([]);
    expect(said({ rsa_bits: UNKNOWN, ecdsa_curve: null })).toEqual([]);
  });
});
