import {
  type FilterWords,
  filterOfWords,
  type ImportSettings,
  type InventoryFilter,
  viewWords,
  withView,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import { accountOf } from "./account-of.ts";
import { isOfTheWorld } from "./is-of-the-world.ts";
import { namesOf } from "./kept-names.ts";
import { idsOfNames } from "./settings-of.ts";

type Asking = Pick<Operation<Connection>, "api" | "warn"> &
  Parameters<typeof waitOf>[0] & { readonly config: Pick<WantedConfig, "refresh" | "store"> };

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
  settings: ImportSettings,
): Promise<InventoryFilter> {
  const names = await namesIn(request, words, settings);
  const organizations = names === null ? words.organizations : null;
  const filter = filterOfWords({ ...words, organizations: organizations ?? null, any_of: null });
  const anyOf: InventoryFilter[] = [];
  for (const inner of words.any_of ?? []) anyOf.push(await resolved(request, inner, settings));
  const several = words.any_of === null || words.any_of === undefined ? {} : { anyOf };
  return { ...filter, ...names, ...several };
}

/** Whether the store can look up what the filter names. */
async function isNamed(
  { api, config }: Asking,
  { organizations, scm_profiles }: Pick<FilterWords, "organizations" | "scm_profiles">,
): Promise<boolean> {
  const store = await api.inventories.at(config.store);
  const account = accountOf(api.identity);
  const knows = async (part: "organizations" | "profiles", names: readonly string[] | null | undefined) =>
    (names ?? null) === null || ((await store?.keptCatalog(account, part)) ?? null) !== null;
  return (await knows("organizations", organizations)) && (await knows("profiles", scm_profiles));
}

async function namesIn(
  request: Asking,
  words: FilterWords,
  { certificateTypes }: ImportSettings,
): Promise<Partial<InventoryFilter> | null> {
  const { organizations = null, scm_profiles = null, include_departments = null } = words;
  const { api, warn } = request;
  const { refresh, store } = request.config;
  if (refresh === "never" && !(await isNamed(request, { organizations, scm_profiles }))) return null;
  try {
    const types: readonly string[] = words.certificate_types ?? certificateTypes;
    const isSslOnly = types.every((type) => type === "ssl");
    const asked = { organizations, scm_profiles, include_departments, isSslOnly };
    return await idsOfNames(asked, namesOf({ api, warn, refresh, store }), waitOf(request));
  } catch (thrown) {
    if (!isOfTheWorld(thrown)) throw thrown;
    return null;
  }
}
