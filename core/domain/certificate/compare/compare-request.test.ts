import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { issue, makeCsr as makeCsrWith, makeKeys } from "../../../../test/support/certificates.ts";
import { readCertificatePem } from "../../../pki/certificate.ts";
import { readCsr } from "../../../pki/csr.ts";
import { differenceOfRequest, sameRequest } from "./compare-request.ts";

const { csr } = makeCsr("shop.example.test");

describe("sameRequest", () => {
  it("takes white space and text around it for nothing", () => {
    expect(sameRequest(csr, csr.replaceAll("\n", "\r\n"))).toBe(true);
    expect(sameRequest(csr, `Certificate request of the shop\n${csr}`)).toBe(true);
  });

  it("tells other keys, other subjects and what can't be read", () => {
    expect(sameRequest(csr, makeCsr("shop.example.test").csr)).toBe(false);
    expect(sameRequest(csr, "nothing")).toBe(false);
    expect(sameRequest("nothing", "no thing")).toBe(true);
  });

  it("takes a new signature of the same request for no change", async () => {
    const keys = await makeKeys("P-256");
    const signed = async (subject: string) => (await makeCsrWith({ subject, keys })).pem;
    const [one, other] = [await signed("CN=a.test"), await signed("CN=a.test")];
    expect(one).not.toBe(other);
    expect(sameRequest(one, other)).toBe(true);
    expect(sameRequest(one, await signed("CN=b.test"))).toBe(false);
  });
});

describe("differenceOfRequest", () => {
  it("compares key and common name, by meaning", async () => {
    const keys = await makeKeys("P-256");
    const names = [{ type: "dns" as const, value: "xn--mnchen-3ya.example.test" }];
    const leaf = readCertificatePem((await issue({ subject: "O=Example", keys, names })).pem);
    const request = async (subject: string) => readCsr((await makeCsrWith({ subject, keys })).pem);
    expect(differenceOfRequest(leaf, await request("CN=XN--MNCHEN-3YA.example.test."))).toBeNull();
    expect(differenceOfRequest(leaf, await request("CN=berlin.example.test"))).toMatch(
      /common name berlin\.example\.test/,
    );
    expect(differenceOfRequest(leaf, readCsr(csr))).toMatch(/key/);
  });
});
