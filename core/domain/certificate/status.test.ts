import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../nearest.ts";
import { pauseAfter } from "./execute/polling.ts";
import { REVOCATION_REASONS, revocationReasonText } from "./execute/revocation.ts";
import { standingOf } from "./status.ts";

describe("standingOf", () => {
  it.each([
    ["Init", "pending"],
    ["Requested", "pending"],
    ["SA Approved", "pending"],
    ["SAApproved", "pending"],
    ["APPLIED", "pending"],
    ["Issued", "issued"],
    ["Declined", "refused"],
    ["Rejected", "refused"],
    ["Invalid", "refused"],
    ["Revoked", "revoked"],
    ["Expired", "ended"],
    ["Replaced", "ended"],
    ["Enrolled - Pending Download", "unknown"],
    ["", "unknown"],
  ])("takes %j as %s", (status, standing) => {
    expect(standingOf(status)).toBe(standing);
  });
});

describe("pauseAfter", () => {
  it("looks often at first, so that a private CA costs no wait, and never less than every minute", () => {
    expect(pauseAfter(0)).toBe(1000);
    expect(pauseAfter(3_600_000)).toBe(60_000);
  });

  it("never gets shorter while one waits", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_000_000 }), fc.nat({ max: 4_000_000 }), (one, more) => {
        expect(pauseAfter(one + more)).toBeGreaterThanOrEqual(pauseAfter(one));
      }),
    );
  });

  it("makes few enough looks in ten minutes", () => {
    let looks = 0;
    for (let waited = 0; waited < 600_000; waited += pauseAfter(waited)) looks += 1;
    expect(looks).toBeLessThan(45);
  });
});

describe("revocation reasons", () => {
  it("have the numbers that SCM takes, and names for them", () => {
    expect(Object.values(REVOCATION_REASONS)).toEqual([0, 1, 3, 4, 5]);
    for (const [name, code] of Object.entries(REVOCATION_REASONS))
      expect(revocationReasonText(code)).toBe(name.replaceAll("_", " "));
    expect(revocationReasonText(9)).toBe("reason 9");
  });
});

describe("nearest", () => {
  it.each([
    ["a swapped letter", "Exmaple Ltd", ["Example Ltd", "Other GmbH"], ["Example Ltd"]],
    ["another case", "COST CENTRE", ["Cost centre", "Stage"], ["Cost centre"]],
    ["a part of the word", "ltd", ["Example Ltd", "Stage"], ["Example Ltd"]],
    ["a nearer one first", "Prod", ["Product", "Prod1"], ["Prod1", "Product"]],
    ["nothing alike", "Zebra", ["Cost centre"], []],
    ["nothing known", "a", [], []],
  ])("proposes for %s", (_name, typed, known, proposed) => {
    expect(nearest(typed, known)).toEqual(proposed);
  });
});
