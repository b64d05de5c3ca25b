import { describe, expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

/** One `sectigo_profile.web` with these arguments on top of the ones every profile needs. */
function profile(parts: Readonly<Record<string, string>> = {}): string {
  const wanted: Record<string, string> = {
    name: '"public-web"',
    connector: "{ host = var.host, customer_uri = var.customer_uri }",
    organization: '"Example Ltd"',
    scm_profile: '"OV SSL 199"',
    enrollment_method: '"rest_api"',
    ...parts,
  };
  const lines = Object.entries(wanted).map(([name, value]) => `  ${name} = ${value}`);
  const variables = ["host", "customer_uri"].map((name) => `variable "${name}" {\n  type = string\n}`);
  const resource = `resource "sectigo_profile" "web" {\n${lines.join("\n")}\n}`;
  return [HEADER, ...variables, resource, ""].join("\n\n");
}

async function profileStage(parts: Readonly<Record<string, string>> = {}) {
  const set = await stage({ "main.tf": profile(parts) });
  const { host } = new URL(set.scm.apiUrl);
  const variables = { host, customer_uri: set.scm.customerUri };
  set.workspace.write("terraform.tfvars.json", JSON.stringify(variables));
  await set.workspace.init();
  return set;
}

const said = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
  (stdout + stderr).replace(/[\s│]+/g, " ");

const refOf = async ({ workspace }: Stage) => (await workspace.state()).values("sectigo_profile.web").ref;

describe("sectigo_profile", () => {
  it("S39 hands on ids for names, known in the first plan, and plans empty after that", async () => {
    await using set = await profileStage({ allowed_names: '[".example.test"]' });
    const { stdout } = await set.workspace.must(["plan", "-no-color"]);
    expect(stdout).toMatch(/organization_id\s+= 7003/);
    expect(stdout).toMatch(/scm_profile_id\s+= 3312/);
    await set.workspace.apply();
    expect((await set.workspace.plan()).code).toBe(0);
    expect(await refOf(set)).toMatchObject({ organization_id: 7003, allowed_names: [".example.test"] });
    // A state of before, whose objects had a member more.
    const old = JSON.parse(set.workspace.read("terraform.tfstate"));
    const { attributes } = old.resources[0].instances[0];
    for (const name of ["ref", "connector"]) attributes[name] = { ...attributes[name], version: 1 };
    set.workspace.write("terraform.tfstate", JSON.stringify(old));
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("S39 lists what is near a name that SCM does not have", async () => {
    await using set = await profileStage({ organization: '"Exampel Ltd"' });
    const run = await set.workspace.plan();
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(
      /SCM has no organization or department "Exampel Ltd".*Did you mean "Example Ltd"/,
    );
  });

  it("S38 takes its one template, and public trust only", async () => {
    await using set = await profileStage({ trust_type: '"private"' });
    const run = await set.workspace.run(["validate", "-no-color"]);
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(/"public" is required, "private" is given/);
  });

  it("S40 a term that SCM does not offer is a plan error that proposes those it does", async () => {
    await using set = await profileStage({ term_days: "365" });
    const run = await set.workspace.plan();
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(/does not offer a term of 365 days.*It offers 90, 199 days/);
  });

  it("a changed setting is an update in place, and a rename changes no ref", async () => {
    await using set = await profileStage();
    await set.workspace.apply();
    const before = await refOf(set);
    set.workspace.write("main.tf", profile({ name: '"renamed"' }));
    await set.workspace.apply();
    expect(await refOf(set)).toEqual(before);
    set.workspace.write("main.tf", profile({ name: '"renamed"', term_days: "90" }));
    const { stdout } = await set.workspace.plan();
    expect(stdout).toMatch(/0 to add, 1 to change, 0 to destroy/);
    await set.workspace.apply();
    expect(await refOf(set)).toMatchObject({ term_days: 90 });
  });

  it("no plan and no apply of a profile without an object in SCM writes there", async () => {
    await using set = await profileStage();
    await set.workspace.apply();
    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    const requests = await set.scm.control.requests();
    expect(requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});
