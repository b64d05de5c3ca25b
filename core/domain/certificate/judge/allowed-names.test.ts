import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { makeCsr as makeRequest } from "../../../../test/support/certificates.ts";
import { readCsr } from "../../../pki/csr.ts";
import { isAllowedName, judgeAllowedNames, judgeNamePattern } from "./allowed-names.ts";

describe("isAllowedName", () => {
  it.each([
    ["shop.example.test", "shop.example.test", true],
    ["SHOP.example.test.", "shop.Example.test", true],
    ["www.shop.example.test", "shop.example.test", false],
    ["shop.example.test.evil.test", "shop.example.test", false],
    ["a.example.test", "*.example.test", true],
    ["a.b.example.test", "*.example.test", false],
    ["example.test", "*.example.test", false],
    ["*.example.test", "*.example.test", true],
    ["*.b.example.test", "*.example.test", false],
    ["aexample.test", "*.example.test", false],
    ["a.example.test", ".example.test", true],
    ["a.b.c.example.test", ".example.test", true],
    ["*.b.example.test", ".example.test", true],
    ["example.test", ".example.test", false],
    ["evilexample.test", ".example.test", false],
    ["bücher.example.test", "xn--bcher-kva.example.test", true],
    ["192.0.2.7", "192.0.2.7", true],
    ["192.0.2.7", ".2.7", false],
    ["2001:db8:0::1", "2001:DB8::1", true],
    ["ops@example.test", ".example.test", false],
    ["https://a.example.test", ".example.test", false],
    ["Payments Team", ".example.test", false],
    ["a.example.test", ".", false],
    ["", ".example.test", false],
  ])("%s by %s: %s", (name, pattern, isAllowed) => {
    expect(isAllowedName(name, [pattern])).toBe(isAllowed);
  });

  it("S73 allows nothing when the list is empty", () => {
    expect(isAllowedName("a.test", [])).toBe(false);
  });
});

describe("judgeNamePattern", () => {
  it.each([
    ["a.test"],
    ["*.a.test"],
    [".a.test"],
    ["192.0.2.7"],
    [".xn--bcher-kva.test"],
  ])("takes %s", (one) => {
    expect(judgeNamePattern(one)).toBeNull();
  });

  it.each([
    [""],
    ["."],
    ["*"],
    [".*.a.test"],
    ["a.*.test"],
    ["a*.test"],
    ["a.test, b.test"],
    ["*.*.a.test"],
  ])("refuses %j", (one) => {
    expect(judgeNamePattern(one)).toBeTypeOf("string");
  });
});

describe("judgeAllowedNames", () => {
  const csr = readCsr(makeCsr("payments.bank.test").csr);

  it("S73 refuses a CSR for a name that is not ours, and names what is", () => {
    expect(judgeAllowedNames({ csr, names: ["shop.example.test"] }, [".example.test"])).toEqual([
      {
        severity: "error",
        path: ["csrPem"],
        summary: 'The name "payments.bank.test" is not among the allowed names',
        detail: 'Allowed are ".example.test". Take the name out, or have the owner of that list add it.',
      },
    ]);
  });

  it("S73 holds every name of the order against the list, and points at each as it is written", () => {
    const found = judgeAllowedNames(
      { commonName: "a.example.test", names: ["A.example.test", "B.Other.test"] },
      ["*.example.test"],
    );
    expect(found.map(({ path }) => path)).toEqual([["subjectAlternativeNames", "B.Other.test"]]);
  });

  it("S73 refuses a name that stands in the CSR's extension alone", async () => {
    const { pem } = await makeRequest({
      subject: "CN=a.example.test",
      names: ["a.example.test", "b.other.test"].map((value) => ({ type: "dns" as const, value })),
    });
    const found = judgeAllowedNames({ csr: readCsr(pem), names: [] }, [".example.test"]);
    expect(found.map(({ path, summary }) => [path, summary])).toEqual([
      [["csrPem"], 'The name "b.other.test" is not among the allowed names'],
    ]);
  });

  it("allows everything without a list", () => {
    expect(judgeAllowedNames({ csr }, null)).toEqual([]);
    expect(judgeAllowedNames({ csr }, undefined)).toEqual([]);
  });
});
