import {
  type AssignmentRule,
  type Counts,
  countWithoutSuccessor,
  type FilterWords,
  findSame,
  findSuccessors,
  type ImportSettings,
  type InventoryCounts,
  type InventoryFilter,
  type InventoryGap,
  type InventoryQuery,
  importView,
  quoted,
  rulesByDetailsIn,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import { refuseOtherAccount } from "../other-account.ts";
import { accountOf } from "./account-of.ts";
import { labelStore, ruleSetOf, warnOfConflicts, warnOfDetails } from "./apply-rules.ts";
import { boundClient } from "./bound-client.ts";
import { bySuccessor, refuseSuccessorFilter } from "./by-successor.ts";
import { AS_OF, NOTHING_IMPORTED, trustOf } from "./completeness.ts";
import { countedBy, NOT_COUNTED, refuseHiddenCounts } from "./counted.ts";
import { type FilledStore, type Filling, fillStore, type Refresh } from "./fill-store.ts";
import type { FilterValue } from "./filter-attributes.ts";
import { gapsOfWords } from "./gaps-of-words.ts";
import { namesOf } from "./kept-names.ts";
import { orderedCounts } from "./ordered-counts.ts";
import { pastDamage } from "./past-damage.ts";
import { readDetailsFor, refuseUnaskedDetails } from "./read-details.ts";
import { refuseTooLarge, refuseTooManyRows } from "./result-size.ts";
import { type InventoryRowValue, rowOf } from "./row-attributes.ts";
import { refuseUnknownUnits, rulesOf, settingsOf } from "./settings-of.ts";
import { sortOf } from "./sort.ts";
import { filterFor, unitsIn, wantedOf, withinUnits } from "./wanted-filter.ts";

const DEFAULT_LIMIT = 1_000;

const HOW_TO_JUDGE =
  "Ask with details = true, a call for each certificate that is shown, or give the rule a condition on the type.";

/** The arguments of `data.sectigo_inventory`. */
interface InventoryConfig {
  readonly connector: ConnectorRef;
  readonly view: string | null;
  readonly filter: FilterValue | null;
  readonly sort: { readonly by: string; readonly descending: boolean | null } | null;
  readonly limit: number | null;
  readonly count_by: readonly string[] | null;
  readonly details: boolean | null;
  readonly include_persons: boolean | null;
  readonly refresh: string | null;
  readonly store: string | null;
}

type ReadRequest = Omit<Operation<Connection>, "private"> & { readonly config: InventoryConfig };

/** Fills the store as far as wanted, applies the rules, and answers from it. */
export async function readInventory(request: ReadRequest) {
  const { api, config, warn } = request;
  const { connector } = config;
  refuseOtherAccount(connector, api.identity, "connector");
  for (const profile of config.filter?.outside_limits_of ?? [])
    refuseOtherAccount(profile, api.identity, "filter.outside_limits_of");
  api.businessUnits.check(
    connector.business_unit,
    `read the inventory of connector ${quoted(connector.name ?? "")}`,
  );
  if (connector.import === null) {
    warn(
      "The connector imports nothing",
      "Its inventory is empty. Give the connector its `import` argument; `import = {}` takes all.",
    );
    return { ...config, ...nothing() };
  }
  const imported = connector.import;
  return pastDamage(api, config.store, () => readOnce(request, imported));
}

async function readOnce(request: ReadRequest, wanted: NonNullable<ConnectorRef["import"]>) {
  const { api, config } = request;
  const given = rulesOf(wanted);
  const rules = ruleSetOf(given);
  const nameGaps: InventoryGap[] = [];
  const onGap = (gap: InventoryGap) => nameGaps.push(gap);
  const imported = await settingsOf(
    config.connector,
    wanted,
    namesOf({ api, warn: request.warn, refresh: config.refresh, store: config.store, onGap }),
    waitOf(request),
  );
  const asked = wantedOf(config);
  refuseUnknownUnits(unitsIn(asked), imported.businessUnits);
  refuseHiddenCounts(config.count_by ?? [], config.include_persons ?? false);
  const filling = fillingOf(request, imported, {
    filter: await filterFor({ ...request, onGap }, asked, imported),
    types: asked.words.certificate_types ?? null,
  });
  const { words } = asked;
  const lookedUp = asked.view === null ? [words] : [words, asked.view];
  refuseSuccessorFilter(words, filling);
  const filled = await fillStore(filling);
  try {
    return {
      ...config,
      ...(await answer(request, { filling, filled, rules, given, imported, words, lookedUp, nameGaps })),
    };
  } finally {
    await filled.close();
  }
}

function fillingOf(
  request: ReadRequest,
  settings: ImportSettings,
  { filter, types }: { readonly filter: InventoryFilter; readonly types: readonly string[] | null },
): Filling {
  const { api, warn, log, config } = request;
  const wait = waitOf(request);
  return {
    ...{ api, scm: boundClient(request), warn, log, wait },
    account: accountOf(api.identity),
    // Other types are neither asked for nor shown.
    settings: {
      ...settings,
      certificateTypes: settings.certificateTypes.filter((type) => types === null || types.includes(type)),
    },
    filter: withinUnits(filter, { api, what: "read the inventory" }),
    // The argument's check lets no other words through.
    refresh: (config.refresh ?? "due") as Refresh,
    store: config.store,
    asOf: AS_OF,
  };
}

interface Parts {
  readonly filling: Filling;
  readonly filled: FilledStore;
  readonly rules: ReturnType<typeof ruleSetOf>;
  /** The same as they are written. */
  readonly given: readonly AssignmentRule[];
  /** The connector's own settings. */
  readonly imported: ImportSettings;
  readonly words: FilterWords;
  /** The filter and the view, whose names were looked up. */
  readonly lookedUp: readonly FilterWords[];
  /** Of names that were looked up. */
  readonly nameGaps: readonly InventoryGap[];
}

async function answer(
  { api, config, warn }: ReadRequest,
  { filling, filled: { store, gaps }, rules, given, imported, words, lookedUp, nameGaps }: Parts,
) {
  const { account, settings, filter } = filling;
  const now = api.clock.now();
  const limit = config.limit ?? DEFAULT_LIMIT;
  const view = importView(account, settings, rules?.digest ?? null);
  const asked: InventoryQuery = { view, filter, sort: sortOf(config.sort), limit, now };
  const isAsked = config.details ?? false;
  const isSucceeded = words.has_successor ?? null;
  await labelStore(store, account, rules);
  refuseUnaskedDetails(filling, isAsked);
  await readDetailsFor(filling, { store, query: asked, isAsked: isAsked && isSucceeded === null });
  // Details may be what a rule is about.
  await labelStore(store, account, rules);
  const { query, unknown } = await bySuccessor(store, asked, isSucceeded);
  if (isSucceeded !== null) {
    await readDetailsFor(filling, { store, query, isAsked });
    await labelStore(store, account, rules);
  }
  const counts = await store.count(query);
  const searched = { store, view, filter: query.filter ?? {}, now };
  const alone = filling.refresh === "live" ? null : await countWithoutSuccessor(searched);
  refuseTooManyRows(Math.min(limit, counts.total));
  const { rows, total } = await store.query(query);
  refuseTooLarge(rows);
  warnOfConflicts(rules, rows, { warn, now });
  const byDetails = await rulesByDetailsIn(store, { view, now }, given);
  if (!isAsked) warnOfDetails(byDetails, warn, HOW_TO_JUDGE);
  const hasSuccessor = await findSuccessors({ store, view, rows, now });
  const sameIdsOf = await findSame({ store, view, rows, now });
  const profiles = config.filter?.outside_limits_of ?? null;
  const form = { hasPersons: config.include_persons ?? false, now, hasSuccessor, sameIdsOf, profiles };
  const more = await countedBy(store, query, { wanted: config.count_by ?? [], counts });
  return {
    rows: rows.map((entry) => rowOf(entry, form)),
    total,
    counts: countsOf(counts, alone, more),
    ...(await trustOf(filling, {
      ...{ store, query, imported, types: words.certificate_types ?? null },
      more: await gapsOfWords({
        ...{ store, query, rules, byDetails, unknown, words: lookedUp },
        ...{ countBy: config.count_by ?? [], isLive: filling.refresh === "live" },
        gaps: [...gaps, ...nameGaps],
      }),
    })),
  };
}

function countsOf(
  counts: Omit<InventoryCounts, "total">,
  alone: Counts | null,
  more: Awaited<ReturnType<typeof countedBy>>,
) {
  return {
    ...more,
    by_status: counts.byStatus,
    by_type: counts.byType,
    by_issuer: counts.byIssuer,
    by_organization: counts.byOrganization,
    by_key_type: counts.byKeyType,
    by_expiry: counts.byExpiry,
    ending_without_successor: alone,
    ordered: orderedCounts(counts, more),
  };
}

function nothing() {
  const none = {
    organizationNames: {},
    byStatus: {},
    byType: {},
    byIssuer: {},
    byOrganization: {},
    byKeyType: {},
    byExpiry: {},
  };
  const rows: readonly InventoryRowValue[] = [];
  return {
    rows,
    total: 0,
    counts: countsOf(none, { within_7: 0, within_30: 0, unknown: 0 }, NOT_COUNTED),
    ...NOTHING_IMPORTED,
  };
}
