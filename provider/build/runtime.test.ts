import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { judgeIntegrity } from "./runtime.ts";
import { TARGETS } from "./target.ts";

describe("judgeIntegrity", () => {
  it("refuses an archive that the lock file does not name", () => {
    expect(() => judgeIntegrity("@oven/bun-darwin-x64", Buffer.from("another"))).toThrow(
      /is sha512-.*, and package-lock.json wants sha512-/,
    );
    expect(() => judgeIntegrity("@oven/bun-plan9", Buffer.from(""))).toThrow("wants none");
  });
});

it.each(TARGETS)("the lock file has the compiler's own version of $runtime", ({ runtime }) => {
  const packages: Readonly<Record<string, { version?: string; integrity?: string }>> = lock.packages;
  const entry = packages[`node_modules/${runtime}`];
  expect(entry?.version).toBe(packageJson.devDependencies.bun);
  expect(entry?.integrity).toMatch(/^sha512-/);
});
