import {
  ConfigError,
  type FilterWords,
  type InventoryGap,
  importView,
  rulesByDetailsIn,
} from "../../../../core/index.ts";
import { bySensors } from "../../by-sensors.ts";
import { waitOf } from "../../connection.ts";
import { accountOf } from "../../inventory/account-of.ts";
import { labelStore, ruleSetOf } from "../../inventory/apply-rules.ts";
import { bySuccessor, refuseSuccessorFilter } from "../../inventory/by-successor.ts";
import { trustOf } from "../../inventory/completeness.ts";
import { type FilledStore, type Filling, fillStore, type Refresh } from "../../inventory/fill-store.ts";
import { gapsOfWords } from "../../inventory/gaps-of-words.ts";
import { readDetailsFor } from "../../inventory/read-details.ts";
import { refuseUnknownUnits, rulesOf } from "../../inventory/settings-of.ts";
import { filterFor, withinUnits } from "../../inventory/wanted-filter.ts";
import { DEFAULT_STATUSES, type FindRequest, type Looked, lookedAt } from "./list-request.ts";
import type { Rows } from "./rows-of.ts";

/** Rows to list, of a store that is filled as far as that is wanted. */
interface Prepared extends Rows {
  readonly close: () => Promise<void>;
}

/**
 * Fills the store, and says what the list lacks: an empty one would look as if the account held nothing.
 * @returns null, with a warning, where nothing is looked at
 * @throws ConfigError for a name that SCM does not have, a foreign business unit, a store that was never filled
 */
export async function prepareRows(request: FindRequest): Promise<Prepared | null> {
  const { warn } = request;
  const gaps: InventoryGap[] = [];
  const onGap = (gap: InventoryGap) => gaps.push(gap);
  const looked = await lookedAt({ ...request, onGap, wait: waitOf(request) });
  if (looked === null) {
    warn(
      "The connector imports no SSL certificates",
      "So none are found. Give it its `import` argument; `import = {}` takes all.",
    );
    return null;
  }
  const filling = await fillingOf(request, looked, onGap);
  const filled = await fillStore(filling);
  try {
    // A live answer has told its own.
    const all = filling.refresh === "live" ? gaps : [...filled.gaps, ...gaps];
    return await rowsIn(request, { looked, filling, filled: { ...filled, gaps: all } });
  } catch (thrown) {
    await filled.close();
    throw thrown;
  }
}

async function fillingOf(
  request: FindRequest,
  { settings, imported }: Looked,
  onGap: (gap: InventoryGap) => void,
): Promise<Filling> {
  const { api, config, warn, log } = request;
  const { client: scm, diagnostics } = bySensors(api, config.connector?.sensors ?? null);
  for (const { summary, detail } of diagnostics) warn(summary, detail);
  const words: FilterWords = config.filter ?? {};
  const refresh = refreshOf(config);
  refuseSuccessorFilter(words, { settings, refresh });
  refuseUnknownUnits(words.business_units ?? [], imported.businessUnits);
  const filter = await filterFor({ ...request, onGap }, { words, view: null }, settings);
  return {
    ...{ api, scm, warn, log, settings, wait: waitOf(request), account: accountOf(api.identity) },
    filter: {
      ...withinUnits(filter, { api, what: "list certificates" }),
      statuses: filter.statuses ?? DEFAULT_STATUSES,
    },
    ...{ refresh, store: config.store },
    asOf: "another warning says since when changes may be missing",
  };
}

/** The argument's check lets no other words through. */
const refreshOf = ({ refresh }: FindRequest["config"]) => (refresh ?? "due") as Refresh;

interface Parts {
  readonly looked: Looked;
  readonly filling: Filling;
  readonly filled: FilledStore;
}

/** With what rules say of rows, and with the details that a condition is about. */
async function rowsIn(
  { config, warn }: FindRequest,
  { looked, filling, filled: { store, gaps, close } }: Parts,
): Promise<Prepared> {
  const { account, settings, filter, api, refresh } = filling;
  const given = config.connector?.import ? rulesOf(config.connector.import) : [];
  const rules = ruleSetOf(given);
  const now = api.clock.now();
  const asked = { view: importView(account, settings, rules?.digest ?? null), filter, now };
  await labelStore(store, account, rules);
  await readDetailsFor(filling, { store, query: asked, isAsked: false });
  await labelStore(store, account, rules);
  const words: FilterWords = config.filter ?? {};
  const { query, unknown } = await bySuccessor(store, asked, words.has_successor ?? null);
  const byDetails = await rulesByDetailsIn(store, query, given);
  const open = { store, query, unknown, rules, byDetails, gaps, words: [words] };
  const more = await gapsOfWords({ ...open, isLive: refresh === "live" });
  const trust = await trustOf(filling, { store, query, imported: looked.imported, types: null, more });
  if (trust.imported_at === null) throw neverImported(refresh);
  for (const { missing, why } of trust.warnings)
    warn(`The list may lack ${missing}`, `That is because: ${why}.`);
  return { store, query, close };
}

function neverImported(refresh: Refresh): ConfigError {
  return new ConfigError("list certificates: what is asked for was never imported to its end", {
    ...{ code: "config.never_imported", path: "refresh" },
    hint:
      refresh === "never"
        ? 'Leave refresh out, or set refresh = "always", so that SCM is asked.'
        : "The warning beside this says what the import met. Run it again when that is mended.",
  });
}
