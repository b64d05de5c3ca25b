import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withTables } from "../../action/build/readme.ts";
import { secretsOf } from "../../action/inputs/connection.ts";
import { INPUT_NAMES } from "../../action/inputs/names.ts";
import { loadInputs } from "../../action/inputs.ts";
import { OUTPUT_NAMES } from "../../action/outputs.ts";
import packageJson from "../../package.json" with { type: "json" };
import { lintWorkflow } from "../workflows/judge-workflow.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const USES = /^scm-as-code\/terraform-provider-sectigo@/;

type Described = Readonly<Record<string, { readonly description: string }>>;

interface ActionYml {
  readonly description: string;
  readonly branding: Readonly<Record<string, string>>;
  readonly inputs: Described;
  readonly outputs: Described;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

const source = readFileSync(join(ROOT, "action.yml"), "utf8");
const action = parse(source) as ActionYml;

function noFile(path: string): never {
  throw new Error(`no file ${path}`);
}

/** Names that the code asks for; two runs, since making a key asks for more. */
function asked(): readonly string[] {
  const names = new Set<string>();
  const reader = (given: Readonly<Record<string, string>>) => (name: string) => {
    names.add(name);
    return given[name] ?? "";
  };
  const check = { command: "check" };
  for (const given of [
    check,
    { ...check, key: "ec-p256", "common-name": "a.test", "output-directory": "out" },
  ]) {
    loadInputs(reader(given), {}, noFile);
    secretsOf(reader(given), {});
  }
  return [...names].sort();
}

describe("action.yml", () => {
  it("has exactly the inputs that the code reads", () => {
    expect(Object.keys(action.inputs).sort()).toEqual(asked());
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
  });

  it("has exactly the outputs that the code writes", () => {
    expect(Object.keys(action.outputs)).toEqual(OUTPUT_NAMES);
  });

  it("describes everything in sentences, and itself in as many letters as the Marketplace shows", () => {
    const texts = [...Object.values(action.inputs), ...Object.values(action.outputs)].map(
      ({ description }) => description,
    );
    expect(texts.filter((text) => !/^[`A-Z].*[.]$/s.test(text))).toEqual([]);
    expect(action.description.length).toBeLessThanOrEqual(125);
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
  });

  it("is what the README's tables say (node action/build/readme.ts)", () => {
    const readme = readFileSync(join(ROOT, "action/README.md"), "utf8");
    expect(readme).toBe(withTables(readme, source));
    const named = [...readme.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(
      expect.arrayContaining([...Object.keys(action.inputs), ...Object.keys(action.outputs)]),
    );
  });

  it("says the defaults that the code takes", () => {
    const inputs = loadInputs((name) => (name === "command" ? "check" : ""), {}, noFile);
    const told = (name: string) => action.inputs[name]?.description ?? "";
    expect(told("max-orders")).toContain(`default ${inputs.order.maxOrders}`);
    expect(told("max-revocations")).toContain(`default ${inputs.targets.maxRevocations}`);
    expect(told("limit")).toContain(`default ${inputs.inventory.limit}`);
    expect(told("expires-within-days")).toContain(`default ${inputs.inventory.expiresWithinDays}`);
    expect(told("wait")).toContain(`\`${inputs.order.waitMs / 60_000}m\` (default)`);
    expect(told("adopt-within")).toContain(`default ${inputs.order.adoptWithinMs / 3_600_000}h`);
    expect(told("formats")).toContain(`default ${inputs.files.formats.join(", ")}.`);
    expect(told("certificate-mode")).toContain(`default 0${inputs.files.certificateMode.toString(8)}`);
    expect(told("key-mode")).toContain(`default 0${inputs.files.keyMode.toString(8)}`);
  });

  it("lies in the root, as the Marketplace asks, and names bundles that are there", () => {
    const { main, post, using } = action.runs;
    expect(using).toBe("node24");
    expect([main, post].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(existsSync(join(ROOT, "action/action.yml"))).toBe(false);
  });
});

const folder = join(ROOT, "examples/workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  content: readFileSync(join(folder, name), "utf8"),
}));

interface ExampleStep {
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
}

type Jobs = Readonly<
  Record<
    string,
    { readonly environment?: string; readonly strategy?: unknown; readonly steps?: readonly ExampleStep[] }
  >
>;

/** Whether a step orders: `enroll` is what it does without a command. */
function ordersHere({ uses, with: inputs }: ExampleStep): boolean {
  return USES.test(uses ?? "") && ["enroll", undefined].includes(inputs?.command as string | undefined);
}

/** Names of inputs of every step in a piece of YAML that uses the Action, wherever it stands. */
function ourSteps(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(ourSteps);
  if (!("uses" in value) || !USES.test(String(value.uses))) return inner;
  return ["with" in value ? Object.keys(Object(value.with)) : [], ...inner];
}

describe("documentation", () => {
  it("names the tag that releases of this version move", () => {
    const below = (name: string) => readdirSync(join(ROOT, name)).map((file) => `${name}/${file}`);
    const files = ["README.md", "action/README.md", ...["docs/guides", "examples/workflows"].flatMap(below)];
    const tags = files.flatMap((path) => [
      ...readFileSync(join(ROOT, path), "utf8").matchAll(/scm-as-code\/terraform-provider-sectigo@(v\S+)/g),
    ]);
    const [major] = packageJson.version.split(".");
    expect(tags.length).toBeGreaterThanOrEqual(10);
    expect(new Set(tags.map(([, tag]) => tag))).toEqual(new Set([`v${major}`]));
  });

  const guides = readdirSync(join(ROOT, "docs/guides")).map((name) => `docs/guides/${name}`);
  it.each([
    "README.md",
    "action/README.md",
    ...guides,
  ])("%s gives the Action only inputs that it has", (path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const fences = [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)\n\1```/gm)];
    const steps = fences.flatMap(([, indent = "", yaml = ""]) =>
      ourSteps(parse(yaml.replaceAll(`\n${indent}`, "\n").slice(indent.length))),
    );
    expect(steps.length).toBe(
      fences.filter(([fence]) => fence.includes("/terraform-provider-sectigo@")).length,
    );
    const unknown = steps.flat().filter((name) => !(name in action.inputs));
    expect(unknown).toEqual([]);
  });
});

describe("the example workflows", () => {
  it.each(workflows)("$name passes the linter", async ({ name, content }) => {
    expect(await lintWorkflow(name, content)).toEqual([]);
  });

  it.each([
    ["an event that there is not", "merge_group:", "merge_groups:"],
    ["a job that there is not", "needs: deliver", "needs: delivery"],
    ["an expression that is misspelt", "github.event_name == 'schedule'", "github.event_nam == 'schedule'"],
  ])("with %s would not pass it", async (_what, good, bad) => {
    const content = readFileSync(join(folder, "certificates.yml"), "utf8");
    expect(content).toContain(good);
    expect(await lintWorkflow("certificates.yml", content.replace(good, bad))).not.toEqual([]);
  });

  it("have one naming scheme and no customer's id", () => {
    const named = workflows.flatMap(({ content }) => [...content.matchAll(/(?:vars|secrets)\.(\w+)/g)]);
    const ours = named.map(([, name = ""]) => name).filter((name) => !/^(CHAT_|PUBLISH_)/.test(name));
    expect(ours.filter((name) => !name.startsWith("SECTIGO_"))).toEqual([]);
    expect(workflows.filter(({ content }) => /customer-uri: (?!\$)/.test(content))).toEqual([]);
  });

  it("a check that may be required is reported for every pull request and in the merge queue", () => {
    const content = readFileSync(join(folder, "certificates.yml"), "utf8");
    const { on, jobs } = parse(content) as { readonly on: Record<string, unknown>; readonly jobs: Jobs };
    expect(on).toMatchObject({ pull_request: null, merge_group: null, workflow_dispatch: null });
    expect(jobs.check?.environment).toBeUndefined();
    expect(JSON.stringify(jobs.check)).not.toMatch(/secrets\.SECTIGO_PASSWORD/);
  });

  it("order with the secrets of an environment alone", () => {
    const jobs = workflows.flatMap(({ content }) => Object.values((parse(content) as { jobs: Jobs }).jobs));
    const orders = jobs.filter(({ steps = [] }) => steps.some(ordersHere));
    expect(orders).toHaveLength(3);
    expect(orders.filter(({ environment }) => environment === undefined)).toEqual([]);
  });

  it("leave no token of GitHub's in a checkout", () => {
    const jobs = workflows.flatMap(({ content }) => Object.values((parse(content) as { jobs: Jobs }).jobs));
    const checkouts = jobs
      .flatMap(({ steps = [] }) => steps)
      .filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThanOrEqual(5);
    for (const { with: inputs } of checkouts) expect(inputs?.["persist-credentials"]).toBe(false);
  });

  it("go on host by host, so that a bad night takes one down", () => {
    const { jobs } = parse(readFileSync(join(folder, "agent.yml"), "utf8")) as { jobs: Jobs };
    const hosts = Object.values(jobs).filter(({ strategy }) => strategy !== undefined);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]?.strategy).toMatchObject({ "fail-fast": true, "max-parallel": 1 });
  });

  it("give the Action only inputs that it has", () => {
    const steps = workflows.flatMap(({ content }) =>
      Object.values((parse(content) as { jobs: Jobs }).jobs).flatMap((job) => job.steps ?? []),
    );
    const ours = steps.filter(({ uses }) => USES.test(uses ?? ""));
    expect(ours.length).toBeGreaterThanOrEqual(3);
    const unknown = ours
      .flatMap((step) => Object.keys(step.with ?? {}))
      .filter((name) => !(name in action.inputs));
    expect(unknown).toEqual([]);
  });
});
