import { describe, expect, it } from "vitest";
import type { SettingName, Settings } from "./settings.ts";
import { chooseSignIn, loginOf } from "./sign-in.ts";

function settings(block: readonly SettingName[], environment: readonly SettingName[] = []): Settings {
  const from = (source: string) => (name: SettingName) => [name, { value: `v-${name}`, source }] as const;
  return Object.fromEntries([
    ...environment.map(from("the environment variable X")),
    ...block.map(from("the provider block")),
  ]);
}

describe("chooseSignIn", () => {
  it.each<[string, Settings, string]>([
    ["a password", settings([], ["customer_uri", "username", "password"]), "password"],
    ["a client certificate", settings(["client_certificate_pem", "client_key_pem"]), "certificate"],
    ["a client id", settings([], ["client_id", "client_secret"]), "oauth2"],
    ["the block before the environment", settings(["client_id", "client_secret"], ["password"]), "oauth2"],
    ["a password when nothing is set, so that it is asked for", settings([]), "password"],
  ])("takes %s", (_name, given, kind) => {
    expect(chooseSignIn(given)).toBe(kind);
  });

  it.each<[string, Settings]>([
    ["in the block", settings(["password", "client_id"])],
    ["in the environment", settings([], ["password", "client_certificate_pem"])],
  ])("refuses two ways %s, naming both", (_name, given) => {
    expect(() => chooseSignIn(given)).toThrow(/password, client_\w+ are set.*\[config\.sign_in_ambiguous\]/);
  });
});

describe("loginOf", () => {
  it("names everything that is missing at once, and where to set each", () => {
    expect(() => loginOf("password", settings(["customer_uri"]))).toThrow(
      expect.objectContaining({
        message: "configure the provider: username, password are missing [config.setting_missing]",
        path: "username",
        hint: expect.stringMatching(/SECTIGO_USERNAME\. Set SECTIGO_PASSWORD/),
      }),
    );
  });

  it("asks for the other half of a pair", () => {
    expect(() => loginOf("oauth2", settings(["client_id"]))).toThrow(/client_secret is missing/);
    const half = settings(["customer_uri", "username", "client_certificate_pem"]);
    expect(() => loginOf("certificate", half)).toThrow(/client_key_pem is missing/);
  });
});
