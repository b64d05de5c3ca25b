import { describe, expect, it } from "vitest";
import type { Holding, Holdings } from "./find-holdings.ts";
import { lastIssued } from "./find-holdings.ts";

const END = new Date("2026-10-17T00:00:00Z");
const record = (sslId: number, status: string) => ({ sslId, status }) as Holding["details"];
const holding = (sslId: number, serves: boolean) =>
  ({ details: record(sslId, "Issued"), chain: { leaf: { notAfter: END } }, serves }) as Holding;
const holdings = (given: Partial<Holdings>): Holdings => ({
  ...{ valid: [], ends: new Map(), line: [] },
  ...given,
});

describe("what was issued last", () => {
  it.each<[string, Partial<Holdings>, ReturnType<typeof lastIssued>]>([
    ["is nothing where nothing was", { line: [record(2, "Requested")] }, null],
    ["is nothing where it was revoked", { line: [record(2, "Requested"), record(1, "Revoked")] }, null],
    ["serves", { valid: [holding(1, true)], line: [record(2, "Requested")] }, { sslId: 1, notAfter: END }],
    [
      "lives for a key that is lost",
      { valid: [holding(1, false)], line: [record(2, "Requested"), record(1, "Issued")] },
      { sslId: 1, notAfter: END },
    ],
    [
      "has ended, though SCM shows it as issued",
      { ends: new Map([[1, END]]), line: [record(1, "Issued")] },
      { sslId: 1, notAfter: END },
    ],
    ["has ended, as SCM says", { line: [record(1, "Expired")] }, { sslId: 1, notAfter: null }],
    ["is not known where it can't be collected", { line: [record(1, "Issued")] }, null],
  ])("%s", (_name, given, found) => {
    expect(lastIssued(holdings(given))).toEqual(found);
  });
});
