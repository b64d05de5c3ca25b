import { FLAG_NAMES, SECRETS, variableOf } from "../plain/arguments.ts";
import { groupsOf } from "./input-groups.ts";

const WIDTH = 110;
const INDENT = "      ";

/** Commands and options of the plain command, out of action.yml. */
export function helpOf(actionYml: string): string {
  const options = new Set(FLAG_NAMES);
  const groups = groupsOf(actionYml, "inputs").map(({ title, about, members }) => {
    const shown = members.filter(({ name }) => options.has(name) || name === "command");
    const lines = shown.map(({ name, description }) => {
      const head = SECRETS.has(name) ? variableOf(name) : name === "command" ? "COMMAND" : `--${name}`;
      return `  ${head}\n${wrapped(description.replaceAll(/`|(?<=`enroll`) \(default\)/g, ""))}`;
    });
    return [title === null ? "" : `${title}${about === "" ? "" : `: ${about}`}`, ...lines].join("\n");
  });
  return `${groups.join("\n\n").trim()}\n`.replaceAll("`", "");
}

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${INDENT}${word}`);
  }
  return lines.join("\n");
}
