import type { PageValue } from "../inventory/reports/page-data.ts";
import type { View } from "./address.ts";
import type { Column, Table } from "./table.ts";

/** Gives all rows in an order; each column is sorted once. */
export function createSorter({ size, columns }: Table): (sort: View["sort"]) => Uint32Array {
  const known = new Map<string, Uint32Array>();
  return ({ column, isDescending }) => {
    const key = `${isDescending ? "-" : ""}${column}`;
    const order = known.get(key) ?? sorted(columns.get(column), size, isDescending);
    known.set(key, order);
    return order;
  };
}

/** Rows without a value come last either way; equal ones keep the order in which they came, the first to end first. */
function sorted(column: Column | undefined, size: number, isDescending: boolean): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, row) => row);
  if (column === undefined) return order;
  const { values, codes } = column;
  const byValue = values
    .map((_value, code) => code)
    .sort((one, other) => compare(values[one], values[other]));
  const rank = new Float64Array(values.length);
  let place = 0;
  byValue.forEach((code, index) => {
    if (index > 0 && compare(values[byValue[index - 1] ?? 0], values[code]) !== 0) place += 1;
    rank[code] = values[code] === null ? Number.POSITIVE_INFINITY : isDescending ? -place : place;
  });
  const rankOf = (row: number): number => rank[codes[row] ?? 0] ?? 0;
  return order.sort((one, other) => {
    const [left, right] = [rankOf(one), rankOf(other)];
    return left === right ? one - other : left < right ? -1 : 1;
  });
}

function compare(one: PageValue | undefined, other: PageValue | undefined): number {
  if (one === other) return 0;
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
