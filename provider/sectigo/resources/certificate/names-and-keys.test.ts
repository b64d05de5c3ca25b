import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

/** Of the fake's private CA, which certifies addresses too. */
const PRIVATE = { scm_profile_id: 3317, trust_type: "private" };

function leaf({ values }: CertificateStage): X509Certificate {
  return new X509Certificate(values.certificate_pem ?? "");
}

async function expectEmptyPlan(set: CertificateStage, wishes: Parameters<CertificateStage["plan"]>[0]) {
  await set.refresh();
  const { planned, diagnostics } = await set.plan(wishes);
  expect(planned).toEqual(set.state);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
}

describe("S51 the names of a certificate", () => {
  it.each([
    ["a host name in any case, with its final dot", "WWW.Shop.Example.Test.", "DNS:www.shop.example.test"],
    ["a wildcard", "*.shop.example.test", "DNS:*.shop.example.test"],
    ["an IDN as people read it", "bücher.example.test", "DNS:xn--bcher-kva.example.test"],
    ["an IDN as certificates hold it", "xn--bcher-kva.example.test", "DNS:xn--bcher-kva.example.test"],
    ["an IPv4 address", "192.0.2.7", "IP Address:192.0.2.7"],
    ["an IPv6 address in any spelling", "2001:DB8:0:0::7", "IP Address:2001:DB8:0:0:0:0:0:7"],
  ])("%s: is in the certificate, and the spelling is kept", async (_what, name, found) => {
    await using set = await certificateStage();
    const wishes = shop({ ...PRIVATE, subject_alternative_names: [name] });
    await set.apply(wishes);
    expect(leaf(set).subjectAltName?.split(", ")).toContain(found);
    expect(set.values.subject_alternative_names).toEqual([name]);
    await expectEmptyPlan(set, wishes);
  });

  it("are A-labels in a replacement too", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const wishes = shop({ subject_alternative_names: ["bücher.example.test"] });
    await set.apply(wishes);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    expect(leaf(set).subjectAltName).toContain("DNS:xn--bcher-kva.example.test");
    await expectEmptyPlan(set, wishes);
  });
});

describe("the key of a certificate", () => {
  it.each([
    ["RSA 2048", { algorithm: "RSA", rsa_bits: 2048, ecdsa_curve: null }, 3312, { modulusLength: 2048 }],
    ["RSA 3072", { algorithm: "RSA", rsa_bits: 3072, ecdsa_curve: null }, 3312, { modulusLength: 3072 }],
    ["RSA 4096", { algorithm: "RSA", rsa_bits: 4096, ecdsa_curve: null }, 3312, { modulusLength: 4096 }],
    [
      "ECDSA P-256",
      { algorithm: "ECDSA", rsa_bits: null, ecdsa_curve: "P256" },
      3325,
      { namedCurve: "prime256v1" },
    ],
    [
      "ECDSA as profiles spell it",
      { algorithm: "ECDSA", rsa_bits: null, ecdsa_curve: "P-384" },
      3325,
      { namedCurve: "secp384r1" },
    ],
    [
      "ECDSA P-384",
      { algorithm: "ECDSA", rsa_bits: null, ecdsa_curve: "P384" },
      3325,
      { namedCurve: "secp384r1" },
    ],
  ] as const)("%s: is made, and is what the certificate is for", async (_what, private_key, profile, kind) => {
    await using set = await certificateStage();
    const names = { subject_alternative_names: ["shop.example.test"] };
    const wishes = shop({ csr_pem: null, private_key, scm_profile_id: profile, ...names });
    await set.apply(wishes);
    expect(leaf(set).publicKey.asymmetricKeyDetails).toMatchObject(kind);
    await expectEmptyPlan(set, wishes);
  });

  it("ECDSA P-521: is refused in the plan where the SCM profile does not offer it, with what it offers", async () => {
    await using set = await certificateStage();
    const private_key = { algorithm: "ECDSA", rsa_bits: null, ecdsa_curve: "P521" };
    const names = { subject_alternative_names: ["shop.example.test"] };
    const [told] = await set.apply(shop({ csr_pem: null, private_key, ...names }));
    expect(told?.summary).toMatch(/P-521/);
    expect(told?.detail).toMatch(/P-256.*P-384/);
    expect(await set.orders()).toEqual([]);
  });

  it("of a request may be RSA or ECDSA as well", async () => {
    await using set = await certificateStage();
    for (const [index, kind] of (["RSA-2048", "P-384"] as const).entries()) {
      const wishes = shop({ csr_pem: makeCsr("shop.example.test", kind).csr });
      await set.apply(wishes);
      expect(await set.orders()).toHaveLength(index + 1);
      await expectEmptyPlan(set, wishes);
    }
  });
});

describe("comments", () => {
  it.each([
    ["a heredoc, which ends with a line break", "web tier\nsecond line\n"],
    ["blanks around them", "  web tier  "],
    ["nothing but blanks", "   "],
    ["line breaks of Windows", "web\r\ntier\r\n"],
  ])("of %s do not drift, and keep their spelling", async (_what, comments) => {
    await using set = await certificateStage();
    const wishes = shop({ comments });
    await set.apply(wishes);
    await expectEmptyPlan(set, wishes);
    expect(set.values.comments).toBe(comments);
    const other = shop({ comments: "another" });
    await set.apply(other);
    await set.apply(wishes);
    await expectEmptyPlan(set, wishes);
  });
});
