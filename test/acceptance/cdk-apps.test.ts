import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { FLAVOURS, type Flavour } from "../../provider/cdktf/flavour.ts";
import { type Stage, signIn, stage } from "./support/scm.ts";
import { Workspace } from "./support/terraform.ts";

const execute = promisify(execFile);
const EXAMPLES = new URL("../../examples/", import.meta.url);
const APP = fileURLToPath(new URL("cdk-quickstart/main.ts", EXAMPLES));
const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const ADDRESS = "sectigo_certificate.shop";

/** A stage whose configuration is what the TypeScript quickstart synthesizes, state beside it. */
async function synthesized(): Promise<Stage> {
  const set = await stage({});
  await synthesize(set);
  // cdktf's local backend keeps state in the folder where the app ran, by absolute path: this one.
  set.workspace.write("cdk.tf.json", set.workspace.read("cdktf.out/stacks/quickstart/cdk.tf.json"));
  await set.workspace.init();
  return set;
}

/** Runs the app as a user does: with node, in a process of its own, where the sign-in for terraform is exported already. */
async function synthesize({ scm, workspace }: Stage): Promise<void> {
  const { PATH } = process.env;
  const env = { ...signIn(scm), PATH, HOME: workspace.folder, CDKTF_OUTDIR: "cdktf.out" };
  await execute(process.execPath, [APP], { cwd: workspace.folder, env });
}

/** What a plan wants the certificate to be; values that only an apply can know are absent. */
async function plannedCertificate(workspace: Workspace): Promise<Readonly<Record<string, unknown>>> {
  await workspace.must(["plan", "-no-color", "-out=plan.bin"]);
  const { stdout } = await workspace.must(["show", "-json", "plan.bin"]);
  const { resource_changes } = JSON.parse(stdout) as {
    resource_changes: { address: string; change: { after: Record<string, unknown> } }[];
  };
  const found = resource_changes.find(({ address }) => address === ADDRESS);
  if (found === undefined) throw new Error(`the plan says nothing of ${ADDRESS}`);
  return found.change.after;
}

describe("CDKTF bindings", () => {
  it("S70 apply the quickstart in TypeScript, plan nothing after it, and destroy it", async () => {
    await using set = await synthesized();
    await set.workspace.apply();

    const [record, ...others] = await set.scm.control.certificates();
    expect(others).toEqual([]);
    const values = (await set.workspace.state()).values(ADDRESS);
    expect(values).toMatchObject({
      status: "Issued",
      ssl_id: record?.sslId,
      subject_alternative_names: ["www.shop.example.test"],
    });
    const outputs = JSON.parse((await set.workspace.must(["output", "-json"])).stdout);
    expect(outputs).toMatchObject({
      serial_number: { value: values.serial_number },
      expires: { value: values.not_after },
    });

    expect((await set.workspace.plan()).code).toBe(0);

    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect(await set.scm.control.certificates()).toMatchObject([{ sslId: record?.sslId, status: "Revoked" }]);
  });

  it("plan the very certificate that the quickstart in HCL plans", async () => {
    await using set = await synthesized();
    const read = (name: string) => readFileSync(new URL(`quickstart/${name}`, EXAMPLES), "utf8");
    const files = { "main.tf": read("main.tf"), "shop.csr": read("shop.csr") };
    const hcl = new Workspace({ environment: signIn(set.scm), files });
    try {
      await hcl.init();
      expect(await plannedCertificate(set.workspace)).toEqual(await plannedCertificate(hcl));
    } finally {
      hcl.remove();
    }
  });

  it("synthesize the same bytes every time, and no sign-in", async () => {
    await using set = await synthesized();
    const text = set.workspace.read("cdk.tf.json");
    await synthesize(set);
    expect(set.workspace.read("cdktf.out/stacks/quickstart/cdk.tf.json")).toBe(text);
    expect(Object.values(signIn(set.scm)).filter((exported) => text.includes(exported))).toEqual([]);
  });
});

/** The example on the constructs, as an app of the kit: its own imports, in a folder of its own. */
function appFor({ kit, folder }: Flavour): string {
  const text = readFileSync(new URL("cdk-managed-certificate/main.ts", EXAMPLES), "utf8");
  const request = fileURLToPath(new URL("quickstart/shop.csr", EXAMPLES));
  return text
    .replace('from "cdktf"', `from "${kit}"`)
    .replaceAll("../../dist/cdk/cdktf", folder)
    .replace('new URL("../quickstart/shop.csr", import.meta.url)', JSON.stringify(request));
}

describe("S71 the constructs", () => {
  it.each(FLAVOURS)("enroll, import and plan nothing afterwards: $kit", async (flavour) => {
    await using set = await stage({ "main.ts": appFor(flavour) });
    symlinkSync(MODULES, join(set.workspace.folder, "node_modules"));
    const env = { PATH: process.env.PATH, HOME: set.workspace.folder, CDKTF_OUTDIR: "cdktf.out" };
    await execute(process.execPath, ["main.ts"], { cwd: set.workspace.folder, env });
    set.workspace.write("cdk.tf.json", set.workspace.read("cdktf.out/stacks/web/cdk.tf.json"));
    await set.workspace.init();
    await set.workspace.apply();

    const [record, ...others] = await set.scm.control.certificates();
    expect(others).toEqual([]);
    expect(record?.status).toBe("Issued");
    const outputs = JSON.parse((await set.workspace.must(["output", "-json"])).stdout);
    expect(outputs.shop_expires.value).toMatch(/^\d{4}-/);
    expect(outputs.shop_full_chain.value).toContain("BEGIN CERTIFICATE");
    expect((await set.workspace.plan()).code).toBe(0);

    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect(await set.scm.control.certificates()).toMatchObject([{ sslId: record?.sslId, status: "Revoked" }]);
  });
});
