import { describe, expect, it } from "vitest";
import { judgeCore, type Report } from "./judge-core.ts";

const test = (status: string, ...failureMessages: readonly string[]) => ({
  status,
  fullName: "a test",
  failureMessages,
});
const report = (...assertionResults: Report["testResults"][number]["assertionResults"]): Report => ({
  testResults: [{ name: "/checkout/test/acceptance/keys.test.ts", assertionResults }],
});

const EPHEMERAL = '│ Blocks of type\n│ "ephemeral" are not expected here.';

describe("judgeCore", () => {
  it("tells syntax that an older core lacks from what fails", () => {
    const fault = test(
      "failed",
      'Error: Unsupported argument\n An argument named "csr" is not expected here.',
    );
    expect(judgeCore("Terraform v1.5.7", report(test("passed"), test("failed", EPHEMERAL), fault))).toEqual({
      passed: 1,
      lacking: 1,
      failed: ["keys.test.ts: a test"],
    });
  });

  it("knows the words that vitest cut", () => {
    const cut = test(
      "failed",
      `AssertionError: expected ' Warning: The "terraform test" comman…' to match /Success/`,
    );
    expect(judgeCore("Terraform v1.5.7", report(cut)).failed).toEqual([]);
  });

  it("excuses no core of today, and no test that did not run", () => {
    for (const core of ["Terraform v1.11.4", "OpenTofu v1.12.6", "Terraform v2.0.0", "unknown"])
      expect(judgeCore(core, report(test("failed", EPHEMERAL))).failed).toHaveLength(1);
    expect(judgeCore("OpenTofu v1.6.3", report(test("pending"))).failed).toHaveLength(1);
  });
});
