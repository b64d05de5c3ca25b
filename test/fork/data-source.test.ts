import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT } from "../../provider/build/package-layout.ts";
import { runCommand } from "../suite/run-command.ts";
import { copyCheckout, GIT } from "../support/checkout-copy.ts";
import { INSERTIONS, NEW_FILES } from "./departments.ts";

mkdirSync(join(ROOT, "dist"), { recursive: true });
const room = mkdtempSync(join(ROOT, "dist", "fork-"));
const fork = join(room, "checkout");
afterAll(() => rmSync(room, { recursive: true }));

const contributing = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");

/** The commands that CONTRIBUTING shows under a heading, for the data source of this test. */
function commandsUnder(heading: string): readonly string[] {
  const [, section = ""] = contributing.split(`\n## ${heading}\n`);
  const own = section.split("\n## ")[0] ?? "";
  const blocks = [...own.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.trim().replaceAll("<name>", "departments"))
    .filter((line) => line !== "");
}

/** @returns what it printed; a command that fails fails the test with all of it */
async function runInFork(command: string): Promise<string> {
  const variables = Object.entries(GIT).map(([name, value]) => `${name}=${value}`);
  const inFolder = ["sh", "-c", `cd "$1" && ${command}`, "sh", fork];
  const { code, output } = await runCommand(["env", ...variables, ...inFolder], "capture");
  if (code !== 0) throw new Error(`${command} ended with ${code}\n${output}`);
  return output;
}

function addDataSource(): void {
  for (const [file, text] of Object.entries(NEW_FILES)) {
    mkdirSync(dirname(join(fork, file)), { recursive: true });
    writeFileSync(join(fork, file), text);
  }
  for (const { file, before, text } of INSERTIONS) {
    const former = readFileSync(join(fork, file), "utf8");
    expect(former).toContain(before);
    writeFileSync(
      join(fork, file),
      former.replace(before, () => `${text}${before}`),
    );
  }
}

it("a fork adds a data source by the steps of CONTRIBUTING alone, the schema on record included", async () => {
  copyCheckout(fork);
  const naming = commandsUnder("Fork");
  expect(naming).toContain("npm run set-namespace example-org");
  for (const command of naming) await runInFork(command);
  await runInFork("git add --all && git commit --quiet --message 'own name'");

  addDataSource();
  const steps = commandsUnder("Add a data source");
  // What the steps must hold, or the test proves less than its name says.
  const needed = ["generate", "--update", "npm run check", "test:generated", "departments.test.ts"];
  for (const part of needed) expect(steps.join("\n")).toContain(part);
  for (const command of steps) await runInFork(command);

  const page = readFileSync(join(fork, "docs/data-sources/departments.md"), "utf8");
  expect(page).toContain("getting-started");
  const changed = (await runInFork("git diff HEAD --name-only")).split("\n");
  expect(changed).toContain("test/acceptance/gen/provider-schema.json");
  expect(readFileSync(join(fork, "test/acceptance/gen/provider-schema.json"), "utf8")).toContain(
    '"sectigo_departments"',
  );
});
