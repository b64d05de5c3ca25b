import { describe, expect, test } from "vitest";
import { DETAILS_DATE, datePattern, formatDate, INSTANT, LIST_DATE, LOG_TIME } from "./dates.ts";

const INSTANT_MS = Date.parse("2026-02-09T11:05:07.012Z");

describe("date shapes", () => {
  test.for([
    [DETAILS_DATE, "02/09/2026"],
    [LIST_DATE, "2026-02-09"],
    [INSTANT, "2026-02-09T11:05:07.012Z"],
    [LOG_TIME, "2026-02-09 11:05:07"],
    [datePattern("ISO", DETAILS_DATE), "2026-02-09"],
    [datePattern("iso_hms", DETAILS_DATE), "2026-02-09T11:05:07.012Z"],
    [datePattern("EU", DETAILS_DATE), "09.02.2026"],
    [datePattern("us_hms", DETAILS_DATE), "02/09/2026 11:05:07"],
    [datePattern("UK", DETAILS_DATE), "09/02/2026"],
    [datePattern("JP_HMS", DETAILS_DATE), "2026/02/09 11:05:07"],
    [datePattern("yyyy", DETAILS_DATE), "2026"],
    [datePattern(null, DETAILS_DATE), "02/09/2026"],
    [datePattern("", DETAILS_DATE), "02/09/2026"],
  ])("%s gives %s", ([pattern, text]) => {
    expect(formatDate(INSTANT_MS, String(pattern))).toBe(text);
  });

  test("what was not reached has no date", () => {
    expect(formatDate(undefined, LIST_DATE)).toBeUndefined();
  });
});
