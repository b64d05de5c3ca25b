import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { startPostgres } from "../../../test/support/postgres.ts";
import type { InventoryStore } from "../inventory-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const parts = (batch: number) => Array.from({ length: 100 }, (_, index) => sslPart(batch * 100 + index + 1));

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
}, 180_000);
afterAll(() => server[Symbol.asyncDispose]());

async function totals(store: InventoryStore): Promise<readonly number[]> {
  const asked = { view: viewOf(), now: NOW };
  return [(await store.query(asked)).total, (await store.count(asked)).total];
}

async function stored(store: InventoryStore, batches: number): Promise<void> {
  const session = await store.tryImport(ACCOUNT);
  for (let batch = 0; batch < batches; batch += 1) await session?.put("bulk", parts(batch), NOW);
  await session?.advance("ssl", NOW);
  await session?.release();
}

/** Everything that an error tells, its causes included. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, "hint" in error ? error.hint : "", error.stack, told(error.cause ?? "")].join("\n");
}

async function caught(work: Promise<unknown>): Promise<Error> {
  const error = await work.then(
    () => new Error("nothing was thrown"),
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? error : new Error(String(error));
}

describe("a server that goes away", () => {
  it("S84 in the middle of an import: what was stored stays whole, the lock is free, the next import goes on", async () => {
    const url = server.url("restarted");
    const store = await openPlace(url);
    const session = await store.tryImport(ACCOUNT);
    await session?.openWalk("ssl", { now: NOW, notBefore: NOW });
    await session?.put("bulk", parts(0), NOW);
    await session?.keepPlace("ssl", "1");
    // Of what was stored within the last second a crash may take the end.
    await server.sql("checkpoint");
    await server.crash();
    const error = await caught(session?.put("bulk", parts(1), NOW) ?? Promise.resolve());
    expect(error).toMatchObject({
      code: "store.unreachable",
      hint: expect.stringContaining("SECTIGO_INVENTORY_STORE"),
    });
    await session?.release();
    expect(await totals(store)).toEqual([100, 100]);
    expect(await store.isImporting(ACCOUNT)).toBe(false);
    const next = await store.tryImport(ACCOUNT);
    expect(await next?.openWalk("ssl", { now: NOW, notBefore: NOW })).toEqual({ since: NOW, place: "1" });
    expect(await store.coverages(ACCOUNT)).toMatchObject([{ knownUntil: null, isWalking: true }]);
    await next?.put("bulk", parts(1), NOW);
    await next?.closeWalk("ssl", null);
    await next?.release();
    expect([await totals(store), await store.coverages(ACCOUNT)]).toMatchObject([
      [200, 200],
      [{ knownUntil: NOW, isWalking: false }],
    ]);
    await store.close();
  });

  it("S84 is told as what it is by opening, reading and importing, and shows nothing", async () => {
    const url = server.url("away");
    const store = await openPlace(url);
    await stored(store, 1);
    await server.stop();
    for (const work of [
      () => openPlace(url),
      () => store.query({ view: viewOf(), now: NOW }),
      () => store.coverages(ACCOUNT),
      () => store.tryImport(ACCOUNT),
      () => store.label({ account: ACCOUNT, ruleSet: "a", labelOf: () => null }),
      () => store.makeDue(ACCOUNT, "ssl", [1]),
    ])
      expect(await caught(work())).toMatchObject({
        code: "store.unreachable",
        message: expect.stringMatching(/the server can't be reached, or the connection to it was lost/),
        hint: expect.stringContaining("SECTIGO_INVENTORY_STORE"),
      });
    await server.start();
    expect(await totals(store)).toEqual([100, 100]);
    await store.close();
  });

  it("in the middle of a reading: an error, and none that ends the process", async () => {
    const store = await openPlace(server.url("read"));
    await stored(store, 1);
    await store.query({ view: viewOf(), now: NOW });
    await server.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name like 'terraform%'",
    );
    const answers = await Promise.allSettled(Array.from({ length: 3 }, () => totals(store)));
    for (const answer of answers)
      if (answer.status === "fulfilled") expect(answer.value).toEqual([100, 100]);
      else expect(answer.reason).toMatchObject({ code: "store.unreachable" });
    expect(await totals(store)).toEqual([100, 100]);
    await store.close();
  });
});

describe("a server that can take no more", () => {
  it("because all its connections are taken", async () => {
    await server.sql("create role crowded login connection limit 0");
    expect(await caught(openPlace(server.url("crowded", { user: "crowded" })))).toMatchObject({
      code: "store.busy",
    });
  });

  it("S84 because its transactions are read-only: what is there is read, and an import says why not", async () => {
    const writer = await openPlace(server.url("standby"));
    await stored(writer, 1);
    const labelOf = () => ({ tags: ["web"], owners: [], attributes: {} });
    const request = { account: ACCOUNT, ruleSet: "a", labelOf };
    await writer.label(request);
    await writer.close();
    await server.sql(
      "create role reader login superuser; alter role reader set default_transaction_read_only = on",
    );
    const store = await openPlace(server.url("standby", { user: "reader" }));
    expect(await totals(store)).toEqual([100, 100]);
    expect(await store.coverages(ACCOUNT)).toMatchObject([{ question: "ssl", knownUntil: NOW }]);
    // Nothing is to be labelled, so that nothing is written.
    expect(await store.label(request)).toBe(0);
    const session = await store.tryImport(ACCOUNT);
    expect(await caught(session?.put("bulk", parts(1), NOW) ?? Promise.resolve())).toMatchObject({
      code: "store.read_only",
      message: expect.stringContaining("standby"),
    });
    await session?.release();
    expect(await caught(store.makeDue(ACCOUNT, "ssl", [1]))).toMatchObject({ code: "store.read_only" });
    expect(await caught(openPlace(server.url("not_there", { user: "reader" })))).toMatchObject({
      code: "store.read_only",
    });
    await store.close();
  });
});

describe("a server that refuses", () => {
  it("an unknown database, in words", async () => {
    const url = server.url("x").replace("/postgres?", "/nowhere?");
    expect(await caught(openPlace(url))).toMatchObject({
      code: "store.unreachable",
      message: expect.stringContaining("no such database"),
    });
  });

  it("S84 tells no row, no parameter and no text of the server's", async () => {
    const store = await openPlace(server.url("quiet"));
    await stored(store, 1);
    await server.sql(
      "alter table quiet.name add constraint quiet_only check (common_name not like 'h1%')  not valid",
    );
    const session = await store.tryImport(ACCOUNT);
    const error = await caught(session?.put("bulk", parts(1), NOW) ?? Promise.resolve());
    expect(error).toMatchObject({ code: "store.failed", message: expect.stringContaining("23514") });
    expect(told(error)).not.toMatch(/h1\d*\.example|quiet_only/);
    await session?.release();
    await store.close();
  });

  it("says so when its tables are gone meanwhile, and makes them anew next time", async () => {
    const url = server.url("gone");
    const store = await openPlace(url);
    await stored(store, 1);
    await server.sql("drop schema gone cascade");
    expect(await caught(totals(store))).toMatchObject({ code: "store.changed" });
    await store.close();
    const next = await openPlace(url);
    expect(await totals(next)).toEqual([0, 0]);
    await next.close();
  });
});
