import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { FLAVOURS } from "../../provider/cdktf/flavour.ts";
import { blocksOf } from "./support/markdown.ts";
import { type Stage, signIn, stage } from "./support/scm.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GUIDE = blocksOf(readFileSync(join(ROOT, "docs/guides/cdktf-first-app.md"), "utf8"));
const [cdktf] = FLAVOURS;

/** The package as npm's registry would give it. */
function pack(folder: string): string {
  const args = ["pack", cdktf?.folder ?? "", "--json", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(execFileSync("npm", args, { encoding: "utf8" }));
  return join(folder, filename);
}

/** Runs the guide's commands as they stand; what the last one printed. */
async function run({ scm, workspace }: Stage, folder: string, commands: string): Promise<string> {
  const { stdout } = await promisify(execFile)("bash", ["-euc", commands], {
    cwd: folder,
    env: {
      ...process.env,
      ...signIn(scm),
      // Of the tools that the tests bring along the guide has only Node.
      PATH: `${join(ROOT, "node_modules/node/bin")}:${process.env.PATH}`,
      TF_CLI_CONFIG_FILE: join(workspace.folder, "cli.tfrc"),
      CHECKPOINT_DISABLE: "1",
      npm_config_prefer_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
    },
  });
  return stdout;
}

it("S71 the guide leads from an empty folder to a plan", async () => {
  await using set = await stage({});
  const folder = join(set.workspace.folder, "app");
  mkdirSync(folder);
  const archive = pack(set.workspace.folder);
  let printed = "";
  for (const { language, text, paragraph } of GUIDE) {
    const [, file] = /`([\w.]+\.(?:json|ts))`/.exec(paragraph) ?? [];
    if (language !== "sh") writeFileSync(join(folder, file ?? "unnamed"), text);
    else printed = await run(set, folder, text.replace("@scm-as-code/cdktf-provider-sectigo", archive));
  }
  expect(stripVTControlCharacters(printed)).toContain("Plan: 4 to add, 0 to change, 0 to destroy.");
  // What the kit's command line starts is what was started here.
  const { app, output } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8"));
  expect(
    GUIDE.some(({ language, text }) => language === "sh" && text.includes(`\n${app}\ncd ${output}/`)),
  ).toBe(true);
  expect(await set.scm.control.certificates()).toEqual([]);
});
