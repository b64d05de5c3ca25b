import type { Facet } from "./facets.ts";
import type { Selection } from "./select.ts";

/** Issuers with a colour of their own; the others share one. */
const COLOURED = 6;
const OTHERS = "others";

/** How many end in each week, by issuer. */
export interface Stacks {
  /** The largest issuers of the whole inventory, so that a filter changes no colour; `others` behind them. */
  readonly issuers: readonly string[];
  /** By week: one number for each of the issuers. */
  readonly weeks: readonly (readonly number[])[];
}

/** Counts what all filters but the one by weeks leave. */
export function stackWeeks(week: Facet, issuer: Facet | undefined, { misses, bits }: Selection): Stacks {
  const shown = week.labels.length - 1;
  const others = ~(bits.get("week") ?? 0);
  const layers = layersOf(issuer);
  const weeks = Array.from({ length: shown }, () => layers.issuers.map(() => 0));
  for (let row = 0; row < week.codes.length; row += 1) {
    if (((misses[row] ?? 0) & others) !== 0) continue;
    const stack = weeks[week.codes[row] ?? shown];
    const layer = layers.layerOf[issuer?.codes[row] ?? 0] ?? 0;
    if (stack !== undefined) stack[layer] = (stack[layer] ?? 0) + 1;
  }
  return { issuers: layers.issuers, weeks };
}

function layersOf(issuer: Facet | undefined) {
  if (issuer === undefined) return { issuers: [OTHERS], layerOf: [0] };
  const sizes = new Uint32Array(issuer.labels.length);
  for (const code of issuer.codes) sizes[code] = (sizes[code] ?? 0) + 1;
  const largest = issuer.labels
    .map((label, code) => ({ label, code }))
    .sort((one, other) => (sizes[other.code] ?? 0) - (sizes[one.code] ?? 0));
  const named = largest.slice(0, COLOURED);
  const layerOf = issuer.labels.map((_label, code) => {
    const at = named.findIndex((each) => each.code === code);
    return at === -1 ? named.length : at;
  });
  const labels = named.map(({ label }) => label);
  return { issuers: largest.length > COLOURED ? [...labels, OTHERS] : labels, layerOf };
}
