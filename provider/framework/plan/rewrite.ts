import type { AnyAttr, Attributes } from "../attribute.ts";
import { eachMember, membersOf } from "../members.ts";
import { memoize } from "../memoize.ts";
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
  return eachMember(attributes, (name, attr) => rewritten(name, attr, objects, change));
}

/** The same where only some of the object's attributes are concerned; the object itself when nothing of it changes. */
export function rewriteSome(some: Attributes, objects: Objects, change: Change): ValueRecord {
  const { planned } = objects;
  const changed = membersOf(some)
    .map(([name, attr]) => [name, rewritten(name, attr, objects, change)] as const)
    .filter(([name, value]) => value !== planned[name]);
  return changed.length === 0 ? planned : { ...planned, ...Object.fromEntries(changed) };
}

/** Those of the attributes for which it holds, or for a member of which, at any depth. */
export function concerned(holds: (attr: AnyAttr) => boolean): (attributes: Attributes) => Attributes {
  const reaches = (attr: AnyAttr): boolean =>
    holds(attr) || (attr.nested !== null && Object.values(attr.nested.attributes).some(reaches));
  return memoize((attributes) =>
    Object.fromEntries(membersOf(attributes).filter(([, attr]) => reaches(attr))),
  );
}

function rewritten(name: string, attr: AnyAttr, objects: Objects, change: Change): Value {
  const place = {
    config: objects.config[name] ?? null,
    prior: objects.prior?.[name] ?? null,
    planned: objects.planned[name] ?? null,
    isNew: objects.prior === null,
  };
  const planned = change(attr, place);
  const { nested } = attr;
  return nested === null ? planned : rewriteNested(nested, { ...place, planned }, change);
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
