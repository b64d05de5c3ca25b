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
  folder = mkdtempSync(join(tmpdir(), "sectigo-successors-"));
  for (const name of ["api.example.test", "old.example.test", "gone.example.test"])
    await enroll(scm, name, { term: 90 });
  await enroll(scm, "api.example.test");
  const gone = (await scm.control.certificates()).find(
    ({ commonName }) => commonName === "gone.example.test",
  );
  await scm.control.revoke(gone?.sslId ?? 0, 4);
  await api.clock.wait(65 * 86_400_000);
});
afterAll(async () => {
  await api.inventories.close();
  await api.client.close();
  await scm.close();
  rmSync(folder, { recursive: true });
});

function read(filter: object | null, more: object = {}) {
  const { host, customerUri } = api.identity;
  const connector = { host, customer_uri: customerUri, name: "Main", import: {} };
  return readData(inventoryDataSource, api, { connector, filter, store: join(folder, "s.sqlite"), ...more });
}

const SSL = { certificate_types: ["ssl"] };

it("S86 finds those with and without a successor, whole and with their counts", async () => {
  const found = async (filter: object) => {
    const { values, diagnostics } = await read({ ...SSL, statuses: ["Issued"], ...filter });
    expect(diagnostics).toEqual([]);
    const rows = values.rows as readonly InventoryRowValue[]; // by its declaration
    expect(values).toMatchObject({ total: rows.length, counts: { by_type: { ssl: rows.length } } });
    return rows.map((row) => [row.common_name, row.has_successor]);
  };
  expect(await found({ has_successor: true })).toEqual([["api.example.test", true]]);
  expect(await found({ has_successor: false })).toEqual([
    ["old.example.test", false],
    ["api.example.test", false],
  ]);
  expect(await found({ has_successor: false, expires_within_days: 30 })).toEqual([
    ["old.example.test", false],
  ]);
});

it("S86 counts what ends soon without a successor, issued ones only", async () => {
  const counted = async (filter: object | null) => (await read(filter, { limit: 0 })).values.counts;
  const within = { within_7: 0, within_30: 1, unknown: 0 };
  expect(await counted(null)).toMatchObject({ ending_without_successor: within });
  expect(await counted({ expires_within_days: 10 })).toMatchObject({
    ending_without_successor: { within_7: 0, within_30: 0, unknown: 0 },
  });
  expect(await counted({ statuses: ["Revoked"] })).toMatchObject({
    ending_without_successor: { within_7: 0, within_30: 0 },
  });
});

it.each([
  [{ has_successor: false }, {}, /certificates of type client, device.*certificate_types = \["ssl"\]/s],
  [{ ...SSL, has_successor: true }, { refresh: "live" }, /refresh = "live".*end later/s],
])("refuses %j with %j, which could not be answered whole", async (filter, more, words) => {
  const { diagnostics } = await read(filter, more);
  expect(diagnostics.map(({ summary, detail }) => `${summary} ${detail}`).join()).toMatch(words);
});

it("S86 is null, not false, where SCM tells too little, and counts say so", async () => {
  const other = await testScm({ now: START.getTime(), records: 900 });
  const around = connection(other);
  try {
    const { host, customerUri } = around.identity;
    const connector = { host, customer_uri: customerUri, name: "Main", import: {} };
    const filter = { certificate_types: ["client", "device"], statuses: ["Issued"], expires_within_days: 30 };
    const config = { connector, filter, store: join(folder, "others.sqlite") };
    const { values } = await readData(inventoryDataSource, around, config);
    const rows = values.rows as readonly InventoryRowValue[]; // by its declaration
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.has_successor))).toEqual(new Set([null]));
    expect(values.counts).toMatchObject({
      ending_without_successor: { within_7: 0, within_30: 0, unknown: rows.length },
    });
  } finally {
    await around.inventories.close();
    await around.client.close();
    await other.close();
  }
});
