/** A version of three numbers, as tags and registries have it. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * What speaks against a version; empty when nothing does.
 * @param current  as package.json has it
 * @param tags     all tags of the repository
 */
export function judgeVersion(next: string, current: string, tags: readonly string[]): readonly string[] {
  if (!VERSION.test(next)) return [`"${next}" is not a version like 1.2.3`];
  const problems: string[] = [];
  if (tags.includes(`v${next}`)) problems.push(`the tag v${next} is there already`);
  if (compare(next, current) < 0) problems.push(`${next} comes before ${current}, which package.json has`);
  return problems;
}

function compare(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split(".").map(Number));
  const different = left?.findIndex((number, index) => number !== right?.[index]) ?? -1;
  return different < 0 ? 0 : (left?.[different] ?? 0) - (right?.[different] ?? 0);
}

/**
 * The changelog with the version as the heading of what is not released yet.
 * @throws Error when there is no such section at the top, when it is empty, or when the version has a section already
 */
export function withReleasedSection(changelog: string, version: string): string {
  const lines = changelog.split("\n");
  const first = lines.findIndex((line) => line.startsWith("## "));
  const heading = lines[first] ?? "";
  if (heading === `## ${version}`) return changelog;
  if (lines.includes(`## ${version}`)) throw new Error(`CHANGELOG.md has a section ${version} further down`);
  if (!/^## (Unreleased|\S+ \(unreleased\))$/i.test(heading)) {
    throw new Error(`the first section of CHANGELOG.md is "${heading}", and not what is unreleased`);
  }
  const next = lines.findIndex((line, index) => index > first && line.startsWith("## "));
  const section = lines.slice(first + 1, next < 0 ? undefined : next);
  if (!section.some((line) => line.startsWith("- "))) throw new Error("CHANGELOG.md says of no change");
  return lines.with(first, `## ${version}`).join("\n");
}

/** A text with the Action's tag in every use of it: the one that the release workflow moves. */
export function withActionTag(text: string, version: string): string {
  const [major = ""] = version.split(".");
  return text.replace(/(terraform-provider-sectigo@)v\d+\b/g, `$1v${major}`);
}
