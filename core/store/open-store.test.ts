import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { sslPart, storeFolder, viewOf } from "../../test/support/inventory.ts";
import { systemClock } from "../base/clock.ts";
import { silentLogger } from "../base/log.ts";
import type { InventoryStore } from "./inventory-store.ts";
import { openStore } from "./open-store.ts";
import { storeError } from "./store-error.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const open = (path: string): Promise<InventoryStore> =>
  openStore({ path, clock: systemClock(), log: silentLogger });

async function fill(store: InventoryStore, count: number): Promise<void> {
  const session = await store.tryImport(viewOf().account);
  const parts = Array.from({ length: count }, (_, index) => sslPart(index + 1));
  await session?.put("bulk", parts, NOW);
  await session?.release();
}

async function filled(path: string, count: number): Promise<void> {
  const store = await open(path);
  await fill(store, count);
  await store.close();
}

/** Overwrites the page that a table begins with. */
function damageTable(path: string, name: string): void {
  const looked = new DatabaseSync(path);
  const { rootpage } = { ...looked.prepare("select rootpage from sqlite_schema where name = ?").get(name) };
  const { page_size: size } = { ...looked.prepare("pragma page_size").get() };
  // As a run leaves it that was killed: no seal tells that the file is whole.
  looked.exec("pragma user_version = 0");
  looked.close();
  const bytes = readFileSync(path);
  const start = (Number(rootpage) - 1) * Number(size);
  bytes.fill(0x5a, start, start + Number(size));
  writeFileSync(path, bytes);
}

const totalIn = async (store: InventoryStore): Promise<number> =>
  (await store.query({ view: viewOf(), now: NOW })).total;

describe("openStore", () => {
  it("S31 makes file and folder for this user only, whatever was there before", async () => {
    using place = storeFolder();
    const path = join(place.folder, "deep", "inventory.sqlite");
    const store = await open(path);
    await fill(store, 3);
    const folder = join(place.folder, "deep");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    for (const name of readdirSync(folder))
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    await store.close();
    const open644 = join(place.folder, "open.sqlite");
    writeFileSync(open644, "", { mode: 0o644 });
    await (await open(open644)).close();
    expect(statSync(open644).mode & 0o777).toBe(0o600);
  });

  it("S31 finds everything again", async () => {
    using place = storeFolder();
    await filled(place.path, 7);
    const store = await open(place.path);
    expect(await totalIn(store)).toBe(7);
    await store.close();
  });

  it("S31 keeps accounts apart by host, customer and login", async () => {
    using place = storeFolder();
    await filled(place.path, 7);
    const store = await open(place.path);
    const { account } = viewOf();
    for (const other of [{ host: "other" }, { customerUri: "other" }, { administrator: "other" }]) {
      const view = viewOf({ account: { ...account, ...other } });
      expect((await store.query({ view, now: NOW })).total).toBe(0);
    }
    await store.close();
  });

  it("puts a damaged store aside and begins a new one, at the start", async () => {
    using place = storeFolder();
    await filled(place.path, 500);
    const bytes = readFileSync(place.path);
    bytes.fill(0x5a, 100, 4_096);
    writeFileSync(place.path, bytes);
    const store = await open(place.path);
    expect(await totalIn(store)).toBe(0);
    await store.close();
    expect(readdirSync(place.folder)).toContain("inventory.sqlite.damaged");
  });

  it("never answers from a store that turns out to be damaged, and begins a new one next time", async () => {
    using place = storeFolder();
    await filled(place.path, 2_000);
    damageTable(place.path, "part");
    const asked = open(place.path).then(async (store) => {
      try {
        return await store.query({ view: viewOf(), now: NOW, limit: 2_000 });
      } finally {
        await store.close();
      }
    });
    await expect(asked).rejects.toMatchObject({ code: "store.damaged" });
    const next = await open(place.path);
    await fill(next, 5);
    expect(await totalIn(next)).toBe(5);
    await next.close();
  });

  it.each([
    ["a text", (path: string) => writeFileSync(path, "host,owner\n".repeat(500))],
    [
      "another program's database",
      (path: string) => {
        const other = new DatabaseSync(path);
        other.exec("create table theirs (x); insert into theirs values (1)");
        other.close();
      },
    ],
  ])("refuses %s and leaves it as it is", async (_name, make) => {
    using place = storeFolder();
    make(place.path);
    const before = readFileSync(place.path);
    await expect(open(place.path)).rejects.toMatchObject({ code: "store.foreign" });
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  it("refuses a store that a newer version made, and leaves its rows", async () => {
    using place = storeFolder();
    await filled(place.path, 4);
    const newer = new DatabaseSync(place.path);
    newer.exec("pragma user_version = 0; update store_version set version = 99");
    newer.close();
    await expect(open(place.path)).rejects.toMatchObject({
      code: "store.newer",
      message: expect.stringContaining("store version 99"),
    });
    const after = new DatabaseSync(place.path);
    expect(after.prepare("select count(*) as n from certificate").get()).toEqual({ n: 4 });
    after.close();
  });

  it("says clearly that there is no way to the file", async () => {
    using place = storeFolder();
    writeFileSync(join(place.folder, "file"), "");
    await expect(open(join(place.folder, "file/inventory.sqlite"))).rejects.toMatchObject({
      code: "store.unreachable",
      hint: expect.stringContaining("SECTIGO_INVENTORY_STORE"),
    });
  });
});

describe("storeError", () => {
  function caught(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      return error;
    }
  }

  it("says that the disk is full, of SQLite's own error", () => {
    using place = storeFolder();
    const full = new DatabaseSync(place.path);
    full.exec("pragma max_page_count = 2; create table t (x)");
    const error = caught(() => full.exec("insert into t values (zeroblob(100000))"));
    full.close();
    expect(storeError("store certificates", "/x", error)).toMatchObject({ code: "store.full" });
  });

  it("says that the store can't be written to, of SQLite's own error", () => {
    using place = storeFolder();
    new DatabaseSync(place.path).close();
    writeFileSync(place.path, readFileSync(place.path));
    const other = new DatabaseSync(place.path);
    other.exec("create table t (x)");
    other.close();
    const locked = new DatabaseSync(place.path, { readOnly: true });
    const error = caught(() => locked.exec("insert into t values (1)"));
    locked.close();
    expect(storeError("store certificates", "/x", error)).toMatchObject({ code: "store.read_only" });
  });

  it("says that another program holds the store, of SQLite's own error", () => {
    using place = storeFolder();
    const first = new DatabaseSync(place.path);
    first.exec("create table t (x); begin exclusive");
    const second = new DatabaseSync(place.path);
    const error = caught(() => second.exec("insert into t values (1)"));
    first.close();
    second.close();
    expect(storeError("store certificates", "/x", error)).toMatchObject({ code: "store.busy" });
  });

  it.each([
    ["EACCES", "store.read_only"],
    ["EROFS", "store.read_only"],
    ["ENOSPC", "store.full"],
    ["ENOTDIR", "store.unreachable"],
  ])("takes the system's %s for %s", (code, expected) => {
    const error = Object.assign(new Error("x"), { code });
    expect(storeError("open the inventory", "/x", error)).toMatchObject({ code: expected });
  });
});
