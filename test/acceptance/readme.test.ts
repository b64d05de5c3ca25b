import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { Runner } from "../action/support/runner.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { HEADER } from "./support/configuration.ts";
import { readGuide, scriptOf } from "./support/guide.ts";
import { blocksOf } from "./support/markdown.ts";
import { signIn, stage } from "./support/scm.ts";
import { Workspace } from "./support/terraform.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");
/** Commands for a fresh clone, which begin by installing what this test runs on. */
const FROM_A_CLONE = /^npm ci && (npm .+)\n$/;

/** Runs a command of npm in the project's folder, and gives it a folder for what it leaves behind. */
function npm(command: string): {
  readonly done: Promise<{ code: number | null; said: string }>;
  readonly kept: string;
} {
  const kept = mkdtempSync(join(tmpdir(), "readme-"));
  const [program = "", ...args] = command.split(" ");
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: kept, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  onTestFinished(() => {
    child.kill();
    rmSync(kept, { recursive: true, force: true });
  });
  let said = "";
  const done = new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
  return { done, kept };
}

describe("README.md", () => {
  it("has a demo that runs to its summary and leaves nothing behind", { timeout: 300_000 }, async () => {
    const { done, kept } = npm("npm run demo");
    const { code, said } = await done;
    expect({ code, said: said.slice(-2_000) }).toMatchObject({ code: 0 });
    expect(said).toContain("What happened");
    expect(readdirSync(kept)).toEqual([]);
  });

  it("has no command for a clone but the demo, which ran, and the tests, which this is one of", () => {
    const commands = blocksOf(README).flatMap(({ text }) => FROM_A_CLONE.exec(text)?.slice(1) ?? []);
    expect(commands).toEqual(["npm run demo", "npm test"]);
    expect(readFileSync(join(ROOT, ".ci/run"), "utf8")).toMatch(/^npm ci\nnpm test$/m);
    expect(packageJson.scripts.test).toBe("node test/run.ts");
  });

  it("names scripts that there are", async () => {
    const named = [...README.matchAll(/`npm run ([\w-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
    const { code, said } = await npm("npm run fake-scm -- --help").done;
    expect(code).toBe(0);
    expect(said).toContain("--issue-delay-ms");
  });

  it("leads through the first ten minutes", async () => {
    await using set = await stage({});
    const steps = readGuide("README.md").filter(
      (step) => step.kind === "write" || !FROM_A_CLONE.test(step.script),
    );
    const script = scriptOf(steps).replace("read -rs SECTIGO_PASSWORD", "true");
    const { code, stdout, stderr } = await set.workspace.shell(`${script}rm shop.key\n`, {
      TF_CLI_ARGS: "-no-color",
    });
    expect({ code, said: `${stdout}${stderr}`.slice(-3_000) }).toMatchObject({ code: 0 });
    expect(stdout).toContain("No changes.");
    expect(await set.scm.control.certificates()).toMatchObject([{ status: "Issued" }]);
    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect(await set.scm.control.certificates()).toMatchObject([{ status: "Revoked" }]);
  });

  it("has a step for the Action that brings certificates, and none the second time", async () => {
    const scm = await startFakeScm({ issueDelayMs: 0 });
    const runner = new Runner(signIn(scm), { "certs/shop.csr": makeCsr("shop.example.test").csr });
    onTestFinished(async () => {
      runner.remove();
      await scm.close();
    });
    const [block] = blocksOf(README).filter(({ language }) => language === "yaml");
    const [, step] = parse(block?.text ?? "") as { with: Record<string, string> }[];
    const { "customer-uri": _, username: __, password: ___, ...inputs } = step?.with ?? {};
    const outcomes = [await runner.run(inputs), await runner.run(inputs)].map(
      ({ outputs }) => outputs.outcome,
    );
    expect(outcomes).toEqual(["enrolled", "reused"]);
    expect(runner.read("out/shop.full-chain.pem")).toContain("BEGIN CERTIFICATE");
  });

  it("lists every setting of the provider block, and every variable of the environment", async () => {
    const workspace = new Workspace({ environment: {}, files: { "main.tf": HEADER } });
    onTestFinished(() => workspace.remove());
    await workspace.init();
    const { stdout } = await workspace.must(["providers", "schema", "-json"]);
    const { provider_schemas: schemas } = JSON.parse(stdout) as {
      provider_schemas: Record<
        string,
        { provider: { block: { attributes: Record<string, { description: string }> } } }
      >;
    };
    const { attributes } = Object.values(schemas)[0]?.provider.block ?? { attributes: {} };
    const table = README.slice(README.indexOf("## Settings"), README.indexOf("## Work on it"));
    const missing = Object.keys(attributes).filter((name) => !table.includes(`\`${name}\``));
    expect(missing).toEqual([]);
    const variables = JSON.stringify(attributes).match(/SECTIGO_\w+/g) ?? [];
    expect(variables.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });
});

it("test/fake-scm/README.md starts a fake that prints one line of JSON", async () => {
  const text = readFileSync(join(ROOT, "test/fake-scm/README.md"), "utf8");
  const commands = blocksOf(text).flatMap(({ language, text: script }) =>
    language === "sh" ? script.split("\n") : [],
  );
  const [start = ""] = commands.map((line) => line.replace(/\s+#.*/, ""));
  expect(start).toMatch(/^npm run fake-scm -- /);
  // Without npm in between, so that the end of the process is the end of the fake.
  const child = spawn(
    process.execPath,
    ["test/fake-scm/main.ts", ...(start.split(" -- ")[1]?.split(" ") ?? [])],
    { cwd: ROOT },
  );
  onTestFinished(() => void child.kill());
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString())),
  );
  expect(JSON.parse(line)).toHaveProperty("apiUrl");
});
