import { type Counts, EXPIRY_BUCKETS, type InventoryCounts } from "../../core/index.ts";
import { markdownCode, mermaidText } from "../escape.ts";
import { table } from "../summary.ts";
import { nameOfRow } from "./inventory-rows.ts";
import type { ToldEntry } from "./told-entry.ts";

/** What an inventory is shown by. */
interface InventoryReport {
  readonly counts: InventoryCounts;
  /** Those that end soon and have no successor, by their end. */
  readonly expiring: readonly ToldEntry[];
  /** How many end soon of which it is not known whether they have a successor. */
  readonly unknown: number;
  /** How many end soon in all. */
  readonly expiringTotal: number;
  readonly expiresWithinDays: number;
  readonly showsPersons: boolean;
}

/** More would make the diagram unreadable, and GitHub refuse it. */
const MOST_IN_DIAGRAM = 40;

const MOST_IN_TABLE = 1_000;

/** One page of Markdown: counts, what ends soon, and when. */
export function inventoryMarkdown({
  counts,
  expiring,
  unknown,
  expiringTotal,
  expiresWithinDays,
  showsPersons,
}: InventoryReport): string {
  return [
    `## Inventory\n\n**${counts.total} certificates**, ${expiringTotal} of them end within ${expiresWithinDays} days, **${expiring.length} without a successor**${sayUnknown(unknown)}.\n`,
    countTable("Status", counts.byStatus),
    countTable("Type", counts.byType),
    countTable("Organization", named(counts)),
    countTable("Ends", byDaysLeft(counts.byExpiry)),
    expiring.length === 0 ? "" : endingSoon(expiring, { showsPersons }),
  ].join("\n");
}

/** Clients and devices, for example: SCM lists them without names or issuers. */
function sayUnknown(count: number): string {
  return count === 0 ? "" : `, and ${count} of which SCM does not tell whether they have one`;
}

type Shown = Pick<InventoryReport, "showsPersons">;

function endingSoon(expiring: readonly ToldEntry[], how: Shown): string {
  const shown = expiring.slice(0, MOST_IN_TABLE);
  const part = shown.length < expiring.length ? `The ${shown.length} that end first.\n\n` : "";
  return `### Ending soon, without a successor\n\n${part}${expiringTable(shown, how)}\n${timeline(shown, how)}`;
}

/** From the nearest end to the farthest, in words; each number of days holds the nearer ones too. */
function byDaysLeft(byExpiry: Counts): Counts {
  const words: readonly (readonly [string, string])[] = [
    ["expired", "already ended"],
    ...EXPIRY_BUCKETS.map((days) => [`within_${days}`, `within ${days} days`] as const),
    ["later", "later"],
    ["unknown", "unknown"],
  ];
  const counted = words.map(([name, word]): [string, number] => [word, byExpiry[name] ?? 0]);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** By name and id: names may be shared. */
function named({ byOrganization, organizationNames }: InventoryCounts): Counts {
  const largest = Object.entries(byOrganization).sort(([, one], [, other]) => other - one);
  return Object.fromEntries(
    largest.map(([id, count]) => [
      organizationNames[id] === undefined ? id : `${organizationNames[id]} (${id})`,
      count,
    ]),
  );
}

function countTable(head: string, counts: Counts): string {
  const rows = Object.entries(counts).map(([name, count]) => [markdownCode(name), String(count)]);
  return rows.length === 0 ? "" : table([head, "Certificates"], rows);
}

function expiringTable(rows: readonly ToldEntry[], how: Shown): string {
  const cells = rows.map((row) => [
    markdownCode(row.expires?.slice(0, 10) ?? ""),
    markdownCode(nameOfRow(row, how)),
    `${row.type} ${row.certificateId}`,
    markdownCode(row.status),
    markdownCode(row.organizationName ?? ""),
  ]);
  return table(["Ends", "Name", "Id", "Status", "Organization"], cells);
}

/** Source: Mermaid's documentation, timeline: `period : event : event`. */
function timeline(rows: readonly ToldEntry[], how: Shown): string {
  const byDay = new Map<string, string[]>();
  for (const row of rows.slice(0, MOST_IN_DIAGRAM)) {
    const day = row.expires?.slice(0, 10) ?? "unknown";
    byDay.set(day, [...(byDay.get(day) ?? []), mermaidText(nameOfRow(row, how))]);
  }
  const lines = [...byDay].map(([day, names]) => `    ${mermaidText(day)} : ${names.join(" : ")}`);
  const part = rows.length > MOST_IN_DIAGRAM ? ` the first ${MOST_IN_DIAGRAM}` : "";
  return `\n\`\`\`mermaid\ntimeline\n    title Ending soon${part}\n${lines.join("\n")}\n\`\`\`\n`;
}
