/**
 * `npm run test:cores [path…]`: the demo and the acceptance tests with every core (Terraform, OpenTofu) of a list: paths as
 * arguments, else TEST_CORES (as PATH is written), else what is on PATH. TEST_FILES narrows the tests. A path where nothing
 * is, is passed over and named; so are the versions that the guide tells of and that were not given.
 * Ends with a table and the line `N passed, N failed`, one for each core and suite. A test whose syntax an older core lacks
 * is counted apart.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type CoreTally, judgeCore, type Report } from "./suite/judge-core.ts";
import { PARTS } from "./suite/parts.ts";
import { runCommand } from "./suite/run-command.ts";

/** The cores of the table in docs/guides/opentofu.md. */
const TOLD = [
  "Terraform v1.5.7",
  "Terraform v1.11.4",
  "Terraform v1.14.9",
  "Terraform v1.16.0-rc2",
  "OpenTofu v1.12.6",
];

const wanted = wantedPaths();
const cores = wanted.filter((path) => existsSync(path)).map((path) => ({ path, name: nameOf(path) }));
for (const path of wanted) if (!existsSync(path)) console.log(`not there: ${path}`);
for (const name of TOLD) if (!cores.some((core) => core.name === name)) console.log(`not given: ${name}`);
await build();
const rows: { core: string; suite: string; passed: number; lacking: number; failed: number }[] = [];
for (const { path, name } of cores) {
  process.env.TERRAFORM_PATH = path;
  for (const [suite, run] of [
    ["demo", demo],
    ["acceptance", acceptance],
  ] as const) {
    console.log(`${name} (${path}): ${suite}`);
    const { passed, lacking, failed } = await run(name);
    for (const each of failed) console.log(`    failed: ${each}`);
    rows.push({ core: name, suite, passed, lacking, failed: failed.length });
  }
}
console.table(rows);
const failures = rows.filter(({ failed }) => failed > 0).length;
console.log(`\n${rows.length - failures} passed, ${cores.length === 0 ? 1 : failures} failed`);
process.exitCode = failures === 0 && cores.length > 0 ? 0 : 1;

async function build(): Promise<void> {
  for (const { command, name } of PARTS.acceptance?.builds ?? []) {
    const { code, output } = await runCommand(command, "capture");
    if (code !== 0) throw new Error(`${name} failed\n${output}`);
  }
}

async function demo(): Promise<CoreTally> {
  const { code, output } = await runCommand(["node", "test/demo/main.ts"], "capture");
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, lacking: 0, failed: [] } : { passed: 0, lacking: 0, failed: ["the demo"] };
}

async function acceptance(core: string): Promise<CoreTally> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-cores-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=json", `--outputFile.json=${report}`];
  const files = (process.env.TEST_FILES ?? "").split(" ").filter((file) => file !== "");
  const command = [
    "vitest",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project=acceptance",
    ...reporters,
    ...files,
  ];
  try {
    const { code, output } = await runCommand(command, "capture");
    const tally = judgeCore(core, readReport(report, output));
    // Errors outside of any test fail the run without failing a test.
    const isClean = code === 0 || tally.lacking + tally.failed.length > 0;
    if (!isClean) console.log(output);
    return isClean ? tally : { ...tally, failed: ["what stands above"] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error with what was printed, when the run broke off before it could write a report */
function readReport(path: string, output: string): Report {
  if (!existsSync(path)) throw new Error(`the test run left no report\n${output}`);
  return JSON.parse(readFileSync(path, "utf8")) as Report;
}

function wantedPaths(): readonly string[] {
  const given = process.argv.slice(2);
  if (given.length > 0) return given;
  if (process.env.TEST_CORES) return process.env.TEST_CORES.split(delimiter);
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["terraform", "tofu"].flatMap((name) =>
    folders
      .map((folder) => join(folder, name))
      .filter(existsSync)
      .slice(0, 1),
  );
}

/** First line of what the core says of itself, such as `Terraform v1.11.4`. */
function nameOf(path: string): string {
  const { stdout } = spawnSync(path, ["version"], { encoding: "utf8" });
  // Warnings about the CLI's own configuration come before it.
  return /^(?:Terraform|OpenTofu) v\S+/m.exec(stdout ?? "")?.[0] ?? "unknown";
}
