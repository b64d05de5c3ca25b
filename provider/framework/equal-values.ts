import { Decimal } from "./decimal.ts";
import { DYNAMIC, elementType, memberType, sameType, type Type } from "./type.ts";
import { Dynamic, isArray, isRecord, member, Unknown, type Value, type ValueRecord } from "./value.ts";

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
  if (type.kind === "set") return isWithin(type.element, a, b) && isWithin(type.element, b, a);
  return (
    a.length === b.length &&
    a.every((value, index) => equalValues(elementType(type, index), value, b[index] ?? null))
  );
}

/** Sets may hold an element twice on our side; Terraform merges duplicates, so how often does not count. */
function isWithin(element: Type, some: readonly Value[], all: readonly Value[]): boolean {
  return some.every((value) => all.some((candidate) => equalValues(element, value, candidate)));
}

function equalRecords(type: Type, a: ValueRecord, b: ValueRecord): boolean {
  // In an object an absent attribute means null. In a map a key that is absent is not a key with null.
  const isMap = type.kind !== "object";
  const names = Object.keys(isMap ? a : type.attributes);
  if (isMap && (names.length !== Object.keys(b).length || !names.every((name) => Object.hasOwn(b, name))))
    return false;
  return names.every((name) =>
    equalValues(memberType(type, name) ?? DYNAMIC, member(a, name), member(b, name)),
  );
}
