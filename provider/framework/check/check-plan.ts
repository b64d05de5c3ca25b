import type { AnyAttr, Attributes } from "../attribute.ts";
import { equalValues } from "../equal-values.ts";
import { formatPath, type Path } from "../path.ts";
import { isArray, isRecord, member, Unknown, type Value, type ValueRecord } from "../value.ts";

interface PlanToCheck {
  readonly config: ValueRecord;
  /** Null: create. */
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord;
}

/**
 * Where Terraform would answer "Provider produced invalid plan". For tests: in a run Terraform says so itself.
 * @returns one sentence per finding; empty when the plan is valid
 * Source: hashicorp/terraform, internal/plans/objchange/plan_valid.go, AssertPlanValid.
 */
export function checkPlan(attributes: Attributes, plan: PlanToCheck, at: Path = []): readonly string[] {
  return Object.entries(attributes).flatMap(([name, attr]) => {
    const place = {
      config: plan.config[name] ?? null,
      prior: plan.prior?.[name] ?? null,
      planned: plan.planned[name] ?? null,
    };
    return checkPlace(attr, place, [...at, { attribute: name }]);
  });
}

interface Place {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

function checkPlace(attr: AnyAttr, place: Place, at: Path): readonly string[] {
  const { spec, type, nested } = attr;
  const { config, prior, planned } = place;
  const name = formatPath(at);
  if (spec.writeOnly) return planned === null ? [] : [`${name}: a write-only value is planned`];
  if (equalValues(type, planned, config)) return [];
  // The provider says that the configured spelling means the same as what was there.
  if (config !== null && prior !== null && equalValues(type, planned, prior)) return [];
  const isComputed = spec.is === "computed" || spec.is === "optionalComputed" || spec.orElse !== undefined;
  if (config === null)
    return isComputed ? [] : [`${name}: planned although it is neither configured nor computed`];
  return nested === null
    ? [`${name}: planned otherwise than configured`]
    : checkNested(nested, place, { at, name });
}

function checkNested(
  { mode, attributes }: NonNullable<AnyAttr["nested"]>,
  { config, prior, planned }: Place,
  { at, name }: { readonly at: Path; readonly name: string },
): readonly string[] {
  const inside = (given: Value, before: Value, value: Value, step: Path): readonly string[] => {
    if (!isRecord(given) || !isRecord(value))
      return bothUnknown(given, value) ? [] : [`${formatPath(step)}: planned otherwise than configured`];
    const from = isRecord(before) ? before : null;
    return checkPlan(attributes, { config: given, prior: from, planned: value }, step);
  };
  if (mode === "single") return inside(config, prior, planned, at);
  if (mode === "list" && isArray(config) && isArray(planned)) {
    if (config.length !== planned.length) return [`${name}: planned with another length than configured`];
    return planned.flatMap((value, index) =>
      inside(config[index] ?? null, isArray(prior) ? (prior[index] ?? null) : null, value, [
        ...at,
        { index },
      ]),
    );
  }
  if (mode === "map" && isRecord(config) && isRecord(planned)) {
    const keys = Object.keys(planned);
    if (keys.length !== Object.keys(config).length || !keys.every((key) => Object.hasOwn(config, key)))
      return [`${name}: planned with other keys than configured`];
    return keys.flatMap((key) =>
      inside(member(config, key), isRecord(prior) ? member(prior, key) : null, member(planned, key), [
        ...at,
        { key },
      ]),
    );
  }
  return [`${name}: planned otherwise than configured`];
}

const bothUnknown = (a: Value, b: Value): boolean => a instanceof Unknown && b instanceof Unknown;
