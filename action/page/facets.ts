import { type Column, membersOf, type Table } from "./table.ts";
import { weekColumn } from "./weeks.ts";

/** A column by whose values rows are counted and filtered. A list counts for each of its members. */
export interface Facet {
  readonly name: string;
  readonly title: string;
  /** Different members. */
  readonly labels: readonly string[];
  /** By code of the column: which labels it has. */
  readonly labelsOf: readonly (readonly number[])[];
  readonly codes: Uint32Array;
}

/** What stands for a row without a value, as in the inventory's counts. */
const UNKNOWN = "unknown";
/** The same where a row need not have one. */
const NONE = "none";
const OPTIONAL: ReadonlySet<string> = new Set(["businessUnit", "owners", "tags"]);

const TITLES: readonly (readonly [column: string, title: string, isList: boolean])[] = [
  ["issuer", "Issuers", false],
  ["key", "Key kinds", false],
  ["organization", "Organizations", false],
  ["businessUnit", "Units", false],
  ["owners", "Owners", true],
  ["tags", "Tags", true],
  ["status", "States", false],
  ["type", "Types", false],
  ["scmProfileName", "SCM profiles", false],
];

/** By which addresses may filter. */
export const FACET_NAMES = [...TITLES.map(([name]) => name), "week"];

/** Those of which any row has something; the weeks last. */
export function facetsOf(table: Table): readonly Facet[] {
  const found = TITLES.flatMap(([name, title, isList]) => {
    const column = table.columns.get(name);
    return column === undefined ? [] : [facetOf(column, title, isList)];
  });
  return [...found, facetOf(weekColumn(table), "Weeks", false)];
}

function facetOf({ name, values, codes }: Column, title: string, isList: boolean): Facet {
  const numbers = new Map<string, number>();
  const labelsOf = values.map((value) => {
    const members =
      value === null ? [OPTIONAL.has(name) ? NONE : UNKNOWN] : isList ? membersOf(value) : [String(value)];
    return members.map((member) => {
      const number = numbers.get(member) ?? numbers.size;
      numbers.set(member, number);
      return number;
    });
  });
  return { name, title, labels: [...numbers.keys()], labelsOf, codes };
}
