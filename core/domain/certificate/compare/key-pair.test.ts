import { describe, expect, it } from "vitest";
import { makeCsr as makeRequest } from "../../../../test/fake-scm/testing.ts";
import { makeChain } from "../../../../test/support/certificates.ts";
import { readCertificate } from "../../../pki/certificate.ts";
import { fittingKey, keyPair } from "./key-pair.ts";

const pemOf = ({ privateKey }: ReturnType<typeof makeRequest>): string =>
  privateKey.export({ format: "pem", type: "pkcs8" }).toString();

describe("a certificate and the key beside it", () => {
  it("are written together only if they belong together", async () => {
    const [leaf] = await makeChain();
    const certificate = readCertificate(leaf.der);
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", leaf.keys.privateKey));
    const own = `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString("base64")}\n-----END PRIVATE KEY-----\n`;
    const other = pemOf(makeRequest("shop.example.test"));
    expect(keyPair(certificate, own)).toEqual({ certificatePem: leaf.pem, privateKeyPem: own });
    expect(keyPair(certificate, null).privateKeyPem).toBeNull();
    expect(() => keyPair(certificate, other)).toThrow(
      expect.objectContaining({ code: "bug.pair_does_not_fit" }),
    );
    expect(fittingKey(certificate, [null, other, own])).toBe(own);
    expect(fittingKey(certificate, [other, null])).toBeNull();
  });
});
