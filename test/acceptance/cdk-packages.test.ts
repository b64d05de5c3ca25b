import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLAVOURS, type Flavour } from "../../provider/cdktf/flavour.ts";
import { blocksOf } from "./support/markdown.ts";

const execute = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GUIDE = blocksOf(readFileSync(join(ROOT, "docs/guides/cdktf.md"), "utf8"));
const CSR = readFileSync(join(ROOT, "examples/quickstart/shop.csr"), "utf8");

const room = mkdtempSync(join(tmpdir(), "cdktf-package-"));
afterAll(() => rmSync(room, { recursive: true }));

/** What the guide says of the one kit, said of the other: as it tells its reader to. */
const forKit = (text: string, { kit }: Flavour): string =>
  text
    .replaceAll("cdktf@0.21", kit === "cdktf" ? "cdktf@0.21" : "cdktn@0.24")
    .replaceAll('"cdktf"', JSON.stringify(kit))
    .replaceAll("cdktf-provider", `${kit}-provider`)
    .replaceAll("dist/cdk/cdktf", `dist/cdk/${kit}`);

const appOf = ({ kit }: Flavour): string => join(room, kit);

/** Runs something in the app's folder, with the npm and the packages that this machine has. */
async function run(flavour: Flavour, program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, [...args], {
    cwd: appOf(flavour),
    env: {
      ...process.env,
      npm_config_prefer_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
    },
  });
  return stdout;
}

// As a user installs it: packed from a clone, with the kit from npm's registry or cache.
beforeAll(async () => {
  for (const flavour of FLAVOURS) {
    mkdirSync(appOf(flavour));
    symlinkSync(ROOT, join(appOf(flavour), "terraform-provider-sectigo"));
    writeFileSync(join(appOf(flavour), "package.json"), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(appOf(flavour), "shop.csr"), CSR);
    const commands = GUIDE.filter(({ language }) => language === "sh").map(({ text }) =>
      forKit(text, flavour),
    );
    await run(flavour, "bash", ["-euc", commands.join("")]);
  }
}, 600_000);

/** The guide's blocks and the package's own example, as files of the app. */
function writeApps(flavour: Flavour): readonly string[] {
  const readme = readFileSync(join(flavour.folder, "README.md"), "utf8");
  const own = blocksOf(readme).filter(({ language }) => language === "ts");
  const guide = GUIDE.filter(({ language }) => language === "ts");
  return [...guide.map(({ text }) => forKit(text, flavour)), ...own.map(({ text }) => text)].map(
    (text, index) => {
      const name = `app-${index}.ts`;
      writeFileSync(join(appOf(flavour), name), text);
      return name;
    },
  );
}

/** Kit → what each of its apps synthesized. */
const stacks = new Map<string, readonly unknown[]>();

describe.each(FLAVOURS)("S70 S71 the package for $kit", (flavour) => {
  it("has a licence, a page for npm, declarations beside every module, and nothing else", async () => {
    const [packed] = JSON.parse(await run(flavour, "npm", ["pack", "--dry-run", "--json", flavour.folder]));
    const files = (packed.files as { path: string }[]).map(({ path }) => path);
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "package.json", "index.js", "index.d.ts"]),
    );
    const modules = files.filter((path) => path.endsWith(".js"));
    expect(
      modules.map((path) => path.replace(/\.js$/, ".d.ts")).filter((path) => !files.includes(path)),
    ).toEqual([]);
    expect(files.filter((path) => !/\.(js|d\.ts)$|^(LICENSE|README\.md|package\.json)$/.test(path))).toEqual(
      [],
    );
  });

  it("compiles with the guide's apps, strictly, and they synthesize what terraform takes", async () => {
    const apps = writeApps(flavour);
    const types = ["--types", "node", "--typeRoots", join(ROOT, "node_modules/@types")];
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--skipLibCheck"];
    await run(flavour, join(ROOT, "node_modules/.bin/tsc"), [...options, ...types, ...apps]);
    const made: unknown[] = [];
    for (const app of apps) {
      await run(flavour, process.execPath, [app]);
      const text = readFileSync(join(appOf(flavour), "cdktf.out/stacks/web/cdk.tf.json"), "utf8");
      // Which kit it was, and where, the stack says too.
      made.push(
        JSON.parse(
          text.replaceAll(appOf(flavour), "").replace(/"version": "0\.\d+\.\d+"\n/, '"version": "any"\n'),
        ),
      );
    }
    expect(made).toHaveLength(3);
    for (const stack of made) expect(stack).toHaveProperty("resource.sectigo_certificate");
    stacks.set(flavour.kit, made);
  });
});

it("S70 both kits synthesize the same stacks, constructs included", () => {
  expect(stacks.get("cdktn")).toEqual(stacks.get("cdktf"));
});
