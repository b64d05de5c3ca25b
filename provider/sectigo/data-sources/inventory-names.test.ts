import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enroll, type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { type DataRead, readData } from "../../../test/support/read-data.ts";
import type { Connection } from "../connection.ts";
import type { InventoryRowValue } from "../inventory/row-attributes.ts";
import { inventoryDataSource } from "./inventory.ts";

let scm: TestScm;
let folder: string;

beforeEach(async () => {
  scm = await testScm({ now: START.getTime() });
  folder = mkdtempSync(join(tmpdir(), "sectigo-names-"));
  await enroll(scm, "shop.example.test");
  await enroll(scm, "web.example.test", { orgId: 7019 });
});
afterEach(async () => {
  await scm.close();
  rmSync(folder, { recursive: true });
});

/** As a run of its own, which has asked SCM for nothing yet. */
async function run(config: object, imports: object = {}): Promise<DataRead> {
  const api: Connection = connection(scm);
  try {
    const { host, customerUri } = api.identity;
    const connector = {
      ...{ host, customer_uri: customerUri, name: "Main" },
      import: { certificate_types: ["ssl"], ...imports },
    };
    return await readData(inventoryDataSource, api, {
      ...{ connector, store: join(folder, "store.sqlite") },
      ...config,
    });
  } finally {
    await api.inventories.close();
    await api.client.close();
  }
}

const namesIn = ({ values }: DataRead) =>
  (values.rows as readonly InventoryRowValue[]).map((row) => row.common_name);
const texts = ({ diagnostics }: DataRead) => diagnostics.map(({ summary, detail }) => `${summary} ${detail}`);
const never = (filter: object, imports: object = {}) => run({ refresh: "never", filter }, imports);

describe("names that the store has kept", () => {
  beforeEach(async () => {
    expect((await run({})).diagnostics).toEqual([]);
    await scm.control.clearRequests();
  });

  it("resolve organizations, departments and profiles without SCM", async () => {
    const web = await never({ organizations: ["Example Ltd/Web"] });
    expect([namesIn(web), web.diagnostics]).toEqual([["web.example.test"], []]);
    const own = await never({ organizations: ["Example Ltd"] });
    expect(namesIn(own)).toEqual(["shop.example.test"]);
    const both = await never({ organizations: ["Example Ltd"], include_departments: true });
    expect(namesIn(both)).toHaveLength(2);
    const connected = await never({}, { organizations: ["Web"], scm_profiles: ["OV SSL 199"] });
    expect([namesIn(connected), connected.diagnostics]).toEqual([["web.example.test"], []]);
    expect(await scm.control.requests()).toEqual([]);
  });

  it("make an unknown name an error, with near ones, without SCM", async () => {
    expect(texts(await never({ organizations: ["Exmaple Ltd"] })).join()).toMatch(
      /no organization or department "Exmaple Ltd"[\s\S]*"Example Ltd"/,
    );
    expect(texts(await never({ scm_profiles: ["OV SSL 198"] })).join()).toMatch(
      /no SCM profile "OV SSL 198"[\s\S]*"OV SSL 199"/,
    );
    expect(await scm.control.requests()).toEqual([]);
  });

  it("are used with a word about their age while SCM can't tell", async () => {
    await scm.control.plantFault({ route: "GET /organization/v1", kind: "status", status: 503, times: 99 });
    const web = await run({ filter: { organizations: ["Web"] } });
    expect(namesIn(web)).toEqual(["web.example.test"]);
    expect(texts(web)).toEqual([expect.stringContaining("2026-03-16T10:")]);
    const missing = expect.stringContaining(
      "renamings of organizations and departments since 2026-03-16T10:",
    );
    expect(web.values).toMatchObject({
      complete: false,
      warnings: [{ type: null, missing, why: expect.stringContaining("503") }],
    });
    expect(texts(await run({ filter: { organizations: ["Wev"] } })).join()).toMatch(
      /no organization .*"Wev"/,
    );
  });
});

it("S86 shows present names where the catalog knows the id, in counts and without SCM too", async () => {
  expect((await run({})).diagnostics).toEqual([]);
  await scm.control.renameOrganization(7003, "Renamed Ltd");
  const found = await run({ filter: { organizations: ["Renamed Ltd"] } });
  const [row] = found.values.rows as readonly InventoryRowValue[];
  expect(row).toMatchObject({ common_name: "shop.example.test", organization_name: "Renamed Ltd" });
  const { ordered } = found.values.counts as { ordered: readonly { by: string; name: string }[] };
  expect(ordered).toContainEqual({ by: "organization", key: "7003", name: "Renamed Ltd", count: 1 });
  await scm.control.clearRequests();
  expect((await never({})).values.rows).toContainEqual(
    expect.objectContaining({ organization_name: "Renamed Ltd" }),
  );
  expect(await scm.control.requests()).toEqual([]);
});

