/** What is looked at; stands in the address, so that it can be kept and sent. */
export interface View {
  /** Words that all must be found. */
  readonly text: string;
  /** Wanted values by facet; a facet without one wants everything. */
  readonly picks: ReadonlyMap<string, readonly string[]>;
  /** Ends within so many days and has no successor. */
  readonly alone: number | null;
  readonly sort: { readonly column: string; readonly isDescending: boolean };
  /** Null shows the usual ones. */
  readonly columns: readonly string[] | null;
  /** Certificate whose own page is open. */
  readonly certificate: string | null;
}

export const EVERYTHING: View = {
  text: "",
  picks: new Map(),
  alone: null,
  sort: { column: "end", isDescending: false },
  columns: null,
  certificate: null,
};

/** Values that no facet has are kept: they match nothing, and say so among the filters. */
export function readAddress(hash: string, facets: readonly string[]): View {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const sort = given.get("sort") ?? "end";
  const picks = facets.flatMap((name) => (given.has(name) ? [[name, given.getAll(name)] as const] : []));
  const alone = Number(given.get("alone"));
  return {
    text: given.get("text") ?? "",
    picks: new Map(picks),
    alone: alone > 0 ? alone : null,
    sort: { column: sort.replace(/^-/, ""), isDescending: sort.startsWith("-") },
    columns: given.get("columns")?.split(",") ?? null,
    certificate: given.get("certificate"),
  };
}

/** Begins with a hash; what is usual is left out. */
export function writeAddress({ text, picks, alone, sort, columns, certificate }: View): string {
  const given = new URLSearchParams();
  if (certificate !== null) given.set("certificate", certificate);
  if (text !== "") given.set("text", text);
  for (const [name, values] of picks) for (const value of values) given.append(name, value);
  if (alone !== null) given.set("alone", String(alone));
  const order = `${sort.isDescending ? "-" : ""}${sort.column}`;
  if (order !== "end") given.set("sort", order);
  if (columns !== null) given.set("columns", columns.join(","));
  return `#${given}`;
}

/** The view with a value of a facet wanted, or no longer wanted. */
export function withToggled(view: View, facet: string, value: string): View {
  const wanted = view.picks.get(facet) ?? [];
  const next = wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value];
  const others = [...view.picks].filter(([name]) => name !== facet);
  return { ...view, picks: new Map(next.length === 0 ? others : [...others, [facet, next]]) };
}
