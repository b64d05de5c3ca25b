import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CertificateAuthority } from "../ca.ts";
import { makeCsr } from "../testing.ts";
import { parseCsr } from "./csr.ts";
import { formatName } from "./names.ts";

describe("certificates against OpenSSL", () => {
  test("names of all kinds and long lifetimes read as they were ordered", () => {
    const authority = new CertificateAuthority(Date.parse("2026-01-01T00:00:00Z"));
    const csr = parseCsr(makeCsr("ü.example.test", "RSA-2048").csr);
    if (typeof csr === "string") throw new Error(csr);
    const leaf = new X509Certificate(
      authority.issue({
        subject: [
          ["C", "NL"],
          ["O", "Größe, Söhne"],
          ["CN", "a.test"],
        ],
        spki: csr.spki,
        serial: "00FF",
        notBefore: Date.parse("2049-12-31T23:59:59Z"),
        notAfter: Date.parse("2050-01-01T00:00:00Z"),
        subjectAlternativeNames: ["*.a.test", "192.0.2.7", "2001:db8::5:1", "::ffff:192.0.2.1", "me@a.test"],
        purpose: "client",
      }),
    );
    expect(leaf.subject).toBe("C=NL\nO=Größe\\, Söhne\nCN=a.test");
    expect(leaf.subjectAltName).toBe(
      "DNS:*.a.test, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:5:1, IP Address:0:0:0:0:0:FFFF:C000:201, email:me@a.test",
    );
    expect(leaf.validToDate.toISOString()).toBe("2050-01-01T00:00:00.000Z");
    expect(leaf.serialNumber).toBe("FF");
    expect(csr).toMatchObject({
      subject: [["CN", "ü.example.test"]],
      key: { algorithm: "RSA", parameter: "2048" },
    });
  });

  test("text form of a name runs from the common name up and escapes its signs", () => {
    expect(
      formatName([
        ["C", "NL"],
        ["O", "A, B"],
        ["CN", "a.test"],
      ]),
    ).toBe("CN=a.test,O=A\\, B,C=NL");
  });
});
