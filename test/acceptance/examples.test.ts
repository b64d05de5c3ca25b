import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { makeChain, makeCsr } from "../support/certificates.ts";
import { HEADER } from "./support/configuration.ts";
import { findTerraform, Workspace } from "./support/terraform.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const files = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" }).sort();
/** An `action` block is a parse error before Terraform 1.14 and in OpenTofu. */
const knowsActions = /^Terraform v1\.(1[4-9]|[2-9]\d)\./.test(
  spawnSync(findTerraform(), ["version"], { encoding: "utf8" }).stdout,
);
const folders = [...new Set(files.filter((file) => file.endsWith(".tf")).map(dirname))].filter(
  (folder) => knowsActions || !folder.startsWith("actions/"),
);

/** What examples read: a request and a certificate, made anew. */
async function inputs(): Promise<Record<string, string>> {
  const { pem } = await makeCsr();
  const [leaf] = await makeChain();
  return { "shop.csr": pem, "shop.pem": leaf.pem };
}

/** The folder's configuration; examples of pages leave out what every configuration begins with. */
async function configuration(folder: string): Promise<Record<string, string>> {
  const names = readdirSync(join(EXAMPLES, folder)).filter((name) => /\.(tf|json)$/.test(name));
  // An import block needs its resource to be declared, by hand or by -generate-config-out.
  const used = names.filter((name) => name !== "import.tf");
  const texts = used.map((name) => [name, readFileSync(join(EXAMPLES, folder, name), "utf8")] as const);
  const isWhole = texts.some(([, text]) => text.includes("required_providers"));
  return { ...Object.fromEntries(texts), ...(isWhole ? {} : { "header.tf": HEADER }), ...(await inputs()) };
}

it.each(folders)("examples/%s is valid", async (folder) => {
  const workspace = new Workspace({ environment: {}, files: await configuration(folder) });
  try {
    await workspace.init();
    const { stdout } = await workspace.run(["validate", "-json"]);
    expect(JSON.parse(stdout).diagnostics).toEqual([]);
  } finally {
    workspace.remove();
  }
});

it("every example is formatted as terraform does", () => {
  const { stdout, stderr, status } = spawnSync(findTerraform(), ["fmt", "-check", "-recursive", EXAMPLES], {
    encoding: "utf8",
    // OpenTofu's warning of a file that the variable names, and that is not there, goes to standard output.
    env: { ...process.env, TF_CLI_CONFIG_FILE: "" },
  });
  expect({ stdout, status }, stderr).toEqual({ stdout: "", status: 0 });
});
