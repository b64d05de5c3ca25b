import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openssl } from "../../test/support/openssl.ts";
import { PkiError } from "../base/errors.ts";
import { readCsr } from "./csr.ts";
import { judgeCsr } from "./judge-csr.ts";
import { type CsrContents, makeCsr } from "./make-csr.ts";
import { generatePrivateKey, readPrivateKey } from "./private-key.ts";
import { sameKey } from "./public-key.ts";

const key = await generatePrivateKey({ algorithm: "EC", curve: "P-256" });
const make = (own: Partial<CsrContents>) => makeCsr({ key, subject: {}, names: [], ...own });

function codeOf(own: Partial<CsrContents>): string {
  try {
    return make(own);
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
}

describe("makeCsr", () => {
  it.each([
    [{ algorithm: "RSA", bits: 2048 }, "sha256WithRSAEncryption"],
    [{ algorithm: "EC", curve: "P-256" }, "ecdsa-with-SHA256"],
    [{ algorithm: "EC", curve: "P-384" }, "ecdsa-with-SHA384"],
    [{ algorithm: "EC", curve: "P-521" }, "ecdsa-with-SHA512"],
  ] as const)("makes what openssl verifies with %o", async (spec, algorithm) => {
    const own = await generatePrivateKey(spec);
    const subject = {
      commonName: "shop.example.test",
      organization: "Müller & Söhne",
      organizationalUnit: "Web",
      locality: "Zürich",
      state: "ZH",
      country: "CH",
    };
    const names = ["shop.example.test", "*.example.test", "münchen.example", "192.0.2.7", "2001:db8::7"];
    const pem = makeCsr({ key: own, subject, names });
    const said = openssl(["req", "-verify", "-noout", "-text", "-nameopt", "RFC2253,-esc_msb,utf8"], pem);
    expect(said.ok).toBe(true);
    expect(said.output).toContain("self-signature verify OK");
    expect(said.output).toContain("CN=shop.example.test,OU=Web,O=Müller & Söhne,L=Zürich,ST=ZH,C=CH");
    expect(said.output).toContain(`Signature Algorithm: ${algorithm}`);
    expect(said.output).toContain("IP Address:192.0.2.7");
    expect(said.output).toContain("IP Address:2001:DB8:0:0:0:0:0:7");
    expect(said.output).toContain("DNS:xn--mnchen-3ya.example");
    expect(said.output).toContain("DNS:*.example.test");
    expect(judgeCsr(pem).faults).toEqual([]);
    expect(sameKey(readCsr(pem).publicKey, own.publicKey)).toBe(true);
  });

  it("marks the names critical where they stand in place of a subject", () => {
    const text = (pem: string) => openssl(["req", "-noout", "-text"], pem).stdout;
    expect(text(make({ names: ["a.test"] }))).toContain("Subject Alternative Name: critical");
    expect(text(make({ subject: { commonName: "a.test" }, names: ["a.test"] }))).not.toContain("critical");
  });

  it("asks for no extension without names", () => {
    const said = openssl(["req", "-noout", "-text"], make({ subject: { commonName: "a.test" } }));
    expect(said.stdout).toMatch(/Attributes:\s+\(none\)/);
  });

  it.each([
    ["an IDN as CAs write it", "Münster.example", "xn--mnster-3ya.example"],
    ["a plain name as it was typed", "Shop.Example.test", "Shop.Example.test"],
    ["what is not a host name as it was typed", "Jörg Müller", "Jörg Müller"],
  ])("writes as the common name %s", (_name, typed, written) => {
    expect(readCsr(make({ subject: { commonName: typed } })).commonName).toBe(written);
  });

  it.each([
    ["a common name of 65 characters", { commonName: "a".repeat(65) }],
    ["a country in words", { country: "Germany" }],
    ["a country in small letters", { country: "de" }],
    ["a line break", { organization: "Example\nLtd" }],
    ["half a character", { locality: "\ud83d" }],
  ])("refuses a subject with %s", (_name, subject) => {
    expect(codeOf({ subject })).toBe("pki.csr_subject");
  });

  it("counts characters, not bytes, against X.509's limits", () => {
    expect(readCsr(make({ subject: { organization: "ü".repeat(64) } })).subject).toBe(`O=${"ü".repeat(64)}`);
  });

  it.each([
    "",
    "a b.test",
    "*.*.test",
    "https://a.test",
    "fe80::1%eth0",
    "jörg@a.test",
  ])("refuses the name %j", (name) => {
    expect(codeOf({ names: [name] })).toBe("pki.csr_name");
  });

  it("refuses a name of a kind that it can't write", () => {
    expect(codeOf({ names: [{ kind: "other", value: "4#30" }] })).toBe("pki.csr_name");
  });

  it("refuses a key whose halves do not belong together", () => {
    const [one, other] = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
    const [mine, theirs] = [one?.export({ format: "jwk" }), other?.export({ format: "jwk" })];
    const mixed = createPrivateKey({ key: { ...mine, n: theirs?.n ?? "" }, format: "jwk" });
    const broken = readPrivateKey(mixed.export({ type: "pkcs8", format: "pem" }).toString());
    expect(codeOf({ key: broken, names: ["a.test"] })).toBe("pki.key_broken");
  });
});
