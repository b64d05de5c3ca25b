import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { enroll, testScm } from "../testing.ts";
import { childrenOf, readElement } from "../x509/der.ts";
import { fromPem } from "../x509/pem.ts";

const ORDERS: readonly (readonly [format: string, order: string])[] = [
  ["x509", "root policy issuing leaf"],
  ["pem", "root policy issuing leaf"],
  ["x509R", "leaf issuing policy root"],
  ["x509CO", "leaf"],
  ["pemco", "leaf"],
  ["pemia", "leaf issuing policy"],
  ["x509IO", "root policy issuing"],
  ["x509IOR", "issuing policy root"],
];

function roleOf(der: Buffer): string {
  const { subject } = new X509Certificate(der);
  return (
    ["Root", "Policy", "Issuing"].find((word) => subject.includes(`Fake SCM ${word}`))?.toLowerCase() ??
    "leaf"
  );
}

const rolesOf = (text: string): string => fromPem("CERTIFICATE", text).map(roleOf).join(" ");

describe("collect", () => {
  test.for(ORDERS)("%s is %s, in any case and in both forms of address", async ([format, order]) => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const byQuery = await scm.call("GET", `/ssl/v1/collect/${id}?format=${format}`);
    const byPath = await scm.call("GET", `/ssl/v1/collect/${id}/${format.toUpperCase()}`);
    expect(rolesOf(byQuery.text)).toBe(order);
    expect(byPath.text).toBe(byQuery.text);
    expect(byQuery.text.endsWith("-----END CERTIFICATE-----")).toBe(true);
    expect(byQuery.headers.get("content-type")).toBe("application/octet-stream;charset=UTF-8");
    expect(byQuery.headers.get("content-disposition")).toBe("attachment; filename=www_example_test_cert.cer");
  });

  test("the chain is one that OpenSSL accepts link by link", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const { text } = await scm.call("GET", `/ssl/v1/collect/${id}?format=x509`);
    const chain = fromPem("CERTIFICATE", text).map((der) => new X509Certificate(der));
    for (const [index, certificate] of chain.entries()) {
      const issuer = chain[Math.max(0, index - 1)] ?? certificate;
      expect(certificate.checkIssued(issuer)).toBe(true);
      expect(certificate.verify(issuer.publicKey)).toBe(true);
    }
    expect(chain[0]?.toString().trim()).toBe(scm.caPem);
  });

  test("base64, the standard, is PKCS#7 in PEM and holds what bin holds: leaf and whole chain", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const armoured = await scm.call("GET", `/ssl/v1/collect/${id}`);
    const [der] = fromPem("PKCS7", armoured.text);
    const binary = await scm.call("GET", `/ssl/v1/collect/${id}?format=bin`);
    expect(Buffer.from(binary.text, "latin1").equals(der ?? Buffer.alloc(0))).toBe(true);
    const [, content] = childrenOf(readElement(der ?? Buffer.alloc(0)));
    const signedData = childrenOf(content ?? fail())[0] ?? fail();
    const set = childrenOf(signedData).find(({ tag }) => tag === 0xa0) ?? fail();
    expect(childrenOf(set).map(({ raw }) => roleOf(raw))).toStrictEqual([
      "policy",
      "leaf",
      "issuing",
      "root",
    ]);
  });

  test("the leaf carries the common name among its names, the order's term and sixteen octets of serial", async () => {
    await using scm = await testScm({ now: Date.parse("2026-03-16T15:30:00Z") });
    const id = await enroll(scm, "www.example.test", { subjAltNames: "example.test,api.example.test" });
    const { text } = await scm.call("GET", `/ssl/v1/collect/${id}?format=pemco`);
    const leaf = new X509Certificate(text);
    expect(leaf.subjectAltName).toBe("DNS:api.example.test, DNS:example.test, DNS:www.example.test");
    expect(leaf.validFromDate.toISOString()).toBe("2026-03-16T00:00:00.000Z");
    expect(leaf.validToDate.toISOString()).toBe("2026-10-01T00:00:00.000Z");
    expect(leaf.serialNumber).toHaveLength(32);
    expect(leaf.ca).toBe(false);
  });

  test("an unknown format is -126, an unknown id 404", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    expect(await scm.call("GET", `/ssl/v1/collect/${id}?format=p99`)).toMatchObject({
      status: 400,
      json: { code: -126 },
    });
    expect(await scm.call("GET", "/ssl/v1/collect/1?format=pem")).toMatchObject({ status: 404 });
  });
});

function fail(): never {
  throw new Error("not the structure of a PKCS#7 bundle");
}
