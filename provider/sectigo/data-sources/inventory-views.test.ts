import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enroll, type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import type { Connection } from "../connection.ts";
import type { InventoryRowValue } from "../inventory/row-attributes.ts";
import { inventoryDataSource } from "./inventory.ts";

let scm: TestScm;
let api: Connection;
let folder: string;

beforeAll(async () => {
  scm = await testScm({ now: START.getTime() });
  api = connection(scm);
  folder = mkdtempSync(join(tmpdir(), "sectigo-views-"));
  await enroll(scm, "shop.example.test", { term: 90 });
  await enroll(scm, "www.example.test");
  await enroll(scm, "api-1.example.test");
});
afterAll(async () => {
  await api.inventories.close();
  await api.client.close();
  await scm.close();
  rmSync(folder, { recursive: true });
});

const condition = (attribute: string, operator: string, value: string) => ({ attribute, operator, value });

async function read(more: object, connecting: object = {}) {
  const { host, customerUri } = api.identity;
  const import_ = { certificate_types: ["ssl"], business_unit: "Retail" };
  const connector = { host, customer_uri: customerUri, name: "Main", import: import_, ...connecting };
  return readData(inventoryDataSource, api, { connector, store: join(folder, "s.sqlite"), ...more });
}

async function found(more: object, connecting: object = {}) {
  const { values, diagnostics } = await read(more, connecting);
  expect(diagnostics).toEqual([]);
  const rows = values.rows as readonly InventoryRowValue[]; // by its declaration
  expect(values.total).toBe(rows.length);
  return rows.map((row) => row.common_name).sort();
}

it("S86 takes patterns, and one of several filters", async () => {
  const matches = { conditions: [condition("common_name", "matches", "^(shop|api-[0-9]+)\\.")] };
  expect(await found({ filter: matches })).toEqual(["api-1.example.test", "shop.example.test"]);
  const contrary = { conditions: [condition("common_name", "not_matches", "^(a+)+\\.$|^w")] };
  expect(await found({ filter: contrary })).toEqual(["api-1.example.test", "shop.example.test"]);
  const several = { any_of: [{ expires_within_days: 100 }, matches, { text: "nowhere" }] };
  expect(await found({ filter: several })).toEqual(["api-1.example.test", "shop.example.test"]);
  const both = { ...several, conditions: [condition("common_name", "not_contains", "api")] };
  expect(await found({ filter: both })).toEqual(["shop.example.test"]);
  const faulty = { any_of: [{ conditions: [condition("common_name", "matches", "(")] }] };
  const { diagnostics } = await read({ filter: faulty });
  expect(diagnostics[0]).toMatchObject({ detail: expect.stringContaining("missing closing )") });
});

it("S86 has views by name, a connector's own before ready ones, and says near names", async () => {
  const views = { shops: { text: "shop" }, weak_keys: { text: "www" } };
  expect(await found({ view: "shops" }, { views })).toEqual(["shop.example.test"]);
  expect(await found({ view: "weak_keys" }, { views })).toEqual(["www.example.test"]);
  expect(await found({ view: "weak_keys" })).toEqual([]);
  expect(await found({ view: "shops", filter: { text: "www" } }, { views })).toEqual([]);
  const { diagnostics } = await read({ view: "shop" }, { views });
  expect(diagnostics[0]).toMatchObject({ detail: expect.stringContaining('"shops"') });
  const broken = { shops: { conditions: [condition("common_name", "matches", "(")] } };
  const refused = await read({ view: "shops" }, { views: broken });
  expect(refused.diagnostics[0]).toMatchObject({ summary: expect.stringContaining("missing closing )") });
  await api.clock.wait(65 * 86_400_000);
  expect(await found({ view: "ends_soon_without_successor" })).toEqual(["shop.example.test"]);
  expect(await found({ view: "ends_soon_without_successor", filter: { text: "www" } })).toEqual([]);
});

it("S86 judges policies of rows, filters by them, and says which rows it can't judge", async () => {
  const { values } = await read({ filter: { violations: ["internal_name"] }, count_by: ["violation"] });
  expect(values).toMatchObject({
    total: 3,
    complete: true,
    rows: expect.arrayContaining([
      expect.objectContaining({ violations: expect.arrayContaining(["internal_name"]) }),
    ]),
    counts: { by_violation: { internal_name: 3 } },
  });
  const unread = await read({ filter: { violations: ["sha1_signature"] } });
  expect(unread.diagnostics[0]).toMatchObject({ detail: expect.stringContaining("details = true") });
  const judged = await read({ filter: { violations: ["sha1_signature"] }, details: true });
  expect(judged.values).toMatchObject({ total: 0, complete: true });
});

it("S86 counts by what is asked for, as maps and in order", async () => {
  const count_by = ["scm_profile", "business_unit", "record"];
  const { values } = await read({ count_by, limit: 0 });
  expect(values.counts).toMatchObject({
    by_business_unit: { Retail: 3 },
    by_record: { first: 3, same: 0 },
    by_tag: null,
    ordered: expect.arrayContaining([{ by: "business_unit", key: "Retail", name: "Retail", count: 3 }]),
  });
  const hidden = await read({ count_by: ["requester"] });
  expect(hidden.diagnostics[0]).toMatchObject({ detail: expect.stringContaining("include_persons = true") });
});
