import type { AnyAttr, Attributes } from "../attribute.ts";
import { equalValues } from "../equal-values.ts";
import { membersOf } from "../members.ts";
import { type Path, path } from "../path.ts";
import { isWhollyKnown, UNKNOWN, Unknown, type Value, type ValueRecord } from "../value.ts";
import { concerned, type Place, rewrite, rewriteSome } from "./rewrite.ts";

/** The objects a plan is made from. */
export interface PlanObjects {
  readonly config: ValueRecord;
  /** Null: create. */
  readonly prior: ValueRecord | null;
}

/** Fills in `orElse` where the configuration leaves an argument out, at any depth. */
export function applyDefaults(
  attributes: Attributes,
  objects: PlanObjects,
  planned: ValueRecord,
): ValueRecord {
  return rewriteSome(defaulted(attributes), { ...objects, planned }, (attr, { config, planned: value }) =>
    config === null && attr.spec.orElse !== undefined ? encodedDefault(attr) : value,
  );
}

const defaulted = concerned(({ spec }) => spec.orElse !== undefined);

/** The configuration with its defaults filled in: what handlers are given as `config`. */
export function completeConfig(attributes: Attributes, config: ValueRecord): ValueRecord {
  return applyDefaults(attributes, { config, prior: null }, config);
}

/** Write-only values reach us in the proposed state too, and must never come back. */
export function dropWriteOnly(attributes: Attributes, object: ValueRecord): ValueRecord {
  const told = membersOf(attributes).filter(
    ([name, { spec }]) => spec.writeOnly && (object[name] ?? null) !== null,
  );
  return told.length === 0
    ? object
    : { ...object, ...Object.fromEntries(told.map(([name]) => [name, null])) };
}

/** Where a new spelling means the same as the earlier one, the earlier one stays, at any depth. */
export function keepSpelling(
  attributes: Attributes,
  earlier: ValueRecord | null,
  object: ValueRecord,
): ValueRecord {
  if (earlier === null) return object;
  const objects = { config: object, prior: earlier, planned: object };
  return rewriteSome(spelled(attributes), objects, (attr, { prior, planned }) =>
    meansTheSame(attr, prior, planned) ? prior : planned,
  );
}

const spelled = concerned(({ spec }) => spec.same !== undefined);

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

/**
 * `keep` restores what was in state: the attribute does not follow other changes.
 * So does a null in state where null is a value that an apply may leave; elsewhere it means "not filled in yet" (after an
 * import or an upgrade), and stays unknown.
 */
export function restoreKept(attributes: Attributes, objects: PlanObjects, planned: ValueRecord): ValueRecord {
  return rewrite(attributes, { ...objects, planned }, (attr, place) => {
    if (!attr.spec.keep || place.isNew || !isOpen(attr, place)) return place.planned;
    const mayBeNull = attr.spec.nullable || attr.spec.is === "optionalComputed";
    const isRestored = place.planned instanceof Unknown && (place.prior !== null || mayBeNull);
    return isRestored ? place.prior : place.planned;
  });
}

/** Top-level attributes whose planned value differs from the prior one, in the order of the schema. */
export function changedAttributes(
  attributes: Attributes,
  prior: ValueRecord,
  planned: ValueRecord,
): readonly string[] {
  if (prior === planned) return [];
  return membersOf(attributes)
    .filter(([name, attr]) => !equalValues(attr.type, prior[name] ?? null, planned[name] ?? null))
    .map(([name]) => name);
}

/** True when nothing but stored settings changed (timeouts and the like): no handler needs to be called. */
export function isRecordOnly(attributes: Attributes, changed: readonly string[]): boolean {
  return changed.every((name) => attributes[name]?.spec.onChange === "record");
}

/** Terraform wants these only on update and only for values that differ; sorted, so that the answer is always the same. */
export function recreatePaths(attributes: Attributes, changed: readonly string[]): readonly Path[] {
  return changed
    .filter((name) => attributes[name]?.spec.onChange === "recreate")
    .sort()
    .map((name) => path(name));
}

/** Ours to decide: computed, and not configured. */
function isOpen({ spec }: AnyAttr, { config }: Place): boolean {
  return config === null && (spec.is === "computed" || spec.is === "optionalComputed");
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
