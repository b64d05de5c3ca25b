import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { enroll, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import { inventoryChangesDataSource } from "./inventory-changes.ts";

const HOUR_MS = 3_600_000;

it("S86 tells what came and changed since, with rules' tags, and says what it can't know", async () => {
  const scm = await testScm({ now: START.getTime() });
  const api = connection(scm);
  const folder = mkdtempSync(join(tmpdir(), "sectigo-changes-"));
  try {
    const { host, customerUri } = api.identity;
    const revoked = {
      name: "Revoked",
      conditions: [{ attribute: "status", operator: "equals", value: "Revoked" }],
      tags: ["gone"],
    };
    const settings = { assignment_rules: [revoked] };
    const connector = { host, customer_uri: customerUri, name: "Main", import: settings };
    const read = async (more: object = {}) => {
      const config = { connector, store: join(folder, "s.sqlite"), refresh: "always", ...more };
      const { values, diagnostics } = await readData(inventoryChangesDataSource, api, config);
      expect(diagnostics).toEqual([]);
      return values;
    };
    await enroll(scm, "shop.example.test");
    expect(await read()).toMatchObject({ total: 0, complete: true, changes: [] });
    expect(await read({ since: "2020-01-01" })).toMatchObject({
      complete: false,
      warnings: expect.arrayContaining([
        expect.objectContaining({ type: "ssl", missing: expect.stringContaining("changes before 20") }),
        expect.objectContaining({ why: "changes are remembered for 400 days" }),
      ]),
    });
    await api.clock.wait(HOUR_MS);
    const since = api.clock.now().toISOString();
    const [shop] = await scm.control.certificates();
    await scm.control.revoke(shop?.sslId ?? 0, 4);
    await enroll(scm, "api.example.test");
    await api.clock.wait(HOUR_MS);
    const found = await read({ since });
    expect(found).toMatchObject({ complete: true, counts: { added: 1, removed: 0, changed: 2 }, total: 3 });
    expect(found.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "added", common_name: "api.example.test", fields: [] }),
        expect.objectContaining({
          kind: "changed",
          common_name: "shop.example.test",
          fields: expect.arrayContaining([{ attribute: "status", before: "Issued", after: "Revoked" }]),
        }),
        expect.objectContaining({ fields: [{ attribute: "tags", before: null, after: "gone" }] }),
      ]),
    );
    expect(await read({ kinds: ["added"], limit: 0 })).toMatchObject({ total: 1, changes: [] });
    expect(await read({ attributes: ["tags"] })).toMatchObject({ total: 1 });
    await api.clock.wait(190 * 24 * HOUR_MS);
    await read();
    await enroll(scm, "api.example.test");
    await api.clock.wait(HOUR_MS);
    expect(await read({ attributes: ["has_successor"] })).toMatchObject({
      total: 1,
      changes: [
        {
          common_name: "api.example.test",
          fields: [{ attribute: "has_successor", before: "false", after: "true" }],
        },
      ],
    });
  } finally {
    await api.inventories.close();
    await api.client.close();
    await scm.close();
    rmSync(folder, { recursive: true });
  }
});

it("refuses what is not a moment", async () => {
  const scm = await testScm({ now: START.getTime() });
  const api = connection(scm);
  try {
    const config = { connector: { name: "Main" }, since: "last week" };
    const { diagnostics } = await readData(inventoryChangesDataSource, api, config);
    expect(diagnostics[0]?.detail).toContain('A day such as "2026-11-01"');
  } finally {
    await api.client.close();
    await scm.close();
  }
});