it("S86 conditions, order and rules mean the present names that rows show", async () => {
  const rule = (value: string, tag: string) => ({
    ...{ name: tag, match: "all", tags: [tag] },
    conditions: [{ attribute: "organization_name", operator: "equals", value }],
  });
  const rules = { assignment_rules: [rule("Example Ltd", "before"), rule("Zeta Ltd", "after")] };
  const tagsIn = ({ values }: DataRead) =>
    (values.rows as readonly InventoryRowValue[]).map((row) => [row.common_name, row.tags]);
  expect(tagsIn(await run({}, rules))).toContainEqual(["shop.example.test", ["before"]]);
  await scm.control.renameOrganization(7003, "Zeta Ltd");
  // A question by name learns the new one; no import has read the row again.
  await run({ filter: { organizations: ["Zeta Ltd"] } });
  await scm.control.clearRequests();
  const by = async (operator: string, value: string) => {
    const conditions = [{ attribute: "organization_name", operator, value }];
    return namesIn(await never({ conditions }, rules));
  };
  expect(await by("equals", "zeta ltd")).toEqual(["shop.example.test"]);
  expect(await by("matches", "^Zeta")).toEqual(["shop.example.test"]);
  expect(await by("equals", "Example Ltd")).toEqual([]);
  expect(await by("not_equals", "Zeta Ltd")).toEqual(["web.example.test"]);
  const sort = { by: "organization_name", descending: true };
  const sorted = await run({ refresh: "never", sort }, rules);
  expect(tagsIn(sorted)).toEqual([
    ["shop.example.test", ["after"]],
    ["web.example.test", []],
  ]);
  expect(await scm.control.requests()).toEqual([]);
});

it("a profile's name beside its type costs no details, in one of several filters too", async () => {
  const filter = { any_of: [{ certificate_types: ["ssl"], scm_profiles: ["OV SSL 199"] }, { text: "none" }] };
  const found = await run({ filter }, { certificate_types: null });
  expect([namesIn(found).length, found.diagnostics]).toEqual([2, []]);
});

it("S82 names of rows are enough for an administrator who may not list organizations, but for what only the list tells", async () => {
  const refused = {
    route: "GET /organization/v1",
    kind: "status",
    status: 400,
    code: -3,
    times: 99,
  } as const;
  await scm.control.plantFault(refused);
  const conditions = [{ attribute: "organization_name", operator: "matches", value: "^Web" }];
  for (const filter of [{}, { conditions }, { organizations: ["Web"] }]) {
    const [found, kept] = [await run({ filter }), await never(filter)];
    expect([filter, found.values.complete, found.diagnostics]).toEqual([filter, true, []]);
    expect([namesIn(found), kept.values.complete]).toEqual([namesIn(kept), true]);
  }
  expect(namesIn(await run({ filter: { organizations: ["Web"] } }))).toEqual(["web.example.test"]);
  expect((await run({ sort: { by: "organization_name" } })).values.complete).toBe(true);
  const why = expect.stringMatching(/lists no organizations and departments to this administrator/);
  const gap = (missing: string) => ({ type: null, missing: expect.stringContaining(missing), why });
  const typo = await run({ filter: { any_of: [{ organizations: ["Wev"] }, { organizations: ["Web"] }] } });
  expect(typo.values).toMatchObject({ total: 1, complete: false, warnings: [gap('"Wev"')] });
  const wide = await run({ filter: { organizations: ["Web"], include_departments: true } });
  expect(wide.values).toMatchObject({ complete: false, warnings: [gap('departments of "Web"')] });
  await scm.control.clearFaults();
  // A day later the list is asked for again; a look-up asks at once.
  expect(texts(await run({ filter: { organizations: ["Wev"] } })).join()).toMatch(/no organization .*"Wev"/);
});

it("names of rows serve a store that has kept none", async () => {
  await scm.control.plantFault({ route: "GET /organization/v1", kind: "status", status: 503, times: 99 });
  expect((await run({})).diagnostics).toEqual([]);
  const found = await never({ organizations: ["Web"] });
  expect(namesIn(found)).toEqual(["web.example.test"]);
  const gap = { type: null, missing: expect.stringContaining("present names of organizations") };
  expect(found.values).toMatchObject({ complete: false, warnings: [gap] });
  const conditions = [{ attribute: "organization_name", operator: "matches", value: "^Web" }];
  const [matched, plain] = [await never({ conditions }), await never({})];
  expect([namesIn(matched), matched.values.warnings]).toEqual([
    ["web.example.test"],
    [expect.objectContaining(gap)],
  ]);
  expect(plain.values).toMatchObject({ complete: true, warnings: [] });
  const sorted = await run({ sort: { by: "organization_name" } });
  expect(sorted.values).toMatchObject({ complete: false, warnings: [gap] });
});
