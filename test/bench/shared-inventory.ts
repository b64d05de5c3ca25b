import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../core/base/clock.ts";
import { silentLogger } from "../../core/base/log.ts";
import type { InventoryStore } from "../../core/store/inventory-store.ts";
import { openInventoryStore } from "../../core/store/load-store.ts";
import { startPostgres } from "../support/postgres.ts";
import { fill, filtered, worksOn } from "./inventory.ts";
import { type Figure, medians, slowest } from "./timing.ts";

const RUNS = 5;
const READERS = 20;
const LIMIT_MS = 1_000;
/** A server as it is set up for work: what it confirms is on the disk. */
const SETTINGS = { fsync: "on", full_page_writes: "on", shared_buffers: "512MB" };

const open = (path: string): Promise<InventoryStore> =>
  openInventoryStore({ path, clock: systemClock(), log: silentLogger, variables: {} });

async function fillTimed(path: string, count: number): Promise<number> {
  const store = await open(path);
  const start = performance.now();
  await fill(store, count);
  const ms = performance.now() - start;
  await store.close();
  return Math.round(ms);
}

/** What storing an import takes on a server, beside a file in the same run. SCM's part is the same for both, and left out. */
export async function benchSharedImport(count: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  const server = await startPostgres({ settings: SETTINGS });
  try {
    const file = await fillTimed(join(folder, "inventory.sqlite"), count);
    const shared = await fillTimed(server.url("bench"), count);
    const [size] = await server.sql(
      "select sum(pg_total_relation_size(quote_ident(schemaname) || '.' || quote_ident(tablename)))::float8 as octets from pg_tables where schemaname = 'bench'",
    );
    const yardstick = `a file: ${file} ms; PostgreSQL: ${shared} ms, ${Math.round(Number(size?.octets) / count)} octets for each`;
    return [
      {
        ...{ what: `storing ${count} certificates on PostgreSQL, multiple of a file's time`, unit: "×" },
        ...{ value: Math.round((100 * shared) / file) / 100, limit: 3, yardstick },
      },
    ];
  } finally {
    await server[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long readers wait who ask everything at once; an error of any is thrown. */
async function readAtOnce(url: string): Promise<number> {
  const stores = await Promise.all(Array.from({ length: READERS }, () => open(url)));
  const start = performance.now();
  await Promise.all(
    stores.map(async (store) => {
      for (const work of Object.values(worksOn(store))) await work();
    }),
  );
  const ms = performance.now() - start;
  await Promise.all(stores.map((store) => store.close()));
  return Math.round(ms);
}

/** S84: filtered queries and all counts over many rows on a server, one by one and from many readers at once. */
export async function benchSharedInventory(count: number): Promise<readonly Figure[]> {
  const server = await startPostgres({ settings: SETTINGS });
  try {
    const url = server.url("bench");
    const filled = await fillTimed(url, count);
    await server.sql("vacuum analyze");
    return await figuresOf(url, count, `${count} rows, stored in ${filled} ms`);
  } finally {
    await server[Symbol.asyncDispose]();
  }
}

async function figuresOf(url: string, count: number, yardstick: string): Promise<readonly Figure[]> {
  const store = await open(url);
  const works = worksOn(store);
  const times = await medians(works, RUNS);
  await store.close();
  const together = await readAtOnce(url);
  const answers = READERS * Object.keys(works).length;
  const each = { unit: "ms", limit: LIMIT_MS, yardstick };
  return [
    ...Object.entries(times).map(([name, ms]) => ({
      ...{ what: `shared ${name}, ${count} rows`, value: Math.round(ms), ...each },
    })),
    {
      ...{
        what: `${READERS} readers at once, each answer`,
        value: Math.round(together / answers),
        unit: "ms",
      },
      ...{ limit: null, yardstick: `${answers} answers in ${together} ms, without an error` },
    },
    slowest(filtered(times), { what: `shared, ${count} rows`, limit: LIMIT_MS }),
  ];
}
