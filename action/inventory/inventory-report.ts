import type { Counts, InventoryCounts, InventoryEntry } from "../../core/index.ts";
import { markdownCode, mermaidText } from "../escape.ts";
import { table } from "../summary.ts";

/** What an inventory is shown by. */
export interface InventoryReport {
  readonly counts: InventoryCounts;
  /** Those that end soon, by their end. */
  readonly expiring: readonly InventoryEntry[];
  readonly expiresWithinDays: number;
}

/** More would make the diagram unreadable, and GitHub refuse it. */
const MOST_IN_DIAGRAM = 40;

/** One page of Markdown: counts, what ends soon, and when. */
export function inventoryMarkdown({ counts, expiring, expiresWithinDays }: InventoryReport): string {
  return [
    `## Inventory\n\n**${counts.total} certificates**, ${expiring.length} of them end within ${expiresWithinDays} days.\n`,
    countTable("Status", counts.byStatus),
    countTable("Type", counts.byType),
    countTable("Ends", counts.byExpiry),
    expiring.length === 0 ? "" : `### Ending soon\n\n${expiringTable(expiring)}\n${timeline(expiring)}`,
  ].join("\n");
}

function countTable(head: string, counts: Counts): string {
  const rows = Object.entries(counts).map(([name, count]) => [markdownCode(name), String(count)]);
  return rows.length === 0 ? "" : table([head, "Certificates"], rows);
}

function expiringTable(rows: readonly InventoryEntry[]): string {
  const cells = rows.map(({ commonName, type, certificateId, status, organizationName, expires }) => [
    markdownCode(expires?.slice(0, 10) ?? ""),
    markdownCode(commonName ?? ""),
    `${type} ${certificateId}`,
    markdownCode(status),
    markdownCode(organizationName ?? ""),
  ]);
  return table(["Ends", "Name", "Id", "Status", "Organization"], cells);
}

/** Source: Mermaid's documentation, timeline: `period : event : event`. */
function timeline(rows: readonly InventoryEntry[]): string {
  const byDay = new Map<string, string[]>();
  for (const { expires, commonName } of rows.slice(0, MOST_IN_DIAGRAM)) {
    const day = expires?.slice(0, 10) ?? "unknown";
    byDay.set(day, [...(byDay.get(day) ?? []), mermaidText(commonName ?? "")]);
  }
  const lines = [...byDay].map(([day, names]) => `    ${mermaidText(day)} : ${names.join(" : ")}`);
  return `\n\`\`\`mermaid\ntimeline\n${lines.join("\n")}\n\`\`\`\n`;
}
