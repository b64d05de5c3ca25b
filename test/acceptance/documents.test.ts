import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeChain, makeCsr } from "../support/certificates.ts";
import { completeHcl } from "./support/complete-hcl.ts";
import { forGeneration } from "./support/import-blocks.ts";
import { anchorsOf, type Block, blocksOf, linksOf } from "./support/markdown.ts";
import { findTerraform, Workspace } from "./support/terraform.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GUIDES = readdirSync(join(ROOT, "docs/guides")).map((name) => `docs/guides/${name}`);
const BESIDE = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "action/README.md",
  "test/fake-scm/README.md",
  "examples/container/README.md",
];
const DOCUMENTS = [...BESIDE, "docs/design.md", "docs/threat-model.md", "docs/publishing.md", ...GUIDES];

/** Documents with commands, and the test that runs all of them. */
const RUN_BY: Readonly<Record<string, string>> = {
  "README.md": "test/acceptance/readme.test.ts",
  "CONTRIBUTING.md": "test/fork/data-source.test.ts",
  "docs/guides/getting-started.md": "test/acceptance/getting-started.test.ts",
  "docs/guides/mirrors.md": "test/acceptance/getting-started.test.ts",
  "docs/guides/csr-to-production.md": "test/acceptance/guides.test.ts",
  "docs/threat-model.md": "test/protocol/lies.test.ts",
  "docs/guides/shared-inventory.md": "core/store/postgres/access.test.ts",
  "docs/guides/migrating.md": "test/acceptance/guides.test.ts",
  "docs/guides/cdktf.md": "test/acceptance/cdk-packages.test.ts",
  "docs/guides/cdktf-first-app.md": "test/acceptance/cdk-first-app.test.ts",
  "docs/guides/opentofu.md": "test/acceptance/guides.test.ts",
  "docs/guides/adopting.md": "test/acceptance/guides.test.ts",
  "test/fake-scm/README.md": "test/acceptance/readme.test.ts",
};

/** Pages name the provider with a host and without one: what is installed serves both. */
const BOTH_HOSTS = `terraform {
  required_providers {
    for-terraform = { source = "registry.terraform.io/scm-as-code/sectigo" }
    for-tofu      = { source = "registry.opentofu.org/scm-as-code/sectigo" }
  }
}
`;

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const blocks = (path: string, language: string): readonly Block[] =>
  blocksOf(read(path)).filter((block) => block.language === language);
const hclBlocks = DOCUMENTS.flatMap((path) =>
  blocks(path, "hcl").map((block) => ({ ...block, path, place: `${path}:${block.line}` })),
);

describe("blocks of HCL", () => {
  const workspace = new Workspace({ environment: {}, files: { "main.tf": BOTH_HOSTS } });
  beforeAll(async () => {
    const { pem } = await makeCsr();
    const [leaf] = await makeChain();
    for (const name of ["shop.csr", "certs/shop.csr"]) workspace.write(name, pem);
    workspace.write("shop.pem", leaf.pem);
    await workspace.init();
  });
  afterAll(() => workspace.remove());

  it.each(hclBlocks)("$place is valid", async ({ path, text }) => {
    const page = blocks(path, "hcl").map((block) => block.text);
    const whole = completeHcl(text, page);
    workspace.write("main.tf", whole.includes("\nresource ") ? whole : forGeneration(whole));
    const { stdout } = await workspace.run(["validate", "-json"]);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: readonly { summary: string; detail: string }[];
    };
    const found = diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
    expect(found, found.join("\n")).toEqual([]);
  });

  it.each(hclBlocks)("$place is formatted as terraform does", ({ text }) => {
    // OpenTofu's warning of a file that the variable names, and that is not there, goes to standard output.
    const env = { ...process.env, TF_CLI_CONFIG_FILE: "" };
    const run = spawnSync(findTerraform(), ["fmt", "-"], { input: text, encoding: "utf8", env });
    const { stdout, stderr, status } = run;
    expect({ stdout, status }, stderr).toEqual({ stdout: text, status: 0 });
  });

  it("are found wrong where they are", async () => {
    const text = 'resource "aws_x" "y" {\n  a = sectigo_certificate.shop.full_chain\n}\n';
    const page = 'resource "sectigo_certificate" "shop" {\n  csr_pem = file("shop.csr")\n}\n';
    workspace.write("main.tf", completeHcl(text, [page, text]));
    const { stdout } = await workspace.run(["validate", "-json"]);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ summary: "Unsupported attribute" }]);
  });
});

describe.each(DOCUMENTS)("%s", (path) => {
  const text = read(path);

  it("links to what is there", () => {
    const targets = linksOf(text).filter((target) => !/^https?:/.test(target));
    expect(targets.filter((target) => !leadsSomewhere(path, target))).toEqual([]);
  });

  it("has its commands run by a test", () => {
    if (blocks(path, "sh").length === 0) return;
    const test = RUN_BY[path];
    expect(test, "no test is named").toBeDefined();
    expect(read(test ?? "")).toContain(path);
  });

  it("has workflows that pass inputs which the Action has", () => {
    const { inputs } = parse(read("action.yml")) as { inputs: Record<string, unknown> };
    const used = blocks(path, "yaml").flatMap((block) => actionInputs(parse(block.text)));
    expect(used.filter((name) => !(name in inputs))).toEqual([]);
  });
});

it("guides have a title and a description, and fit on a few screens", () => {
  // A list of everything is as long as it is.
  for (const path of GUIDES.filter((each) => !each.endsWith("/error-codes.md"))) {
    const text = read(path);
    expect([path, /^---\npage_title: ".+"\ndescription: .+\n---\n\n# /.test(text)]).toEqual([path, true]);
    expect([path, text.split("\n").length <= 220]).toEqual([path, true]);
  }
  expect(read("README.md").split("\n").length).toBeLessThan(300);
});

it("the README and the guides name every guide", () => {
  const linked = DOCUMENTS.flatMap((path) =>
    linksOf(read(path)).map((target) => join(dirname(path), target)),
  );
  expect(GUIDES.filter((guide) => !linked.some((target) => target.startsWith(guide)))).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || !file.endsWith(".md") || anchorsOf(read(file)).has(anchor);
}

/** Names of inputs in steps that use this Action, wherever they stand in a piece of a workflow. */
function actionInputs(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  const { uses, with: given } = value as { uses?: unknown; with?: object };
  const here =
    typeof uses === "string" && uses.startsWith("scm-as-code/terraform-provider-sectigo@")
      ? Object.keys(given ?? {})
      : [];
  return [...here, ...Object.values(value).flatMap(actionInputs)];
}
