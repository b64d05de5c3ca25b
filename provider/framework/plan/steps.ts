import type { AnyAttr, Attributes } from "../attribute.ts";
import { type Path, path } from "../path.ts";
import { equalValues, isWhollyKnown, UNKNOWN, Unknown, type Value, type ValueRecord } from "../value.ts";
import { type Place, rewrite } from "./rewrite.ts";

/** The objects a plan is made from. */
export interface PlanObjects {
  readonly config: ValueRecord;
  readonly prior: ValueRecord | null;
}

/** Fills in `orElse` where the configuration leaves an argument out, at any depth. */
export function applyDefaults(
  attributes: Attributes,
  objects: PlanObjects,
  planned: ValueRecord,
): ValueRecord {
  return rewrite(attributes, { ...objects, planned }, (attr, { config, planned: value }) =>
    config === null && hasDefault(attr) ? encodedDefault(attr) : value,
  );
}

/** Write-only values reach us in the proposed state too, and must never come back. */
export function dropWriteOnly(attributes: Attributes, planned: ValueRecord): ValueRecord {
  return rewrite(attributes, { config: null, prior: null, planned }, (attr, { planned: value }) =>
    attr.spec.writeOnly ? null : value,
  );
}

/** Where a new spelling means the same as the one in state, the one in state stays and nothing is planned. */
export function keepSpelling(
  attributes: Attributes,
  prior: ValueRecord | null,
  planned: ValueRecord,
): ValueRecord {
  if (prior === null) return planned;
  const members = Object.entries(planned).map(([name, value]) => {
    const attr = attributes[name];
    const before = prior[name] ?? null;
    return [name, attr !== undefined && meansTheSame(attr, before, value) ? before : value] as const;
  });
  return Object.fromEntries(members);
}

/** Computed attributes that the configuration leaves to us become unknown: something changes, so they may. */
export function markComputedUnknown(
  attributes: Attributes,
  objects: PlanObjects,
  planned: ValueRecord,
): ValueRecord {
  return rewrite(attributes, { ...objects, planned }, (attr, place) =>
    isOpen(attr, place) ? UNKNOWN : place.planned,
  );
}

/** `keep` restores what was in state: the attribute does not follow other changes. */
export function restoreKept(attributes: Attributes, objects: PlanObjects, planned: ValueRecord): ValueRecord {
  return rewrite(attributes, { ...objects, planned }, (attr, place) =>
    attr.spec.keep && isOpen(attr, place) && place.planned instanceof Unknown && place.prior !== null
      ? place.prior
      : place.planned,
  );
}

/** Top-level attributes whose planned value differs from the prior one, in the order of the schema. */
export function changedAttributes(
  attributes: Attributes,
  prior: ValueRecord,
  planned: ValueRecord,
): readonly string[] {
  return Object.entries(attributes)
    .filter(([name, attr]) => !equalValues(attr.type, prior[name] ?? null, planned[name] ?? null))
    .map(([name]) => name);
}

/** True when nothing but stored wishes changed (timeouts and the like): no handler needs to be called. */
export function isRecordOnly(attributes: Attributes, changed: readonly string[]): boolean {
  return changed.every((name) => attributes[name]?.spec.onChange === "record");
}

/** Terraform wants these only on update and only for values that differ. */
export function recreatePaths(attributes: Attributes, changed: readonly string[]): readonly Path[] {
  return changed
    .filter((name) => attributes[name]?.spec.onChange === "recreate")
    .sort()
    .map((name) => path(name));
}

function isOpen(attr: AnyAttr, { config }: Place): boolean {
  const isComputed = attr.spec.is === "computed" || attr.spec.is === "optionalComputed";
  return isComputed && config === null;
}

function hasDefault(attr: AnyAttr): boolean {
  return attr.spec.orElse !== undefined;
}

function encodedDefault(attr: AnyAttr): Value {
  // The spec's type tied `orElse` to this attribute's value type.
  return attr.encode(attr.spec.orElse as never);
}

function meansTheSame(attr: AnyAttr, before: Value, after: Value): boolean {
  const { same } = attr.spec;
  if (same === undefined || before === null || after === null) return false;
  if (!isWhollyKnown(before) || !isWhollyKnown(after)) return false;
  // Both sides are decoded by the attribute that declared `same`.
  return same(attr.decode(before) as never, attr.decode(after) as never);
}
