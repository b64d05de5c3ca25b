/** A version of three numbers, as tags and registries have it. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Where users copy the version from. */
export const DOCUMENTS = ["README.md", "docs", "action/README.md", "examples", "provider/docs"];

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

/**
 * A text with this version where users copy it from: the tag of the Action, which the release workflow moves, the version
 * of the plain command that other pipelines fetch, and the constraint that keeps `init -upgrade` below the next version that may break.
 */
export function withVersion(text: string, version: string): string {
  const [major = ""] = version.split(".");
  return text
    .replace(/(terraform-provider-sectigo@)v\d+\b/g, `$1v${major}`)
    .replace(/(\bCERTIFICATES_VERSION(?:: "| = '))\d+\.\d+\.\d+/g, `$1${version}`)
    .replace(/(source += "scm-as-code\/sectigo"\n +version += ")~> [\d.]+"/g, `$1${constraintOf(version)}"`)
    .replace(/(Write the version as `)~> [\d.]+`/g, `$1${constraintOf(version)}\``);
}

/** Before 1.0 a minor version may break, as docs/guides/upgrading.md says. */
function constraintOf(version: string): string {
  const [major = "", minor = ""] = version.split(".");
  return major === "0" ? `~> 0.${minor}.0` : `~> ${major}.${minor}`;
}
