import { Decimal } from "./decimal.ts";
import type { Type } from "./type.ts";

/**
 * Any value Terraform can hold, as a tree.
 *
 * Lists, sets and tuples are arrays; maps and objects are records. Which of them a tree is, its `Type` says. Sets carry no
 * order: compare with `equalValues`, never by position.
 */
export type Value = null | Unknown | Dynamic | string | boolean | Decimal | readonly Value[] | ValueRecord;
export type ValueRecord = { readonly [name: string]: Value };

/**
 * A value that is known only after apply. Its own class, so that no string, symbol or `undefined` can be taken for it.
 * `isNotNull` keeps the one refinement that helps us: Terraform may promise that the value will not be null.
 */
export class Unknown {
  readonly isNotNull: boolean;
  constructor(isNotNull = false) {
    this.isNotNull = isNotNull;
  }
}

/** The plain unknown. Answering it where Terraform sent a refined one is allowed. */
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

/** True when no part of the tree is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (isArray(value)) return value.every(isWhollyKnown);
  return isRecord(value) ? Object.values(value).every(isWhollyKnown) : true;
}

/** `Array.isArray` that TypeScript also believes for readonly arrays. */
export function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/**
 * Equality by meaning: numbers by value, sets without order, everything else by structure.
 * Two unknowns are equal; an unknown and a known value are not, since the plan differs.
 */
export function equalValues(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (a instanceof Unknown || b instanceof Unknown) return a instanceof Unknown && b instanceof Unknown;
  if (a instanceof Decimal) return b instanceof Decimal && a.equals(b);
  if (a instanceof Dynamic)
    return b instanceof Dynamic && sameType(a.type, b.type) && equalValues(a.type, a.value, b.value);
  if (isArray(a)) return isArray(b) && equalElements(type, a, b);
  return isRecord(a) && isRecord(b) && equalRecords(type, a, b);
}

function equalElements(type: Type, a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  if (type.kind === "set") return equalSets(type.element, a, b);
  const elementType = (index: number): Type =>
    type.kind === "tuple" ? (type.elements[index] ?? { kind: "dynamic" }) : elementOf(type);
  return a.every((value, index) => equalValues(elementType(index), value, b[index] ?? null));
}

/** Every element finds a partner of its own: sets as multisets, because Terraform merges duplicates only on its side. */
function equalSets(element: Type, a: readonly Value[], b: readonly Value[]): boolean {
  const rest = [...b];
  return a.every((value) => {
    const partner = rest.findIndex((candidate) => equalValues(element, value, candidate));
    if (partner < 0) return false;
    rest.splice(partner, 1);
    return true;
  });
}

function equalRecords(type: Type, a: ValueRecord, b: ValueRecord): boolean {
  // An absent object attribute means null; an absent map key means absent, which the count of keys tells.
  if (type.kind !== "object" && Object.keys(a).length !== Object.keys(b).length) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const typeOf = (name: string): Type =>
    type.kind === "object" ? (type.attributes[name] ?? { kind: "dynamic" }) : elementOf(type);
  for (const name of names) {
    if (type.kind !== "object" && !(Object.hasOwn(a, name) && Object.hasOwn(b, name))) return false;
    if (!equalValues(typeOf(name), a[name] ?? null, b[name] ?? null)) return false;
  }
  return true;
}

function elementOf(type: Type): Type {
  return "element" in type ? type.element : { kind: "dynamic" };
}

function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  if ("element" in a && "element" in b) return sameType(a.element, b.element);
  if (a.kind === "tuple" && b.kind === "tuple") {
    return (
      a.elements.length === b.elements.length && a.elements.every((t, i) => sameType(t, b.elements[i] ?? t))
    );
  }
  if (a.kind !== "object" || b.kind !== "object") return true;
  const names = Object.keys(a.attributes);
  return (
    names.length === Object.keys(b.attributes).length &&
    names.every((name) => {
      const [left, right] = [a.attributes[name], b.attributes[name]];
      return left !== undefined && right !== undefined && sameType(left, right);
    })
  );
}
