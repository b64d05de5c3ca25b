import { join } from "node:path";
import {
  type Clock,
  ConfigError,
  type InventoryStore,
  type Logger,
  openInventoryStore,
} from "../../../core/index.ts";
import type { EnvironmentVariables } from "../settings.ts";

const NO_STORE = "none";
const FILE = ["terraform-provider-sectigo", "inventory.sqlite"];

/**
 * Where an inventory is kept: what the argument says, else the environment, else a file in the user's cache folder.
 * @returns null when no store is wanted
 * @throws ConfigError `config.no_cache_folder` when nothing says where
 * Source: XDG Base Directory Specification, `XDG_CACHE_HOME`.
 */
export function storePath(argument: string | null, variables: EnvironmentVariables): string | null {
  const wanted = argument ?? (variables.SECTIGO_INVENTORY_STORE || null);
  if (wanted !== null) return wanted === NO_STORE ? null : wanted;
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: local, HOME: home } = variables;
  if (cache) return join(cache, ...FILE);
  if (local) return join(local, ...FILE);
  if (home) return join(home, ".cache", ...FILE);
  throw new ConfigError("find a place for the inventory's store: neither XDG_CACHE_HOME nor HOME is set", {
    ...{ code: "config.no_cache_folder", path: "store" },
    hint: 'Name a file in SECTIGO_INVENTORY_STORE or `store`, or use `store = "none"` with `refresh = "live"`.',
  });
}

interface StoresOptions {
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The stores that a provider block has open: one per file, opened when first asked for. */
export class InventoryStores {
  readonly #options: StoresOptions;
  readonly #open = new Map<string, Promise<InventoryStore>>();

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  /** @returns null when no store is wanted @throws StoreError, ConfigError */
  async at(argument: string | null): Promise<InventoryStore | null> {
    const path = storePath(argument, this.#options.variables);
    if (path === null) return null;
    const { clock, log } = this.#options;
    const opened = this.#open.get(path) ?? openInventoryStore({ path, clock, log });
    this.#open.set(path, opened);
    opened.catch(() => this.#open.delete(path));
    return opened;
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
