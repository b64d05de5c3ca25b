import { createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issue, makeCsr, makeKeys } from "../../test/support/certificates.ts";
import { readCertificate } from "./certificate.ts";
import { readCsr } from "./csr.ts";
import { judgeCsr } from "./judge-csr.ts";
import { writePem } from "./pem.ts";
import { sameKey } from "./public-key.ts";

function codes(text: string, keyTypes?: Record<string, string[]>): string[] {
  return judgeCsr(text, keyTypes).faults.map(({ code }) => code);
}

/** A CSR with its first RSA exponent or other bytes exchanged; the signature then no longer fits. */
function exchange(der: Buffer, from: string, to: string): string {
  const hex = der.toString("hex");
  if (!hex.includes(from)) throw new Error(`the CSR does not hold ${from}`);
  return writePem("CERTIFICATE REQUEST", Buffer.from(hex.replace(from, to), "hex"));
}

describe("readCsr", () => {
  it("reads subject, names and key", async () => {
    const names = [
      { type: "dns", value: "WWW.shop.test" } as const,
      { type: "ip", value: "10.0.0.1" } as const,
    ];
    const { pem, der } = await makeCsr({ subject: "CN=shop.test, O=Example Ltd, C=GB", names });
    const csr = readCsr(pem);
    expect(csr).toMatchObject({
      commonName: "shop.test",
      subject: "C=GB,O=Example Ltd,CN=shop.test",
      names: [
        { kind: "dns", value: "www.shop.test" },
        { kind: "ip", value: "10.0.0.1" },
      ],
      key: { algorithm: "EC", curve: "P-256" },
      signatureHash: "sha256",
      pem: writePem("CERTIFICATE REQUEST", der),
    });
    expect(csr.verify()).toBe(true);
  });

  it("has the key that its certificate has", async () => {
    const { pem, keys } = await makeCsr();
    const certificate = readCertificate((await issue({ subject: "CN=shop.test", keys })).der);
    expect(sameKey(readCsr(pem).publicKey, certificate.publicKey)).toBe(true);
    expect(readCsr(pem).publicKeySha256).toBe(certificate.publicKey.sha256);
  });

  it("sees one key in two encodings: RSA with and without its empty parameters", async () => {
    const { der, pem } = await makeCsr({ algorithm: "RSA-2048" });
    const csr = readCsr(pem);
    // The algorithm's sequence loses its NULL; lengths of the sequences around it shrink by two.
    const spki = csr.publicKey.spki
      .toString("hex")
      .replace("300d06092a864886f70d0101010500", "300b06092a864886f70d010101");
    const short = Buffer.from(
      spki.replace(
        /^3082(....)/,
        (_, length) => `3082${(Number(`0x${length}`) - 2).toString(16).padStart(4, "0")}`,
      ),
      "hex",
    );
    expect(der.length).toBeGreaterThan(short.length);
    const other = { ...csr.publicKey, spki: short, sha256: "differs" };
    expect(() => createPublicKey({ key: short, format: "der", type: "spki" })).not.toThrow();
    expect(sameKey(csr.publicKey, other)).toBe(true);
  });

  it("sends on a clean text whatever stood around the request", async () => {
    const { pem } = await makeCsr();
    const messy = `\uFEFF# my request: für den Shop\r\n${pem.replaceAll("\n", "\r\n").replaceAll("CERTIFICATE", "NEW CERTIFICATE")}\r\n`;
    expect(readCsr(messy).pem).toMatch(/^[A-Za-z0-9+=/\s-]+$/);
    expect(readCsr(messy).pem).toBe(readCsr(pem).pem);
  });

  it.each([
    ["no subject", "", null],
    ["a subject without common name", "O=Example Ltd", null],
    ["two common names, of which the last counts", "CN=first.test, CN=second.test", "second.test"],
  ])("reads a request with %s", async (_name, subject, commonName) => {
    expect(readCsr((await makeCsr({ subject })).pem).commonName).toBe(commonName);
  });

  it.each([
    "P-256",
    "P-384",
    "P-521",
    "Ed25519",
    "RSA-2048",
    "RSA-PSS",
  ] as const)("verifies a %s signature", async (algorithm) => {
    const { pem, der } = await makeCsr({ algorithm });
    expect(readCsr(pem).verify()).toBe(true);
    const damaged = Buffer.from(der);
    damaged[damaged.length - 9] = (damaged.at(-9) ?? 0) ^ 1;
    expect(readCsr(writePem("CERTIFICATE REQUEST", damaged)).verify()).toBe(false);
  });
});

