import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CEILINGS } from "../../core/domain/certificate/judge/ceilings.ts";
import { renewalWindow } from "../../core/index.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { completeHcl } from "./support/complete-hcl.ts";
import { certificate } from "./support/configuration.ts";
import { readGuide, scriptOf } from "./support/guide.ts";
import { forGeneration, generate } from "./support/import-blocks.ts";
import { blocksOf } from "./support/markdown.ts";
import { type Stage, stage } from "./support/scm.ts";

const DAY_MS = 86_400_000;
const ROOT = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

/** What the reader answers to "Do you want to perform these actions?", and no colours. */
const ANSWERS = { TF_CLI_ARGS_apply: "-auto-approve -no-color", TF_CLI_ARGS_plan: "-no-color" };

async function follow({ workspace }: Stage, script: string): Promise<string> {
  const { code, stdout, stderr } = await workspace.shell(script, ANSWERS);
  if (code !== 0) throw new Error(`the guide ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

it("docs/guides/csr-to-production.md brings a certificate that fits its key, and a second plan without work", async () => {
  await using set = await stage({});
  const script = scriptOf(readGuide("docs/guides/csr-to-production.md"));
  // The key is made in the folder that is searched for keys afterwards.
  const said = await follow(set, `${script}\nrm shop.key\n`);
  expect(said).toContain("No changes.");
  expect(await set.scm.control.certificates()).toMatchObject([{ status: "Issued" }]);
  // And a file that is renamed is still the same certificate.
  expect(await follow(set, "mv certs/shop.csr certs/web.csr && terraform plan")).toContain("No changes.");
});

it("docs/guides/migrating.md takes over what another state has forgotten, and orders nothing", async () => {
  await using set = await stage({ "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr });
  await set.workspace.init();
  await set.workspace.apply();
  await set.workspace.must(["state", "rm", "sectigo_certificate.shop"]);
  const [record] = await set.scm.control.certificates();
  set.workspace.write("main.tf", certificate().slice(0, certificate().indexOf("resource")));
  const script = forGeneration(scriptOf(readGuide("docs/guides/migrating.md"))).replace(
    /^terraform plan -generate-config-out=.*$/m,
    "$&\nsed -i '/provider = sectigo/d' import.tf",
  );
  const said = await follow(set, script.replace("40211", String(record?.sslId)));
  expect(said).toContain("1 to import, 0 to add, 0 to change, 0 to destroy");
  expect(said).toContain("No changes.");
  expect(await set.scm.control.certificates()).toMatchObject([{ sslId: record?.sslId, status: "Issued" }]);
  // And the request is recorded afterwards, as the guide says.
  const generated = set.workspace.read("shop.tf");
  set.workspace.write("shop.tf", generated.replace(/csr_pem += null.*/, 'csr_pem = file("shop.csr")'));
  await set.scm.control.clearRequests();
  await set.workspace.apply("-refresh=false");
  const asked = await set.scm.control.requests();
  expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
  expect((await set.workspace.plan()).code).toBe(0);
});

it("docs/guides/opentofu.md installs the package for both tools", async () => {
  await using set = await stage({ "terraform-provider-sectigo_1.0.0_linux_amd64.zip": "zip" });
  const [commands] = blocksOf(read("docs/guides/opentofu.md"));
  // Any command says what it can't read of the CLI configuration.
  expect(await follow(set, `${commands?.text}terraform version 2>&1`)).not.toContain("problem");
  for (const host of ["registry.terraform.io", "registry.opentofu.org"]) {
    const file = `mirror/${host}/scm-as-code/sectigo/terraform-provider-sectigo_1.0.0_linux_amd64.zip`;
    expect(set.workspace.read(file)).toBe("zip");
  }
});

it("docs/guides/inventory.md lists import blocks, and what they take over plans empty", async () => {
  const page = blocksOf(read("docs/guides/inventory.md")).map(({ text }) => text);
  const block = page.find((text) => text.includes("import_blocks")) ?? "";
  const now = "2026-10-01T10:00:00Z";
  await using set = await stage({}, { records: 60, now: Date.parse(now) });
  const { workspace, scm } = set;
  // The account has no shop; what it has is called h0.example.test and so on.
  workspace.write("main.tf", completeHcl(block.replace("shop.example.test", "example.test"), page));
  const link = { host: new URL(scm.apiUrl).host, customer_uri: scm.customerUri };
  const imports = { certificate_types: ["ssl"] };
  const environment = {
    SECTIGO_TEST_CLOCK: now,
    TF_VAR_elsewhere: '""',
    TF_VAR_elsewhere_ephemeral: '""',
    TF_VAR_connector: JSON.stringify({ ...link, import: imports }),
  };
  await workspace.init();
  await workspace.must(["apply", "-auto-approve"], environment);
  const { stdout } = await workspace.must(["output", "-raw", "import_blocks"], environment);
  workspace.write("import.tf", stdout);
  const count = stdout.match(/^import \{$/gm)?.length ?? 0;
  expect(count).toBeGreaterThan(1);
  const made = await generate(workspace, "found.tf", environment);
  expect(made.stdout).toContain(`${count} to import, 0 to add, 0 to change, 0 to destroy`);
  await workspace.must(["apply", "-auto-approve"], environment);
  const { code, stderr } = await workspace.run(["plan", "-detailed-exitcode"], environment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });

  // docs/guides/adopting.md goes on from here: what is held, what is there twice, and one portion after the other.
  const [held, twice] = readGuide("docs/guides/adopting.md");
  await follow(set, scriptOf(held === undefined ? [] : [held]));
  const ids = [...stdout.matchAll(/id = "(\d+)"/g)].map(([, id]) => Number(id));
  expect(JSON.parse(workspace.read("held.json"))).toEqual(ids.toSorted((a, b) => a - b));
  const found = (portion: number) =>
    `resource "sectigo_certificate" "portion_${portion}_0" {\n  order_key = null\n}\n\nimport {\n  to       = sectigo_certificate.portion_${portion}_0\n  identity = {\n    ssl_id          = 5\n  }\n}\n`;
  for (const portion of [1, 2]) workspace.write(`portion_${portion}.tf`, found(portion));
  expect(await follow(set, scriptOf(twice === undefined ? [] : [twice]))).toBe("ssl_id=5\n");
  const [targets = ""] = /sed -n '[^']+' portion_1.tf/.exec(read("docs/guides/adopting.md")) ?? [];
  expect(await follow(set, targets)).toBe("-target=sectigo_certificate.portion_1_0\n");
  const [takenOut = ""] = /sed -i.bak '[^']+' portion_1.tf/.exec(read("docs/guides/adopting.md")) ?? [];
  await follow(set, takenOut);
  expect(workspace.read("portion_1.tf").trim()).toMatch(/^resource [^}]+}$/);
});

describe("docs/guides/renewal.md", () => {
  const rows = [...read("docs/guides/renewal.md").matchAll(/^\| (\S+) \| (\S+) \|(?: (\S+) \|)?$/gm)];

  it("says when windows open and failures become errors as the code has it", () => {
    const told = rows
      .filter(([, first = ""]) => /^\d+$/.test(first))
      .map((row) => row.slice(1, 4).map(Number));
    const computed = [397, 199, 100, 47, 6].map((days) => {
      const notBefore = new Date("2026-03-16T00:00:00Z");
      const notAfter = new Date(notBefore.getTime() + days * DAY_MS - 1000);
      const { opensAt, hardDeadline } = renewalWindow({ notBefore, notAfter });
      const daysLeft = (instant: Date) =>
        Math.round(((notAfter.getTime() - instant.getTime()) / DAY_MS) * 10) / 10;
      return [days, daysLeft(opensAt), daysLeft(hardDeadline)];
    });
    expect(told).toEqual(computed);
  });

  it("lists the ceilings that the code has", () => {
    const told = rows
      .filter(([, first = ""]) => /^\d{4}-/.test(first))
      .map(([, from, days]) => `${from} ${days}`);
    expect(told).toEqual(CEILINGS.map(({ from, days }) => `${from.toISOString().slice(0, 10)} ${days}`));
  });
});

it("docs/guides/delivery.md hands certificate, chain and key to the command line of a cloud, and stores no key", async () => {
  const page = blocksOf(read("docs/guides/delivery.md")).map(({ text }) => text);
  const block = page.find((text) => text.includes("aws acm import-certificate")) ?? "";
  const tools = { "tools/aws": AWS, "shop.csr": makeCsr("shop.example.test").csr };
  await using set = await stage({ ...tools, "main.tf": completeHcl(block, page) });
  const aws = join(set.workspace.folder, "tools/aws");
  chmodSync(aws, 0o755);
  await set.workspace.init();
  const environment = {
    PATH: `${join(set.workspace.folder, "tools")}:${process.env.PATH}`,
    TF_VAR_elsewhere: '""',
    TF_VAR_elsewhere_ephemeral: '"what the vault holds"',
  };
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], environment);
  const values = (await set.workspace.state()).values("sectigo_certificate.shop");
  const delivered = set.workspace.read("delivered/acm.txt");
  const { certificate_pem: leaf, chain_pem: chain } = values;
  expect(delivered).toBe(
    `acm import-certificate --certificate-arn arn:aws:acm:eu-central-1:111122223333:certificate/shop --certificate ${leaf} ` +
      `--certificate-chain ${chain} --private-key what the vault holds `,
  );
  expect(set.workspace.read("terraform.tfstate")).not.toContain("what the vault holds");
  expect((await set.workspace.run(["plan", "-detailed-exitcode"], environment)).code).toBe(0);
});

/** Stands for the command line of AWS: writes down what it is given, files by their content. */
const AWS = `#!/bin/bash
mkdir -p delivered
for word in "$@"; do
  case $word in
    fileb://*) printf '%s ' "$(cat "\${word#fileb://}"; printf .)" | sed '$ s/\\. $/ /' ;;
    *) printf '%s ' "$word" ;;
  esac
done > delivered/acm.txt
`;
