import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const FOLDER = new URL("../../examples/workflows", import.meta.url).pathname;
const USES = /^scm-as-code\/terraform-provider-sectigo@/;

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

interface WorkflowJob {
  readonly steps: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
}

/** Every step of every example that uses the Action, once for each line of its matrix. */
const STEPS = readdirSync(FOLDER).flatMap((file) => {
  const { jobs } = parse(readFileSync(join(FOLDER, file), "utf8")) as {
    readonly jobs: Readonly<Record<string, WorkflowJob>>;
  };
  return Object.entries(jobs).flatMap(([name, { steps, env = {}, strategy }]) =>
    steps
      .filter(({ uses }) => USES.test(uses ?? ""))
      .flatMap((step) =>
        (strategy?.matrix.include ?? [{}]).map((matrix) => ({
          where: [file, name, step.name, ...Object.values(matrix).slice(0, 1)].filter(Boolean).join(", "),
          ...{ given: step.with ?? {}, env, matrix },
        })),
      ),
  );
});

/** What GitHub puts in for expressions; one that is not foreseen here fails. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`an example uses ${name}, and nothing is known of it`);
    return value;
  });
}

function valuesFor({ scm }: Job, matrix: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { customerUri, username, password } = scm.credentials;
  const reader = scm.logins.find(({ login }) => login === "reader");
  const matrixValues = Object.entries(matrix).map(([name, value]) => [`matrix.${name}`, value]);
  return {
    "vars.SECTIGO_CUSTOMER_URI": customerUri,
    "vars.SECTIGO_USERNAME": username,
    "secrets.SECTIGO_PASSWORD": password,
    // May view, and order nothing.
    "vars.SECTIGO_CHECK_USERNAME": reader?.login ?? "",
    "secrets.SECTIGO_CHECK_PASSWORD": reader?.password ?? "",
    "vars.SECTIGO_ORGANIZATION": "Example Ltd",
    "vars.SECTIGO_PROFILE": "OV SSL 199",
    ...Object.fromEntries(matrixValues),
  };
}

/** As the README shows them. */
const [, RULES = ""] =
  /```json\n([\s\S]*?)\n```/.exec(readFileSync(new URL("../../action/README.md", import.meta.url), "utf8")) ??
  [];

describe("S29 the example workflows, run against the fake", () => {
  it("are found", () => {
    expect(STEPS.length).toBeGreaterThanOrEqual(8);
  });

  it.each(STEPS)("$where", async ({ given, env, matrix }) => {
    const host = mkdtempSync(join(tmpdir(), "sectigo-host-"));
    await using job = await startJob({
      files: {
        "certs/shop.csr": makeCsr("shop.example.test").csr,
        "certs/staging/shop.csr": makeCsr("shop.staging.example.test").csr,
        "certs/production/shop.csr": makeCsr("shop.example.test").csr,
        "certs/rules.json": RULES,
      },
    });
    const values = valuesFor(job, matrix);
    const fill = (entries: Readonly<Record<string, string | number>>) =>
      Object.fromEntries(
        Object.entries(entries).map(([name, value]) => [name, filled(String(value), values)]),
      );
    // What only a host of the reader's has: its directory, its server, its programs.
    const here = "agent-directory" in given ? { "agent-directory": host, endpoint: "", hook: "true" } : {};
    const inputs = { ...fill(given), "base-url": job.scm.apiUrl, ...here };
    const first = await job.runner.run(inputs, fill(env));
    expect(first.log).not.toContain("::error");
    expect(first.code).toBe(0);
    expect(first.summary).not.toBe("");
    const orders = await job.orders();
    const second = await job.runner.run(inputs, fill(env));
    expect(second.code).toBe(0);
    expect(await job.orders()).toBe(orders);
    rmSync(host, { recursive: true });
  });

  it("S36 the README's rules are taken, and written back", async () => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr, "rules.json": RULES },
    });
    await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    const inputs = { ...job.inputs, command: "import", rules: "rules.json", "write-back": "apply" };
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { written: "1" } });
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { "to-write": "0" } });
  });
});
