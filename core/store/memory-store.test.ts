import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const OPEN_FILE = new URL("./open-file.ts", import.meta.url).href;

/** A process of its own, which fills such a database with more than its cache holds. Tells SQLite's temporary files that it holds, by their former names. */
const SCRIPT = `
  import { readdirSync, readlinkSync } from "node:fs";
  const { openUnnamed } = await import("${OPEN_FILE}");
  const linkOf = (fd) => { try { return readlinkSync("/proc/self/fd/" + fd); } catch { return ""; } };
  const held = () => readdirSync("/proc/self/fd").map(linkOf).filter((path) => path.includes("etilqs_"));
  const opened = await openUnnamed();
  opened.exec("create table t (a); insert into t values (zeroblob(40000000))");
  const { n } = opened.prepare("select length(a) as n from t").get();
  const during = held();
  opened.close();
  console.log(JSON.stringify({ n, during, after: held() }));`;

function run(before = ""): unknown {
  const command = `${before} exec "$0" --input-type=module -e "$1" | cat`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command, process.execPath, SCRIPT], { encoding: "utf8" });
  expect(stdout, stderr).not.toBe("");
  return JSON.parse(stdout);
}

it("what is not kept leaves no file, whatever happens to the process", () => {
  const during = [expect.stringMatching(/ \(deleted\)$/)];
  expect(run()).toEqual({ n: 40_000_000, during, after: [] });
});

it("does without a file where none may be written", () => {
  expect(run("ulimit -f 0;")).toEqual({ n: 40_000_000, during: [], after: [] });
});
