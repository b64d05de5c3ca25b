import { describe, expect, it } from "vitest";
import { ceilingAhead, exceededCeiling, nextMisfit, type TermVerdict, termFor } from "./term.ts";

/** Ceilings of 200 and, later, of 100 days. */
const NOW = new Date("2026-04-01T00:00:00Z");
const LATER = new Date("2027-04-01T00:00:00Z");

type Row = readonly [wished: number | null, offered: readonly number[], now: Date, verdict: TermVerdict];

describe("termFor", () => {
  it.each<Row>([
    [null, [90, 199], NOW, { kind: "asked", days: 199 }],
    [null, [90, 199], LATER, { kind: "asked", days: 90 }],
    [90, [90, 199], NOW, { kind: "asked", days: 90 }],
    [199, [90, 199], LATER, { kind: "cut", days: 90, ceilingDays: 100 }],
    [199, [199, 398], LATER, { kind: "too_long", days: 199, ceilingDays: 100 }],
    [null, [199, 398], LATER, { kind: "too_long", days: 199, ceilingDays: 100 }],
    [199, [], LATER, { kind: "too_long", days: 199, ceilingDays: 100 }],
    [null, [], NOW, { kind: "unknown" }],
  ])("of %s asked for and %s offered on %s", (wishedDays, offeredDays, now, verdict) => {
    expect(termFor({ wishedDays, offeredDays, isPublic: true, now })).toEqual(verdict);
  });

  it("knows no ceiling for private CAs", () => {
    const question = { wishedDays: 730, offeredDays: [365], isPublic: false, now: LATER };
    expect(termFor(question)).toEqual({ kind: "asked", days: 730 });
    expect(termFor({ ...question, wishedDays: null })).toEqual({ kind: "asked", days: 365 });
  });
});

describe("S60 a term that is asked for", () => {
  /** Within sixty days of the step from 200 to 100 days. */
  const SOON = new Date("2027-02-20T00:00:00Z");

  it.each([
    ["200 days, and fits today only", { wishedDays: 200 }, null, 100],
    ["100 days, and fits then too", { wishedDays: 100 }, null, null],
    ["250 days, and does not fit today", { wishedDays: 250 }, 200, null],
    ["left out", { wishedDays: null }, null, null],
    ["of a private CA", { wishedDays: 250, isPublic: false }, null, null],
    ["200 days, and the step is far", { wishedDays: 200, now: NOW }, null, null],
  ])("is %s", (_what, part, today, then) => {
    const asked = { isPublic: true, now: SOON, ...part };
    expect(exceededCeiling(asked)?.days ?? null).toBe(today);
    expect(ceilingAhead(asked)?.days ?? null).toBe(then);
  });
});

describe("nextMisfit", () => {
  /** Within sixty days of the step to 100 days, and before them. */
  const SOON = new Date("2027-02-20T00:00:00Z");
  const MISFIT = { from: new Date("2027-03-15T00:00:00Z"), ceilingDays: 100, shortestDays: 180 };

  it.each([
    ["nothing on offer fits", { offeredDays: [199, 180] }, MISFIT],
    ["one of them does", { offeredDays: [90, 199] }, null],
    ["SCM does not say what it offers", { offeredDays: [] }, null],
    ["nothing fits today already", { offeredDays: [365] }, null],
    ["a term is asked for, which is told separately", { offeredDays: [180], wishedDays: 180 }, null],
    ["the CA is private", { offeredDays: [180], isPublic: false }, null],
    ["the step is far", { offeredDays: [180], now: NOW }, null],
  ])("when %s", (_what, part, told) => {
    const question = { wishedDays: null, isPublic: true, now: SOON, ...part };
    expect(nextMisfit(question)).toEqual(told);
  });
});
