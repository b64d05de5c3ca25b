import { systemClock } from "../../core/base/clock.ts";
import { SectigoError } from "../../core/base/errors.ts";
import { silentLogger } from "../../core/base/log.ts";
import type { InventoryView } from "../../core/domain/inventory.ts";
import { openInventoryStore } from "../../core/store/load-store.ts";

/** `node test/support/read-store.ts <file>`: what a store tells this user, as JSON. */
const account = { host: "cert-manager.com", customerUri: "cst01234", administrator: "svc-certs" };
const view: InventoryView = {
  ...{ account, types: ["ssl"], includeDiscovered: false, includeExpired: true, includeRevoked: true },
  ...{ businessUnits: { forAll: null, byOrganizationId: new Map() }, ruleSet: "rules" },
};

async function read(path: string): Promise<object> {
  const store = await openInventoryStore({ path, clock: systemClock(), log: silentLogger, variables: {} });
  const labels = { tags: ["web"], owners: [], attributes: {} };
  const labelled = await store.label({ account, ruleSet: "rules", labelOf: () => labels, isNoted: true });
  const now = new Date();
  const { rows, total } = await store.query({ view, now });
  const { total: tagged } = await store.count({ view, filter: { tags: ["web"] }, now });
  const answer = { total, labelled, tagged, tags: rows[0]?.tags };
  return { ...answer, ...(await store.tryImport(account).then(() => ({}), told)) };
}

function told(thrown: unknown): object {
  if (!(thrown instanceof SectigoError)) throw thrown;
  const { code, message, hint } = thrown;
  return { code, message, hint };
}

console.log(JSON.stringify(await read(process.argv[2] ?? "").catch(told)));
