import { StoreError } from "../../../core/index.ts";
import type { Connection } from "../connection.ts";

/** Asks once more where a store turns out to be damaged: it has been put aside, and a new one takes its place. */
export async function pastDamage<T>(
  { inventories }: Pick<Connection, "inventories">,
  store: string | null,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    if (!(thrown instanceof StoreError && thrown.code === "store.damaged")) throw thrown;
    await inventories.forget(store);
    return ask();
  }
}
