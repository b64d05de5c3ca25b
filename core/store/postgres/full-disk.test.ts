import { chownSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { type Server, startPostgres } from "../../../test/support/postgres.ts";
import { smallDisk } from "../../../test/support/small-disk.ts";
import type { InventoryStore } from "../inventory-store.ts";

/*
 * A disk that is truly full: a small file system where this user may mount one, and on each machine a limit of the system's on
 * the size of files, at which a write ends half done as on a disk without room.
 */

const NOW = new Date("2026-06-15T12:00:00.000Z");
const BATCH = 300;
const MANY = 700;
/** Beyond whole pages of 8 kB, so that the write at the limit is cut short. */
const CUT = 512;
const MB = 2 ** 20;

interface Full extends AsyncDisposable {
  readonly server: Server;
  makeRoom(): Promise<void>;
}

async function onDisk(megabytes: number, start: (path: string) => Promise<Server>): Promise<Full | null> {
  const disk = smallDisk(megabytes);
  if (disk === null) return null;
  const server = await start(disk.path).catch((error: unknown) => {
    disk[Symbol.dispose]();
    throw error;
  });
  return {
    server,
    async makeRoom() {
      disk.grow(megabytes + 64);
      await server.start();
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      disk[Symbol.dispose]();
    },
  };
}

/** A server that is started again has no limit any more. */
async function withLimit(choices: { readonly largestFile: number; readonly logFile: number }): Promise<Full> {
  const server = await startPostgres(choices);
  return {
    server,
    makeRoom: () => server.start(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Tables on a file system of their own: the server's log has room. */
async function tablesOn(path: string): Promise<Server> {
  const server = await startPostgres();
  const { uid, gid } = statSync(server.data);
  chownSync(path, uid, gid);
  await server.sql(`create tablespace small location '${path}'`);
  await server.sql("alter role owner set default_tablespace = small");
  return server;
}

const parts = (batch: number) =>
  Array.from({ length: BATCH }, (_, index) => sslPart(batch * BATCH + index + 1));
const asked = { view: viewOf(), now: NOW };

async function totals(store: InventoryStore): Promise<readonly number[]> {
  return [(await store.query(asked)).total, (await store.count(asked)).total];
}

/** Stores batches until the server refuses one. @returns how many it took, and what it said */
async function filled(store: InventoryStore, from = 0) {
  const session = await store.tryImport(ACCOUNT);
  let batch = from;
  try {
    for (; batch < MANY; batch += 1) await session?.put("bulk", parts(batch), NOW);
    return { batch, error: null };
  } catch (error) {
    return { batch, error };
  } finally {
    await session?.release();
  }
}

type Way = readonly [name: string, begin: () => Promise<Full>];

/** A small disk where this user may mount one, and a limit that needs no right: none of the tests is left out anywhere. */
function waysOf(byDisk: () => Promise<Full | null>, byLimit: () => Promise<Full>): readonly Way[] {
  const disk = smallDisk(1);
  disk?.[Symbol.dispose]();
  const onOwnDisk: Way = ["on a small file system", async () => (await byDisk()) ?? byLimit()];
  return [...(disk === null ? [] : [onOwnDisk]), ["at a limit on the size of files", byLimit]];
}

describe("a server whose disk is full", () => {
  it.each(
    waysOf(
      () => onDisk(8, tablesOn),
      () => withLimit({ largestFile: 1.5 * MB + CUT, logFile: 1 }),
    ),
  )("S84 %s: each batch is stored whole or not at all, and imports go on when there is room", async (_name, begin) => {
    await using full = await begin();
    const store = await openPlace(full.server.url("crammed"));
    const { batch, error } = await filled(store);
    expect(error).toMatchObject({
      code: "store.full",
      message: expect.stringContaining("store certificates: the inventory store postgres://"),
      hint: expect.stringContaining("SECTIGO_INVENTORY_STORE"),
    });
    expect(batch).toBeGreaterThan(0);
    expect(await totals(store)).toEqual([batch * BATCH, batch * BATCH]);
    expect(await store.isImporting(ACCOUNT)).toBe(false);
    // It stays full for the next run, whose refusal takes nothing away.
    expect(await filled(store, batch)).toMatchObject({ batch, error: { code: "store.full" } });
    expect(await totals(store)).toEqual([batch * BATCH, batch * BATCH]);
    await full.makeRoom();
    const session = await store.tryImport(ACCOUNT);
    await session?.put("bulk", parts(batch), NOW);
    await session?.release();
    expect(await totals(store)).toEqual([(batch + 1) * BATCH, (batch + 1) * BATCH]);
    await store.close();
  });

  it.each(
    waysOf(
      () => onDisk(72, (parent) => startPostgres({ parent })),
      () => withLimit({ largestFile: 14 * MB + CUT, logFile: 16 }),
    ),
  )("S84 %s, its log's too: nothing is shown by half, and the next import goes on", async (_name, begin) => {
    await using full = await begin();
    const store = await openPlace(full.server.url("crammed"));
    const { batch, error } = await filled(store);
    expect(error).toMatchObject({ code: expect.stringMatching(/^store\.(full|unreachable)$/) });
    // A server that can't write its log ends, and answers nothing rather than a part.
    const told = await totals(store).catch(({ code }: { readonly code: string }) => code);
    if (typeof told === "string") expect(told).toBe("store.unreachable");
    else expect(told).toEqual([batch * BATCH, batch * BATCH]);
    // A server that can't put its data in order, version 18 at least, ends only as by a power cut.
    await full.server.end();
    await full.makeRoom();
    const [kept = Number.NaN, counted] = await totals(store);
    expect([kept % BATCH, counted]).toEqual([0, kept]);
    const session = await store.tryImport(ACCOUNT);
    for (let next = kept / BATCH; next <= batch; next += 1) await session?.put("bulk", parts(next), NOW);
    await session?.release();
    expect(await totals(store)).toEqual([(batch + 1) * BATCH, (batch + 1) * BATCH]);
    await store.close();
  });
});