describe("judgeCsr", () => {
  it("finds nothing wrong with usual requests", async () => {
    const profile = { RSA: ["2048", "3072", "4096"], EC: ["P-256", "P-384"] };
    for (const algorithm of ["RSA-2048", "RSA-3072", "P-256", "P-384"] as const) {
      expect(codes((await makeCsr({ algorithm })).pem, profile)).toEqual([]);
    }
    expect(codes((await makeCsr({ algorithm: "P-521" })).pem)).toEqual([]);
  });

  it("proposes what the profile offers", async () => {
    const { pem } = await makeCsr({ algorithm: "RSA-3072" });
    const { faults } = judgeCsr(pem, { RSA: ["2048", "4096"], EC: ["P-256"] });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.code).toBe("pki.csr_key_not_offered");
    expect(faults[0]?.summary).toContain("RSA 3072");
    expect(faults[0]?.detail).toContain("RSA 2048, RSA 4096, EC P-256");
  });

  it("refuses an RSA key below 2048 bits", async () => {
    expect(codes((await makeCsr({ algorithm: "RSA-1024" })).pem, { RSA: ["2048"] })).toEqual([
      "pki.csr_weak_key",
    ]);
  });

  it("refuses curves and key types that CAs do not certify", async () => {
    const { der } = await makeCsr();
    const oid = { p256: "06082a8648ce3d030107", p192: "06082a8648ce3d030101" };
    expect(codes(exchange(der, oid.p256, oid.p192))).toContain("pki.csr_curve");
    expect(codes((await makeCsr({ algorithm: "Ed25519" })).pem)).toEqual(["pki.csr_key_type"]);
  });

  it.each([
    ["1", "0203000001"],
    ["65536", "0203010000"],
    ["0", "0203000000"],
  ])("refuses an RSA exponent of %s", async (exponent, encoded) => {
    const { der } = await makeCsr({ algorithm: "RSA-2048" });
    const { faults } = judgeCsr(exchange(der, "0203010001", encoded));
    expect(faults[0]?.code).toBe("pki.csr_broken_key");
    expect(faults[0]?.summary).toContain(`exponent ${exponent})`);
  });

  it("refuses a request that was changed after it was signed", async () => {
    const { der } = await makeCsr({ subject: "CN=shop.example.test" });
    const [shop, bank] = ["shop", "bank"].map((word) => Buffer.from(word).toString("hex"));
    expect(codes(exchange(der, shop ?? "", bank ?? ""))).toEqual(["pki.csr_bad_signature"]);
  });

  it("refuses SHA-1", async () => {
    const { pem } = await makeCsr({ algorithm: "RSA-2048", hash: "SHA-1" });
    expect(codes(pem)).toEqual(["pki.csr_weak_hash"]);
  });

  it("refuses a request longer than SCM takes", async () => {
    const names = Array.from({ length: 900 }, (_, index) => ({
      type: "dns" as const,
      value: `host-number-${index}.example.test`,
    }));
    expect(codes((await makeCsr({ names })).pem)).toEqual(["pki.csr_too_long"]);
  });

  it("says what it found in place of a request", async () => {
    const { pem, keys } = await makeCsr();
    const certificate = await issue({ subject: "CN=a", keys });
    const cut = writePem("CERTIFICATE REQUEST", Buffer.from("3003020100", "hex"));
    expect(codes(certificate.pem)).toEqual(["pki.pem_wrong_label"]);
    expect(codes(pem + pem)).toEqual(["pki.csr_ambiguous"]);
    expect(codes(pem.slice(0, -30))).toEqual(["pki.pem_truncated"]);
    expect(codes("shop.csr")).toEqual(["pki.pem_missing"]);
    expect(codes(cut)).toEqual(["pki.csr_malformed"]);
    expect(codes(writePem("PRIVATE KEY", Buffer.from("secret")))).toEqual(["pki.private_key_unexpected"]);
    expect(codes(pem.replaceAll("REQUEST", "")).length).toBe(1);
  });

  it("takes the same key types in another case", async () => {
    const { pem } = await makeCsr({ keys: await makeKeys("P-256") });
    expect(codes(pem, { ec: ["p-256"] })).toEqual([]);
  });
});
