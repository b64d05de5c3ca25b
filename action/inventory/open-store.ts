import { dirname, join } from "node:path";
import {
  DEFAULT_BASE_URL,
  type InventoryAccount,
  type InventoryStore,
  isDatabaseUrl,
  isUrl,
  type Logger,
  openInventoryStore,
  openMemoryInventory,
  silentLogger,
} from "../../core/index.ts";
import type { ConnectionInputs } from "../inputs/connection.ts";
import type { Step } from "../step.ts";

/**
 * Where an inventory is kept; null for memory. A database may be named by the environment, with its password; files are in the
 * workspace, and named by the input.
 */
export function storePlace(input: string | null, { variables }: Pick<Step, "variables">): string | null {
  const shared = variables.SECTIGO_INVENTORY_STORE?.trim() ?? "";
  return input ?? (isDatabaseUrl(shared) ? shared : null);
}

/** @throws StoreError, ConfigError */
export async function openStore(input: string | null, step: Step): Promise<InventoryStore> {
  const { workspace, clock, variables } = step;
  const place = storePlace(input, step);
  if (place === null) return openMemoryInventory(clock);
  const opened = { clock, variables, log: storeLog(step) };
  if (isUrl(place)) return openInventoryStore({ ...opened, path: place });
  const folder = await workspace.directory(dirname(place));
  return openInventoryStore({ ...opened, path: join(folder, place.split(/[\\/]/).at(-1) ?? place) });
}

/** What a store warns of, the user of it has to see. */
function storeLog({ log }: Step): Logger {
  return {
    ...silentLogger,
    warn: (message, fields) => log.say([message, fields?.path ?? ""].join(" ").trim()),
  };
}

/** Whose inventory the inputs mean. */
export function accountOf({ baseUrl, login }: ConnectionInputs): InventoryAccount {
  const url = baseUrl ?? DEFAULT_BASE_URL;
  const administrator = login === null ? "" : login.kind === "oauth2" ? login.clientId : login.username;
  return {
    host: URL.canParse(url) ? new URL(url).host : url,
    customerUri: login?.customerUri ?? "",
    administrator,
  };
}
