import { ConfigError, type InventoryEntry } from "../../../core/index.ts";
import { rowAttributes } from "./row-attributes.ts";

/** What Terraform takes in one answer. Source: hashicorp/terraform, internal/plugin6, grpcMaxMessageSize. */
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
/** Room for counts and the frame. */
const LARGEST_ROWS_BYTES = LARGEST_ANSWER_BYTES - 4 * 1024 * 1024;
/** Names of attributes stand in every row, each with a byte for its length, and at least one for its value. */
const LEAST_ROW_BYTES = Object.keys(rowAttributes).reduce((sum, name) => sum + name.length + 2, 0);

/** Before anything is read: so many rows can't fit, whatever is in them. @throws ConfigError `config.result_too_large` */
export function refuseTooManyRows(rows: number): void {
  if (rows * LEAST_ROW_BYTES > LARGEST_ROWS_BYTES) throw tooLarge(rows);
}

/** Before the answer is built. @throws ConfigError `config.result_too_large` */
export function refuseTooLarge(entries: readonly InventoryEntry[]): void {
  let bytes = 0;
  for (const entry of entries) {
    // Text is the same in JSON and on the wire, but for quotes and escapes, which make it longer here.
    bytes += LEAST_ROW_BYTES + Buffer.byteLength(JSON.stringify(Object.values(entry)));
    if (bytes > LARGEST_ROWS_BYTES) throw tooLarge(entries.length);
  }
}

function tooLarge(rows: number): ConfigError {
  return new ConfigError(
    `read the inventory: ${rows} rows are more than Terraform takes in one answer (64 MB)`,
    {
      ...{ code: "config.result_too_large", path: "limit" },
      hint: "Lower `limit`, narrow `filter`, or set `limit = 0` for total and counts alone, which have no such bound.",
    },
  );
}
