import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Enumerations } from "./enumerations.ts";

/**
 * Widens and narrows the declarations of generated bindings, in place. Their code takes an expression wherever it takes an
 * object, a map or an element of a list; their declarations say so for lists and truths alone, so that
 * `connector: main.ref` would not compile. And where the provider takes a few words, `string` hides them.
 * @param folder  with the compiled package; only `index.d.ts` one level below is touched
 * @throws Error naming the enumerations that no declaration has: the provider's names and the generator's have parted
 */
export function declareArguments(folder: string, enumerations: Enumerations): void {
  const left = new Set(
    Object.entries(enumerations).flatMap(([owner, of]) =>
      Object.keys(of).map((member) => `${owner}.${member}`),
    ),
  );
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    const file = join(folder, name, "index.d.ts");
    const text = declare(readFileSync(file, "utf8"), enumerations, (path) => left.delete(path));
    writeFileSync(file, text);
  }
  if (left.size > 0) throw new Error(`no declaration has ${[...left].join(", ")}`);
}

/**
 * @param text  of one `.d.ts` as the compiler writes it: four blanks, one member on each line, only maps on three
 * @param found  told the `Interface.member` of each enumeration that was declared
 */
export function declare(text: string, enumerations: Enumerations, found: (path: string) => void): string {
  let owner = "";
  let isInMap = false;
  return text
    .split("\n")
    .map((written) => {
      // An argument that is a map takes three lines, and the last one has no name.
      const line = isInMap && written === "    };" ? `    } | ${EXPRESSION};` : written;
      owner = /^export (?:interface|declare class) (\w+)/.exec(line)?.[1] ?? owner;
      isInMap = isInMap ? !line.startsWith("    }") : /^ {4}readonly \w+\??: \{$/.test(line);
      const [, head = "", member = "", type = ""] = /^( {4}readonly (\w+)\??: )(.+);$/.exec(line) ?? [];
      const words = enumerations[owner]?.[member];
      if (words === undefined) return head === "" ? widenPut(line) : `${head}${widen(type)};`;
      found(`${owner}.${member}`);
      return `${head}${narrow(type, words)};`;
    })
    .join("\n");
}

const EXPRESSION = "cdktf.IResolvable";

/** A word of the list, or an expression: the kit's tokens of texts are `string`, which could be any. */
function narrow(type: string, words: readonly string[]): string {
  const union = words.map((word) => JSON.stringify(word)).join(" | ");
  if (type === "string") return `${union} | ${EXPRESSION}`;
  if (type === "string[]") return `(${union} | ${EXPRESSION})[] | ${EXPRESSION}`;
  throw new Error(`${type} can't be one of ${union}`);
}

function widen(type: string): string {
  if (/^[A-Z]\w*$/.test(type)) return `${type} | ${EXPRESSION}`;
  return type.replace(/^([A-Z]\w*)\[\] \| cdktf\.IResolvable$/, `($1 | ${EXPRESSION})[] | ${EXPRESSION}`);
}

/** Methods that set an argument. */
function widenPut(line: string): string {
  const [, head, type = "", tail] = /^( {4}put\w+\(value: )(.+)(\): void;)$/.exec(line) ?? [];
  return head === undefined ? line : `${head}${widen(type)}${tail}`;
}
