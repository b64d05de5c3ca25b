import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { EXAMPLE_LTD, stage } from "./support/scm.ts";
import { connector, expectEmptyPlan, STATUS } from "./support/sensors.ts";

const MAIN = "sectigo_connector.main";
/** Of the sample tenant: its switch for the REST API is off. */
const NO_REST = 7245;
const LIVE = "data.sectigo_connector_status.main";
const flat = (text: string): string => text.replace(/[\s│]+/g, " ");

describe("sectigo_connector", () => {
  it("S4 S9 is made after one call, renamed without one, and plans empty", async () => {
    await using set = await stage({ "main.tf": connector({ business_unit: '"Retail"' }) });
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.apply();
    expect((await scm.control.requests()).map(({ path }) => path)).toEqual(["/api/ssl/v1/types"]);
    await scm.control.clearRequests();
    await expectEmptyPlan(workspace);
    workspace.write("main.tf", connector({ name: '"renamed"', business_unit: '"Retail"' }));
    await workspace.apply();
    await expectEmptyPlan(workspace);
    expect((await workspace.state()).values(MAIN)).toMatchObject({
      name: "renamed",
      ref: { name: "renamed", business_unit: "Retail", customer_uri: "cst01234" },
    });
    expect(await scm.control.requests()).toEqual([]);
  });

  it("S17 plans empty while SCM is down, and its live status says so", async () => {
    await using set = await stage({ "main.tf": connector() });
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.apply();
    await scm.control.plantFault({ route: "* *", kind: "status", status: 503, times: 1_000 });
    await expectEmptyPlan(workspace);
    workspace.write("main.tf", `${connector()}${STATUS}`);
    await workspace.apply();
    expect((await workspace.state()).values(LIVE)).toMatchObject({ status: "action_needed" });
    await scm.control.clearFaults();
    await workspace.apply();
    expect((await workspace.state()).values(LIVE)).toMatchObject({
      status: "active",
      privileges: { missing: ["addOrganizationAndDepartments"], unverifiable: [] },
    });
  });

  it("S4 is not made with a wrong password: who, which customer, and where each came from", async () => {
    await using set = await stage({ "main.tf": connector() });
    await set.workspace.init();
    const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"], {
      SECTIGO_PASSWORD: "Not-The-One-1!",
    });
    expect(run.code).toBe(1);
    expect(flat(run.stderr)).toMatch(/"svc-certs" of customer "cst01234".*SECTIGO_PASSWORD/);
    expect(run.stderr).not.toContain("Not-The-One-1!");
    expect(set.workspace.transcript).not.toContain("Not-The-One-1!");
  });

  it("S18 keeps the old state when the account changes and the new link fails", async () => {
    await using set = await stage({ "main.tf": connector() });
    const { workspace } = set;
    await workspace.init();
    await workspace.apply();
    const before = (await workspace.state()).values(MAIN);
    const elsewhere = { SECTIGO_CUSTOMER_URI: "other" };
    const plan = await workspace.run(["plan", "-no-color"], elsewhere);
    expect(plan.stdout).toMatch(/customer_uri\s+= "cst01234" -> "other"/);
    const run = await workspace.run(["apply", "-auto-approve", "-no-color"], elsewhere);
    expect(run.code).toBe(1);
    expect((await workspace.state()).values(MAIN)).toEqual(before);
  });

  it("S11 is refused for another business unit, which HCL can't widen, before any call", async () => {
    await using set = await stage({
      "main.tf": connector({ business_unit: '"Wholesale"' }),
      "provider.tf": 'provider "sectigo" {\n  business_units = ["Retail", "Wholesale"]\n}\n',
    });
    const { workspace, scm } = set;
    await workspace.init();
    const guard = { SECTIGO_BUSINESS_UNITS: "Retail" };
    const plan = await workspace.run(["plan", "-no-color"], guard);
    expect(plan.code).toBe(1);
    expect(flat(plan.stderr)).toMatch(/"Wholesale"; this run is for "Retail"|Wholesale.*Retail/);
    expect(await scm.control.requests()).toEqual([]);
    await workspace.apply();
    await scm.control.clearRequests();
    const destroy = await workspace.run(["destroy", "-auto-approve", "-no-color"], guard);
    expect(destroy.code).toBe(1);
    expect((await workspace.state()).values(MAIN)).toMatchObject({ business_unit: "Wholesale" });
    expect(await scm.control.requests()).toEqual([]);
  });

  describe("S7 tells what is wrong from what else may be", () => {
    const order = async (login: string, organization: number) => {
      const { csr } = makeCsr("shop.example.test");
      await using set = await stage({
        // The organization of the switch has no validation either, which the plan would tell first.
        "main.tf": certificate({ organization_id: String(organization), skip_validation_check: "true" }),
        "shop.csr": csr,
      });
      const known = set.scm.logins.find((each) => each.login === login);
      await set.workspace.init();
      const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"], {
        SECTIGO_USERNAME: login,
        SECTIGO_PASSWORD: known?.password ?? "",
      });
      expect(run.code).toBe(1);
      expect(await set.scm.control.certificates()).toEqual([]);
      return flat(run.stderr);
    };

    it.each([
      [
        "an organization's switch",
        "svc-certs",
        NO_REST,
        /REST API for SSL certificates is switched off.*switch on/i,
      ],
      ["an expired password", "outdated", EXAMPLE_LTD, /refused the credentials.*password has expired/],
      [
        "a missing privilege",
        "reader",
        EXAMPLE_LTD,
        /may not do that.*Give the administrator the privilege `sslRequest`/,
      ],
    ])("%s", async (_name, login, organization, text) => {
      expect(await order(login, organization)).toMatch(text);
    });
  });
});
