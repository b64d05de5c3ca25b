import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { ROOT } from "../package-layout.ts";
import { DOCUMENTS, judgeVersion, withReleasedSection, withVersion } from "./release-edits.ts";

describe("judgeVersion", () => {
  it.each([
    ["1.2.3", "1.2.2"],
    ["1.10.0", "1.9.9"],
    ["0.1.0", "0.1.0"],
  ])("takes %s after %s", (next, current) => {
    expect(judgeVersion(next, current, ["v1.2.2", "v1"])).toEqual([]);
  });

  it.each([
    ["v1.2.3", "is not a version like 1.2.3"],
    ["1.2", "is not a version like 1.2.3"],
    ["1.2.3-rc.1", "is not a version like 1.2.3"],
    ["1.2.2", "the tag v1.2.2 is there already"],
    ["1.1.9", "1.1.9 comes before 1.2.2"],
  ])("refuses %s", (next, problem) => {
    expect(judgeVersion(next, "1.2.2", ["v1.2.2"])).toEqual([expect.stringContaining(problem)]);
  });
});

describe("withReleasedSection", () => {
  it.each([
    "## Unreleased",
    "## 1.3.0 (unreleased)",
  ])("names %s by the version, and nothing else", (heading) => {
    const text = `# Changes\n\n${heading}\n\n- new\n\n## 1.2.0\n\n- old\n`;
    expect(withReleasedSection(text, "1.3.0")).toBe("# Changes\n\n## 1.3.0\n\n- new\n\n## 1.2.0\n\n- old\n");
  });

  it("leaves a changelog that is prepared", () => {
    const text = "# Changes\n\n## 1.3.0\n\n- new\n";
    expect(withReleasedSection(text, "1.3.0")).toBe(text);
  });

  it.each([
    ["no section for it", "# Changes\n\n## 1.2.0\n\n- old\n", 'is "## 1.2.0", and not what is unreleased'],
    ["an empty section", "# Changes\n\n## Unreleased\n\n## 1.2.0\n\n- old\n", "says of no change"],
    ["a section further down", "# Changes\n\n## Unreleased\n\n- a\n\n## 1.3.0\n\n- b\n", "further down"],
  ])("refuses %s", (_what, text, problem) => {
    expect(() => withReleasedSection(text, "1.3.0")).toThrow(problem);
  });
});

describe("withVersion", () => {
  it("names the major version of the Action, and no other action's", () => {
    const text = "uses: scm-as-code/terraform-provider-sectigo@v1\nuses: actions/checkout@v4\n";
    expect(withVersion(text, "2.0.1")).toBe(
      "uses: scm-as-code/terraform-provider-sectigo@v2\nuses: actions/checkout@v4\n",
    );
  });

  it.each([
    ["0.2.5", "~> 0.2.0"],
    ["1.0.0", "~> 1.0"],
    ["2.11.3", "~> 2.11"],
  ])("%s: a constraint that no breaking version meets, %s", (version, constraint) => {
    const text = (own: string): string =>
      `Write the version as \`${own}\`\nsource  = "scm-as-code/sectigo"\n  version = "${own}"\nsource = "hashicorp/tls"\n  version = "~> 4.0"\n`;
    expect(withVersion(text("~> 0.1"), version)).toBe(text(constraint));
  });

  it("has nothing to change in the documents as they are", () => {
    const used = spawnSync(
      "git",
      ["grep", "-lE", "terraform-provider-sectigo@v|scm-as-code/sectigo", "--", ...DOCUMENTS],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    );
    const files = used.stdout.trim().split("\n");
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), "utf8");
      expect([file, withVersion(text, packageJson.version) === text]).toEqual([file, true]);
    }
  });
});

it("withVersion names the version that other pipelines fetch", () => {
  const text =
    "  CERTIFICATES_VERSION: \"1.2.3\"\n  CERTIFICATES_VERSION = '1.2.3'\n  base=v$CERTIFICATES_VERSION\n";
  expect(withVersion(text, "2.0.1")).toBe(text.replaceAll("1.2.3", "2.0.1"));
});
