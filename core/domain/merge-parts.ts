import type { ScmDate } from "../scm/schemas/dates.ts";
import { INVENTORY_ATTRIBUTES, type InventoryAttribute, type InventoryRow } from "./inventory-row.ts";
import { earliestEnd, isDay, latestEnd } from "./validity.ts";

/** Sources of a row, best first: what a later one says only fills what the earlier ones left empty. */
export const PART_SOURCES = ["bulk", "report", "details"] as const;
export type PartSource = (typeof PART_SOURCES)[number];

/** What one source says of a certificate; attributes it has nothing for are left out. */
export type RowPart = Pick<InventoryRow, "type" | "certificateId"> & Partial<InventoryRow>;

const ATTRIBUTES = Object.keys(INVENTORY_ATTRIBUTES) as InventoryAttribute[]; // the keys of the record's type

const DATES = ATTRIBUTES.filter((attribute) => INVENTORY_ATTRIBUTES[attribute].kind === "date");

/** A row of which nothing is known but what every row has. */
const BLANK = Object.fromEntries(
  ATTRIBUTES.map((attribute) => {
    const { kind } = INVENTORY_ATTRIBUTES[attribute];
    return [attribute, kind === "texts" || kind === "fields" ? [] : null];
  }),
);

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Leaves out what is empty, so that equal parts are equal as JSON whatever shape a source's record had. */
export function compactPart(part: RowPart): RowPart {
  const compact: Record<string, unknown> = {};
  for (const attribute of ATTRIBUTES) {
    const value = part[attribute];
    if (!isEmpty(value)) compact[attribute] = value;
  }
  // A copy of some of its members; type and certificateId are never empty.
  return compact as unknown as RowPart;
}

/** A part with what every row has. */
export type MergedPart = RowPart & Pick<InventoryRow, "status" | "origin">;

/** Compact parts of one row as one, best first; attributes that none knows are left out. */
export function overlay(parts: readonly RowPart[]): MergedPart {
  // Compact parts have no empty members, so that a better one overwrites only what it knows.
  const merged: MergedPart = Object.assign({ status: "Unknown", origin: "managed" }, ...parts.toReversed());
  for (const attribute of DATES) {
    const instant = instantFor(attribute, merged, parts);
    if (instant !== null) Object.assign(merged, { [attribute]: instant });
  }
  return merged;
}

/** An instant beats a day where both may mean the same moment: lists tell days, reports of the same certificate instants. */
function instantFor(
  attribute: InventoryAttribute,
  merged: MergedPart,
  parts: readonly RowPart[],
): string | null {
  const day = merged[attribute];
  if (typeof day !== "string" || !isDay(day)) return null;
  const found = parts.map((part) => part[attribute]);
  const instant = found.find((value) => typeof value === "string" && !isDay(value) && mayBeOn(value, day));
  return typeof instant === "string" ? instant : null;
}

export function mayBeOn(instant: ScmDate, day: ScmDate): boolean {
  const at = new Date(instant);
  return earliestEnd(day) <= at && at <= latestEnd(day);
}

/** One whole row of its compact parts, best first. */
export function mergeParts(parts: readonly RowPart[]): InventoryRow {
  return { ...BLANK, ...overlay(parts) } as InventoryRow; // every attribute is in BLANK
}
