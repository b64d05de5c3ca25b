/**
 * Writes the tables of inputs and outputs into the Action's README, from action.yml. A test fails while they differ.
 * `node action/build/readme.ts`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, parseDocument } from "yaml";

const FOLDER = join(import.meta.dirname, "..");

/**
 * @param readme with a pair of marks for each table: `<!-- inputs -->` … `<!-- /inputs -->`
 * @param actionYml its comments are the headings: a first line with the title, then what holds for the group
 */
export function withTables(readme: string, actionYml: string): string {
  const tables = { inputs: tablesOf(actionYml, "inputs"), outputs: tablesOf(actionYml, "outputs") };
  return Object.entries(tables).reduce((text, [name, table]) => {
    const between = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    return text.replace(between, (_all, start: string, end: string) => `${start}\n${table}\n\n${end}`);
  }, readme);
}

function tablesOf(actionYml: string, member: "inputs" | "outputs"): string {
  const map = parseDocument(actionYml).get(member);
  if (!isMap(map)) throw new Error(`action.yml has no ${member}`);
  const lines = [`| ${member === "inputs" ? "Input" : "Output"} | |`, "| --- | --- |"];
  const text: string[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key) || !isMap(value)) throw new Error(`action.yml: ${member} are not as expected`);
    // The comment before the first key of a map belongs to the map.
    const comment = key.commentBefore ?? (text.length === 0 ? map.commentBefore : null);
    if (comment) text.push(...headingOf(comment), ...lines);
    else if (text.length === 0) text.push(...lines);
    text.push(`| \`${String(key.value)}\` | ${String(value.get("description")).replaceAll("|", "\\|")} |`);
  }
  return text.join("\n").trim();
}

function headingOf(comment: string): readonly string[] {
  const [title = "", ...about] = comment.split("\n").map((line) => line.trim());
  return ["", `### ${title}`, "", ...(about.length === 0 ? [] : [about.join(" "), ""])];
}

if (import.meta.main) {
  const path = join(FOLDER, "README.md");
  const made = withTables(readFileSync(path, "utf8"), readFileSync(join(FOLDER, "../action.yml"), "utf8"));
  writeFileSync(path, made);
  console.log(`wrote ${path}`);
}
