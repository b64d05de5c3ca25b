import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { generate } from "./support/import-blocks.ts";
import { type Stage, stage } from "./support/scm.ts";

const ADDRESS = "sectigo_certificate.shop";
const START = "2026-03-16T10:00:00Z";
const OPEN = "2026-05-20T10:00:00Z";
const QUARTER = { term_days: "90" };

async function shop(parts: Readonly<Record<string, string>> = {}, options = {}): Promise<Stage> {
  const { csr } = makeCsr("shop.example.test");
  const now = new Date(START).getTime();
  const set = await stage({ "main.tf": certificate(parts), "shop.csr": csr }, { now, ...options });
  await set.workspace.init();
  return set;
}

/** Terraform with the clock of its provider at this instant, as the fake's is. */
async function at(set: Stage, instant: string, args: readonly string[]) {
  await set.scm.control.setClock(instant);
  return set.workspace.run(args, { SECTIGO_TEST_CLOCK: instant });
}

const APPLY = ["apply", "-auto-approve", "-no-color"];
const PLAN = ["plan", "-detailed-exitcode", "-no-color"];

async function values(set: Stage) {
  return (await set.workspace.state()).values(ADDRESS);
}

describe("the life of a certificate", () => {
  it("S52 renews when the window is open, in place, and the plan says why: once, with the number of the others", async () => {
    await using set = await shop(QUARTER);
    const { csr } = makeCsr("blog.example.test");
    set.workspace.write("blog.csr", csr);
    const [, block = ""] = certificate({ ...QUARTER, csr_pem: 'file("blog.csr")' }).split("\n\n");
    set.workspace.write("blog.tf", block.replace('"shop"', '"blog"'));
    expect((await at(set, START, APPLY)).code).toBe(0);
    const before = await values(set);
    expect((await at(set, "2026-05-01T00:00:00Z", PLAN)).code).toBe(0);
    const plan = await at(set, OPEN, PLAN);
    expect(plan.code).toBe(2);
    const said = plan.stdout.replace(/\s+/g, " ");
    expect(said.match(/Certificates are due, and will be renewed/g)).toHaveLength(1);
    expect(said).toMatch(/its renewal window is open since 2026-05-1/);
    expect(said).toMatch(/and one more similar warning elsewhere/);
    expect(said).toMatch(/sectigo_certificate\.blog will be updated in-place/);
    expect(said).toMatch(/2 to change, 0 to destroy/);
    expect((await at(set, OPEN, APPLY)).code).toBe(0);
    const after = await values(set);
    expect(after.ssl_id).not.toBe(before.ssl_id);
    expect(after.superseded).toMatchObject([{ ssl_id: before.ssl_id, serial_number: before.serial_number }]);
    expect((await at(set, OPEN, PLAN)).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(4);
  });

  it("S52 applies a plan that was saved before the window opened, alone and beside another change", async () => {
    await using set = await shop(QUARTER);
    await at(set, START, APPLY);
    const { ssl_id } = await values(set);
    await at(set, START, ["plan", "-out=alone.tfplan"]);
    expect((await at(set, OPEN, ["apply", "alone.tfplan"])).code).toBe(0);
    set.workspace.write("main.tf", certificate({ ...QUARTER, comments: '"changed"' }));
    await at(set, START, ["plan", "-out=beside.tfplan"]);
    const applied = await at(set, OPEN, ["apply", "-no-color", "beside.tfplan"]);
    expect(applied.code).toBe(0);
    expect(await values(set)).toMatchObject({ ssl_id, comments: "changed" });
    expect((await at(set, OPEN, APPLY)).code).toBe(0);
    expect((await values(set)).ssl_id).not.toBe(ssl_id);
    expect((await at(set, OPEN, PLAN)).code).toBe(0);
  });

  it("S54 is exchanged in place for another request, and dependents see key and certificate change together", async () => {
    await using set = await shop({ subject_alternative_names: '["www.shop.example.test"]' });
    await at(set, START, APPLY);
    const before = await values(set);
    set.workspace.write("shop.csr", makeCsr("shop.example.test").csr);
    const plan = await at(set, START, PLAN);
    expect(plan.stdout).toMatch(/it will be replaced/);
    expect(plan.stdout).not.toMatch(/must be replaced|forces replacement/);
    expect((await at(set, START, APPLY)).code).toBe(0);
    const after = await values(set);
    expect(after.ssl_id).toBe(before.ssl_id);
    expect(after.serial_number).not.toBe(before.serial_number);
    expect((await at(set, START, PLAN)).code).toBe(0);
  });

  it("S44 returns while an administrator has to approve, is approved by another alias, and is picked up", async () => {
    const { csr } = makeCsr("shop.example.test");
    const variable = (name: string) => `variable "${name}" {\n  type = string\n  ephemeral = true\n}\n`;
    const main = `${HEADER}
${variable("requester_password")}${variable("approver_password")}
provider "sectigo" {
  username = "requester"
  password = var.requester_password
}
provider "sectigo" {
  alias    = "approver"
  password = var.approver_password
}
${certificate({ on_pending: '"return"' }).replace(HEADER, "")}
resource "sectigo_certificate_approval" "shop" {
  provider = sectigo.approver
  ssl_id   = sectigo_certificate.shop.ssl_id
}
`;
    await using set = await stage({ "main.tf": main, "shop.csr": csr });
    const requester = set.scm.logins.find(({ login }) => login === "requester");
    await set.workspace.init();
    const variables = {
      TF_VAR_requester_password: requester?.password ?? "",
      TF_VAR_approver_password: set.scm.credentials.password,
    };
    const applied = await set.workspace.run(APPLY, variables);
    expect(applied.code, applied.stderr).toBe(0);
    expect(await values(set)).toMatchObject({ status: "Requested", certificate_pem: null });
    await set.workspace.run(["apply", "-refresh-only", "-auto-approve"], variables);
    expect(await values(set)).toMatchObject({ status: "Issued" });
    expect((await set.workspace.run(PLAN, variables)).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("S57 imports by serial number, and generated configuration plans empty", async () => {
    await using set = await shop(QUARTER);
    await at(set, START, APPLY);
    const { serial_number, ssl_id } = await values(set);
    await set.workspace.must(["state", "rm", ADDRESS]);
    const spelled = String(serial_number).match(/../g)?.join(":").toLowerCase();
    set.workspace.write("main.tf", HEADER);
    set.workspace.write("import.tf", `import {\n  to = ${ADDRESS}\n  id = "serial:${spelled}"\n}\n`);
    await generate(set.workspace, "generated.tf", { SECTIGO_TEST_CLOCK: START });
    expect((await at(set, START, APPLY)).code).toBe(0);
    expect(await values(set)).toMatchObject({ ssl_id, serial_number });
    expect((await at(set, START, PLAN)).code).toBe(0);
  });

  it("takes over a state that the first release wrote, and plans empty", async () => {
    const wishes = { comments: '"web tier"', subject_alternative_names: '["www.shop.example.test"]' };
    await using set = await shop(wishes);
    await at(set, START, APPLY);
    const now = await values(set);
    const old = JSON.parse(readFileSync(new URL("states/release-0.1.0.json", import.meta.url), "utf8"));
    const [instance] = old.resources[0].instances;
    for (const [name, value] of Object.entries(instance.attributes))
      if (value === "<from the record>") instance.attributes[name] = now[name];
    // The address of the tool that runs.
    old.resources[0].provider = JSON.parse(set.workspace.read("terraform.tfstate")).resources[0].provider;
    set.workspace.write("terraform.tfstate", JSON.stringify(old));
    expect((await values(set)).renew_after ?? null).toBeNull();
    const plan = await at(set, START, PLAN);
    expect(plan.code, plan.stdout).toBe(0);
    expect((await at(set, START, APPLY)).code).toBe(0);
    expect(await values(set)).toMatchObject({ ssl_id: now.ssl_id, renew_after: now.renew_after });
  });

  it("S55 forgets without revoking when told so", async () => {
    await using set = await shop({ revoke_on_destroy: "false" });
    await at(set, START, APPLY);
    expect((await at(set, START, ["destroy", "-auto-approve"])).code).toBe(0);
    expect((await set.scm.control.certificates())[0]?.status).toBe("Issued");
  });

  it("S60 refuses a term beyond what public certificates may have, with the date, and only when it orders", async () => {
    await using set = await shop({ term_days: "199" });
    await at(set, START, APPLY);
    const later = "2027-03-16T00:00:00Z";
    set.workspace.write("main.tf", certificate({ term_days: "199", order_key: '"again"' }));
    const plan = await at(set, later, PLAN);
    expect(plan.code).toBe(1);
    expect(plan.stderr).toMatch(/199 days is more than the 100 days/);
    expect(plan.stderr).toMatch(/2027-03-15/);
    const notice = await at(set, "2027-01-20T00:00:00Z", PLAN);
    expect(notice.stdout).toMatch(/From 2027-03-15 on/);
  });

  it("S72 refuses the hundred and first order, and the twenty-sixth revocation", async () => {
    await using set = await shop();
    const { csr } = makeCsr("many.example.test");
    const many = (count: number) =>
      certificate({ order_key: "tostring(count.index)", count: String(count), csr_pem: 'file("many.csr")' });
    set.workspace.write("many.csr", csr);
    set.workspace.write("main.tf", many(101));
    const plan = await at(set, START, PLAN);
    expect(plan.code).toBe(1);
    expect(plan.stderr).toMatch(/this run would order more than 100 certificates/);
    set.workspace.write("main.tf", many(26));
    expect((await at(set, START, APPLY)).code).toBe(0);
    const destroy = await at(set, START, ["destroy", "-auto-approve", "-no-color"]);
    expect(destroy.code).toBe(1);
    expect(destroy.stderr).toMatch(/would revoke more than 25 certificates/);
    const statuses = (await set.scm.control.certificates()).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(["Issued"]));
  });
});
