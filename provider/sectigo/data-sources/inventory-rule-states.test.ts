import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { enroll, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import type { InventoryRowValue } from "../inventory/row-attributes.ts";
import { inventoryDataSource } from "./inventory.ts";

it("rules on status see the state that rows, counts and filters show, though nothing was imported since", async () => {
  const scm = await testScm({ now: START.getTime() });
  const api = connection(scm);
  const folder = mkdtempSync(join(tmpdir(), "sectigo-states-"));
  try {
    await enroll(scm, "short.example.test", { term: 90 });
    await enroll(scm, "long.example.test");
    const rule = (status: string) => ({
      name: status,
      conditions: [{ attribute: "status", operator: "equals", value: status }],
      tags: [status.toLowerCase()],
    });
    const rules = { include_expired: true, assignment_rules: [rule("Issued"), rule("Expired")] };
    const { host, customerUri } = api.identity;
    const connector = { host, customer_uri: customerUri, name: "Main", import: rules };
    const shown = async (refresh: string, filter: object | null = null) => {
      const config = { connector, refresh, filter, store: join(folder, "s.sqlite") };
      const { values } = await readData(inventoryDataSource, api, config);
      const rows = values.rows as readonly InventoryRowValue[]; // by its declaration
      return rows.map((row) => [row.common_name, row.status, row.tags]);
    };
    const long = ["long.example.test", "Issued", ["issued"]];
    expect(await shown("due")).toEqual([["short.example.test", "Issued", ["issued"]], long]);
    await api.clock.wait(91 * 86_400_000);
    const ended = ["short.example.test", "Expired", ["expired"]];
    expect(await shown("never")).toEqual([ended, long]);
    expect(await shown("never", { tags: ["expired"] })).toEqual([ended]);
    expect(await shown("never", { statuses: ["Expired"], tags: ["issued"] })).toEqual([]);
  } finally {
    await api.inventories.close();
    await api.client.close();
    await scm.close();
    rmSync(folder, { recursive: true });
  }
});
