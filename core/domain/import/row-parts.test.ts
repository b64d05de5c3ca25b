import { describe, expect, it } from "vitest";
import { keyTraits } from "../key-traits.ts";
import { compactPart, mergeParts, overlay } from "../merge-parts.ts";
import { commonNameOf, originOf } from "./row-parts.ts";

describe("originOf", () => {
  it.each([
    ["Discovery", "discovered"],
    ["DISCOVERY", "discovered"],
    ["Imported", "uploaded"],
    ["IMPORTED", "uploaded"],
    ["REST API", "managed"],
    [null, "managed"],
  ])("S22 takes %j for %s", (word, origin) => {
    expect(originOf(word)).toBe(origin);
  });
});

describe("commonNameOf", () => {
  it.each([
    ["CN=Jo Doe,O=Example Ltd", "Jo Doe"],
    ["C=NL, O=Example Ltd, CN=dev-1", "dev-1"],
    ["O=CN fans,CN=Doe\\, Jo", "Doe, Jo"],
    ["O=Example Ltd", null],
    ["CN=,O=x", null],
    [null, null],
  ])("reads %j", (subject, name) => {
    expect(commonNameOf(subject)).toBe(name);
  });
});

describe("keyTraits", () => {
  it.each([
    ["RSA - 2048", "RSA", 2048, 112],
    ["RSA - 3072", "RSA", 3072, 128],
    ["RSA - 1024", "RSA", 1024, 80],
    ["EC - P-256", "EC", 256, 128],
    ["ECDSA - P-384", "EC", 384, 192],
    ["EC - P-521", "EC", 521, 256],
    ["EC 256", "EC", 256, 128],
    ["RSA", "RSA", null, null],
    [null, null, null, null],
  ])("reads %j", (text, keyAlgorithm, keySize, keyStrength) => {
    expect(keyTraits(text)).toEqual({ keyAlgorithm, keySize, keyStrength });
  });
});

describe("parts of a row", () => {
  const listed = compactPart({
    type: "client",
    certificateId: 4,
    status: "Issued",
    comments: null,
    issuer: "CN=A",
  });
  const reported = compactPart({ type: "client", certificateId: 4, email: "a@b.test", issuer: "CN=B" });

  it("leave out what is empty, in one order, so that equal ones are equal as text", () => {
    const turned = compactPart({
      issuer: "CN=A",
      status: "Issued",
      keyUsages: [],
      certificateId: 4,
      type: "client",
    });
    expect(JSON.stringify(turned)).toBe(JSON.stringify(listed));
  });

  it("make one row, in which the better source counts and the others fill", () => {
    expect(mergeParts([listed, reported])).toMatchObject({
      status: "Issued",
      issuer: "CN=A",
      email: "a@b.test",
      comments: null,
      keyUsages: [],
      origin: "managed",
    });
    expect(overlay([reported])).toMatchObject({ status: "Unknown" });
  });
});
