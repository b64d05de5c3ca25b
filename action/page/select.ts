import type { View } from "./address.ts";
import type { Facet } from "./facets.ts";
import type { Search } from "./search.ts";
import { type Table, valueAt } from "./table.ts";

/** What a view leaves: rows, and how many each value of a facet would leave beside the other filters. */
export interface Selection {
  /** In the order of `order`. */
  readonly rows: Uint32Array;
  /** By facet, by label. */
  readonly counts: ReadonlyMap<string, Uint32Array>;
  /** By row: 0 where it is shown; else a bit for each filter that leaves it out. */
  readonly misses: Uint16Array;
  /** The bit of each facet. */
  readonly bits: ReadonlyMap<string, number>;
}

export interface Shelf {
  readonly table: Table;
  readonly facets: readonly Facet[];
  readonly search: Search;
}

const TEXT_BIT = 1;
const ALONE_BIT = 2;
const FIRST_FACET_BIT = 4;
const DAY_SECONDS = 86_400;

/** @param order all rows, as they are to be sorted */
export function select(
  { table, facets, search }: Shelf,
  view: Pick<View, "text" | "picks" | "alone">,
  order: Uint32Array,
): Selection {
  const misses = new Uint16Array(table.size);
  const bits = new Map(facets.map(({ name }, index) => [name, FIRST_FACET_BIT << index]));
  markText(misses, search, view.text);
  if (view.alone !== null) markOthers(misses, table, view.alone);
  for (const facet of facets) markPicks(misses, facet, view.picks.get(facet.name), bits.get(facet.name) ?? 0);
  const counts = facets.map(
    (facet) => [facet.name, countOf(misses, facet, bits.get(facet.name) ?? 0)] as const,
  );
  return { rows: order.filter((row) => misses[row] === 0), counts: new Map(counts), misses, bits };
}

function markText(misses: Uint16Array, search: Search, text: string): void {
  if (text.trim() === "") return;
  const found = search.find(text);
  for (let row = 0; row < misses.length; row += 1) if (found[row] === 0) misses[row] = TEXT_BIT;
}

function markOthers(misses: Uint16Array, table: Table, days: number): void {
  const isAlone = aloneWithin(table, days);
  for (let row = 0; row < misses.length; row += 1)
    if (!isAlone(row)) misses[row] = (misses[row] ?? 0) | ALONE_BIT;
}

/**
 * Says of a row whether it is issued, ends within so many days, and has no successor.
 * @param word `none`, or `unknown` where it can't be told
 */
export function aloneWithin(table: Table, days: number, word = "none"): (row: number) => boolean {
  const latest = Date.parse(table.data.madeAt) / 1000 + days * DAY_SECONDS;
  return (row) => valueAt(table, "successor", row) === word && Number(valueAt(table, "end", row)) <= latest;
}

function markPicks(
  misses: Uint16Array,
  facet: Facet,
  picks: readonly string[] | undefined,
  bit: number,
): void {
  if (picks === undefined) return;
  const wanted = new Set(picks.map((label) => facet.labels.indexOf(label)));
  const fits = facet.labelsOf.map((labels) => labels.some((label) => wanted.has(label)));
  for (let row = 0; row < misses.length; row += 1)
    if (!fits[facet.codes[row] ?? -1]) misses[row] = (misses[row] ?? 0) | bit;
}

function countOf(misses: Uint16Array, { codes, labels, labelsOf }: Facet, bit: number): Uint32Array {
  const byCode = new Uint32Array(labelsOf.length);
  const others = ~bit;
  for (let row = 0; row < misses.length; row += 1) {
    const code = codes[row] ?? 0;
    if (((misses[row] ?? 0) & others) === 0) byCode[code] = (byCode[code] ?? 0) + 1;
  }
  const counts = new Uint32Array(labels.length);
  labelsOf.forEach((own, code) => {
    for (const label of own) counts[label] = (counts[label] ?? 0) + (byCode[code] ?? 0);
  });
  return counts;
}
