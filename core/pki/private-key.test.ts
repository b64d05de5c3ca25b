import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { openssl } from "../../test/support/openssl.ts";
import { PkiError } from "../base/errors.ts";
import { KEY_CURVES, RSA_BITS } from "./key-spec.ts";
import { generatePrivateKey, privateKeyPem, publicKeyPem, readPrivateKey } from "./private-key.ts";
import { keyText } from "./public-key.ts";

const madeByOpenssl = (...args: string[]): string => openssl(args).stdout;

function thrownBy(text: string): PkiError {
  try {
    readPrivateKey(text);
  } catch (error) {
    if (error instanceof PkiError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("generatePrivateKey", () => {
  it.each(RSA_BITS)("makes an RSA key of %d bits that openssl takes", async (bits) => {
    const key = await generatePrivateKey({ algorithm: "RSA", bits });
    expect(key.publicKey.description).toMatchObject({ algorithm: "RSA", bits, exponent: "65537" });
    expect(openssl(["pkey", "-check", "-noout"], privateKeyPem(key)).output).toContain("Key is valid");
  });

  it.each(KEY_CURVES)("makes an EC key on %s that openssl takes", async (curve) => {
    const key = await generatePrivateKey({ algorithm: "EC", curve });
    expect(keyText(key.publicKey.description)).toBe(`EC ${curve}`);
    expect(openssl(["pkey", "-check", "-noout"], privateKeyPem(key)).output).toContain("Key is valid");
  });

  it("never makes the same key twice", async () => {
    const make = () => generatePrivateKey({ algorithm: "EC", curve: "P-256" });
    const [one, other] = await Promise.all([make(), make()]);
    expect(one.publicKey.sha256).not.toBe(other.publicKey.sha256);
  });
});

describe("readPrivateKey", () => {
  it.each([
    [
      "PKCS#8 RSA",
      "PRIVATE KEY",
      ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
      "RSA 2048",
    ],
    ["PKCS#1 RSA", "RSA PRIVATE KEY", ["genrsa", "-traditional", "2048"], "RSA 2048"],
    [
      "PKCS#8 EC",
      "PRIVATE KEY",
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
      "EC P-384",
    ],
    [
      "SEC 1 after its parameters",
      "EC PRIVATE KEY",
      ["ecparam", "-genkey", "-name", "prime256v1"],
      "EC P-256",
    ],
  ])("reads %s as openssl writes it", (_name, label, args, kind) => {
    const text = madeByOpenssl(...args);
    expect(text).toContain(`-----BEGIN ${label}-----`);
    const key = readPrivateKey(text);
    expect(keyText(key.publicKey.description)).toBe(kind);
    expect(publicKeyPem(key.publicKey)).toBe(openssl(["pkey", "-pubout"], text).stdout);
    expect(
      createPrivateKey(privateKeyPem(key)).equals(
        createPrivateKey(text.slice(text.lastIndexOf("-----BEGIN"))),
      ),
    ).toBe(true);
  });

  it("reads what it wrote, whatever stands around it", async () => {
    const key = await generatePrivateKey({ algorithm: "EC", curve: "P-256" });
    const messy = `\uFEFF# the shop's key\r\n${privateKeyPem(key).replaceAll("\n", "\r\n")}\r\n`;
    expect(readPrivateKey(messy).publicKey.sha256).toBe(key.publicKey.sha256);
  });

  const clear = madeByOpenssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
  const ed25519 = generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  const body = clear.replace(/-----[^\n]*\n/g, "");
  it.each([
    [
      "encrypted as PKCS#8",
      openssl(["pkcs8", "-topk8", "-passout", "pass:x"], clear).stdout,
      "pki.key_encrypted",
    ],
    [
      "encrypted as of old",
      openssl(["rsa", "-traditional", "-aes128", "-passout", "pass:x"], clear).stdout,
      "pki.key_encrypted",
    ],
    [
      "garbage in a block",
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
      "pki.key_malformed",
    ],
    ["no base64", clear.replace(body.slice(0, 8), "§§§§§§§§"), "pki.pem_malformed"],
    ["no block", body, "pki.pem_missing"],
    ["nothing", "", "pki.pem_missing"],
    ["cut off", clear.slice(0, -20), "pki.pem_truncated"],
    ["two keys", clear + clear, "pki.key_ambiguous"],
    ["its public half", openssl(["pkey", "-pubout"], clear).stdout, "pki.pem_wrong_label"],
    ["a kind that CAs don't certify", ed25519, "pki.key_type"],
  ])("refuses a key that is %s, and quotes nothing of it", (_name, text, code) => {
    const error = thrownBy(text);
    expect(error.code).toBe(code);
    const shown = inspect(error, { depth: 9 });
    for (const line of text.split("\n"))
      if (/^[A-Za-z0-9+/=]{16,}$/.test(line)) expect(shown).not.toContain(line);
  });

  it("shows nothing of the secret when a key is logged", async () => {
    const key = await generatePrivateKey({ algorithm: "EC", curve: "P-256" });
    const { d = "" } = key.secret.export({ format: "jwk" });
    const hex = Buffer.from(d, "base64url").toString("hex");
    const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    expect(hex).toHaveLength(64);
    for (const form of [d, hex, Buffer.from(d, "base64url").toString("base64")])
      expect(shown).not.toContain(form);
  });
});
