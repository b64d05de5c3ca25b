import { describe, expect, it } from "vitest";
import { judgeVersion, withActionTag, withReleasedSection } from "./release-edits.ts";

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

it("withActionTag names the major version, and no other action's", () => {
  const text = "uses: scm-as-code/terraform-provider-sectigo@v1\nuses: actions/checkout@v4\n";
  expect(withActionTag(text, "2.0.1")).toBe(
    "uses: scm-as-code/terraform-provider-sectigo@v2\nuses: actions/checkout@v4\n",
  );
});
