import { createPrivateKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Issued, makeChain, makeKeys } from "../../test/support/certificates.ts";
import { openssl } from "../../test/support/openssl.ts";
import { PkiError } from "../base/errors.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { makePkcs12, type Pkcs12Contents } from "./pkcs12.ts";
import { generatePrivateKey, type PrivateKey, privateKeyPem, readPrivateKey } from "./private-key.ts";

const PASSWORD = "correct horse; battery";

interface Stage extends Pkcs12Contents {
  readonly key: PrivateKey;
  readonly chain: readonly [Certificate, Certificate, Certificate];
}

async function stage(algorithm: Parameters<typeof makeKeys>[0]): Promise<Stage> {
  const keys = await makeKeys(algorithm);
  const [leaf, issuing, policy, root] = await makeChain({ keys });
  const secret = new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  const pem = createPrivateKey({ key: Buffer.from(secret), format: "der", type: "pkcs8" });
  const read = ({ der }: Issued): Certificate => readCertificate(der);
  return {
    key: readPrivateKey(pem.export({ type: "pkcs8", format: "pem" }).toString()),
    certificate: read(leaf),
    chain: [read(issuing), read(policy), read(root)],
    password: PASSWORD,
    friendlyName: "shop",
  };
}

const rsa = await stage("RSA-2048");
const ec = await stage("P-384");

const another = await generatePrivateKey({ algorithm: "EC", curve: "P-384" });

/** What openssl finds in the file. */
function open(file: Buffer, password: string, ...more: readonly string[]) {
  return openssl(["pkcs12", "-passin", `pass:${password}`, "-nodes", ...more], file);
}

const certificatesIn = (text: string): string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\n/g) ?? [];

async function codeOf(contents: Pkcs12Contents): Promise<string> {
  try {
    await makePkcs12(contents);
    return "made";
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
}

describe.each([
  ["RSA", rsa],
  ["EC", ec],
])("S45 a PKCS#12 file with an %s key", (_name, contents) => {
  it("is opened by openssl with its password: key, leaf and chain in order", async () => {
    const file = await makePkcs12(contents);
    const said = open(file, PASSWORD);
    expect(said.ok).toBe(true);
    const [keyPem = ""] = /-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/.exec(said.stdout) ?? [];
    expect(privateKeyPem(readPrivateKey(keyPem))).toBe(privateKeyPem(contents.key));
    expect(certificatesIn(said.stdout)).toEqual(
      [contents.certificate, ...contents.chain].map(({ pem }) => pem),
    );
    expect(said.stdout.match(/friendlyName: shop/g)).toHaveLength(2);
    expect(new Set(said.stdout.match(/localKeyID: .*/g)).size).toBe(1);
  });

  it("stays shut with a wrong password", async () => {
    const said = open(await makePkcs12(contents), `${PASSWORD}!`);
    expect(said.ok).toBe(false);
    expect(said.output).toContain("invalid password");
  });

  it("is encrypted and guarded as of today", async () => {
    const { output } = open(await makePkcs12(contents), PASSWORD, "-info", "-noout");
    expect(output).toContain("MAC: sha256, Iteration 100000");
    expect(output).toMatch(
      /Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256/,
    );
    expect(output).toMatch(
      /PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256/,
    );
  });
});

describe("makePkcs12", () => {
  it.each([
    "ä€漢 password",
    "😀",
    "a",
    "x".repeat(200),
  ])("takes the password %j as openssl does", async (password) => {
    expect(open(await makePkcs12({ ...ec, password }), password).ok).toBe(true);
  });

  it("puts a chain in order whatever order it came in, and the leaf but once", async () => {
    const [issuing, policy, root] = ec.chain;
    const file = await makePkcs12({ ...ec, chain: [root, ec.certificate, issuing, policy] });
    const expected = [ec.certificate, issuing, policy, root].map(({ pem }) => pem);
    expect(certificatesIn(open(file, PASSWORD).stdout)).toEqual(expected);
  });

  it("needs neither chain nor name", async () => {
    const { ok, stdout } = open(await makePkcs12({ ...ec, chain: [], friendlyName: null }), PASSWORD);
    expect([ok, certificatesIn(stdout)]).toEqual([true, [ec.certificate.pem]]);
    expect(stdout).not.toContain("friendlyName");
  });

  it("never makes the same file twice", async () => {
    const [one, other] = await Promise.all([makePkcs12(ec), makePkcs12(ec)]);
    expect(one.equals(other)).toBe(false);
  });

  it.each([
    ["of another kind", rsa.key, "the private key is RSA 2048, the certificate's is EC P-384"],
    ["of the same kind", another, "(EC P-384) is not the certificate's"],
  ])("refuses a key that is not the certificate's, %s", async (_name, key, found) => {
    expect(await codeOf({ ...ec, key })).toBe("pki.key_mismatch");
    await expect(makePkcs12({ ...ec, key })).rejects.toThrow(found);
  });

  it("refuses an empty password and a chain of something else", async () => {
    expect(await codeOf({ ...ec, password: "" })).toBe("pki.pkcs12_password");
    expect(await codeOf({ ...ec, chain: rsa.chain })).toBe("pki.chain_missing_link");
  });
});
