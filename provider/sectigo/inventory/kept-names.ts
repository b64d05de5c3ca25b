import {
  type CatalogParts,
  findNames,
  gapOfNames,
  type InventoryGap,
  isListed,
  keepNames,
  type NameSource,
  type Organization,
  type ScmProfile,
  type WaitOptions,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { accountOf } from "./account-of.ts";

/** Where names are looked up. */
export interface Names {
  readonly organizations: (wait: WaitOptions) => Promise<readonly Organization[]>;
  /** All that this administrator sees. */
  readonly profiles: (wait: WaitOptions) => Promise<readonly ScmProfile[]>;
}

export interface AskingNames extends Pick<Operation<Connection>, "api" | "warn"> {
  /** `never` asks the store first. */
  readonly refresh: string | null;
  /** The argument. */
  readonly store: string | null;
  /** Is told what an answer lacks that goes by kept names, or by none. */
  readonly onGap?: (gap: InventoryGap) => void;
}

/**
 * The catalog's names: SCM's present ones, which the store then keeps; its kept ones where SCM is not to be asked or does not
 * answer, which takes a warning with their age.
 */
export function namesOf(asking: AskingNames): Names {
  return {
    organizations: (wait) => readNames(asking, "organizations", wait),
    profiles: (wait) => readNames(asking, "profiles", wait),
  };
}

function sourceOf(
  { api }: Pick<AskingNames, "api">,
  store: NameSource["store"],
  wait: WaitOptions,
): NameSource {
  const { catalog, clock } = api;
  return {
    ...{ store, clock, account: accountOf(api.identity) },
    ask: {
      organizations: () => catalog.organizations(wait),
      profiles: () => catalog.profiles(null, wait),
    },
  };
}

/** @throws what SCM's answer throws where the store has kept none */
export async function readNames<Part extends keyof CatalogParts>(
  asking: AskingNames,
  part: Part,
  wait: WaitOptions,
): Promise<CatalogParts[Part]> {
  const { api, refresh } = asking;
  // A live answer neither reads nor writes a store.
  const store = refresh === "live" ? null : await api.inventories.at(asking.store);
  if (refresh === "never") {
    const kept = await store?.keptCatalog(accountOf(api.identity), part);
    if (kept && isListed(kept.value)) return kept.value;
  }
  const { value, readAt, failure } = await findNames(sourceOf(asking, store, wait), part);
  if (failure !== null && value !== null && !isListed(value)) throw failure;
  if (failure !== null) asking.onGap?.(gapOfNames(part, readAt, failure.message));
  if (value === null) throw failure;
  if (failure !== null) tellAge(asking, part, readAt);
  return value;
}

/** Beside an import, so that later reads can look up names without SCM. */
export async function keepNamesOf(
  asking: Pick<AskingNames, "api" | "store">,
  wait: WaitOptions,
): Promise<void> {
  const store = await asking.api.inventories.at(asking.store);
  if (store !== null) await keepNames({ ...sourceOf(asking, store, wait), store });
}

const WHAT: Readonly<Record<keyof CatalogParts, string>> = {
  organizations: "organizations and departments",
  profiles: "SCM profiles",
};

function tellAge({ api, warn }: AskingNames, part: keyof CatalogParts, readAt: Date | null): void {
  if (!api.catalog.isFirstTime(`names of ${part} are kept ones`)) return;
  warn(
    `Names of ${WHAT[part]} can't be read now`,
    `They are looked up as SCM gave them at ${readAt?.toISOString()}, which the inventory's store has kept.`,
  );
}
