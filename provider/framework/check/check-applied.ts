import type { Attributes } from "../attribute.ts";
import { Decimal } from "../decimal.ts";
import { equalValues } from "../equal-values.ts";
import { formatPath, type Path } from "../path.ts";
import { DYNAMIC, elementType, memberType, sameType, type Type } from "../type.ts";
import {
  Dynamic,
  isArray,
  isRecord,
  isWhollyKnown,
  member,
  Unknown,
  type Value,
  type ValueRecord,
} from "../value.ts";

/**
 * Where Terraform would answer "Provider produced inconsistent result after apply" or "invalid result object". For tests:
 * at run time `settleState` makes the answer fit.
 * @returns one sentence per finding; empty when the state is what was planned
 * Source: hashicorp/terraform, internal/plans/objchange/compatible.go, AssertObjectCompatible.
 */
export function checkApplied(
  attributes: Attributes,
  planned: ValueRecord,
  state: ValueRecord,
): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { spec, type }]) => {
    const value = state[name] ?? null;
    if (spec.writeOnly) return value === null ? [] : [`${name}: a write-only value is stored`];
    if (!isWhollyKnown(value)) return [`${name}: still unknown after apply`];
    return deviations(type, planned[name] ?? null, value, [{ attribute: name }]);
  });
}

function deviations(type: Type, planned: Value, value: Value, at: Path): readonly string[] {
  const name = formatPath(at);
  if (planned instanceof Unknown) return [];
  if (planned === null || value === null)
    return planned === value
      ? []
      : [`${name}: was ${planned === null ? "null, but is now present" : "present, but is now null"}`];
  if (planned instanceof Dynamic) {
    if (!(value instanceof Dynamic) || !sameType(planned.type, value.type))
      return [`${name}: is of another type`];
    return deviations(planned.type, planned.value, value.value, at);
  }
  if (isArray(planned))
    return isArray(value) ? ofElements(type, planned, value, at) : [`${name}: is not a list`];
  if (isRecord(planned))
    return isRecord(value) ? ofMembers(type, planned, value, at) : [`${name}: is not an object`];
  return equalValues(type, planned, value)
    ? []
    : [`${name}: was ${show(planned)}, but is now ${show(value)}`];
}

function ofElements(
  type: Type,
  planned: readonly Value[],
  value: readonly Value[],
  at: Path,
): readonly string[] {
  const name = formatPath(at);
  const matches = (wanted: Value, found: Value) =>
    deviations(elementType(type, 0), wanted, found, at).length === 0;
  if (type.kind === "set") {
    // Unknown elements may turn out equal and merge: a set may shrink, never grow.
    if (value.length > planned.length) return [`${name}: has more elements than planned`];
    const isMatched =
      planned.every((wanted) => value.some((found) => matches(wanted, found))) &&
      value.every((found) => planned.some((wanted) => matches(wanted, found)));
    return isMatched ? [] : [`${name}: has other elements than planned`];
  }
  if (planned.length !== value.length)
    return [`${name}: length was ${planned.length}, but is now ${value.length}`];
  return planned.flatMap((wanted, index) =>
    deviations(elementType(type, index), wanted, value[index] ?? null, [...at, { index }]),
  );
}

function ofMembers(type: Type, planned: ValueRecord, value: ValueRecord, at: Path): readonly string[] {
  const names = [...new Set([...Object.keys(planned), ...Object.keys(value)])];
  const isMap = type.kind === "map";
  return names.flatMap((name) => {
    const step = isMap ? { key: name } : { attribute: name };
    if (isMap && Object.hasOwn(planned, name) !== Object.hasOwn(value, name))
      return [`${formatPath([...at, step])}: has ${Object.hasOwn(value, name) ? "appeared" : "vanished"}`];
    return deviations(memberType(type, name) ?? DYNAMIC, member(planned, name), member(value, name), [
      ...at,
      step,
    ]);
  });
}

function show(value: Value): string {
  return value instanceof Decimal ? String(value) : JSON.stringify(value);
}
