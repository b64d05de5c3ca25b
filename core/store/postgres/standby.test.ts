import { expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { caughtUp, startPostgres } from "../../../test/support/postgres.ts";
import type { InventoryStore } from "../inventory-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const BATCH = 100;
const parts = (batch: number) =>
  Array.from({ length: BATCH }, (_, index) => sslPart(batch * BATCH + index + 1));
const asked = { view: viewOf({ ruleSet: "a" }), now: NOW };
const refused = { code: "store.read_only", message: expect.stringContaining("standby") };

async function totals(store: InventoryStore): Promise<readonly number[]> {
  return [(await store.query(asked)).total, (await store.count(asked)).total];
}

it("S84 a hot standby shows what the primary has, follows it, takes no import, and goes on where the primary is lost", async () => {
  await using primary = await startPostgres();
  const writer = await openPlace(primary.url("shared"));
  const labelOf = () => ({ tags: ["web"], owners: [], attributes: {} });
  const request = { account: ACCOUNT, ruleSet: "a", labelOf };
  const first = await writer.tryImport(ACCOUNT);
  await first?.put("bulk", parts(0), NOW);
  await first?.advance("ssl", NOW);
  await first?.release();
  await writer.label(request);
  await using standby = await startPostgres({ standbyOf: primary });
  await caughtUp(primary, standby);

  const reader = await openPlace(standby.url("shared"));
  expect(await standby.sql("select pg_is_in_recovery() as is")).toEqual([{ is: true }]);
  expect(await totals(reader)).toEqual([BATCH, BATCH]);
  expect(await reader.coverages(ACCOUNT)).toMatchObject([{ question: "ssl", knownUntil: NOW }]);
  // All is labelled, so that nothing is written.
  expect(await reader.label(request)).toBe(0);

  // An import of the primary's is followed, batch by batch.
  const session = await writer.tryImport(ACCOUNT);
  for (const batch of [1, 2]) {
    await session?.put("bulk", parts(batch), NOW);
    await caughtUp(primary, standby);
    expect(await totals(reader)).toEqual([(batch + 1) * BATCH, (batch + 1) * BATCH]);
  }
  await session?.release();

  const other = await reader.tryImport(ACCOUNT);
  await expect(other?.openWalk("ssl", { now: NOW, notBefore: NOW })).rejects.toMatchObject(refused);
  await expect(other?.put("bulk", parts(9), NOW)).rejects.toMatchObject(refused);
  await other?.release();
  await expect(reader.makeDue(ACCOUNT, "ssl", [1])).rejects.toMatchObject(refused);
  await expect(openPlace(standby.url("not_there"))).rejects.toMatchObject(refused);

  await primary.end();
  expect(await totals(reader)).toEqual([3 * BATCH, 3 * BATCH]);
  await standby.sql("select pg_promote()");
  const heir = await reader.tryImport(ACCOUNT);
  await heir?.put("bulk", parts(3), NOW);
  await heir?.release();
  expect(await totals(reader)).toEqual([4 * BATCH, 4 * BATCH]);
  await Promise.all([reader.close(), writer.close()]);
});
