import type { AnyAttr, Attributes } from "../attribute.ts";
import { isArray, isRecord, type Value, type ValueRecord } from "../value.ts";

/** The same place in the user's configuration, in the prior state and in the plan so far. */
export interface Place {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

interface Objects {
  readonly config: ValueRecord | null;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord;
}

export type Change = (attr: AnyAttr, place: Place) => Value;

/**
 * Rewrites the planned object attribute by attribute, then the members of its nested objects.
 * Nested lists are matched by index and maps by key, as Terraform does. Elements of nested sets are matched with the
 * configuration only: without computed members (which `setOf` forbids) they equal it.
 */
export function rewrite(attributes: Attributes, objects: Objects, change: Change): ValueRecord {
  const members = Object.entries(attributes).map(([name, attr]) => {
    const place = {
      config: objects.config?.[name] ?? null,
      prior: objects.prior?.[name] ?? null,
      planned: objects.planned[name] ?? null,
    };
    const planned = change(attr, place);
    return [
      name,
      attr.nested === null ? planned : rewriteNested(attr, { ...place, planned }, change),
    ] as const;
  });
  return Object.fromEntries(members);
}

function rewriteNested(attr: AnyAttr, place: Place, change: Change): Value {
  const { planned } = place;
  const attributes = attr.nested?.attributes ?? {};
  const member = (config: Value, prior: Value, value: Value): Value =>
    isRecord(value)
      ? rewrite(attributes, { config: record(config), prior: record(prior), planned: value }, change)
      : value;
  if (isArray(planned)) {
    const isSet = attr.nested?.mode === "set";
    return planned.map((value, index) =>
      member(at(place.config, index), isSet ? null : at(place.prior, index), value),
    );
  }
  if (!isRecord(planned)) return planned;
  if (attr.nested?.mode === "single") return member(place.config, place.prior, planned);
  return Object.fromEntries(
    Object.entries(planned).map(([key, value]) => [
      key,
      member(under(place.config, key), under(place.prior, key), value),
    ]),
  );
}

const record = (value: Value): ValueRecord | null => (isRecord(value) ? value : null);
const at = (value: Value, index: number): Value => (isArray(value) ? (value[index] ?? null) : null);
const under = (value: Value, key: string): Value => (isRecord(value) ? (value[key] ?? null) : null);
