/**
 * `node test/run.ts [--long] [part] [path…]`: without a part, every check and every test, as CI runs them. Ends with the
 * line `N passed, N failed`. A check that fails prints what it said and the command that repairs it; the others still run.
 * Paths (and options of vitest) narrow the tests of the part. `--long` has random lives and matrices run in full,
 * and adds the parts that need other languages.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, PARTS, type Part } from "./suite/parts.ts";
import { runCommand } from "./suite/run-command.ts";
import { add, NOTHING, readReport, type Tally } from "./suite/tally.ts";

const args = process.argv.slice(2).filter((arg) => arg !== "--long");
const isLong = args.length < process.argv.length - 2;
if (isLong) process.env.TEST_BUDGET = "full";
const [name = "", ...rest] = args;
const single = PARTS[name];
if (single === undefined && args.length > 0) {
  console.log(`"${name}" is not a part of the tests. Parts: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

if (single !== undefined && single.project === undefined && rest.length > 0) {
  console.log(`"${name}" judges everything, so it takes no path`);
  process.exit(2);
}

let tally: Tally = NOTHING;
const built = new Set<Check>();
const parts = single === undefined ? Object.values(PARTS).filter((part) => isLong || !part.isLong) : [single];
for (const part of parts) await prepare(part);
const projects = parts.flatMap(({ project }) => project ?? []);
if (projects.length > 0) await runTests(projects, rest);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

async function prepare({ builds = [], longBuilds = [], checks = [] }: Part): Promise<void> {
  const isLong = process.env.TEST_BUDGET === "full";
  for (const build of [...builds, ...(isLong ? longBuilds : [])]) {
    if (!built.has(build)) await runCheck(build);
    built.add(build);
  }
  await Promise.all(checks.map(runCheck));
}

async function runCheck(check: Check): Promise<void> {
  const { code, output } = await runCommand(check.command, "capture");
  tally = add(tally, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  console.log(
    code === 0
      ? `ok      ${check.name}`
      : `FAILED  ${check.name}\n${output}\n        repair: ${check.repair}\n`,
  );
}

async function runTests(names: readonly string[], paths: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-test-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const which = names.map((project) => `--project=${project}`);
  const command = ["vitest", "run", "--config", "test/vitest.config.ts", ...which, ...reporters, ...paths];
  const { code } = await runCommand(command, "show");
  tally = add(tally, readReport(report, code));
  rmSync(folder, { recursive: true });
}
