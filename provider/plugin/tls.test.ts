import { createPrivateKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeServerIdentity } from "./tls.ts";

const now = new Date("2026-03-04T05:06:07Z");

describe("makeServerIdentity", () => {
  it("makes a certificate for localhost that its own key has signed", () => {
    const identity = makeServerIdentity({ now, serial: new Uint8Array(16).fill(0xff) });
    const certificate = new X509Certificate(identity.certificateDer);
    expect(certificate.subjectAltName).toBe("DNS:localhost");
    expect(certificate.checkHost("localhost", { subject: "never" })).toBe("localhost");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(identity.privateKeyPem))).toBe(true);
    expect(certificate.ca).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(new X509Certificate(identity.certificatePem).fingerprint256).toBe(certificate.fingerprint256);
  });

  it("is valid from a minute ago, for longer than any process lives", () => {
    const { certificateDer } = makeServerIdentity({ now, serial: new Uint8Array(16) });
    const certificate = new X509Certificate(certificateDer);
    expect(certificate.validFromDate).toEqual(new Date("2026-03-04T05:05:07Z"));
    expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.parse("2050-01-01T00:00:00Z"));
  });

  it.each([
    ["all ones", 0xff, `7F${"FF".repeat(15)}`],
    ["all zeros", 0x00, `40${"00".repeat(15)}`],
  ])("has a positive serial number of 16 octets from %s", (_name, fill, expected) => {
    const { certificateDer } = makeServerIdentity({ now, serial: new Uint8Array(16).fill(fill) });
    expect(new X509Certificate(certificateDer).serialNumber).toBe(expected);
  });

  it("never uses a key twice", () => {
    const [first, second] = [1, 2].map(() => makeServerIdentity({ now, serial: new Uint8Array(16) }));
    expect(first?.privateKeyPem).not.toBe(second?.privateKeyPem);
  });
});
