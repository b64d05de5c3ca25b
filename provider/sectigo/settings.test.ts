import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../framework/value.ts";
import { judgeAddresses, resolveSettings, SETTING_NAMES, type SettingName } from "./settings.ts";

const NOTHING = Object.fromEntries(SETTING_NAMES.map((name) => [name, null])) as Record<SettingName, null>;
const ENVIRONMENT = { SECTIGO_CUSTOMER_URI: "acme", SECTIGO_USERNAME: "svc", SECTIGO_PASSWORD: "s3cret" };

function noFile(name: string): never {
  throw new Error(`no file ${name}`);
}

describe("resolveSettings", () => {
  it("takes the provider block before the environment, and remembers where each came from", () => {
    const settings = resolveSettings(
      { ...NOTHING, username: "jo" },
      { ...ENVIRONMENT, SECTIGO_CLIENT_ID: "" },
      noFile,
    );
    expect(settings).toEqual({
      customer_uri: { value: "acme", source: "the environment variable SECTIGO_CUSTOMER_URI" },
      username: { value: "jo", source: "the provider block" },
      password: { value: "s3cret", source: "the environment variable SECTIGO_PASSWORD" },
    });
  });

  it("takes certificate and key from the environment as text or as the path of a file", () => {
    const pem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    const variables = { SECTIGO_CLIENT_CERTIFICATE: pem, SECTIGO_CLIENT_KEY: "/run/key.pem" };
    const settings = resolveSettings(NOTHING, variables, (file) => `content of ${file}`);
    expect(settings.client_certificate_pem).toMatchObject({ value: pem });
    expect(settings.client_key_pem).toEqual({
      value: "content of /run/key.pem",
      source: "the file that the environment variable SECTIGO_CLIENT_KEY names",
    });
    expect(() => resolveSettings(NOTHING, variables, noFile)).toThrow(
      /SECTIGO_CLIENT_KEY.*config\.file_unreadable/,
    );
  });
});

describe("judgeAddresses", () => {
  it.each([
    ["https://cert-manager.com/", {}],
    ["http://127.0.0.1:8080", {}],
    ["https://scm.example.test", { SECTIGO_ALLOWED_HOSTS: " other.test , scm.example.test" }],
    [null, {}],
    [null, { SECTIGO_BASE_URL: "https://hard.cert-manager.com" }],
    [UNKNOWN, { SECTIGO_BASE_URL: "https://scm.example.test" }],
  ])("S1 takes %s with %j", (address, variables) => {
    expect(judgeAddresses({ base_url: address, token_url: null }, variables)).toEqual([]);
  });

  it.each([
    ["http://example.test", {}, /the provider block/],
    ["https://scm.example.test", {}, /SECTIGO_ALLOWED_HOSTS/],
    [null, { SECTIGO_BASE_URL: "https://scm.example.test" }, /environment variable SECTIGO_BASE_URL/],
  ])("S1 refuses %s with %j, with the reason and where it came from", (address, variables, says) => {
    const [found, ...more] = judgeAddresses({ base_url: address, token_url: null }, variables);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: "error", path: [{ attribute: "base_url" }] });
    expect(found?.summary).toMatch(/^base_url is refused: ./);
    expect(found?.detail).toMatch(says);
  });
});

it("S1 judges the token host as well, since the client secret goes there", () => {
  const [found] = judgeAddresses({ base_url: null, token_url: "https://login.example.test/token" }, {});
  expect(found).toMatchObject({
    path: [{ attribute: "token_url" }],
    detail: expect.stringMatching(/SECTIGO_ALLOWED_HOSTS/),
  });
});
