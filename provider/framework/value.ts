import { Decimal } from "./decimal.ts";
import type { Type } from "./type.ts";

/**
 * Any value Terraform can hold, as a tree.
 *
 * Lists, sets and tuples are arrays; maps and objects are records. Which of them a tree is, its `Type` says. Sets carry no
 * order: compare with `equalValues`, never by position. Trees are never changed, only rebuilt.
 */
export type Value = null | Unknown | Dynamic | string | boolean | Decimal | readonly Value[] | ValueRecord;
export type ValueRecord = { readonly [name: string]: Value };

/**
 * A value that is known only after apply. Its own class, so that no string, symbol or `undefined` can be taken for it.
 * What Terraform may promise about it (not null, a prefix) is dropped: a plain unknown is a valid answer to a refined one.
 */
export class Unknown {
  /** Gives the class a shape of its own: TypeScript would take anything for an instance of an empty class. */
  readonly isUnknown = true;
}

export const UNKNOWN = new Unknown();

/** A value in a slot of type "dynamic": it brings its own concrete type, and must go back with the same one. */
export class Dynamic {
  readonly type: Type;
  readonly value: Value;
  constructor(type: Type, value: Value) {
    this.type = type;
    this.value = value;
  }
}

/** True for maps and objects, and for nothing else. */
export function isRecord(value: Value): value is ValueRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Dynamic) &&
    !(value instanceof Decimal)
  );
}

/** `Array.isArray` that TypeScript also believes for readonly arrays. */
export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A member of a record, null when absent. Map keys are the user's: "constructor" must not find what objects inherit. */
export function member(record: ValueRecord, name: string): Value {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

/** True when no part of the tree is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (isArray(value)) return value.every(isWhollyKnown);
  return isRecord(value) ? Object.values(value).every(isWhollyKnown) : true;
}
