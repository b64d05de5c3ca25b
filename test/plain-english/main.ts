/**
 * `node test/plain-english/main.ts`: whether texts and comments do without the words of `words.ts`. What users see is judged,
 * and all comments; of tests the names alone.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, judge } from "./judge.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" });
const files = stdout.split("\0").filter((file) => file !== "");
const findings = files.flatMap((file): readonly Finding[] =>
  judge(file, () => readFileSync(join(ROOT, file), "utf8")),
);
for (const { file, line, text, instead } of findings) {
  console.log(`${file}:${line}: ${text}\n    write: ${instead}`);
}
if (files.length === 0) console.log("git lists no files here");
process.exitCode = findings.length === 0 && files.length > 0 ? 0 : 1;
