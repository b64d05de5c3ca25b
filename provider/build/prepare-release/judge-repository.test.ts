import { describe, expect, it } from "vitest";
import { judgeBranch, judgeSecrets } from "./judge-repository.ts";

describe("judgeBranch", () => {
  it("takes the tip of main", () => {
    expect(judgeBranch({ head: "abc", main: "abc\trefs/heads/main" })).toEqual([]);
  });

  it.each([
    ["another commit", "def\trefs/heads/main", "is at def, and this checkout at abc"],
    ["no main", "", "is at nothing"],
    ["no answer", null, "can't be asked for"],
  ])("refuses %s", (_what, main, problem) => {
    expect(judgeBranch({ head: "abc", main })).toEqual([expect.stringContaining(problem)]);
  });
});

describe("judgeSecrets", () => {
  it("takes an environment that has both", () => {
    expect(judgeSecrets("GPG_PASSPHRASE\nGPG_PRIVATE_KEY\nOTHER")).toEqual([]);
  });

  it("names each that is missing", () => {
    expect(judgeSecrets("GPG_PASSPHRASE")).toEqual([expect.stringContaining("no secret GPG_PRIVATE_KEY")]);
    expect(judgeSecrets("")).toHaveLength(2);
  });

  it("asks for gh where it can't be asked", () => {
    expect(judgeSecrets(null)).toEqual([expect.stringContaining("gh auth login")]);
  });
});
