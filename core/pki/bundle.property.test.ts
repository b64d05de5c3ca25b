import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Issued, issue, makeChain, makePkcs7 } from "../../test/support/certificates.ts";
import { readBundle } from "./bundle.ts";
import { arrangeChain, fullChainPem } from "./chain.ts";

let chain: Issued[];
beforeAll(async () => {
  chain = await makeChain();
});

function armor(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END ${label}-----`;
}

/** The forms SCM's collect has, as functions of the certificates in some order. */
const forms: Record<string, (certificates: readonly Issued[]) => Buffer> = {
  "PEM with LF": (all) => Buffer.from(all.map(({ pem }) => pem).join("")),
  "PEM with CRLF": (all) => Buffer.from(all.map(({ pem }) => pem.replaceAll("\n", "\r\n")).join("")),
  "PEM without a newline after END": (all) => Buffer.from(all.map(({ pem }) => pem.trimEnd()).join("")),
  "PKCS#7 in DER": (all) => makePkcs7(all),
  "PKCS#7 in PEM": (all) => Buffer.from(armor("PKCS7", makePkcs7(all))),
  "CMS in PEM": (all) => Buffer.from(armor("CMS", makePkcs7(all))),
  "PKCS#7 in BER with indefinite lengths": (all) => indefinite(makePkcs7(all)),
};

/** Writes the three outer structures of a PKCS#7 with indefinite length, as streaming encoders do. */
function indefinite(der: Buffer): Buffer {
  const end = Buffer.from([0, 0]);
  const contents = (bytes: Buffer) =>
    bytes.subarray(2 + ((bytes[1] ?? 0) < 0x80 ? 0 : (bytes[1] ?? 0) & 0x7f));
  const outer = contents(der);
  const typeLength = 2 + (outer[1] ?? 0);
  const tagged = outer.subarray(typeLength);
  const signedData = contents(tagged);
  return Buffer.concat([
    Buffer.from([0x30, 0x80]),
    outer.subarray(0, typeLength),
    Buffer.from([0xa0, 0x80, 0x30, 0x80]),
    contents(signedData),
    end,
    end,
    end,
  ]);
}

describe("any order in any form gives the same chain", () => {
  it.each(Object.entries(forms))("%s", (_name, form) => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(order, (places) => {
        const arranged = places.flatMap((place) => chain[place] ?? []);
        const found = arrangeChain(readBundle(form(arranged)));
        expect(fullChainPem(found)).toBe(
          chain
            .slice(0, 3)
            .map(({ pem }) => pem)
            .join(""),
        );
        expect(found.root?.pem).toBe(chain[3]?.pem);
      }),
      { numRuns: 40 },
    );
  });
});

describe("readBundle", () => {
  it("reads a single DER certificate", async () => {
    const made = await issue({ subject: "CN=a" });
    expect(readBundle(made.der).map(({ pem }) => pem)).toEqual([made.pem]);
  });

  it.each([
    ["no bytes", "", "pki.bundle_empty"],
    ["white space", " \r\n", "pki.bundle_empty"],
    ["a gateway's HTML", "<html><body>502 Bad Gateway</body></html>", "pki.bundle_unreadable"],
    ["an error body", '{"code":0,"description":"Being processed by Sectigo"}', "pki.bundle_unreadable"],
    ["a JSON-like sign", "0", "pki.bundle_unreadable"],
  ])("refuses %s", (_name, text, code) => {
    expect(() => readBundle(Buffer.from(text))).toThrow(expect.objectContaining({ code }));
  });

  it("refuses a PKCS#7 that holds no certificate", () => {
    expect(() => readBundle(makePkcs7([]))).toThrow(
      expect.objectContaining({ code: "pki.bundle_unreadable" }),
    );
  });

  it.each(
    Object.entries(forms),
  )("refuses every cut of %s, or shows that the chain is incomplete", (_name, form) => {
    const whole = form(chain);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 5 }), (length) => {
        let count: number;
        try {
          count = readBundle(whole.subarray(0, length)).length;
        } catch (error) {
          expect(error).toHaveProperty("code", expect.stringMatching(/^pki\./));
          return;
        }
        expect(count).toBeLessThan(4);
      }),
    );
  });

  it("survives any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, asSequence) => {
        if (asSequence) bytes[0] = 0x30;
        expect(() => readBundle(bytes)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^pki\./) }),
        );
      }),
    );
  });

  it("survives damage anywhere in a PKCS#7", () => {
    const whole = makePkcs7(chain);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        try {
          readBundle(damaged);
        } catch (error) {
          expect(error).toHaveProperty("code", expect.stringMatching(/^pki\./));
        }
      }),
    );
  });
});
