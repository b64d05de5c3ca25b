import type { ImportOutcome } from "../../core/index.ts";
import { markdownCode } from "../escape.ts";
import type { InventoryInputs } from "../inputs/inventory.ts";
import { table } from "../summary.ts";
import type { PlannedWrite } from "./write-back.ts";

/** What an import brought, and what was written back. */
interface ImportReport {
  readonly outcome: Pick<ImportOutcome, "rows" | "added" | "changed">;
  /** `none`: there were no rules. */
  readonly mode: InventoryInputs["writeBack"] | "none";
  readonly writes: readonly PlannedWrite[];
  readonly written: number;
}

/** One page of Markdown. */
export function importMarkdown({ outcome, mode, writes, written }: ImportReport): string {
  const { rows, added, changed } = outcome;
  const lead = `**SCM showed ${count(rows, "row")}**: ${added} new, ${changed} changed.`;
  return `## Import\n\n${lead} ${sayWrites(mode, writes.length, written)}\n${writesTable(writes)}`;
}

/** One sentence on what was written back, or would be. */
export function sayWrites(mode: ImportReport["mode"], planned: number, written: number): string {
  switch (mode) {
    case "none":
      return "No rules were given, so nothing was to be written back.";
    case "off":
      return "Nothing was to be written back.";
    case "apply":
      return planned === 0
        ? "SCM says what the rules say already."
        : `${written} of ${count(planned, "record")} were written.`;
    case "dry-run":
      return planned === 0
        ? "SCM says what the rules say already."
        : `${count(planned, "record")} would be written. This is a dry run: set write-back to apply to write.`;
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** Which members change, not their values: owners are mail addresses, and summaries of public repositories are public. */
function writesTable(writes: readonly PlannedWrite[]): string {
  if (writes.length === 0) return "";
  const rows = writes.map(({ sslId, commonName, change }) => [
    String(sslId),
    markdownCode(commonName ?? ""),
    [
      ...(change.externalRequesters === undefined ? [] : ["external requesters"]),
      ...(change.customFields === undefined ? [] : ["custom fields"]),
    ].join(", "),
  ]);
  return `\n${table(["SSL id", "Name", "Changes"], rows)}`;
}
