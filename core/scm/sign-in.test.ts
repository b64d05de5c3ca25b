import { describe, expect, it } from "vitest";
import { type ConnectionSetting, loginOf, needsOf, signInWays } from "./sign-in.ts";

type From = Partial<Record<ConnectionSetting, "given" | "environment">>;

describe("ways to sign in", () => {
  it.each<[string, From, readonly string[]]>([
    ["nothing is set", {}, []],
    ["a public setting alone", { customerUri: "given", username: "given" }, []],
    ["a password in the environment", { password: "environment" }, ["password"]],
    [
      "what is given wins over the environment",
      { clientKey: "given", password: "environment" },
      ["certificate"],
    ],
    ["two at once", { clientId: "environment", password: "environment" }, ["password", "oauth2"]],
  ])("%s", (_name, from, ways) => {
    expect(signInWays((setting) => from[setting] ?? null)).toEqual(ways);
  });

  it.each(["password", "certificate", "oauth2"] as const)("%s has all that it needs in its login", (kind) => {
    const login = loginOf(kind, (setting) => `the ${setting}`);
    const values = Object.values(login);
    for (const need of needsOf(kind)) expect(values).toContain(`the ${need}`);
  });
});
