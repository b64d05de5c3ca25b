import { describe, expect, it } from "vitest";
import { allowedHosts, runUrl, testInstant } from "./environment.ts";

it("allowedHosts reads a list with blanks and gaps", () => {
  expect(allowedHosts({ SECTIGO_ALLOWED_HOSTS: " a.test,, b.test:8443 " })).toEqual([
    "a.test",
    "b.test:8443",
  ]);
  expect(allowedHosts({})).toEqual([]);
});

describe("testInstant", () => {
  it("is null unless the variable says something", () => {
    expect(testInstant({})).toBeNull();
    expect(testInstant({ SECTIGO_TEST_CLOCK: "" })).toBeNull();
    expect(testInstant({ SECTIGO_TEST_CLOCK: "2026-03-16T00:00:00Z" })).toEqual(
      new Date(Date.UTC(2026, 2, 16)),
    );
  });

  it("refuses what is not an instant", () => {
    expect(() => testInstant({ SECTIGO_TEST_CLOCK: "soon" })).toThrow(
      /"soon" is not an instant \[config\.test_clock\]/,
    );
  });
});

describe("runUrl", () => {
  it.each([
    [
      { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "a/b", GITHUB_RUN_ID: "7" },
      "https://github.com/a/b/actions/runs/7",
    ],
    [{ CI_JOB_URL: "https://gitlab.test/j/1" }, "https://gitlab.test/j/1"],
    [
      { SYSTEM_COLLECTIONURI: "https://dev.azure.com/x/", SYSTEM_TEAMPROJECT: "p", BUILD_BUILDID: "9" },
      "https://dev.azure.com/x/p/_build/results?buildId=9",
    ],
    [{ BUILD_URL: "" }, null],
    [{}, null],
  ])("of %o is %s", (variables, url) => {
    expect(runUrl(variables)).toBe(url);
  });
});
