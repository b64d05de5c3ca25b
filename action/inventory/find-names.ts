import {
  type FindNames,
  findNames,
  gapOfNames,
  type InventoryAccount,
  type InventoryGap,
  type InventoryStore,
  isListed,
  type NameSource,
  type ScmClient,
} from "../../core/index.ts";
import type { ActionInputs } from "../inputs.ts";
import type { Step } from "../step.ts";

interface Asking {
  readonly client: Pick<ScmClient, "organizations" | "profiles">;
  readonly store: InventoryStore;
  readonly account: InventoryAccount;
}

export function nameSource(
  { client, store, account }: Asking,
  { clock, signal }: Step,
): NameSource & { readonly store: InventoryStore } {
  return {
    ...{ store, account, clock },
    ask: {
      organizations: () => client.organizations.list({ signal }),
      profiles: () => client.profiles.list({}, { signal }),
    },
  };
}

/**
 * Names of SCM's catalog: its present ones, which the store then keeps; the kept ones where SCM is not to be asked or does not
 * answer.
 * @param onGap is told what an answer lacks that goes by kept names, or by none
 */
export function findNamesOf(
  source: NameSource & { readonly store: InventoryStore },
  {
    refresh,
    onGap,
  }: Pick<ActionInputs["inventory"], "refresh"> & { readonly onGap: (gap: InventoryGap) => void },
): FindNames {
  return async (part) => {
    if (refresh === "never") return (await source.store.keptCatalog(source.account, part))?.value ?? null;
    const { value, readAt, failure } = await findNames(source, part);
    // Of what may not be listed, the answer's own look at its rows tells.
    if (failure !== null && (value === null || isListed(value)))
      onGap(gapOfNames(part, readAt, failure.message));
    return value;
  };
}
