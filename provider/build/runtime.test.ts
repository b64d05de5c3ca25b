import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { judgeIntegrity } from "./runtime.ts";
import { TARGETS } from "./target.ts";

describe("judgeIntegrity", () => {
  const wanted = { name: "@oven/bun-darwin-x64", version: "1.2.3" };

  it("refuses another archive, and any where no checksum is known", () => {
    const another = Buffer.from("another");
    expect(() => judgeIntegrity({ ...wanted, integrity: "sha512-AAAA" }, another)).toThrow(
      /@oven\/bun-darwin-x64 is sha512-.*, and what is wanted is sha512-AAAA/,
    );
    expect(() => judgeIntegrity({ ...wanted, integrity: null }, another)).toThrow("is not known");
  });
});

it.each(TARGETS)("the lock file has the compiler's own version of $runtime", ({ runtime }) => {
  const packages: Readonly<Record<string, { version?: string; integrity?: string }>> = lock.packages;
  const entry = packages[`node_modules/${runtime}`];
  expect(entry?.version).toBe(packageJson.devDependencies.bun);
  expect(entry?.integrity).toMatch(/^sha512-/);
});
