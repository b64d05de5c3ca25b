/** Runs the given works in turn, several times, so that a machine whose speed drifts is fair to all. @returns medians, ms */
export async function medians<Name extends string>(
  works: { readonly [K in Name]: () => Promise<unknown> },
  runs: number,
): Promise<{ readonly [K in Name]: number }> {
  const names = Object.keys(works) as Name[]; // the keys of the mapped type
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as {
    readonly [K in Name]: number;
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of the table. `limit` is what the figure must not exceed; null when it is only told. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  /** What it was measured beside, in the same run. */
  readonly yardstick: string;
}

/** The figure that is nearest to its limit, or most beyond it; null where none has one. */
export function tightest(figures: readonly Figure[]): Figure | null {
  const share = ({ value, limit }: Figure): number => (limit === null ? 0 : value / limit);
  const [first = null] = [...figures].sort((a, b) => share(b) - share(a));
  return first?.limit === null ? null : first;
}

const SLOWEST = 20;

/** The last line of a table of filters: the median of the slowest of them, and which one is the slowest. */
export function slowest(
  times: Readonly<Record<string, number>>,
  { what, limit }: Pick<Figure, "what" | "limit">,
): Figure {
  const slowestFirst = Object.entries(times).sort(([, one], [, other]) => other - one);
  const [name, ms] = slowestFirst[0] ?? ["nothing", Number.NaN];
  const value = Math.round(median(slowestFirst.slice(0, SLOWEST).map(([, each]) => each)));
  const yardstick = `the slowest: ${name}, ${Math.round(ms)} ms`;
  return { what: `median of the ${SLOWEST} slowest filters, ${what}`, value, unit: "ms", limit, yardstick };
}

export function isWithin({ value, limit }: Figure): boolean {
  return limit === null || value <= limit;
}
