import type { PageColumn, PageData, PageValue } from "../inventory/reports/page-data.ts";

/** One column with its different values numbered, so that rows are compared by numbers. */
export interface Column {
  readonly name: string;
  readonly values: readonly PageValue[];
  /** By row: which of the values. */
  readonly codes: Uint32Array;
}

/** All rows by columns; rows are numbers from 0. */
export interface Table {
  readonly data: PageData;
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
}

export function readTable(data: PageData): Table {
  const columns = Object.entries(data.columns).map(
    ([name, column]) => [name, decoded(name, column)] as const,
  );
  return { data, size: data.rows, columns: new Map(columns) };
}

function decoded(name: string, { values, codes }: PageColumn): Column {
  const numbered =
    codes === undefined ? Uint32Array.from(values, (_value, row) => row) : Uint32Array.from(codes);
  return { name, values, codes: numbered };
}

/** What a row has in a column; null also where no row has anything there. */
export function valueAt({ columns }: Table, name: string, row: number): PageValue {
  const column = columns.get(name);
  return column?.values[column.codes[row] ?? -1] ?? null;
}

export function textAt(table: Table, name: string, row: number): string {
  return String(valueAt(table, name, row) ?? "");
}

/** Members of a list. */
export function membersOf(value: PageValue): readonly string[] {
  return value === null ? [] : String(value).split("\n");
}

/** As the address names it: `ssl-4711`. */
export function idOf(table: Table, row: number): string {
  return `${textAt(table, "type", row)}-${textAt(table, "certificateId", row)}`;
}

const DAY_SECONDS = 86_400;

/** Whole days from when the page was made until the end; below 0 once it has passed. */
export function daysLeft(table: Table, row: number): number | null {
  const end = valueAt(table, "end", row);
  if (typeof end !== "number") return null;
  return Math.floor((end - Date.parse(table.data.madeAt) / 1000) / DAY_SECONDS);
}
