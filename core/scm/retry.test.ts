import { describe, expect, it } from "vitest";
import { DEFAULT_RETRY, type Failure, judgeRetry, readRetryAfter } from "./retry.ts";

const failure = (part: Partial<Failure> = {}): Failure => ({
  wasSent: true,
  mayHeal: true,
  retryAfterMs: null,
  ...part,
});
const context = (attempt: number, random = 0.999999) => ({
  attempt,
  policy: DEFAULT_RETRY,
  random: () => random,
});

describe("judgeRetry", () => {
  it("doubles the bound of the pause and draws from all of it", () => {
    expect([1, 2, 3].map((attempt) => judgeRetry("always", failure(), context(attempt)))).toEqual([
      { retry: true, delayMs: 499 },
      { retry: true, delayMs: 999 },
      { retry: true, delayMs: 1999 },
    ]);
    expect(judgeRetry("always", failure(), context(3, 0))).toEqual({ retry: true, delayMs: 0 });
  });

  it("gives up after the last try", () => {
    expect(judgeRetry("always", failure(), context(4))).toEqual({ retry: false, reason: "tries used up" });
  });

  it("never repeats an order that may have left, and does repeat one that surely did not", () => {
    expect(judgeRetry("ifUnsent", failure(), context(1))).toEqual({ retry: false, reason: "not repeatable" });
    expect(judgeRetry("ifUnsent", failure({ wasSent: false }), context(1)).retry).toBe(true);
  });

  it("never repeats a refusal", () => {
    expect(judgeRetry("always", failure({ mayHeal: false }), context(1))).toEqual({
      retry: false,
      reason: "final",
    });
  });

  it("obeys Retry-After up to the ceiling, with jitter on top", () => {
    expect(judgeRetry("always", failure({ retryAfterMs: 60_000 }), context(1))).toEqual({
      retry: true,
      delayMs: 60_499,
    });
    expect(judgeRetry("always", failure({ retryAfterMs: 60_001 }), context(1))).toEqual({
      retry: false,
      reason: "asked to wait too long",
    });
  });
});

describe("readRetryAfter", () => {
  const now = new Date("2026-03-16T12:00:00Z");
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Mon, 16 Mar 2026 12:00:30 GMT", 30_000],
    ["Mon, 16 Mar 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["2026-03-16T12:00:30Z", null],
    ["Xxx, nonsense", null],
    ["", null],
    [undefined, null],
  ])("reads %j as %j ms", (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
