import { describe, expect, it } from "vitest";
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
