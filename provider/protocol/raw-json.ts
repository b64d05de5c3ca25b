import { Decimal } from "../framework/decimal.ts";
import { eachMember } from "../framework/members.ts";
import type { RawState } from "../framework/raw-state.ts";
import { DYNAMIC, elementType, type Type, typeFromJson, typeToJson } from "../framework/type.ts";
import { Dynamic, type Value } from "../framework/value.ts";

/**
 * Values as they stand in the state file, JSON. Absent attributes mean null, surplus ones are dropped; a dynamic value is
 * `{"value": …, "type": …}`; there are no unknowns.
 * Source: hashicorp/terraform, docs/plugin-protocol/object-wire-format.md, "Schema.NestedBlock … JSON".
 */
const utf8 = new TextDecoder();
/** A number whose digits JavaScript could garble: 16 digits or more, or an exponent. Shorter ones are exact as text. */
const MAY_LOSE_DIGITS = /(?:^|[:[,])\s*-?(?:[\d.]{16}|[\d.]+[eE])/;

/**
 * @returns the JSON, where a number that a JavaScript number can't hold exactly is a `Decimal`
 * @throws SyntaxError when the bytes are not JSON
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = utf8.decode(bytes);
  // Reading every number's source text costs some five times as much, so it is done only where it may matter.
  return MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, keepDigits as never) : JSON.parse(text);
}

/** Parses the attributes of one resource instance. @throws TypeError when they are not a JSON object */
export function parseRawState(bytes: Uint8Array): RawState {
  const json = parseJson(bytes);
  if (!isMembers(json)) throw new TypeError("the stored state of a resource is not a JSON object");
  return json as RawState; // `parseJson` makes nothing else inside.
}

/** Reviver with source text access (ECMAScript proposal "JSON.parse source text access", in V8 and JavaScriptCore). */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || context?.source === undefined) return value;
  const exact = Decimal.from(context.source);
  // 1e400 is Infinity to JavaScript.
  return Number.isFinite(value) && Decimal.from(value).equals(exact) ? value : exact;
}

/**
 * Parsed JSON → value tree of the given type.
 * @param at where in the state this is, for the message
 * @throws TypeError when it does not fit, RangeError when a text is not a number
 */
export function fromRawJson(type: Type, json: unknown, at = ""): Value {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case "string":
      return typeof json === "string" ? json : misfit(type, json, at);
    case "bool":
      return typeof json === "boolean" ? json : misfit(type, json, at);
    case "number":
      return numberFrom(type, json, at);
    case "dynamic":
      return dynamicFrom(json, at);
    case "list":
    case "set":
    case "tuple":
      if (!Array.isArray(json)) return misfit(type, json, at);
      return json.map((element, index) => fromRawJson(elementType(type, index), element, `${at}[${index}]`));
    case "map":
    case "object":
      return recordFrom(type, json, at);
  }
}

function numberFrom(type: Type, json: unknown, at: string): Value {
  if (json instanceof Decimal) return json;
  // Terraform itself reads a number from text, too.
  return typeof json === "number" || typeof json === "string" ? Decimal.from(json) : misfit(type, json, at);
}

function dynamicFrom(json: unknown, at: string): Value {
  if (!isMembers(json)) return misfit(DYNAMIC, json, at);
  const concrete = typeFromJson(json.type);
  return new Dynamic(concrete, fromRawJson(concrete, json.value, at));
}

function recordFrom(type: Extract<Type, { kind: "map" | "object" }>, json: unknown, at: string): Value {
  if (!isMembers(json)) return misfit(type, json, at);
  const place = (name: string): string => (at === "" ? name : `${at}.${name}`);
  if (type.kind === "object")
    return eachMember(type.attributes, (name, member) => {
      const own = Object.hasOwn(json, name) ? json[name] : undefined;
      return own === undefined || own === null ? null : fromRawJson(member, own, place(name));
    });
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, fromRawJson(type.element, value, place(key))]),
  );
}

function isMembers(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json) && !(json instanceof Decimal);
}

function misfit(type: Type, json: unknown, at: string): never {
  const kind = Array.isArray(json) ? "a list" : typeof json === "object" ? "an object" : `a ${typeof json}`;
  throw new TypeError(`${at}: ${JSON.stringify(typeToJson(type))} was expected, ${kind} is stored`);
}
