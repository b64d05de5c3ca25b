import {
  type CatalogParts,
  type FindNames,
  type InventoryAccount,
  type InventoryStore,
  isOfTheWorld,
  type ScmClient,
} from "../../core/index.ts";
import type { ActionInputs } from "../inputs.ts";
import type { Step } from "../step.ts";

interface Asking {
  readonly client: Pick<ScmClient, "organizations" | "profiles">;
  readonly store: InventoryStore;
  readonly account: InventoryAccount;
  readonly refresh: ActionInputs["inventory"]["refresh"];
}

/**
 * Names of SCM's catalog: its present ones, which the store then keeps; the kept ones where SCM is not to be asked or does not
 * answer, which the log tells with their age.
 */
export function findNamesOf(
  { client, store, account, refresh }: Asking,
  { clock, log, signal }: Step,
): FindNames {
  const ask: Readonly<{ [Part in keyof CatalogParts]: () => Promise<CatalogParts[Part]> }> = {
    organizations: () => client.organizations.list({ signal }),
    profiles: () => client.profiles.list({}, { signal }),
  };
  return async (part) => {
    const kept = () => store.keptCatalog(account, part);
    if (refresh === "never") return (await kept())?.value ?? null;
    try {
      const value = await ask[part]();
      await store.keepCatalog(account, part, { value, readAt: clock.now() });
      return value;
    } catch (thrown) {
      if (!isOfTheWorld(thrown)) throw thrown;
      const known = await kept();
      const since = known === null ? "names of rows are compared" : `as of ${known.readAt.toISOString()}`;
      log.say(`Names of ${part} can't be read now: ${since}`);
      return known?.value ?? null;
    }
  };
}
