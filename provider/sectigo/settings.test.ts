import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../framework/value.ts";
import { allowedHosts, judgeAddress, resolveSettings, testInstant } from "./settings.ts";

const NOTHING = { base_url: null, customer_uri: null, username: null, password: null };
const ENVIRONMENT = { SECTIGO_CUSTOMER_URI: "acme", SECTIGO_USERNAME: "svc", SECTIGO_PASSWORD: "s3cret" };

describe("resolveSettings", () => {
  it("takes the provider block before the environment, and remembers where each came from", () => {
    const settings = resolveSettings({ ...NOTHING, username: "jo" }, ENVIRONMENT);
    expect(settings).toEqual({
      base_url: { value: "https://cert-manager.com", source: "the default" },
      customer_uri: { value: "acme", source: "the environment variable SECTIGO_CUSTOMER_URI" },
      username: { value: "jo", source: "the provider block" },
      password: { value: "s3cret", source: "the environment variable SECTIGO_PASSWORD" },
    });
  });

  it("names everything that is missing at once, and where to set each; an empty variable is missing", () => {
    const resolve = () => resolveSettings({ ...NOTHING, customer_uri: "acme" }, { SECTIGO_PASSWORD: "" });
    expect(resolve).toThrow(
      expect.objectContaining({
        message: "configure the provider: username, password are missing [config.setting_missing]",
        path: "username",
        hint: expect.stringMatching(/SECTIGO_USERNAME\. Set SECTIGO_PASSWORD/),
      }),
    );
  });
});

describe("judgeAddress", () => {
  it.each([
    ["https://cert-manager.com/", {}],
    ["http://127.0.0.1:8080", {}],
    ["https://scm.example.test", { SECTIGO_ALLOWED_HOSTS: " other.test , scm.example.test" }],
    [null, {}],
    [null, { SECTIGO_BASE_URL: "https://hard.cert-manager.com" }],
    [UNKNOWN, { SECTIGO_BASE_URL: "https://scm.example.test" }],
  ])("S1 takes %s with %j", (address, variables) => {
    expect(judgeAddress(address, variables)).toEqual([]);
  });

  it.each([
    ["http://example.test", {}, /the provider block/],
    ["https://scm.example.test", {}, /SECTIGO_ALLOWED_HOSTS/],
    [null, { SECTIGO_BASE_URL: "https://scm.example.test" }, /environment variable SECTIGO_BASE_URL/],
  ])("S1 refuses %s with %j, with the reason and where it came from", (address, variables, says) => {
    const [found, ...more] = judgeAddress(address, variables);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: "error", path: [{ attribute: "base_url" }] });
    expect(found?.summary).toMatch(/^base_url is refused: ./);
    expect(found?.detail).toMatch(says);
  });
});

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

  it("refuses what is no instant", () => {
    expect(() => testInstant({ SECTIGO_TEST_CLOCK: "soon" })).toThrow(
      /"soon" is no instant \[config\.test_clock\]/,
    );
  });
});
