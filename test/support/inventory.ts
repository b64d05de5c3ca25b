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
import { openStore } from "../../core/store/open-store.ts";
import { NodeSqliteDialect } from "../../core/store/sqlite-dialect.ts";
import { storeError } from "../../core/store/store-error.ts";

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

/** A store of its own in a folder of its own. */
export async function testStore(clock: Clock = systemClock()) {
  const { path, folder, [Symbol.dispose]: remove } = storeFolder();
  const store = await openStore({ path, clock, log: silentLogger });
  return {
    store,
    path,
    folder,
    async [Symbol.asyncDispose]() {
      await store.close();
      remove();
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
    dialect: new NodeSqliteDialect(opened, (ms) => clock.wait(ms)),
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
