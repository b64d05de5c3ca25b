import { join } from "node:path";
import {
  type Clock,
  type EnvironmentVariables,
  type InventoryAccount,
  type InventoryStore,
  isInventoryKept,
  type Logger,
  openInventoryStore,
  openMemoryInventory,
  SectigoError,
} from "../../../core/index.ts";

const NO_STORE = "none";
const FILE = ["terraform-provider-sectigo", "inventory.sqlite"];

/** The place of a store that ends with the process. */
export const IN_MEMORY = Symbol("in memory");

/**
 * Where an inventory is kept: what the argument says, else the environment, else a file in the user's cache folder, else
 * in memory: a container without HOME needs no setting for one run.
 * @returns null when no store is wanted
 * Source: XDG Base Directory Specification, `XDG_CACHE_HOME`.
 */
export function storePath(
  argument: string | null,
  variables: EnvironmentVariables,
): string | typeof IN_MEMORY | null {
  const wanted = argument ?? (variables.SECTIGO_INVENTORY_STORE || null);
  if (wanted !== null) return wanted === NO_STORE ? null : wanted;
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: local, HOME: home } = variables;
  if (cache) return join(cache, ...FILE);
  if (local) return join(local, ...FILE);
  if (home) return join(home, ".cache", ...FILE);
  return IN_MEMORY;
}

interface StoresOptions {
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The stores that a provider block has open: one per file, opened when first asked for. */
export class InventoryStores {
  readonly #options: StoresOptions;
  readonly #open = new Map<string | typeof IN_MEMORY, Promise<InventoryStore>>();
  /** Ids that this run changed, for stores that are opened later. */
  readonly #changed = new Set<number>();
  #account: InventoryAccount | null = null;

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  /** Whether that store is gone after this run, because nothing says where a file could be. */
  isForgetful(argument: string | null): boolean {
    return storePath(argument, this.#options.variables) === IN_MEMORY;
  }

  /** @returns null when no store is wanted @throws StoreError */
  async at(argument: string | null): Promise<InventoryStore | null> {
    const path = storePath(argument, this.#options.variables);
    if (path === null) return null;
    const { clock, log, variables } = this.#options;
    const opened =
      this.#open.get(path) ??
      (path === IN_MEMORY ? openMemoryInventory(clock) : this.#opened({ path, clock, log, variables }));
    this.#open.set(path, opened);
    opened.catch(() => this.#open.delete(path));
    return opened;
  }

  async #opened(options: Parameters<typeof openInventoryStore>[0]): Promise<InventoryStore> {
    const store = await openInventoryStore(options);
    if (this.#account !== null) await store.makeDue(this.#account, "ssl", [...this.#changed]);
    return store;
  }

  /**
   * Makes inventories due after an act of this run: those that are open, and the one of later runs where there is one. An
   * act is never failed by that: the copy is then as old as it says.
   */
  async noteAct(account: InventoryAccount, sslIds: readonly number[]): Promise<void> {
    for (const id of sslIds) this.#changed.add(id);
    this.#account = account;
    try {
      const path = storePath(null, this.#options.variables);
      if (typeof path === "string" && !this.#open.has(path) && isInventoryKept(path)) await this.at(null);
      for (const store of this.#open.values()) await (await store).makeDue(account, "ssl", sslIds);
    } catch (thrown) {
      if (!(thrown instanceof SectigoError)) throw thrown;
      this.#options.log.warn("the inventory was not told of a change", { code: thrown.code });
    }
  }

  /** Closes a store that turned out to be damaged, so that the next one is opened anew. */
  async forget(argument: string | null): Promise<void> {
    const path = storePath(argument, this.#options.variables);
    if (path === null) return;
    const opened = this.#open.get(path);
    this.#open.delete(path);
    await (await opened)?.close();
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#open.values());
    this.#open.clear();
    await Promise.all(opened.map((one) => (one.status === "fulfilled" ? one.value.close() : undefined)));
  }
}
