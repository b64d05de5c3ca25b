import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeWorkflow } from "./judge-workflow.ts";

const FOLDER = join(".github", "workflows");
const ROOT = new URL("../..", import.meta.url).pathname;

const GOOD = `on: push
permissions:
  contents: read
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: echo "$NAME"
        env:
          NAME: \${{ github.head_ref }}
`;

it.each(readdirSync(join(ROOT, FOLDER)))("%s has no fault", async (file) => {
  const text = readFileSync(join(ROOT, FOLDER, file), "utf8");
  expect(await judgeWorkflow(join(FOLDER, file), text)).toEqual([]);
});

describe("judgeWorkflow", () => {
  it("finds nothing in a good one", async () => {
    expect(await judgeWorkflow("a.yml", GOOD)).toEqual([]);
  });

  it.each([
    ["text of strangers in a script", '"$NAME"', `"\${{ github.head_ref }}"`, "potentially untrusted"],
    ["a tag instead of a commit", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7", "is not pinned"],
    ["a commit of unknown version", " # v7.0.1", "", "is not pinned"],
    ["rights to write", "contents: read", "contents: write", "are not { contents: read }"],
    ["a job without an end", "    timeout-minutes: 5\n", "", "job one has no timeout-minutes"],
    ["a token that stays", "persist-credentials: false", "fetch-depth: 0", "job one keeps the token"],
    ["a key that does not exist", "runs-on", "run-on", "Unexpected value 'run-on'"],
  ])("finds %s", async (_what, good, bad, complaint) => {
    const found = await judgeWorkflow(
      "a.yml",
      GOOD.replace(good, () => bad),
    );
    expect(found.join("\n")).toContain(complaint);
  });
});
