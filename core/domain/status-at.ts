import type { InventoryRow } from "./inventory-row.ts";
import { isOver } from "./validity.ts";

/**
 * The state of a certificate as of now: SCM's word for it, but for an issued one whose end has come, which is expired
 * whatever SCM said last. The one meaning of a state: of rows, counts, filters and rules.
 */
export function statusAt({ status, expires }: Pick<InventoryRow, "status" | "expires">, now: Date): string {
  return status === "Issued" && isOver(expires, now) ? "Expired" : status;
}

/** The row with its state as of now: what rules are asked about. */
export function rowAt<Row extends InventoryRow>(row: Row, now: Date): Row {
  return { ...row, status: statusAt(row, now) };
}
