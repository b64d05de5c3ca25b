import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attributeNames, readRow, readRules } from "../../../core/index.ts";
import { enroll, type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { profileRef } from "../../../test/support/profile-refs.ts";
import { type DataRead, readData } from "../../../test/support/read-data.ts";
import { BusinessUnits } from "../business-units.ts";
import type { Connection } from "../connection.ts";
import { type InventoryRowValue, rowAttributes } from "../inventory/row-attributes.ts";
import { inventoryDataSource } from "./inventory.ts";

let scm: TestScm;
let api: Connection;
let folder: string;

beforeEach(async () => {
  scm = await testScm({ now: START.getTime() });
  api = connection(scm);
  folder = mkdtempSync(join(tmpdir(), "sectigo-inventory-"));
  const fields = { customFields: [{ name: "Cost centre", value: "4711" }] };
  await enroll(scm, "shop.example.test", { ...fields, externalRequester: "ops@example.test" });
  await enroll(scm, "api.example.test", { ...fields, term: 90 });
  await enroll(scm, "mail.example.test", { ...fields, orgId: 7019 });
  await scm.control.clearRequests();
});
afterEach(async () => {
  await api.inventories.close();
  await api.client.close();
  await scm.close();
  rmSync(folder, { recursive: true });
});

const RULE = {
  name: "Web",
  match: "any",
  conditions: [
    { attribute: "organization_name", operator: "equals", value: "Web" },
    { attribute: "common_name", operator: "matches", value: "^shop\\." },
  ],
  tags: ["web"],
  owners: ["Web@example.test"],
  custom_attributes: { Team: "Web" },
};

function read(config: object = {}, imports: object | null = {}): Promise<DataRead> {
  const { host, customerUri } = api.identity;
  const ssl = imports === null ? null : { certificate_types: ["ssl"], assignment_rules: [RULE], ...imports };
  const connector = { host, customer_uri: customerUri, name: "Main", business_unit: "Retail", import: ssl };
  return readData(inventoryDataSource, api, { connector, store: join(folder, "store.sqlite"), ...config });
}

function rowsOf({ values, diagnostics }: DataRead): readonly InventoryRowValue[] {
  expect(diagnostics).toEqual([]);
  return values.rows as readonly InventoryRowValue[]; // by its declaration
}

const namesOf = (answer: DataRead) => rowsOf(answer).map((row) => row.common_name);
const paths = async () =>
  (await scm.control.requests()).map(
    ({ method, path }) => `${method} ${path.split("?")[0]?.replace(/^\/api/, "")}`,
  );

describe("data.sectigo_inventory", () => {
  it("imports what is due and shows it with what rules and connector say, without persons", async () => {
    const answer = await read();
    expect(namesOf(answer)).toEqual(["api.example.test", "shop.example.test", "mail.example.test"]);
    const [other, shop] = rowsOf(answer);
    expect(shop).toMatchObject({
      ...{ type: "ssl", status: "Issued", business_unit: "Retail", organization_name: "Example Ltd" },
      ...{ tags: ["web"], owners: ["web@example.test"], custom_attributes: { Team: "Web" } },
      ...{ custom_fields: { "Cost centre": "4711" }, external_requesters: null, requester: null },
    });
    expect(other).toMatchObject({ tags: [], owners: [], custom_attributes: {} });
    expect(answer.values).toMatchObject({
      total: 3,
      counts: { by_status: { Issued: 3 }, by_type: { ssl: 3 } },
      imported_at: START.toISOString(),
    });
  });

  it("asks again only when it is due, or always", async () => {
    await read();
    await scm.control.clearRequests();
    await read();
    expect(await paths()).toEqual([]);
    await read({ refresh: "always" });
    expect((await paths()).length).toBeGreaterThan(0);
    await scm.control.clearRequests();
    await api.clock.wait(6 * 3_600_000 + 60_000);
    await read();
    expect((await paths()).length).toBeGreaterThan(0);
  });

  it("never asks when told so", async () => {
    expect((await read({ refresh: "never" })).values).toMatchObject({
      rows: [],
      total: 0,
      imported_at: null,
    });
    expect(await paths()).toEqual([]);
  });

  it("S20 S30 asks nothing for a connector that imports nothing, and writes nothing for one that does", async () => {
    const { values, diagnostics } = await read({}, null);
    expect(values).toMatchObject({ rows: [], total: 0 });
    expect(diagnostics).toMatchObject([{ severity: "warning", summary: "The connector imports nothing" }]);
    expect(await paths()).toEqual([]);
    await read({ details: true });
    const reads = new Set((await paths()).map((path) => path.replace(/\/\d+$/, "/…")));
    expect(reads).toEqual(
      new Set([
        "GET /organization/v1",
        "GET /ssl/v1/types",
        "POST /report/v1/ssl-certificates",
        "GET /ssl/v1",
        "GET /ssl/v1/…",
      ]),
    );
  });

  it.each<[string, object, readonly string[]]>([
    ["text", { text: "SHOP" }, ["shop.example.test"]],
    ["a tag", { tags: ["web"] }, ["shop.example.test", "mail.example.test"]],
    ["an owner", { owners: ["WEB@example.test"] }, ["shop.example.test", "mail.example.test"]],
    ["an organization", { organizations: ["Web"] }, ["mail.example.test"]],
    ["days left", { expires_within_days: 100 }, ["api.example.test"]],
    [
      "a condition",
      { conditions: [{ attribute: "term_days", operator: "less_than", value: "100" }] },
      ["api.example.test"],
    ],
    [
      "a custom field",
      { conditions: [{ attribute: "custom_fields.Cost centre", operator: "equals", value: "1" }] },
      [],
    ],
    ["two of them", { tags: ["web"], organizations: ["Web"] }, ["mail.example.test"]],
    ["a status", { statuses: ["Revoked"] }, []],
    [
      "what only details tell",
      {
        conditions: [
          { attribute: "key_usages", operator: "is_set" },
          { attribute: "common_name", operator: "starts_with", value: "api" },
        ],
      },
      ["api.example.test"],
    ],
  ])("S61 filters by %s", async (_what, filter, names) => {
    const isDear = JSON.stringify(filter).includes("key_usages");
    expect(namesOf(await read({ filter, ...(isDear && { details: true }) }))).toEqual(names);
  });

  it("S25 reads details of what is shown only, and once", async () => {
    const details = { details: true, filter: { text: "api" } };
    const [row] = rowsOf(await read(details));
    expect(row?.key_usages?.length).toBeGreaterThan(0);
    await scm.control.clearRequests();
    await read(details);
    expect(await paths()).toEqual([]);
  });

  it("sorts, and limits rows but not the total", async () => {
    const answer = await read({ sort: { by: "common_name", descending: true }, limit: 2 });
    expect(namesOf(answer)).toEqual(["shop.example.test", "mail.example.test"]);
    expect(answer.values.total).toBe(3);
    expect((await read({ limit: 0 })).values).toMatchObject({
      rows: [],
      total: 3,
      counts: { by_type: { ssl: 3 } },
    });
  });

  it("names persons where they were asked for", async () => {
    const answer = await read({ include_persons: true, filter: { text: "shop" } });
    expect(rowsOf(answer)[0]).toMatchObject({ external_requesters: ["ops@example.test"] });
  });

  it("names holders of client certificates only where persons were asked for", async () => {
    const other = await testScm({ now: START.getTime(), records: 300 });
    const around = connection(other);
    try {
      const { host, customerUri } = around.identity;
      const connector = { host, customer_uri: customerUri, name: "Main", import: {} };
      const filter = { certificate_types: ["client"] };
      const config = { connector, filter, store: join(folder, "clients.sqlite") };
      const holders = async (more: object) =>
        rowsOf(await readData(inventoryDataSource, around, { ...config, ...more })).map((row) => [
          ...[row.common_name, row.subject, row.subject_alternative_names, row.email],
        ]);
      const shown = await holders({ include_persons: true });
      expect(JSON.stringify(shown)).toMatch(/[\w.]+@[\w.]+/);
      expect(await holders({})).toEqual(shown.map(() => [null, null, null, null]));
    } finally {
      await around.inventories.close();
      await around.client.close();
      await other.close();
    }
  });

  it("S29 answers live by one report, and keeps nothing", async () => {
    const live = { refresh: "live", store: "none", filter: { expires_within_days: 100 } };
    expect(namesOf(await read(live))).toEqual(["api.example.test"]);
    expect(await paths()).toEqual(["POST /report/v1/ssl-certificates"]);
  });

  it("S34 applies rules again to all rows when they change, and warns of contradictions by name", async () => {
    await read();
    await scm.control.clearRequests();
    const later = { ...RULE, name: "Later", custom_attributes: { Team: "Later" }, tags: ["late"] };
    const { values, diagnostics } = await read({}, { assignment_rules: [RULE, later] });
    const rows = values.rows as readonly InventoryRowValue[]; // by its declaration
    expect(
      rows.filter((row) => row.tags?.includes("late")).map((row) => row.custom_attributes?.Team),
    ).toEqual(["Later", "Later"]);
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        summary: expect.stringContaining('"Web" and "Later" give "Team" different values'),
      },
    ]);
    expect(await paths()).toEqual([]);
  });

  it("S82 warns of a rule that needs details, and says that an answer by its tags is not complete", async () => {
    const rule = { ...RULE, conditions: [{ attribute: "vendor", operator: "equals", value: "Sectigo" }] };
    const wanted = { assignment_rules: [rule] };
    const { values, diagnostics } = await read({}, wanted);
    expect([values.complete, diagnostics.map(({ severity, summary }) => [severity, summary])]).toEqual([
      true,
      [["warning", 'The assignment rule "Web" can\'t be judged for all certificates of type ssl']],
    ]);
    const asked = await read({ filter: { tags: [...RULE.tags] } }, wanted);
    expect([asked.values.complete, asked.values.warnings]).toMatchObject([
      false,
      [{ type: "ssl", why: expect.stringContaining("vendor of type ssl in details only") }],
    ]);
    expect((await read({ details: true }, wanted)).diagnostics).toEqual([]);
  });

  it("S37 gives rows what the engine gives them", async () => {
    const groups = RULE.conditions.map((condition) => ({ ...condition, values: null }));
    const rule = { name: "Web", match: "any" as const, groups: [], conditions: groups };
    const given = { tags: RULE.tags, owners: RULE.owners, customAttributes: RULE.custom_attributes };
    const engine = readRules([{ ...rule, ...given }]);
    for (const { common_name, organization_name, tags, owners } of rowsOf(await read())) {
      const row = readRow({ common_name, organization_name });
      expect(typeof row === "string" ? row : engine.judge(row).labels).toMatchObject({ tags, owners });
    }
  });

  it("shows the last import, with a warning, while SCM is down; not to who wants the present", async () => {
    await read();
    await api.clock.wait(7 * 3_600_000);
    await scm.control.plantFault({
      route: "POST /report/v1/ssl-certificates",
      kind: "status",
      status: 503,
      times: 99,
    });
    const { values, diagnostics } = await read();
    expect(values).toMatchObject({ total: 3, imported_at: START.toISOString() });
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: "The inventory could not be brought up to date" },
    ]);
    expect((await read({ refresh: "always" })).diagnostics).toMatchObject([{ severity: "error" }]);
  });

  it.each<[string, object, object, RegExp]>([
    ["no store without live", { store: "none" }, {}, /there is no store to keep it in \[config\.no_store\]/],
    ["live without bounds", { refresh: "live" }, {}, /does not bound what SCM has to look at/],
    [
      "live for other types",
      { refresh: "live", filter: { expires_within_days: 9 } },
      { certificate_types: null },
      /does not bound/,
    ],
    [
      "an unknown organization",
      {},
      { organizations: ["Exampel Ltd"] },
      /sees no organization or department "Exampel Ltd"/,
    ],
    [
      "a rule that can't be",
      {},
      { assignment_rules: [{ ...RULE, tags: ["\n"] }] },
      /assignment rule "Web": tags: /,
    ],
    ["an unknown status", { filter: { statuses: ["Isued"] } }, {}, /Invalid value for filter\.statuses/],
    ["a store without a name", { store: "" }, {}, /Invalid value for store/],
    ["an unknown sort", { sort: { by: "nam" } }, {}, /Invalid value for sort\.by/],
    [
      "a broken pattern in the filter",
      { filter: { conditions: [{ attribute: "issuer", operator: "matches", value: "(" }] } },
      {},
      /condition of the filter/,
    ],
  ])("refuses %s", async (_what, config, imports, summary) => {
    expect((await read(config, imports)).diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringMatching(summary) },
    ]);
  });

  it("refuses a connector of another account before any call", async () => {
    const connector = { host: "cert-manager.com", customer_uri: "other", import: {} };
    expect((await read({ connector })).diagnostics).toMatchObject([
      { summary: expect.stringContaining("[config.other_account]") },
    ]);
    expect(await paths()).toEqual([]);
  });

  it("refuses limits of another account's profile before any call, also beside one of this account", async () => {
    const own = profileRef(scm.apiUrl);
    for (const foreign of [
      profileRef(scm.apiUrl, { host: "cert-manager.com" }),
      profileRef(scm.apiUrl, { customer_uri: "other" }),
    ])
      expect((await read({ filter: { outside_limits_of: [own, foreign] } })).diagnostics).toMatchObject([
        {
          severity: "error",
          summary: expect.stringMatching(
            /^use filter\.outside_limits_of: it belongs to customer .*\[config\.other_account\]/i,
          ),
        },
      ]);
    expect(await paths()).toEqual([]);
    expect(rowsOf(await read({ filter: { outside_limits_of: [own] } }))).toEqual([]);
  });

  it("S11 shows only rows of units that this run may touch, and refuses connectors and filters of others", async () => {
    const imports = { business_units_by_organization: { Web: "Cloud" } };
    api = { ...api, businessUnits: new BusinessUnits(["Retail"], {}) };
    expect(namesOf(await read({}, imports))).toEqual(["api.example.test", "shop.example.test"]);
    const asked = { filter: { business_units: ["Cloud"] } };
    expect((await read(asked, imports)).diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringContaining('it belongs to business unit "Cloud"') },
    ]);
    api = { ...api, businessUnits: new BusinessUnits(["Cloud"], {}) };
    await scm.control.clearRequests();
    expect((await read({}, imports)).diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringContaining("[config.business_unit]") },
    ]);
    expect(await paths()).toEqual([]);
  });

  it("S10 S27 gives rows the unit of their organization, before that of the import", async () => {
    const imports = { business_unit: "Import", business_units_by_organization: { Web: "Cloud" } };
    const units = rowsOf(await read({}, imports)).map((row) => row.business_unit);
    expect(units).toEqual(["Import", "Import", "Cloud"]);
  });

  it("S27 takes a department with its organization before it, whose unit counts before that of its name alone", async () => {
    const imports = {
      organizations: ["Example Ltd/Web"],
      business_units_by_organization: { "Example Ltd/Web": "Online", Web: "Cloud" },
    };
    const units = rowsOf(await read({}, imports)).map((row) => row.business_unit);
    expect(units).toEqual(["Online"]);
  });

  it("warns of a sensor that is gone, and asks by those that are there", async () => {
    const { host, customerUri } = api.identity;
    const connector = {
      host,
      customer_uri: customerUri,
      sensors: ["dc9"],
      import: { certificate_types: ["ssl"] },
    };
    const { values, diagnostics } = await read({ connector });
    expect(values.total).toBe(3);
    const detail = expect.stringContaining('"dc9" can\'t be gone by, so requests go without a sensor.');
    expect(diagnostics).toMatchObject([{ severity: "warning", detail }]);
  });

  it("says so when the store is not a store", async () => {
    const store = join(folder, "notes.txt");
    writeFileSync(store, "not a database, but long enough to be looked at as one ".repeat(99));
    const { diagnostics } = await read({ store });
    expect(diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringContaining("[store.foreign]") },
    ]);
  });
});

it("has a place in its rows for every attribute that conditions know", () => {
  const names = attributeNames().map((name) => name.replace(/\..*/, ""));
  expect(Object.keys(rowAttributes)).toEqual(expect.arrayContaining(names));
});
