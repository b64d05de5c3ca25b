/** The part of Terraform's core that stands between a configuration and a provider's plan, for tests. */
import fc from "fast-check";
import type { AnyAttr, Attributes } from "../../provider/framework/attribute.ts";
import {
  isArray,
  isRecord,
  member,
  UNKNOWN,
  Unknown,
  type Value,
  type ValueRecord,
} from "../../provider/framework/value.ts";
import { arbitraryValue, type ValueOptions } from "./arbitrary-value.ts";

/**
 * What Terraform proposes: configured values, and prior ones where a computed attribute is not configured.
 * Source: hashicorp/terraform, internal/plans/objchange/objchange.go, ProposedNew.
 */
export function proposedNew(
  attributes: Attributes,
  prior: ValueRecord | null,
  config: ValueRecord,
): ValueRecord {
  const members = Object.entries(attributes).map(
    ([name, attr]) => [name, proposedValue(attr, prior?.[name] ?? null, config[name] ?? null)] as const,
  );
  return Object.fromEntries(members);
}

function proposedValue(attr: AnyAttr, prior: Value, config: Value): Value {
  const { spec, nested } = attr;
  const isComputed = spec.is === "computed" || spec.is === "optionalComputed" || spec.orElse !== undefined;
  if (config === null) return isComputed ? prior : null;
  if (nested === null) return config;
  const { attributes, mode } = nested;
  const inside = (before: Value, given: Value): Value =>
    isRecord(given) ? proposedNew(attributes, isRecord(before) ? before : null, given) : given;
  if (mode === "single") return inside(prior, config);
  if (mode === "list" && isArray(config))
    return config.map((given, index) => inside(isArray(prior) ? (prior[index] ?? null) : null, given));
  if (mode === "map" && isRecord(config)) {
    const before = isRecord(prior) ? prior : {};
    return Object.fromEntries(
      Object.entries(config).map(([key, given]) => [key, inside(member(before, key), given)]),
    );
  }
  return config; // sets hold nothing computed
}

/** Random configurations that are valid by type: required arguments given, computed ones not. */
export function arbitraryConfig(attributes: Attributes, options: ValueOptions): fc.Arbitrary<ValueRecord> {
  const members = Object.entries(attributes).map(
    ([name, attr]) => [name, configured(attr, options)] as const,
  );
  return fc.record(Object.fromEntries(members), { noNullPrototype: true });
}

function configured(attr: AnyAttr, options: ValueOptions): fc.Arbitrary<Value> {
  const { spec, nested, type } = attr;
  if (spec.is === "computed") return fc.constant(null);
  if (nested === null)
    return arbitraryValue(type, options).filter((value) => spec.is !== "required" || value !== null);
  const one = arbitraryConfig(nested.attributes, options);
  const unknown = options.mayBeUnknown ? [fc.constant<Value>(UNKNOWN)] : [];
  const absent = spec.is === "required" ? [] : [fc.constant<Value>(null)];
  if (nested.mode === "single") return fc.oneof(one, ...unknown, ...absent);
  const elements = fc.oneof(one, ...unknown);
  const many: fc.Arbitrary<Value> =
    nested.mode === "map"
      ? fc.dictionary(fc.constantFrom("a", "b", "constructor"), elements, { noNullPrototype: true })
      : fc.array(elements, { maxLength: 3 });
  return fc.oneof(many, ...unknown, ...absent);
}

/** An apply that goes well: every unknown turns out to be something. */
export function fillUnknown(attr: AnyAttr, value: Value): Value {
  if (value instanceof Unknown) return attr.spec.nullable ? null : attr.nested === null ? sample(attr) : null;
  const { nested } = attr;
  if (nested === null || value === null) return value;
  const inside = (object: Value): Value =>
    isRecord(object) ? fillObject(nested.attributes, object) : object;
  if (isArray(value)) return value.map(inside);
  if (!isRecord(value)) return value;
  return nested.mode === "single"
    ? inside(value)
    : Object.fromEntries(Object.entries(value).map(([key, object]) => [key, inside(object)]));
}

/** The same for a whole object. */
export function fillObject(attributes: Attributes, object: ValueRecord): ValueRecord {
  const members = Object.entries(attributes).map(
    ([name, attr]) => [name, fillUnknown(attr, object[name] ?? null)] as const,
  );
  return Object.fromEntries(members);
}

function sample(attr: AnyAttr): Value {
  const samples: Readonly<Record<string, unknown>> = { string: "found", number: 1, bool: true };
  const found = samples[attr.type.kind];
  return found === undefined ? null : attr.encode(found as never); // of the attribute's own kind
}
