import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { differences } from "./differences.ts";

const made: string[] = [];

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "differences-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

describe("differences", () => {
  const fresh = { "index.js": "1", "provider/index.js": "2" };

  it.each([
    { says: "nothing when all bytes are the same", committed: fresh, stale: [] },
    {
      says: "a changed file, at any depth",
      committed: { ...fresh, "provider/index.js": "3" },
      stale: [join("provider", "index.js")],
    },
    {
      says: "a missing file",
      committed: { "index.js": "1" },
      stale: [join("provider", "index.js")],
    },
    { says: "a file that is left over", committed: { ...fresh, "old.js": "" }, stale: ["old.js"] },
    { says: "everything when one is empty", committed: {}, stale: Object.keys(fresh) },
  ])("names $says", ({ committed, stale }) => {
    expect(differences(folderOf(fresh), folderOf(committed))).toEqual(stale);
  });

  it("takes a missing folder for an empty one", () => {
    const folder = folderOf(fresh);
    expect(differences(folder, join(folder, "nowhere"))).toEqual(Object.keys(fresh));
  });
});
