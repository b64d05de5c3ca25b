/**
 * `npm test`: every check and every test, then the count. Ends with the line `N passed, N failed`.
 * A check that fails prints what it said and the command that repairs it; the others still run.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  readonly repair: string;
}

const CHECKS: readonly Check[] = [
  {
    name: "format and lint",
    command: ["biome", "check", "--error-on-warnings", "."],
    repair: "npx biome check --write .",
  },
  { name: "types", command: ["tsc", "--project", "."], repair: "npx tsc --project ." },
  {
    name: "direction of imports",
    command: ["depcruise", "--config", ".dependency-cruiser.cjs", "core", "provider", "action", "test"],
    repair: "move the import, or the code, to where docs/design.md wants it",
  },
  {
    name: "generated code is fresh",
    command: ["node", "provider/build/generate-protobuf.ts", "--check"],
    repair: "npm run generate",
  },
  {
    name: "the Action's bundle is fresh",
    command: ["node", "action/build/bundle.ts", "--check"],
    repair: "npm run build",
  },
  { name: "build of the package", command: ["node", "provider/build/package.ts"], repair: "npm run build" },
  {
    name: "build of the CDK packages",
    command: ["node", "provider/cdktf/build.ts"],
    repair: "npm run build",
  },
  {
    name: "types of what uses the CDK packages",
    command: ["node", "provider/cdktf/check-types.ts"],
    repair: "node provider/cdktf/check-types.ts",
  },
  {
    name: "documentation is fresh",
    command: ["node", "provider/docs/generate.ts", "--check"],
    repair: "npm run generate, after writing what is missing",
  },
];

interface Tally {
  passed: number;
  failed: number;
}

const tally: Tally = { passed: 0, failed: 0 };

for (const check of CHECKS) await runCheck(check);
await runTests();
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

async function runCheck(check: Check): Promise<void> {
  const { code, output } = await run(check.command, "capture");
  if (code === 0) {
    tally.passed += 1;
    console.log(`ok      ${check.name}`);
    return;
  }
  tally.failed += 1;
  console.log(`FAILED  ${check.name}\n${output}\n        repair: ${check.repair}\n`);
}

/** Runs all tests and adds their count; a run that breaks off before it can count is one failure. */
async function runTests(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-test-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(["vitest", "run", "--config", "test/vitest.config.ts", ...reporters], "show");
  const counted = readCounts(report);
  rmSync(folder, { recursive: true });
  tally.passed += counted.passed;
  // Errors outside of any test (a suite that can't load, an unhandled rejection) fail the run without failing a test.
  tally.failed += code !== 0 && counted.failed === 0 ? 1 : counted.failed;
}

function readCounts(report: string): Tally {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, "utf8"),
    ) as Record<string, number>;
    // A skipped test proves nothing, so it counts as failed.
    return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (numPendingTests ?? 0) };
  } catch (problem) {
    console.log(`the test run left no report: ${problem instanceof Error ? problem.message : problem}`);
    return { passed: 0, failed: 1 };
  }
}

function run(
  command: readonly string[],
  mode: "show" | "capture",
): Promise<{ code: number; output: string }> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: mode === "show" ? "inherit" : ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
