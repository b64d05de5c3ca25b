import { describe, expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { sharedPostgres } from "../../../test/support/postgres.ts";
import { systemClock } from "../../base/clock.ts";
import { silentLogger } from "../../base/log.ts";
import type { InventoryAccount } from "../../domain/inventory.ts";
import type { InventoryStore } from "../inventory-store.ts";
import { openInventoryStore } from "../load-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const parts = (count: number, from = 1) => Array.from({ length: count }, (_, index) => sslPart(from + index));

async function fill(
  store: InventoryStore,
  count: number,
  account: InventoryAccount = ACCOUNT,
): Promise<void> {
  const session = await store.tryImport(account);
  await session?.put("bulk", parts(count), NOW);
  await session?.advance("ssl", NOW);
  await session?.release();
}

const totalIn = async (store: InventoryStore, account = ACCOUNT): Promise<number> =>
  (await store.query({ view: viewOf({ account }), now: NOW })).total;

async function stage() {
  const { server, schema } = await sharedPostgres();
  return {
    server,
    schema,
    url: server.url(schema),
    open: () => openPlace(server.url(schema)),
    [Symbol.asyncDispose]: async () => {
      await server.sql(`drop schema if exists ${schema} cascade`);
    },
  };
}

describe("a store on PostgreSQL", () => {
  it("S84 is made in a schema of its own, and found again", async () => {
    await using it = await stage();
    const first = await it.open();
    await fill(first, 7);
    await first.close();
    const again = await it.open();
    expect([await totalIn(again), again.name, again.damaged]).toEqual([
      7,
      `postgres://owner@127.0.0.1:${it.server.port}/postgres (schema ${it.schema})`,
      null,
    ]);
    await again.close();
    const elsewhere = await it.server.sql("select 1 from pg_tables where schemaname = 'public'");
    expect(elsewhere).toEqual([]);
  });

  it("S84 is made once by ten that open it at the same moment", async () => {
    await using it = await stage();
    const stores = await Promise.all(Array.from({ length: 10 }, it.open));
    expect(await Promise.all(stores.map((store) => totalIn(store)))).toEqual(Array(10).fill(0));
    await Promise.all(stores.map((store) => store.close()));
  });

  it("refuses a schema that a newer version made, and leaves its rows", async () => {
    await using it = await stage();
    const store = await it.open();
    await fill(store, 4);
    await store.close();
    await it.server.sql(`update ${it.schema}.store_version set version = 99`);
    await expect(it.open()).rejects.toMatchObject({
      code: "store.newer",
      message: expect.stringContaining("store version 99"),
    });
    expect(await it.server.sql(`select count(*)::int as n from ${it.schema}.certificate`)).toEqual([
      { n: 4 },
    ]);
  });

  it("empties one of an older version", async () => {
    await using it = await stage();
    const store = await it.open();
    await fill(store, 4);
    await store.close();
    await it.server.sql(`update ${it.schema}.store_version set version = 1`);
    const again = await it.open();
    expect(await totalIn(again)).toBe(0);
    await fill(again, 2);
    expect(await totalIn(again)).toBe(2);
    await again.close();
  });

  it("refuses a schema with another program's table, and touches nothing in it", async () => {
    await using it = await stage();
    await it.server.sql(
      `create schema ${it.schema}; create table ${it.schema}.theirs (x text); insert into ${it.schema}.theirs values ('kept')`,
    );
    await expect(it.open()).rejects.toMatchObject({
      code: "store.foreign",
      message: expect.stringContaining("theirs"),
    });
    expect(await it.server.sql(`select x from ${it.schema}.theirs`)).toEqual([{ x: "kept" }]);
    expect(await it.server.sql(`select 1 from pg_tables where schemaname = '${it.schema}'`)).toHaveLength(1);
  });

  it("waits with new tables until imports are done", async () => {
    await using it = await stage();
    const store = await it.open();
    const session = await store.tryImport(ACCOUNT);
    await it.server.sql(`update ${it.schema}.store_version set version = 1`);
    const order: string[] = [];
    const opening = it.open().then((opened) => {
      order.push("opened");
      return opened;
    });
    await session?.put("bulk", parts(300), NOW);
    order.push("stored");
    await session?.release();
    const opened = await opening;
    expect([order, await totalIn(opened)]).toEqual([["stored", "opened"], 0]);
    await opened.close();
    await store.close();
  });

  it("S84 has one importer per account, whom another connection can't be", async () => {
    await using it = await stage();
    const [one, other] = await Promise.all([it.open(), it.open()]);
    const session = await one.tryImport(ACCOUNT);
    expect([await other.tryImport(ACCOUNT), await one.tryImport(ACCOUNT)]).toEqual([null, null]);
    expect([await other.isImporting(ACCOUNT), await one.isImporting(ACCOUNT)]).toEqual([true, true]);
    const elsewhere = await other.tryImport({ ...ACCOUNT, administrator: "another" });
    expect(elsewhere).not.toBeNull();
    await elsewhere?.release();
    await session?.release();
    expect(await other.isImporting(ACCOUNT)).toBe(false);
    await (await other.tryImport(ACCOUNT))?.release();
    await Promise.all([one.close(), other.close()]);
  });

  it("S84 takes imports of several accounts at the same moment, each with its own rows", async () => {
    await using it = await stage();
    const accounts = Array.from({ length: 4 }, (_, index) => ({
      ...ACCOUNT,
      customerUri: `customer-${index}`,
    }));
    const stores = await Promise.all(accounts.map(it.open));
    const batches = async (store: InventoryStore, account: InventoryAccount): Promise<void> => {
      const session = await store.tryImport(account);
      for (let batch = 0; batch < 4; batch += 1) {
        // The same words in another order for each of them.
        const rows = parts(100, batch * 100 + 1).map((part, index) => ({
          ...part,
          issuer: `CN=${account.customerUri.endsWith("1") ? index : 99 - index}`,
          requester: `batch ${batch} ${(index * 7) % 13}`,
        }));
        await session?.put("bulk", rows, NOW);
      }
      await session?.release();
    };
    await Promise.all(stores.map((store, index) => batches(store, accounts[index] ?? ACCOUNT)));
    const [first = await it.open()] = stores;
    for (const account of accounts) {
      expect(await totalIn(first, account)).toBe(400);
      const { byIssuer } = await first.count({ view: viewOf({ account }), now: NOW });
      expect(new Set(Object.values(byIssuer))).toEqual(new Set([4]));
    }
    expect(await it.server.sql(`select count(distinct id)::int as n from ${it.schema}.certificate`)).toEqual([
      { n: 1_600 },
    ]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("S84 answers fifty readers while one imports, each of one moment", async () => {
    await using it = await stage();
    const writer = await it.open();
    const session = await writer.tryImport(ACCOUNT);
    const readers = await Promise.all(Array.from({ length: 50 }, it.open));
    let isDone = false;
    const importing = (async () => {
      for (let batch = 0; batch < 5; batch += 1) await session?.put("bulk", parts(100, batch * 100 + 1), NOW);
      isDone = true;
    })();
    const read = async (store: InventoryStore): Promise<void> => {
      do {
        const { total, rows } = await store.query({ view: viewOf(), now: NOW, limit: 10_000 });
        expect([total % 100, rows.length]).toEqual([0, total]);
      } while (!isDone);
    };
    await Promise.all([importing, ...readers.map(read)]);
    expect(await Promise.all(readers.map((store) => totalIn(store)))).toEqual(Array(50).fill(500));
    await session?.release();
    await Promise.all([writer, ...readers].map((store) => store.close()));
  });

  it("labels a set of rules from several places at once", async () => {
    await using it = await stage();
    const stores = await Promise.all(Array.from({ length: 4 }, it.open));
    const [first] = stores;
    if (first !== undefined) await fill(first, 1_500);
    const labelOf = () => ({ tags: ["web", "live"], owners: ["Ops"], attributes: {} });
    const request = { account: ACCOUNT, ruleSet: "a", labelOf };
    await Promise.all(stores.map((store) => store.label(request)));
    const filter = { tags: ["web"], owners: ["OPS"] };
    expect((await first?.count({ view: viewOf({ ruleSet: "a" }), filter, now: NOW }))?.total).toBe(1_500);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("never answers from a row that is not as it was written, and begins anew next time", async () => {
    await using it = await stage();
    const store = await it.open();
    await fill(store, 3);
    await it.server.sql(`update ${it.schema}.part set json = replace(json, 'h2.', 'h9.')`);
    const asked = { view: viewOf(), now: NOW };
    await expect(store.query(asked)).rejects.toMatchObject({ code: "store.damaged" });
    await expect(store.coverages(ACCOUNT)).rejects.toMatchObject({ code: "store.damaged" });
    await store.close();
    const again = await it.open();
    expect([await totalIn(again), await again.coverages(ACCOUNT)]).toEqual([0, []]);
    await again.close();
  });

  it("keeps what PostgreSQL has no text for: NUL and half characters", async () => {
    await using it = await stage();
    const store = await it.open();
    const session = await store.tryImport(ACCOUNT);
    const odd = [
      sslPart(1, {
        issuer: "CN=a\0b",
        requester: "\ud800x",
        comments: "half \ud83d, whole \ud83d\ude00",
        subject: 'a\\u0000"b',
      }),
      sslPart(2, { issuer: "CN=a\0b", requester: "\ud800x" }),
    ];
    await session?.put("bulk", odd, NOW);
    await session?.fail("ssl", { at: NOW, code: "x", why: "a\0b" });
    await session?.release();
    const { rows } = await store.query({ view: viewOf(), now: NOW });
    expect(rows.map(({ issuer, comments }) => [issuer, comments])).toEqual([
      ["CN=a\0b", "half \ud83d, whole \ud83d\ude00"],
      ["CN=a\0b", null],
    ]);
    const by = (attribute: "issuer" | "comments" | "subject", text: string) => ({
      conditions: [{ attribute, operator: "contains", anyOf: [text] } as const],
    });
    for (const [filter, total] of [
      [by("issuer", "a\0b"), 2],
      [by("comments", "\ud83d\ude00"), 1],
      [by("subject", 'a\\u0000"B'), 1],
      [by("subject", "a\0"), 0],
    ] as const)
      expect((await store.count({ view: viewOf(), filter, now: NOW })).total).toBe(total);
    await store.close();
  });

  it("takes numbers beyond PostgreSQL's own integers, and fractions", async () => {
    await using it = await stage();
    const store = await it.open();
    await fill(store, 2);
    const session = await store.tryImport(ACCOUNT);
    await session?.put("bulk", [sslPart(9_007_199_254_740_991, { termDays: 5_000_000_000 })], NOW);
    const filters = [
      [{ attribute: "certificateId", operator: "at_least", number: 3_000_000_000 }, 1],
      [{ attribute: "certificateId", operator: "less_than", number: 1.5 }, 1],
      [{ attribute: "termDays", operator: "equals", number: 5_000_000_000 }, 1],
      [{ attribute: "revocationReasonCode", operator: "at_most", number: 1e300 }, 0],
    ] as const;
    for (const [condition, total] of filters)
      expect(
        (await store.count({ view: viewOf(), filter: { conditions: [condition] }, now: NOW })).total,
      ).toBe(total);
    const filter = { certificateIds: [2, 9_007_199_254_740_991] };
    const { rows } = await store.query({ view: viewOf(), filter, now: NOW });
    expect(rows.map(({ certificateId }) => certificateId)).toEqual([2, 9_007_199_254_740_991]);
    await store.close();
  });

  it("warns when it is not known who the server is", async () => {
    await using it = await stage();
    const warned: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => warned.push(message) };
    const opening = openInventoryStore({
      path: `${it.url}&sslmode=require`,
      ...{ clock: systemClock(), log, variables: {} },
    });
    await expect(opening).rejects.toMatchObject({ code: "store.tls" });
    expect(warned).toEqual([expect.stringContaining("verify-full")]);
  });
});
