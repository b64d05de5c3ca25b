import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issue, makeCsr, makeKeys } from "../../test/support/certificates.ts";
import { readCertificate, readCertificatePem } from "./certificate.ts";
import { keyText } from "./public-key.ts";

describe("readCertificate", () => {
  it.each([
    "P-256",
    "P-384",
    "P-521",
    "Ed25519",
    "RSA-2048",
  ] as const)("agrees with openssl on a %s certificate", async (algorithm) => {
    const made = await issue({
      subject: "CN=shop.example.test, O=Example Ltd, C=GB",
      keys: await makeKeys(algorithm),
      names: [{ type: "dns", value: "shop.example.test" }],
      serialNumber: "00a1b2c3",
    });
    const read = readCertificate(made.der);
    const reference = new X509Certificate(made.der);
    expect(read.serialNumber).toBe(reference.serialNumber);
    expect(read.fingerprintSha256).toBe(reference.fingerprint256.replaceAll(":", "").toLowerCase());
    expect(read.notBefore).toEqual(new Date(reference.validFrom));
    expect(read.notAfter).toEqual(new Date(reference.validTo));
    expect(read.publicKey.spki).toEqual(reference.publicKey.export({ type: "spki", format: "der" }));
    expect(read.isCa).toBe(reference.ca);
    expect(keyText(read.publicKey.description)).toContain(algorithm.replace("RSA-", "RSA "));
    expect(new X509Certificate(read.pem).fingerprint256).toBe(reference.fingerprint256);
  });

  it("reads names of every kind in canonical form", async () => {
    const made = await issue({
      subject: "CN=Shop.Example.Test",
      names: [
        { type: "dns", value: "Shop.Example.Test" },
        { type: "dns", value: "*.example.test" },
        { type: "ip", value: "10.0.0.1" },
        { type: "ip", value: "2001:db8:0:0::1" },
        { type: "email", value: "Ops@Example.test" },
        { type: "url", value: "spiffe://Example.test/Web" },
        { type: "dn", value: "CN=somebody" },
        { type: "upn", value: "someone@example.test" },
      ],
    });
    const read = readCertificate(made.der);
    expect(read.names.filter(({ kind }) => kind !== "other")).toEqual([
      { kind: "dns", value: "*.example.test" },
      { kind: "dns", value: "shop.example.test" },
      { kind: "email", value: "Ops@example.test" },
      { kind: "ip", value: "10.0.0.1" },
      { kind: "ip", value: "2001:db8::1" },
      { kind: "uri", value: "spiffe://example.test/Web" },
    ]);
    expect(read.names.filter(({ kind }) => kind === "other")).toHaveLength(2);
  });

  it("writes distinguished names as RFC 4514 does, most specific first", async () => {
    const made = await issue({
      subject: [{ C: ["GB"] }, { O: [{ utf8String: ' #Example, "Ltd" + Söhne\n' }] }, { CN: ["a=b"] }],
    });
    expect(readCertificate(made.der).subject.text).toBe(
      'CN=a=b,O=\\ #Example\\, \\"Ltd\\" \\+ Söhne\\0a,C=GB',
    );
    expect(readCertificate(made.der).subject.commonName).toBe("a=b");
  });

  it("writes attribute types without a short name as numbers", async () => {
    const made = await issue({ subject: "CN=a, 2.5.4.5=0815" });
    expect(readCertificate(made.der).subject.text).toMatch(/^2\.5\.4\.5=#[0-9a-f]+30383135,CN=a$/);
  });

  it("reads dates beyond 2049, which have another form", async () => {
    const notAfter = new Date("2050-01-01T12:34:56Z");
    const made = await issue({ subject: "CN=a", notAfter });
    expect(readCertificate(made.der).notAfter).toEqual(notAfter);
  });

  it("reads a version 1 style certificate without extensions", async () => {
    const read = readCertificate(
      (await issue({ subject: "CN=old", withoutConstraints: true, withoutKeyIds: true })).der,
    );
    expect(read).toMatchObject({ isCa: false, names: [], subjectKeyId: null, authorityKeyId: null });
  });

  it("says what is wrong with every cut of a certificate, never half a certificate", async () => {
    const { der } = await issue({ subject: "CN=a" });
    for (let length = 0; length < der.length; length += 7) {
      expect(() => readCertificate(der.subarray(0, length))).toThrow(
        expect.objectContaining({ code: "pki.certificate_malformed" }),
      );
    }
  });

  it("refuses bytes after the end, and a CSR in its place", async () => {
    const { der } = await issue({ subject: "CN=a" });
    expect(() => readCertificate(Buffer.concat([der, Buffer.from([0])]))).toThrow(/1 bytes follow the end/);
    expect(() => readCertificatePem(`${"-".repeat(5)}BEGIN X${"-".repeat(5)}`)).toThrow();
    const csr = await makeCsr();
    expect(() => readCertificate(csr.der)).toThrow(
      expect.objectContaining({ code: "pki.certificate_malformed" }),
    );
  });
});

describe("readCertificatePem", () => {
  it("wants exactly one", async () => {
    const { pem } = await issue({ subject: "CN=a" });
    expect(readCertificatePem(pem).subject.commonName).toBe("a");
    expect(() => readCertificatePem(pem + pem)).toThrow(
      expect.objectContaining({ code: "pki.certificate_ambiguous" }),
    );
  });
});
