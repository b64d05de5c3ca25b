/**
 * `npm run test:cores [path…]`: the demo and the acceptance tests with every core (Terraform, OpenTofu) of a list: paths as
 * arguments, else TEST_CORES (as PATH is written), else what is on PATH. A path where nothing is, is passed over and named.
 * Ends with a table and the line `N passed, N failed`, one for each core and suite.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "./suite/run-command.ts";

interface Row {
  readonly core: string;
  readonly suite: string;
  readonly code: number;
  /** Last line that the suite printed: its count. */
  readonly said: string;
}

const SUITES = {
  demo: ["node", "test/demo/main.ts"],
  acceptance: ["node", "test/run.ts", "acceptance"],
} as const;

const wanted = wantedPaths();
const cores = wanted.filter((path) => existsSync(path));
for (const path of wanted) if (!cores.includes(path)) console.log(`not there: ${path}`);
const rows: Row[] = [];
for (const path of cores) {
  process.env.TERRAFORM_PATH = path;
  const core = nameOf(path);
  for (const [suite, command] of Object.entries(SUITES)) {
    console.log(`${core}: ${suite}`);
    const { code, output } = await runCommand(command, "capture");
    if (code !== 0) console.log(output);
    rows.push({ core, suite, code, said: output.trim().split("\n").at(-1) ?? "" });
  }
}
console.table(rows);
const failed = rows.filter(({ code }) => code !== 0).length + (cores.length === 0 ? 1 : 0);
console.log(`\n${rows.length - rows.filter(({ code }) => code !== 0).length} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

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
  return `${/^(?:Terraform|OpenTofu) v\S+/m.exec(stdout ?? "")?.[0] ?? "unknown"} (${path})`;
}
