import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MIRROR } from "../../provider/build/package-layout.ts";
import { blocksOf } from "../acceptance/support/markdown.ts";
import { findTerraform } from "../acceptance/support/terraform.ts";

const execute = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const REQUEST = readFileSync(join(ROOT, "examples/quickstart/shop.csr"), "utf8");

/** What `app.synth()` writes, as far as the tests look at it. */
export interface Stack {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly terraform: {
    readonly required_providers: Readonly<
      Record<string, { readonly source: string; readonly version: string }>
    >;
  };
}

/** An app in a folder of its own, made of the blocks of one section of the guide, with bindings made there. */
export class KitApp implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "kit-app-"));
  readonly #environment: Readonly<Record<string, string | undefined>>;

  /** @param heading  of the section of one of the guides to other languages, or null for the whole first guide */
  constructor(heading: string | null) {
    for (const [file, text] of Object.entries(filesOf(heading))) this.write(file, text);
    this.write("shop.csr", REQUEST);
    const settings = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`;
    this.write("cli.tfrc", settings);
    this.#environment = {
      ...process.env,
      TF_CLI_CONFIG_FILE: join(this.folder, "cli.tfrc"),
      TERRAFORM_BINARY_NAME: findTerraform(),
      CHECKPOINT_DISABLE: "1",
      CI: "1",
      // Kits in other languages start the Node that they find.
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    };
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** @throws what the program wrote, when it fails */
  async run(program: string, ...args: readonly string[]): Promise<string> {
    const options = { cwd: this.folder, env: this.#environment, maxBuffer: 64 * 1024 * 1024 };
    try {
      return (await execute(program, [...args], options)).stdout;
    } catch (problem) {
      const { stdout = "", stderr = "" } = problem as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: problem });
    }
  }

  /** As `cdktf get` does. */
  async get(): Promise<void> {
    await this.run(process.execPath, fileURLToPath(new URL("get-bindings.ts", import.meta.url)));
  }

  /** What the app has synthesized, without the kit's comments, and as text without the app's own folder. */
  stack(): Stack {
    const text = readFileSync(join(this.folder, "cdktf.out/stacks/web/cdk.tf.json"), "utf8");
    return JSON.parse(text.replaceAll(this.folder, ""), (key, value: unknown) =>
      key === "//" ? undefined : value,
    );
  }

  [Symbol.dispose](): void {
    // Go's cache of modules is not writable.
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** File → text, of the blocks whose paragraph names a file. */
function filesOf(heading: string | null): Readonly<Record<string, string>> {
  const guides = heading === null ? ["cdktf-first-app.md"] : ["cdktf-languages.md", "cdktf-java-csharp.md"];
  const guide = guides.map((name) => readFileSync(join(ROOT, "docs/guides", name), "utf8")).join("");
  const section =
    heading === null ? guide : (guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "");
  const named = blocksOf(section).flatMap(({ text, paragraph }) => {
    const files = [...paragraph.matchAll(/`([\w/]+\.\w+)`/g)].map(([, file = ""]) => file);
    const file = files.at(-1);
    return file === undefined ? [] : [[file, text] as const];
  });
  return Object.fromEntries(named);
}
