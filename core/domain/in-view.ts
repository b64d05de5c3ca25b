import type { InventoryView } from "./inventory.ts";
import type { InventoryRow } from "./inventory-row.ts";
import { statusAt } from "./status-at.ts";
import { isOver } from "./validity.ts";

/** Whether a view shows a certificate: the same that the store asks for in SQL, for one at hand. */
export function isInView(row: InventoryRow, view: InventoryView, now: Date): boolean {
  const { type, organizationId, scmProfileId, origin, expires } = row;
  const status = statusAt(row, now);
  const isOneOf = (wanted: readonly number[] | undefined, found: number | null): boolean =>
    wanted === undefined || (found !== null && wanted.includes(found));
  const states = view.statuses?.map((one) => one.toLowerCase());
  return (
    view.types.includes(type) &&
    isOneOf(view.organizationIds, organizationId) &&
    isOneOf(view.scmProfileIds, scmProfileId) &&
    (states === undefined || states.includes(status.toLowerCase())) &&
    (view.includeDiscovered || origin === "managed") &&
    (view.includeExpired || (status !== "Expired" && !isOver(expires, now))) &&
    (view.includeRevoked || status !== "Revoked")
  );
}
