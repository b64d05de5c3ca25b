import {
  type CatalogParts,
  isOfTheWorld,
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

interface Asking extends Pick<Operation<Connection>, "api" | "warn"> {
  /** `never` asks the store first. */
  readonly refresh: string | null;
  /** The argument. */
  readonly store: string | null;
}

/**
 * The catalog's names: SCM's present ones, which the store then keeps; its kept ones where SCM is not to be asked or does not
 * answer, which takes a warning with their age.
 */
export function namesOf(asking: Asking): Names {
  return {
    organizations: (wait) => readNames(asking, "organizations", wait),
    profiles: (wait) => readNames(asking, "profiles", wait),
  };
}

/** @throws what SCM's answer throws where the store has kept none */
export function readNames<Part extends keyof CatalogParts>(
  asking: Asking,
  part: Part,
  wait: WaitOptions,
): Promise<CatalogParts[Part]> {
  const { catalog } = asking.api;
  const ask: Readonly<{ [Each in keyof CatalogParts]: () => Promise<CatalogParts[Each]> }> = {
    organizations: () => catalog.organizations(wait),
    profiles: () => catalog.profiles(null, wait),
  };
  return read(asking, part, ask[part]);
}

async function read<Part extends keyof CatalogParts>(
  asking: Asking,
  part: Part,
  ask: () => Promise<CatalogParts[Part]>,
): Promise<CatalogParts[Part]> {
  const { api, refresh } = asking;
  // A live answer neither reads nor writes a store.
  if (refresh === "live") return ask();
  const store = await api.inventories.at(asking.store);
  const account = accountOf(api.identity);
  if (refresh === "never") {
    const kept = await store?.keptCatalog(account, part);
    if (kept) return kept.value;
  }
  try {
    const value = await ask();
    await store?.keepCatalog(account, part, { value, readAt: api.clock.now() });
    return value;
  } catch (thrown) {
    const kept = isOfTheWorld(thrown) ? await store?.keptCatalog(account, part) : null;
    if (!kept) throw thrown;
    tellAge(asking, part, kept.readAt);
    return kept.value;
  }
}

/** Names seldom change, and a question that needs them asks for the present ones. */
const RENEWED_AFTER_MS = 86_400_000;

/** Beside an import, so that later reads can look up names without SCM. What can't be read now is read another time. */
export async function keepNames(asking: Asking, wait: WaitOptions): Promise<void> {
  const store = await asking.api.inventories.at(asking.store);
  const names = namesOf(asking);
  for (const part of ["organizations", "profiles"] as const) {
    const kept = await store?.keptCatalog(accountOf(asking.api.identity), part);
    const ageMs = asking.api.clock.now().getTime() - (kept?.readAt.getTime() ?? 0);
    if (ageMs >= 0 && ageMs < RENEWED_AFTER_MS) continue;
    try {
      await names[part](wait);
    } catch (thrown) {
      if (!isOfTheWorld(thrown)) throw thrown;
    }
  }
}

const WHAT: Readonly<Record<keyof CatalogParts, string>> = {
  organizations: "organizations and departments",
  profiles: "SCM profiles",
};

function tellAge({ api, warn }: Asking, part: keyof CatalogParts, readAt: Date): void {
  if (!api.catalog.isFirstTime(`names of ${part} are kept ones`)) return;
  warn(
    `Names of ${WHAT[part]} can't be read now`,
    `They are looked up as SCM gave them at ${readAt.toISOString()}, which the inventory's store has kept.`,
  );
}
