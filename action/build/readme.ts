/**
 * Writes the tables of inputs and outputs into the Action's README, from action.yml. A test fails while they differ.
 * `node action/build/readme.ts`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groupsOf } from "./input-groups.ts";

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
  const head = [`| ${member === "inputs" ? "Input" : "Output"} | |`, "| --- | --- |"];
  const text = groupsOf(actionYml, member).flatMap(({ title, about, members }) => [
    ...(title === null ? [] : ["", `### ${title}`, "", ...(about === "" ? [] : [about, ""])]),
    ...head,
    ...members.map(({ name, description }) => `| \`${name}\` | ${description.replaceAll("|", "\\|")} |`),
  ]);
  return text.join("\n").trim();
}

if (import.meta.main) {
  const path = join(FOLDER, "README.md");
  const made = withTables(readFileSync(path, "utf8"), readFileSync(join(FOLDER, "../action.yml"), "utf8"));
  writeFileSync(path, made);
  console.log(`wrote ${path}`);
}
