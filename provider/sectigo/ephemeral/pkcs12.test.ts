import { generateKeyPairSync, type webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeChain, makeKeys } from "../../../test/support/certificates.ts";
import { judgeConfig, open } from "../../../test/support/ephemeral-stage.ts";
import { openssl } from "../../../test/support/openssl.ts";
import { UNKNOWN } from "../../framework/value.ts";
import { pkcs12Ephemeral } from "./pkcs12.ts";

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(new Uint8Array(await crypto.subtle.exportKey("pkcs8", key)));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`;
}

const keys = await makeKeys();
const [leaf, ...above] = await makeChain({ keys });
const GIVEN = {
  private_key_pem: await pemOf(keys.privateKey),
  certificate_pem: leaf.pem,
  chain_pem: above.map(({ pem }) => pem).join(""),
  password: "s3cret-of-the-file",
  friendly_name: "shop",
};

const judged = (given: Readonly<Record<string, unknown>>) =>
  judgeConfig(pkcs12Ephemeral, { ...GIVEN, ...given }).map(({ summary, path }) => [path?.[0], summary]);

describe("S45 ephemeral sectigo_pkcs12", () => {
  it("answers a file that openssl opens, without a connection", async () => {
    const { result, diagnostics } = await open(pkcs12Ephemeral, GIVEN);
    expect(diagnostics).toEqual([]);
    const file = Buffer.from(String(result?.content_base64), "base64");
    const said = openssl(["pkcs12", "-passin", `pass:${GIVEN.password}`, "-nodes"], file);
    expect(said.ok).toBe(true);
    expect(said.stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(4);
    expect(said.stdout).toContain("friendlyName: shop");
  });

  it.each([null, ""])("takes a chain of %j", async (chain) => {
    expect(judged({ chain_pem: chain })).toEqual([]);
    const { result } = await open(pkcs12Ephemeral, { ...GIVEN, chain_pem: chain, friendly_name: null });
    expect(result?.content_base64).toMatch(/^[A-Za-z0-9+/]{500,}={0,2}$/);
  });

  it("refuses a key that is not the certificate's, before and while opening", async () => {
    const other = await pemOf((await makeKeys()).privateKey);
    const summary = "private_key_pem is not the key of certificate_pem";
    expect(judged({ private_key_pem: other })).toEqual([[{ attribute: "private_key_pem" }, summary]]);
    const { result, diagnostics } = await open(pkcs12Ephemeral, { ...GIVEN, private_key_pem: other });
    expect(result).toBeNull();
    expect(diagnostics.map((each) => each.summary)).toEqual([
      "Make a PKCS#12 file: the private key (EC P-256) is not the certificate's [pki.key_mismatch]",
    ]);
  });

  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const encrypted = rsa.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
  it.each([
    ["an encrypted key", { private_key_pem: encrypted }, "private_key_pem", "pki.key_encrypted"],
    [
      "several certificates",
      { certificate_pem: GIVEN.chain_pem },
      "certificate_pem",
      "pki.certificate_ambiguous",
    ],
    ["a key for a chain", { chain_pem: GIVEN.private_key_pem }, "chain_pem", "pki.private_key_unexpected"],
    ["an empty password", { password: "" }, "password", "Invalid value for"],
    ["an empty name", { friendly_name: "" }, "friendly_name", "Invalid value for"],
  ])("points at %s", (_name, given, argument, found) => {
    expect(judged(given)).toEqual([
      [{ attribute: argument }, expect.stringMatching(`${argument}.*${found}|${found}.*${argument}`)],
    ]);
  });

  it("passes over what is not known yet", () => {
    expect(judged({ certificate_pem: UNKNOWN, chain_pem: UNKNOWN, private_key_pem: UNKNOWN })).toEqual([]);
  });
});
