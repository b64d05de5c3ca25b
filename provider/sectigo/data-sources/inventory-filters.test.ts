import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import type { Connection } from "../connection.ts";
import type { InventoryRowValue } from "../inventory/row-attributes.ts";
import { inventoryDataSource } from "./inventory.ts";

let scm: TestScm;
let api: Connection;
let folder: string;

beforeAll(async () => {
  scm = await testScm({ now: START.getTime(), records: 300 });
  api = connection(scm);
  folder = mkdtempSync(join(tmpdir(), "sectigo-filters-"));
});
afterAll(async () => {
  await api.inventories.close();
  await api.client.close();
  await scm.close();
  rmSync(folder, { recursive: true });
});

const RULE = {
  name: "Odd",
  // Serial numbers of devices stand in details.
  conditions: [
    { attribute: "type", operator: "equals", values: ["ssl", "client"] },
    { attribute: "serial_number", operator: "matches", value: "[13579BDF]$" },
  ],
  tags: ["odd"],
  owners: ["odd@example.test"],
};

async function read(filter: object | null, more: object = {}) {
  const { host, customerUri } = api.identity;
  const units = { business_unit: "Other", business_units_by_organization: { "Example Ltd": "Retail" } };
  const imports = { include_expired: true, include_discovered: true, assignment_rules: [RULE], ...units };
  const connector = { host, customer_uri: customerUri, name: "Main", import: imports };
  const config = { connector, filter, limit: 1_000, store: join(folder, "store.sqlite"), ...more };
  const { values, diagnostics } = await readData(inventoryDataSource, api, config);
  expect(diagnostics).toEqual([]);
  return (values.rows as readonly InventoryRowValue[]).map((row) => `${row.type} ${row.certificate_id}`);
}

const condition = (attribute: string, operator: string, value: string) => ({
  conditions: [{ attribute, operator, value }],
});

/** One for each argument of `filter`, and for each kind of condition. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  types: { certificate_types: ["ssl", "device"] },
  statuses: { statuses: ["Issued", "Expired"] },
  "days left": { expires_within_days: 120 },
  organizations: { organizations: ["Example Ltd", "Web"] },
  "SCM profiles": { scm_profiles: ["OV SSL 199", "EV SSL 199"] },
  "business units": { business_units: ["Retail"] },
  tags: { tags: ["odd"] },
  owners: { owners: ["ODD@example.test"] },
  text: { text: "example" },
  "key strength": condition("key_strength", "at_most", "128"),
  "a name": condition("common_name", "contains", "1"),
  "a date": condition("requested", "less_than", "2026-03-01"),
};

/** Some are about what only details tell of clients and devices. */
const DETAILS = { details: true };

const merged = (one: object, other: object): object => ({
  ...one,
  ...other,
  conditions: [one, other].flatMap((filter) => (filter as { conditions?: object[] }).conditions ?? []),
});

describe("S61 filters of data.sectigo_inventory", () => {
  it("let some through alone, and in pairs what both let through, always in the order of the sort", async () => {
    const all = await read(null);
    const alone = new Map<string, ReadonlySet<string>>();
    for (const [name, filter] of Object.entries(FILTERS)) {
      const found = await read(filter, DETAILS);
      expect([name, found]).toEqual([name, all.filter((row) => found.includes(row))]);
      expect([name, found.length > 0, found.length < all.length]).toEqual([name, true, true]);
      alone.set(name, new Set(found));
    }
    const names = Object.keys(FILTERS);
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        const both = all.filter((row) => alone.get(one)?.has(row) && alone.get(other)?.has(row));
        expect([one, other, await read(merged(FILTERS[one] ?? {}, FILTERS[other] ?? {}), DETAILS)]).toEqual([
          one,
          other,
          both,
        ]);
      }
    }
  });

  it.each([
    "common_name",
    "issuer",
    "key_strength",
    "status",
  ])("keep the order by %s either way", async (by) => {
    for (const descending of [false, true]) {
      const sort = { sort: { by, descending } };
      const all = await read(null, sort);
      expect(all).toHaveLength((await read(null)).length);
      const found = await read(FILTERS.statuses ?? {}, sort);
      expect(found).toEqual(all.filter((row) => found.includes(row)));
      expect(await read(null, { ...sort, limit: 7 })).toEqual(all.slice(0, 7));
    }
  });
});
