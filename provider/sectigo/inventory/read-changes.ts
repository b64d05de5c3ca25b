import {
  type CertificateType,
  type ChangeKind,
  type InventoryQuery,
  importView,
  judgeHistory,
  quoted,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import { refuseOtherAccount } from "../other-account.ts";
import { accountOf } from "./account-of.ts";
import { labelStore, ruleSetOf } from "./apply-rules.ts";
import { boundClient } from "./bound-client.ts";
import { type ChangeValue, changeOf } from "./change-attributes.ts";
import { AS_OF, NOTHING_IMPORTED, trustOf } from "./completeness.ts";
import { type Filling, fillStore, type Refresh } from "./fill-store.ts";
import { namesOf } from "./kept-names.ts";
import { pastDamage } from "./past-damage.ts";
import { rulesOf, settingsOf } from "./settings-of.ts";

const DEFAULT_LIMIT = 1_000;

/** The arguments of `data.sectigo_inventory_changes`. */
interface ChangesConfig {
  readonly connector: ConnectorRef;
  readonly since: string | null;
  readonly until: string | null;
  readonly kinds: readonly string[] | null;
  readonly attributes: readonly string[] | null;
  readonly certificate_types: readonly string[] | null;
  readonly limit: number | null;
  readonly include_persons: boolean | null;
  readonly refresh: string | null;
  readonly store: string | null;
}

type ReadRequest = Omit<Operation<Connection>, "private"> & { readonly config: ChangesConfig };

const NO_CHANGES: readonly ChangeValue[] = [];
const NOTHING = { changes: NO_CHANGES, total: 0, counts: { added: 0, removed: 0, changed: 0 } };

/** Imports where that is due, and answers what came, went and changed since. */
export async function readChanges(request: ReadRequest) {
  const { api, config, warn } = request;
  const { connector } = config;
  refuseOtherAccount(connector, api.identity, "connector");
  const what = `read changes of connector ${quoted(connector.name ?? "")}`;
  api.businessUnits.check(connector.business_unit, what);
  if (connector.import === null) {
    warn(
      "The connector imports nothing",
      "Give the connector its `import` argument; `import = {}` takes all.",
    );
    return { ...config, ...NOTHING, ...NOTHING_IMPORTED };
  }
  const imported = connector.import;
  return pastDamage(api, config.store, () => readOnce(request, imported));
}

async function readOnce(request: ReadRequest, wanted: NonNullable<ConnectorRef["import"]>) {
  const { config } = request;
  const filling = await fillingOf(request, wanted);
  const { store, close } = await fillStore(filling);
  try {
    const rules = ruleSetOf(rulesOf(wanted));
    await labelStore(store, filling.account, rules);
    return { ...config, ...(await answer(request, filling, store)) };
  } finally {
    await close();
  }
}

async function fillingOf(
  request: ReadRequest,
  wanted: NonNullable<ConnectorRef["import"]>,
): Promise<Filling> {
  const { api, config, warn, log } = request;
  const wait = waitOf(request);
  const names = namesOf({ api, warn, refresh: config.refresh, store: config.store });
  const settings = await settingsOf(config.connector, wanted, names, wait);
  const isWanted = (type: CertificateType): boolean => config.certificate_types?.includes(type) ?? true;
  return {
    ...{ api, scm: boundClient(request), warn, log, wait },
    account: accountOf(api.identity),
    settings: { ...settings, certificateTypes: settings.certificateTypes.filter(isWanted) },
    filter: { businessUnits: api.businessUnits.allowed ?? undefined },
    // The argument's check lets no other words through.
    refresh: (config.refresh ?? "due") as Refresh,
    store: config.store,
    asOf: AS_OF,
  };
}

async function answer(
  { api, config }: ReadRequest,
  filling: Filling,
  store: Awaited<ReturnType<typeof fillStore>>["store"],
) {
  const { account, settings, filter } = filling;
  const now = api.clock.now();
  const since = momentOf(config.since);
  const page = await store.changes({
    ...{ account, types: settings.certificateTypes, organizationIds: settings.organizationIds },
    ...{ scmProfileIds: settings.scmProfileIds, includeDiscovered: settings.includeDiscovered },
    ...{ businessUnits: settings.businessUnits, units: filter.businessUnits },
    since: since ?? new Date(0),
    // What this very read has noticed is in.
    until: momentOf(config.until) ?? new Date(now.getTime() + 1_000),
    // The arguments' checks let no other words through.
    kinds: (config.kinds as readonly ChangeKind[] | null) ?? undefined,
    attributes: config.attributes ?? undefined,
    limit: config.limit ?? DEFAULT_LIMIT,
  });
  const coverages = await store.coverages(account);
  const query: InventoryQuery = { view: importView(account, settings), filter, now };
  const trusted = { store, query, imported: settings, types: config.certificate_types };
  return {
    changes: page.changes.map((change) => changeOf(change, config.include_persons ?? false)),
    total: page.total,
    counts: page.byKind,
    ...(await trustOf(filling, { ...trusted, more: judgeHistory(settings, coverages, { since, now }) })),
  };
}

/** A day is its first moment in UTC. */
function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
