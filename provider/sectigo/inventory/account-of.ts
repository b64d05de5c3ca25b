import type { InventoryAccount } from "../../../core/index.ts";
import type { AccountIdentity } from "../connection.ts";

/** Whose inventory a provider block reads. */
export function accountOf({ host, customerUri, administrator }: AccountIdentity): InventoryAccount {
  return { host, customerUri: customerUri ?? "", administrator };
}
