import {
  type CatalogParts,
  type FilterWords,
  type ImportSettings,
  type InventoryFilter,
  isOfTheWorld,
  resolveFilter,
  viewWords,
  withView,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import { accountOf } from "./account-of.ts";
import { type AskingNames, readNames } from "./kept-names.ts";

type Asking = Pick<Operation<Connection>, "api" | "warn"> &
  Parameters<typeof waitOf>[0] &
  Pick<AskingNames, "onGap"> & { readonly config: Pick<WantedConfig, "refresh" | "store"> };

interface WantedConfig {
  readonly connector: ConnectorRef;
  readonly view: string | null;
  readonly filter: FilterWords | null;
  readonly refresh: string | null;
  readonly store: string | null;
}

/** What is asked for: the filter, or the view where there is only that. */
interface Wanted {
  readonly words: FilterWords;
  /** What must hold beside; null where it is the filter itself. */
  readonly view: FilterWords | null;
}

/** @throws ConfigError `config.unknown_name` for a view that there is not */
export function wantedOf({ view, filter, connector }: WantedConfig): Wanted {
  if (view === null) return { words: filter ?? {}, view: null };
  const words = viewWords(view, connector.views ?? {}, "view");
  return { words: withView(filter, words), view: filter === null ? null : words };
}

/** Business units that are asked for anywhere. */
export function unitsIn({ words, view }: Wanted): readonly string[] {
  const unitsOf = (one: FilterWords): readonly string[] => [
    ...(one.business_units ?? []),
    ...(one.any_of ?? []).flatMap(unitsOf),
  ];
  return [...unitsOf(words), ...(view === null ? [] : unitsOf(view))];
}

/** Rows of units that this run may not touch are not shown. @throws ConfigError when one of them is asked for */
export function withinUnits(
  filter: InventoryFilter,
  { api: { businessUnits }, what }: { readonly api: Connection; readonly what: string },
): InventoryFilter {
  for (const unit of filter.businessUnits ?? []) businessUnits.check(unit, what);
  return { ...filter, businessUnits: filter.businessUnits ?? businessUnits.allowed ?? undefined };
}

/** The filter in core's words, with ids for names; without SCM names are compared with those of rows. */
export async function filterFor(
  request: Asking,
  { words, view }: Wanted,
  settings: ImportSettings,
): Promise<InventoryFilter> {
  const filter = await resolved(request, words, settings);
  return view === null ? filter : { ...filter, allOf: [await resolved(request, view, settings)] };
}

async function resolved(
  request: Asking,
  words: FilterWords,
  { certificateTypes: types }: ImportSettings,
): Promise<InventoryFilter> {
  const place = { path: "filter", what: "the filter" };
  return resolveFilter(words, { types, find: (part) => namesIn(request, part), place });
}

/** Null where the store has none and SCM is not asked, or does not answer. */
async function namesIn<Part extends keyof CatalogParts>(
  request: Asking,
  part: Part,
): Promise<CatalogParts[Part] | null> {
  const { api, warn, onGap } = request;
  const { refresh, store } = request.config;
  if (refresh === "never") {
    const kept = await (await api.inventories.at(store))?.keptCatalog(accountOf(api.identity), part);
    return kept?.value ?? null;
  }
  try {
    return await readNames({ api, warn, refresh, store, ...(onGap && { onGap }) }, part, waitOf(request));
  } catch (thrown) {
    if (!isOfTheWorld(thrown)) throw thrown;
    return null;
  }
}
