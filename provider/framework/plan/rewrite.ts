import type { AnyAttr, Attributes } from "../attribute.ts";
import { isArray, isRecord, member, type Value, type ValueRecord } from "../value.ts";

/** The same place in the user's configuration, in the prior state and in the plan so far. */
export interface Place {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
  /** No object stood here before (a create, a new element of a list): `prior` is null for that reason alone. */
  readonly isNew: boolean;
}

interface Objects {
  readonly config: ValueRecord;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord;
}

type Change = (attr: AnyAttr, place: Place) => Value;

/**
 * Rewrites the planned object attribute by attribute, then the members of its nested objects.
 *
 * It goes down only where the configuration has an object: where it has none, the whole value is a default or the
 * provider's, and was dealt with as a whole. Lists are matched by index and maps by key, as Terraform does. Elements of
 * sets are left alone: `setOf` allows them nothing that a plan could change.
 */
export function rewrite(attributes: Attributes, objects: Objects, change: Change): ValueRecord {
  const members = Object.entries(attributes).map(([name, attr]) => {
    const place = {
      config: objects.config[name] ?? null,
      prior: objects.prior?.[name] ?? null,
      planned: objects.planned[name] ?? null,
      isNew: objects.prior === null,
    };
    const planned = change(attr, place);
    const { nested } = attr;
    const result = nested === null ? planned : rewriteNested(nested, { ...place, planned }, change);
    return [name, result] as const;
  });
  return Object.fromEntries(members);
}

type Nested = NonNullable<AnyAttr["nested"]>;

function rewriteNested({ mode, attributes }: Nested, place: Place, change: Change): Value {
  const { config, prior, planned } = place;
  const inside = (before: Value, given: Value, value: Value): Value =>
    isRecord(given) && isRecord(value)
      ? rewrite(
          attributes,
          { config: given, prior: isRecord(before) ? before : null, planned: value },
          change,
        )
      : value;
  if (mode === "single") return inside(prior, config, planned);
  if (mode === "list" && isArray(planned))
    return planned.map((value, index) => inside(at(prior, index), at(config, index), value));
  if (mode === "map" && isRecord(planned)) {
    const members = Object.entries(planned).map(
      ([key, value]) => [key, inside(under(prior, key), under(config, key), value)] as const,
    );
    return Object.fromEntries(members);
  }
  return planned;
}

const at = (value: Value, index: number): Value => (isArray(value) ? (value[index] ?? null) : null);
const under = (value: Value, key: string): Value => (isRecord(value) ? member(value, key) : null);
