import { describe, expect, it } from "vitest";
import {
  judgeArguments,
  type ResourceStage,
  resourceStage,
} from "../../../../test/support/resource-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import { BusinessUnits } from "../../business-units.ts";
import { connectorResource } from "../connector.ts";

const main = { name: "Production", business_unit: "Retail" };

/** The same connection with sensors that are declared and units that are allowed. */
function allow(stage: ResourceStage, more: Partial<ResourceStage["api"]>): void {
  stage.api = { ...stage.api, ...more };
}

describe("sectigo_connector", () => {
  it("S4 tries the link by one call when it is made, and at nothing else", async () => {
    await using stage = await resourceStage(connectorResource);
    expect(await stage.apply(main)).toEqual([]);
    expect(await stage.calls()).toEqual(["GET /ssl/v1/types"]);
    await stage.refresh();
    await stage.isSettled(main);
    await stage.apply({ ...main, import: { certificate_types: ["ssl"] } });
    expect(await stage.calls()).toEqual([]);
  });

  it("S9 takes another name without a call; dependents see no difference", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.apply(main);
    await stage.calls();
    expect(await stage.apply({ ...main, name: "Renamed" })).toEqual([]);
    expect(stage.values.ref).toMatchObject({ name: "Renamed" });
    expect(await stage.calls()).toEqual([]);
  });

  it("hands on the account, known in the first plan, and no secret", async () => {
    await using stage = await resourceStage(connectorResource);
    const { planned } = await stage.plan(main);
    await stage.apply(main);
    expect(planned).toEqual(stage.state);
    expect(stage.values.ref).toMatchObject({
      host: new URL(stage.scm.apiUrl).host,
      customer_uri: "cst01234",
      business_unit: "Retail",
      sensors: null,
      verify: null,
    });
    expect(JSON.stringify(stage.state)).not.toContain(stage.scm.password);
  });

  it("keeps a ref in which verify was written out", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.apply(main);
    const ref = stage.state?.ref;
    if (typeof ref !== "object" || ref === null) throw new Error("no ref");
    stage.state = { ...stage.state, ref: { ...ref, verify: true } };
    await stage.isSettled(main);
  });

  it("hands on nothing while an input or the provider is unknown", async () => {
    await using stage = await resourceStage(connectorResource);
    expect((await stage.plan({ ...main, business_unit: UNKNOWN })).planned?.ref).toBe(UNKNOWN);
    expect((await stage.plan(main, false)).planned?.ref).toBe(UNKNOWN);
  });

  it("S4 fails to be made with a wrong password, naming user and customer", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.scm.control.changeAdministrator("svc-certs", { password: "Another-One-1!" });
    const [found] = await stage.apply(main);
    expect(found).toMatchObject({ severity: "error" });
    expect(`${found?.summary} ${found?.detail}`).toMatch(/svc-certs.*cst01234.*SECTIGO_PASSWORD/s);
    expect(`${found?.summary} ${found?.detail}`).not.toContain(stage.scm.password);
    expect(stage.state).toBeNull();
  });

  it("S18 verifies again when the account changes; a failed update leaves the old state", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.apply(main);
    const before = stage.state;
    await stage.calls();
    const elsewhere = { ...stage.api.identity, customerUri: "other" };
    await stage.scm.control.changeAdministrator("svc-certs", { password: "Another-One-1!" });
    const { api } = stage;
    stage.renew = async () => undefined;
    stage.api = { ...api, identity: elsewhere };
    const { planned } = await stage.plan(main);
    expect(planned?.ref).toMatchObject({ customer_uri: "other" });
    expect(await stage.apply(main)).toMatchObject([{ severity: "error" }]);
    expect(stage.state).toEqual(before);
    expect((await stage.calls()).length).toBeGreaterThan(0);
  });

  it("does not try the link with verify = false", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.apply({ ...main, verify: false });
    expect(await stage.calls()).toEqual([]);
    await stage.apply(main);
    expect(await stage.calls()).toEqual(["GET /ssl/v1/types"]);
  });

  it("takes a missing privilege as a warning: the sign-in worked", async () => {
    await using stage = await resourceStage(connectorResource);
    await stage.scm.control.plantFault({
      route: "GET /ssl/v1/types",
      kind: "status",
      status: 400,
      code: -3,
      description: "You are not authorized.",
    });
    expect(await stage.apply(main)).toMatchObject([{ severity: "warning" }]);
    expect(stage.state).not.toBeNull();
  });

  it("S12 lists the sensors that there are when one is not", async () => {
    await using stage = await resourceStage(connectorResource);
    allow(stage, { sensorNames: ["dc1", "dc2"] });
    const { diagnostics } = await stage.plan({ ...main, managing_sensors: ["dc2", "dc7"] });
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        summary: expect.stringContaining('"dc7"'),
        detail: expect.stringContaining('"dc1", "dc2"'),
      },
    ]);
    expect((await stage.plan({ ...main, managing_sensors: ["dc2"] })).diagnostics).toEqual([]);
  });

  it.each([
    ["an empty name", { name: " " }, /must not be empty/],
    ["no sensor in the list", { managing_sensors: [] }, /At least one sensor/],
    ["a sensor twice", { managing_sensors: ["dc1", "dc1"] }, /given twice/],
    ["an unknown type", { import: { certificate_types: ["code"] } }, /"ssl", "client", "device"/],
    ["no type", { import: { certificate_types: [] } }, /At least one/],
    ["an unknown state", { import: { statuses: ["issued"] } }, /"Issued"/],
    ["S28 a frequency of 0", { import: { frequency: { value: 0, unit: "hours" } } }, /1 or more/],
    ["S28 a negative frequency", { import: { frequency: { value: -1, unit: "hours" } } }, /1 or more/],
    ["S28 months", { import: { frequency: { value: 1, unit: "months" } } }, /"weeks"/],
  ])("refuses %s", (_name, change, problem) => {
    const found = judgeArguments(connectorResource, { ...main, ...change });
    expect(found).toMatchObject([{ severity: "error", detail: expect.stringMatching(problem) }]);
  });

  it("takes all of an import's settings", () => {
    const settings = {
      certificate_types: ["ssl", "client", "device"],
      statuses: ["Issued"],
      organizations: ["Example Ltd"],
      scm_profiles: ["OV SSL 199"],
      include_expired: true,
      include_discovered: true,
      include_revoked: false,
      business_unit: "Retail",
      business_units_by_organization: { "Example Ltd": "Wholesale" },
      frequency: { value: 6, unit: "hours" },
      full_import_every: { value: 2, unit: "weeks" },
    };
    expect(judgeArguments(connectorResource, { ...main, import: settings })).toEqual([]);
  });

  describe("S11 business units", () => {
    const retail = new BusinessUnits(["Retail"], {});

    it.each([
      ["another unit", { business_unit: "Wholesale" }],
      ["no unit", { business_unit: null }],
      ["an import's unit", { import: { business_unit: "Wholesale" } }],
      ["an organization's unit", { import: { business_units_by_organization: { A: "Wholesale" } } }],
    ])("refuse %s in plan, before any call", async (_name, change) => {
      await using stage = await resourceStage(connectorResource);
      allow(stage, { businessUnits: retail });
      expect((await stage.plan({ ...main, ...change })).diagnostics).toMatchObject([
        { severity: "error", summary: expect.stringContaining("config.business_unit") },
      ]);
      expect(await stage.calls()).toEqual([]);
    });

    it("refuse refresh and destroy of another unit's", async () => {
      await using stage = await resourceStage(connectorResource);
      await stage.apply(main);
      const before = stage.state;
      allow(stage, { businessUnits: new BusinessUnits(["Wholesale"], {}) });
      expect(await stage.refresh()).toMatchObject([{ severity: "error" }]);
      expect(await stage.apply(null)).toMatchObject([{ severity: "error" }]);
      expect(stage.state).toEqual(before);
    });

    it("let the allowed one through, and go without a trace", async () => {
      await using stage = await resourceStage(connectorResource);
      allow(stage, { businessUnits: retail });
      await stage.plan(main);
      await stage.apply(main);
      await stage.calls();
      expect(await stage.apply(null)).toEqual([]);
      expect(await stage.calls()).toEqual([]);
    });
  });
});
