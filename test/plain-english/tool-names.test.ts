import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { proseOfCode } from "./prose.ts";

/** A user of OpenTofu reads the same messages, and has no command of the other name. */
const COMMAND =
  /\bterraform (apply|console|destroy|force-unlock|get|import|init|output|plan|providers|query|refresh|show|state|taint|test|untaint|validate|workspace)\b/;

it("names commands in messages without the tool that runs them", () => {
  const files = globSync("{core,provider/{framework,plugin,protocol,sectigo}}/**/*.ts").filter(
    (file) => !file.endsWith(".test.ts"),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = [...files, "provider/main.ts"].flatMap((file) =>
    proseOfCode(readFileSync(file, "utf8"))
      .filter(({ kind, text }) => kind === "text" && COMMAND.test(text))
      .map(({ line }) => `${file}:${line}`),
  );
  expect(found).toEqual([]);
});
