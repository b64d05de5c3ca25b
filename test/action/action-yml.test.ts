import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { secretsOf } from "../../action/inputs/connection.ts";
import { loadInputs } from "../../action/inputs.ts";
import { outputsOf } from "../../action/outputs.ts";
import { loadWorkflowParser } from "../workflows/workflow-parser.ts";

const { NoOperationTraceWriter, parseWorkflow } = await loadWorkflowParser();

const ROOT = new URL("../..", import.meta.url).pathname;
const USES = /^scm-as-code\/terraform-provider-sectigo\/action@/;

interface ActionYml {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

const action = parse(readFileSync(join(ROOT, "action/action.yml"), "utf8")) as ActionYml;

/** Names that the code asks for; two runs, since making a key asks for more. */
function asked(): readonly string[] {
  const names = new Set<string>();
  const reader = (given: Readonly<Record<string, string>>) => (name: string) => {
    names.add(name);
    return given[name] ?? "";
  };
  for (const given of [{}, { key: "ec-p256", "common-name": "a.test", "output-directory": "out" }]) {
    loadInputs(reader(given), {});
    secretsOf(reader(given), {});
  }
  return [...names].sort();
}

describe("action.yml", () => {
  it("has exactly the inputs that the code reads", () => {
    expect(Object.keys(action.inputs).sort()).toEqual(asked());
  });

  it("has every output about certificates that the code writes", () => {
    expect(Object.keys(action.outputs)).toEqual(
      expect.arrayContaining(Object.keys(outputsOf([], new Date(0)))),
    );
  });

  it("names bundles that are there", () => {
    const { main, post, using } = action.runs;
    expect(using).toBe("node24");
    expect(readdirSync(join(ROOT, "action/dist"))).toEqual(
      expect.arrayContaining([main, post].map((path) => path.slice(5))),
    );
  });
});

const folder = join(ROOT, "examples/workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  content: readFileSync(join(folder, name), "utf8"),
}));

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps?: readonly { readonly uses?: string; readonly with?: Record<string, unknown> }[] }
    >
  >;
}

describe("the example workflows", () => {
  it.each(workflows)("$name is one by GitHub's own grammar", ({ name, content }) => {
    const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  it("give the Action only inputs that it has", () => {
    const steps = workflows.flatMap(({ content }) =>
      Object.values((parse(content) as Workflow).jobs).flatMap((job) => job.steps ?? []),
    );
    const ours = steps.filter(({ uses }) => USES.test(uses ?? ""));
    expect(ours.length).toBeGreaterThanOrEqual(3);
    const unknown = ours
      .flatMap((step) => Object.keys(step.with ?? {}))
      .filter((name) => !(name in action.inputs));
    expect(unknown).toEqual([]);
  });
});
