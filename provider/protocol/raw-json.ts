import { Decimal } from "../framework/decimal.ts";
import { type Type, typeFromJson } from "../framework/type.ts";
import { Dynamic, type Value } from "../framework/value.ts";

/**
 * State as it stands in the state file, JSON. Numbers there may exceed 2^53, so they are read from their source text.
 * Absent attributes mean null; a dynamic value is `{"value": …, "type": …}`.
 */
export class BigNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const utf8 = new TextDecoder();
/** A run of digits that a JavaScript number could garble; anything shorter is exact or is a plain decimal fraction. */
const MAY_LOSE_DIGITS = /[\d.]{16}|\d[eE]/;

/** Parses state JSON; a number that a JavaScript number cannot hold exactly comes out as `BigNumber`. */
export function parseRawState(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = utf8.decode(bytes);
  const json: unknown = MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, keepDigits as never) : JSON.parse(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError("the stored state of a resource is no JSON object");
  }
  return json as Readonly<Record<string, unknown>>;
}

/** Reviver with source text access (ECMAScript proposal "JSON.parse source text access", in V8 and JavaScriptCore). */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || context?.source === undefined) return value;
  return Decimal.from(value).equals(Decimal.from(context.source)) ? value : new BigNumber(context.source);
}

/** Parsed state JSON → value tree of the given type. */
export function fromRawJson(type: Type, json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (json instanceof BigNumber) return Decimal.from(json.text);
  switch (type.kind) {
    case "number":
      return Decimal.from(typeof json === "number" ? json : String(json));
    case "string":
    case "bool":
      return json as string | boolean; // Terraform wrote it by this very type.
    case "dynamic":
      return dynamicFrom(json);
    case "list":
    case "set":
      return elements(json).map((element) => fromRawJson(type.element, element));
    case "tuple":
      return type.elements.map((element, index) => fromRawJson(element, elements(json)[index]));
    case "map":
      return record(json, Object.keys(members(json)), () => type.element);
    case "object":
      return record(json, Object.keys(type.attributes), (name) => type.attributes[name]);
  }
}

function dynamicFrom(json: unknown): Value {
  const { type, value } = members(json);
  const concrete = typeFromJson(type);
  return new Dynamic(concrete, fromRawJson(concrete, value));
}

function record(json: unknown, names: readonly string[], typeOf: (name: string) => Type | undefined): Value {
  const own = members(json);
  return Object.fromEntries(
    names.map((name) => [name, fromRawJson(typeOf(name) ?? { kind: "dynamic" }, own[name])]),
  );
}

function members(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json === "object" && json !== null && !Array.isArray(json))
    return json as Readonly<Record<string, unknown>>;
  throw new TypeError("the stored state does not fit the schema: an object was expected");
}

function elements(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new TypeError("the stored state does not fit the schema: a list was expected");
}
