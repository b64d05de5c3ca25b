import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.ts";

describe("parseDuration", () => {
  const cases: readonly [string, number | null][] = [
    ["30m", 1_800_000],
    ["1h30m", 5_400_000],
    ["90s", 90_000],
    ["1.5h", 5_400_000],
    [".5s", 500],
    ["1500ms", 1_500],
    ["2us", 0.002],
    ["0s", 0],
    ["", null],
    ["30", null],
    ["-5m", null],
    ["5 m", null],
    ["5m later", null],
    ["m5", null],
    ["1d", null],
  ];
  it.each(cases)("reads %j as %j milliseconds", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});
