import { readFileSync } from "node:fs";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** Counts of vitest's JSON report; a run that broke off before it could write one is one failure. */
export function readReport(report: string, code: number): Tally {
  const counted = readCounts(report);
  // Errors outside of any test (a suite that can't load, an unhandled rejection) fail the run without failing a test.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
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
