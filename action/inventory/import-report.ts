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
  readonly showsPersons: boolean;
}

/** One page of Markdown. */
export function importMarkdown({ outcome, mode, writes, written, showsPersons }: ImportReport): string {
  const { rows, added, changed } = outcome;
  const lead = `**SCM showed ${count(rows, "row")}**: ${added} new, ${changed} changed.`;
  return `## Import\n\n${lead} ${sayWrites(mode, writes.length, written)}\n${writesTable(writes, showsPersons)}`;
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

/** More would make the summary unreadable; a file of the artifact may have them all. */
const MOST_ROWS = 1_000;

/**
 * Each value and the rule that gives it. Owners are mail addresses, and summaries of public repositories are public: they
 * stand there only where persons are asked for.
 */
function writesTable(writes: readonly PlannedWrite[], showsPersons: boolean): string {
  if (writes.length === 0) return "";
  const rows = writes.flatMap(({ sslId, commonName, values }) =>
    values.map(({ field, value, rule }) => [
      String(sslId),
      markdownCode(commonName ?? ""),
      field === null ? "external requester" : markdownCode(field),
      field === null && !showsPersons ? "an owner" : markdownCode(value),
      markdownCode(rule),
    ]),
  );
  const part = rows.length > MOST_ROWS ? `\nThe first ${MOST_ROWS} of ${rows.length} values.\n` : "";
  return `${part}\n${table(["SSL id", "Name", "Field", "Value", "Rule"], rows.slice(0, MOST_ROWS))}`;
}
