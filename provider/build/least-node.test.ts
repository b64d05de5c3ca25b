import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { bundle } from "./bundle.ts";
import { leastNode, leastOf, nodeText, OWN_LEAST_NODE } from "./least-node.ts";
import { ROOT } from "./package-layout.ts";

describe("leastOf", () => {
  it.each([
    [">=22.19.0", { major: 22, minor: 19 }],
    [">= 18", { major: 18, minor: 0 }],
    [">= 10.x", { major: 10, minor: 0 }],
    [undefined, { major: 0, minor: 0 }],
  ])("reads %s", (range, least) => {
    expect(leastOf(range)).toEqual(least);
  });

  it.each([
    "^20.19.0 || >=22.12.0",
    "<30",
    "lts",
  ])("refuses %s, which is more than a least version", (range) => {
    expect(() => leastOf(range)).toThrow("is not just a least version of Node");
  });
});

describe("leastNode", () => {
  it("is what our own code needs where no package asks for more", () => {
    expect(leastNode(["core/a.ts", "node_modules/zod/b.js"])).toEqual(OWN_LEAST_NODE);
  });

  it("is the number in package.json", async () => {
    const { parts } = await bundle("provider/main.ts");
    expect(packageJson.engines.node).toBe(`>=${nodeText(leastNode(parts.keys()))}`);
  });

  it("is the number in every text that names a least Node of the product", () => {
    const texts = ["core/store/open-file.ts", "README.md", "docs/guides/requirements.md"].map((file) =>
      readFileSync(join(ROOT, file), "utf8"),
    );
    const told = texts.map((text) =>
      [...text.matchAll(/Node(?:\.js)? (\d+\.\d+) or newer/g)].map(([, number]) => number),
    );
    const least = packageJson.engines.node.replace(">=", "");
    for (const numbers of told) expect([...new Set(numbers)]).toEqual([least]);
  });
});
