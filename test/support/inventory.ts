import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { type Clock, systemClock } from "../../core/base/clock.ts";
import { silentLogger } from "../../core/base/log.ts";
import type { InventoryAccount, InventoryView } from "../../core/domain/inventory.ts";
import type { RowPart } from "../../core/domain/merge-parts.ts";
import { locksBy } from "../../core/store/import-locks.ts";
import { type InventoryStore, storeOn } from "../../core/store/inventory-store.ts";
import { openInventoryStore } from "../../core/store/load-store.ts";
import { sqliteOn } from "../../core/store/sqlite-dialect.ts";
import { storeError } from "../../core/store/store-error.ts";
import { sharedPostgres } from "./postgres.ts";

export const ACCOUNT: InventoryAccount = {
  host: "cert-manager.com",
  customerUri: "cst01234",
  administrator: "svc-certs",
};

/** Everything of the account, without rules. */
export function viewOf(more: Partial<InventoryView> = {}): InventoryView {
  return {
    account: ACCOUNT,
    types: ["ssl", "client", "device"],
    includeDiscovered: true,
    includeExpired: true,
    includeRevoked: true,
    businessUnits: { forAll: null, byOrganizationId: new Map() },
    ruleSet: null,
    ...more,
  };
}

/** A server certificate that ends in the year 2100, unless told otherwise. */
export function sslPart(certificateId: number, more: Partial<RowPart> = {}): RowPart {
  return {
    type: "ssl",
    certificateId,
    commonName: `h${certificateId}.example.test`,
    subjectAlternativeNames: [`h${certificateId}.example.test`, `www.h${certificateId}.example.test`],
    status: "Issued",
    origin: "managed",
    expires: "2100-01-01T00:00:00.000Z",
    ...more,
  };
}

/** A folder for a store, gone with the test. */
export function storeFolder() {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-store-"));
  return {
    folder,
    path: join(folder, "inventory.sqlite"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whether the tests of this run are about the store on PostgreSQL: those of the project of that name. */
export const isOnPostgres = process.env.SECTIGO_TEST_STORE === "postgres";

/** Where a store can be, a new one for each test: a file in a folder of its own, or a schema of its own. */
export async function storePlace() {
  const { folder, path, [Symbol.dispose]: remove } = storeFolder();
  if (!isOnPostgres) return { folder, path, [Symbol.asyncDispose]: async () => remove() };
  const { server, schema } = await sharedPostgres();
  return {
    folder,
    path: server.url(schema),
    async [Symbol.asyncDispose]() {
      await server.sql(`drop schema if exists ${schema} cascade`);
      remove();
    },
  };
}

/** Opens what `storePlace` tells. */
export function openPlace(path: string, clock: Clock = systemClock()): Promise<InventoryStore> {
  return openInventoryStore({ path, clock, log: silentLogger, variables: {} });
}

/** A store of its own. */
export async function testStore(clock: Clock = systemClock()) {
  const place = await storePlace();
  const { path, folder } = place;
  const store = await openPlace(path, clock);
  return {
    store,
    path,
    folder,
    async [Symbol.asyncDispose]() {
      await store.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

const NAME = "by hand";

/** A store on a connection that the test holds in its hands. */
export async function storeOf(opened: DatabaseSync): Promise<InventoryStore> {
  const clock = systemClock();
  return storeOn({
    name: NAME,
    clock,
    database: sqliteOn(opened, clock),
    locks: locksBy(async () => ({ release: () => undefined })),
    guard: async (what, work) => {
      try {
        return await work();
      } catch (error) {
        throw storeError(what, NAME, error);
      }
    },
  });
}
