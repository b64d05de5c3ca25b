import { validate } from "dockerfile-utils";

/** Instructions of one stage, in order, e.g. `USER runner`; continued lines joined. */
type Stage = readonly string[];

/**
 * What is wrong with a Dockerfile; empty when nothing is. The library judges syntax, flags and stages as Docker does; the rest is
 * what Docker's "Building best practices" ask for and no builder refuses.
 */
export function judgeDockerfile(text: string): readonly string[] {
  const found = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
  const stages = stagesOf(text);
  const last = stages.at(-1) ?? [];
  const user = last.findLast((line) => line.startsWith("USER "));
  return [
    ...found,
    ...judgeBases(stages),
    ...(user === undefined || /^USER (?:root|0)\b/.test(user) ? ["the image runs as root"] : []),
    ...last
      .filter((line) => /apt-get install/.test(line) && !/rm -rf \/var\/lib\/apt\/lists/.test(line))
      .map(() => "the package lists stay in the image"),
    ...stages
      .flat()
      .filter((line) => /^ADD https?:/.test(line) && !line.includes("--checksum="))
      .map((line) => `"${line}" takes whatever lies there`),
  ];
}

function judgeBases(stages: readonly Stage[]): readonly string[] {
  const names = new Set(["scratch"]);
  return stages.flatMap(([from = ""]) => {
    const [, base = "", name] = /^FROM (?:--\S+ )*(\S+)(?: AS (\S+))?/i.exec(from) ?? [];
    const isNamed = names.has(base) || (/[:@]/.test(base) && !base.endsWith(":latest"));
    if (name !== undefined) names.add(name);
    return isNamed ? [] : [`"${from}" takes another image every day`];
  });
}

function stagesOf(text: string): readonly Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const starts = lines.flatMap((line, index) => (/^FROM /i.test(line) ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}
