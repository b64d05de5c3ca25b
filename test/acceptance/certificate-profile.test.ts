import { describe, expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { generate } from "./support/import-blocks.ts";
import { enrollment, enrollmentStage, said } from "./support/profile.ts";
import type { Stage } from "./support/scm.ts";

const ADDRESS = "sectigo_certificate.shop";
const FIELDS = '{ "Cost centre" = "4711" }';

async function orders({ scm }: Stage): Promise<readonly string[]> {
  const requests = await scm.control.requests();
  return requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
}

describe("sectigo_certificate with a profile", () => {
  it("S39 S40 knows in the first plan what it will order, and orders just that", async () => {
    await using set = await enrollmentStage({
      connector: { business_unit: '"Retail"' },
      profile: {
        ...{ organization: '"Example Ltd/Web"', term_days: "90", custom_fields: FIELDS },
        ...{ renewal: "{ window_days = 20 }", external_requesters: '["web@example.test"]' },
      },
    });
    const { stdout } = await set.workspace.must(["plan", "-no-color"]);
    expect(stdout).toMatch(/3 to add/);
    expect(stdout).not.toMatch(/ profile +=? *\(known after apply\)/);
    await set.workspace.apply();
    expect(await set.scm.control.certificates()).toMatchObject([
      { orgId: 7019, profileId: 3312, term: 90, externalRequester: "web@example.test", status: "Issued" },
    ]);
    expect((await set.workspace.state()).values(ADDRESS)).toMatchObject({
      ...{ business_unit: "Retail", organization_id: null, term_days: null },
      profile: { organization_id: 7019, business_unit: "Retail" },
    });
    expect((await set.workspace.plan()).code).toBe(0);
    expect((await set.workspace.plan("-refresh-only")).code).toBe(0);
  });

  it("S9 is not touched by a rename, and enrolled anew in place for another organization", async () => {
    await using set = await enrollmentStage({ profile: { custom_fields: FIELDS } });
    await set.workspace.apply();
    const before = (await set.workspace.state()).values(ADDRESS);
    const renamed = { connector: { name: '"other"' }, profile: { name: '"other"', custom_fields: FIELDS } };
    set.workspace.write("main.tf", enrollment(renamed));
    const plan = await set.workspace.plan();
    expect(said(plan)).toMatch(/0 to add, 2 to change, 0 to destroy/);
    expect(said(plan)).not.toMatch(/sectigo_certificate\.shop will be/);
    await set.workspace.apply();

    const moved = { ...renamed, profile: { ...renamed.profile, organization: '"Example Labs"' } };
    set.workspace.write("main.tf", enrollment(moved));
    const next = said(await set.workspace.plan());
    expect(next).toMatch(/0 to add, 2 to change, 0 to destroy/);
    expect(next).toMatch(/a new one will be enrolled.*organization_id: it is 7003, and 7108 is configured/);
    await set.workspace.apply();
    const after = (await set.workspace.state()).values(ADDRESS);
    expect(after.superseded).toMatchObject([{ ssl_id: before.ssl_id }]);
    const records = await set.scm.control.certificates();
    expect(records.map(({ orgId, status }) => [orgId, status])).toEqual([
      [7003, "Issued"],
      [7108, "Issued"],
    ]);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("waits in the plan for a profile whose inputs are not known yet", async () => {
    await using set = await enrollmentStage({
      profile: { organization: "terraform_data.organization.output", custom_fields: FIELDS },
    });
    set.workspace.write(
      "later.tf",
      'resource "terraform_data" "organization" {\n  input = "Example Ltd"\n}\n',
    );
    const plan = await set.workspace.plan();
    expect(said(plan)).toMatch(/profile = \(known after apply\)/);
    await set.workspace.apply();
    expect(await set.scm.control.certificates()).toMatchObject([{ orgId: 7003, status: "Issued" }]);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("S57 takes the place of the numbers after an import with generated configuration", async () => {
    await using set = await enrollmentStage({ profile: { custom_fields: FIELDS } });
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.workspace.must(["state", "rm", ADDRESS]);
    const [rest = ""] = enrollment({ profile: { custom_fields: FIELDS } }).split(
      'resource "sectigo_certificate"',
    );
    set.workspace.write("main.tf", rest);
    set.workspace.write("import.tf", `import {\n  to = ${ADDRESS}\n  id = "${ssl_id}"\n}\n`);
    await generate(set.workspace, "generated.tf");
    await set.workspace.apply();
    expect((await set.workspace.plan()).code).toBe(0);

    const generated = set.workspace
      .read("generated.tf")
      .replace(/organization_id\s*= 7003/, "profile = sectigo_profile.web.ref")
      .replace(/scm_profile_id\s*= 3312/, "")
      .replace(/profile\s*= null/, "");
    set.workspace.write("generated.tf", generated);
    await set.scm.control.clearRequests();
    expect(said(await set.workspace.apply())).toMatch(/0 added, 1 changed, 0 destroyed/);
    expect(await orders(set)).toEqual([]);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("is refused beside numbers, in words: by validate where both are known, else by the plan", async () => {
    await using set = await enrollmentStage({ certificate: { organization_id: "7003" } });
    const refusal = /profile and organization_id exclude each other.*Leave organization_id out/;
    expect(said(await set.workspace.plan())).toMatch(refusal);
    const literal = '{ host = "cert-manager.com", organization_id = 7003, scm_profile_id = 3312 }';
    set.workspace.write(
      "main.tf",
      enrollment({ certificate: { organization_id: "7003", profile: literal } }),
    );
    expect(said(await set.workspace.run(["validate", "-no-color"]))).toMatch(refusal);
  });

  it("is refused with the profile of another account, before any call", async () => {
    const literal =
      '{ host = "cert-manager.com", customer_uri = "x", organization_id = 7003, scm_profile_id = 3312 }';
    await using set = await enrollmentStage();
    const block = `resource "sectigo_certificate" "shop" {\n  profile = ${literal}\n  csr_pem = file("shop.csr")\n}\n`;
    set.workspace.write("main.tf", `${HEADER}\n${block}`);
    expect(said(await set.workspace.plan())).toMatch(/belongs to customer "x" at "cert-manager\.com"/);
    expect(await set.scm.control.requests()).toEqual([]);
  });
});

describe("limits of a profile", () => {
  it("S73 a request for payments.bank.test is refused before anything is ordered", async () => {
    await using set = await enrollmentStage(
      { profile: { allowed_names: '[".example.test"]' } },
      "payments.bank.test",
    );
    const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(
      /The name "payments\.bank\.test" is not among the allowed names.*"\.example\.test"/,
    );
    expect(await orders(set)).toEqual([]);
  });

  it("S42 a domain whose validation ended is an error with its date, until the check is skipped", async () => {
    await using set = await enrollmentStage({ profile: { custom_fields: FIELDS } }, "shop.expired.test");
    const run = await set.workspace.plan();
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(/"expired\.test".*ended on \d{4}-\d\d-\d\d.*skip_validation_check = true/);
    const skipping = { profile: { custom_fields: FIELDS, skip_validation_check: "true" } };
    set.workspace.write("main.tf", enrollment(skipping));
    expect((await set.workspace.plan()).code).toBe(2);
  });

  it("S39 an organization is named as it is written, also where that reads like an argument", async () => {
    await using set = await enrollmentStage({
      profile: { organization: '"order_key Ltd"', custom_fields: FIELDS },
    });
    const run = await set.workspace.plan();
    expect(run.code).toBe(1);
    expect(said(run)).toContain('"order_key Ltd"');
  });

  it("S42 validations that end soon are one warning for a whole walk", async () => {
    await using set = await enrollmentStage({
      profile: { organization: '"Example Labs"', custom_fields: FIELDS },
      certificate: { count: "3", order_key: "tostring(count.index)" },
    });
    const run = await set.workspace.plan();
    expect(run.code).toBe(2);
    expect(said(run).match(/Domain validations end soon/g)).toHaveLength(1);
    expect(said(run)).toMatch(/labs\.test on/);
    expect(said(run)).not.toMatch(/similar warning/);
  });

  it("S43 a method that orders elsewhere is refused with the hint what to do", async () => {
    await using set = await enrollmentStage({ profile: { enrollment_method: '"agent"' } });
    const run = await set.workspace.plan();
    expect(run.code).toBe(1);
    expect(said(run)).toMatch(/enrollment method is agent.*Run the GitHub Action in agent mode/);
  });

  it("S11 a run for another business unit refuses to refresh, plan and destroy, before any call", async () => {
    await using set = await enrollmentStage({
      connector: { business_unit: '"Retail"' },
      profile: { custom_fields: FIELDS },
    });
    const units = { SECTIGO_BUSINESS_UNITS: "Wholesale" };
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], {
      SECTIGO_BUSINESS_UNITS: "Retail, Other",
    });
    await set.scm.control.clearRequests();
    for (const command of [
      ["plan", "-no-color", `-target=${ADDRESS}`],
      ["plan", "-no-color", "-refresh=false"],
      ["destroy", "-auto-approve", "-no-color", "-refresh=false"],
    ]) {
      const run = await set.workspace.run(command, units);
      expect(run.code).toBe(1);
      expect(said(run)).toMatch(/belongs to business unit "Retail".*run is for "Wholesale"/i);
    }
    expect(await set.scm.control.requests()).toEqual([]);
  });
});
