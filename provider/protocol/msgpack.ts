import { decode, Encoder, ExtData } from "@msgpack/msgpack";
import { Decimal } from "../framework/decimal.ts";
import { type Type, typeFromJson, typeToJson } from "../framework/type.ts";
import { Dynamic, isArray, isRecord, UNKNOWN, Unknown, type Value } from "../framework/value.ts";

/**
 * Terraform's msgpack form of values. Source: hashicorp/terraform, docs/plugin-protocol/object-wire-format.md, and
 * zclconf/go-cty, cty/msgpack.
 *
 * - Unknown: extension 0, or 12 with refinements; a decoder must take any extension as unknown.
 * - Numbers go out as decimal text, always: a msgpack integer, or bytes echoed as they came, makes
 *   `plan -refresh-only -detailed-exitcode` report a change for ever although nothing differs.
 */
const UNKNOWN_EXTENSION = new ExtData(0, new Uint8Array([0]));
const REFINED_UNKNOWN = 12;
/** Keys of the refinement map, as go-cty numbers them. */
const NULLNESS_KEY = "1";

const utf8 = new TextDecoder();
const toUtf8 = new TextEncoder();
const encoder = new Encoder();

/** @throws TypeError when the bytes do not fit the type. Empty bytes mean null. */
export function fromMsgpack(type: Type, bytes: Uint8Array): Value {
  return bytes.length === 0 ? null : fromWire(type, decode(bytes, { useBigInt64: true }));
}

export function toMsgpack(type: Type, value: Value): Uint8Array {
  return encoder.encode(toWire(type, value));
}

function fromWire(type: Type, wire: unknown): Value {
  if (wire === null || wire === undefined) return null;
  if (wire instanceof ExtData) return unknownFrom(wire);
  switch (type.kind) {
    case "string":
      return typeof wire === "string" ? wire : mismatch(type, wire);
    case "bool":
      return typeof wire === "boolean" ? wire : mismatch(type, wire);
    case "number":
      return numberFrom(wire);
    case "dynamic":
      return dynamicFrom(wire);
    case "list":
    case "set":
      return Array.isArray(wire)
        ? wire.map((element) => fromWire(type.element, element))
        : mismatch(type, wire);
    case "tuple":
      return Array.isArray(wire)
        ? type.elements.map((element, index) => fromWire(element, wire[index]))
        : mismatch(type, wire);
    case "map":
      return recordFrom(wire, Object.keys(asObject(type, wire)), () => type.element);
    case "object":
      return recordFrom(asObject(type, wire), Object.keys(type.attributes), (name) => type.attributes[name]);
  }
}

function asObject(type: Type, wire: unknown): object {
  return typeof wire === "object" && wire !== null && !Array.isArray(wire) ? wire : mismatch(type, wire);
}

function recordFrom(
  wire: unknown,
  names: readonly string[],
  typeOf: (name: string) => Type | undefined,
): Value {
  const members = wire as Readonly<Record<string, unknown>>; // `asObject` checked it.
  return Object.fromEntries(
    names.map((name) => [name, fromWire(typeOf(name) ?? { kind: "dynamic" }, members[name])]),
  );
}

function numberFrom(wire: unknown): Value {
  if (typeof wire === "number" || typeof wire === "bigint" || typeof wire === "string")
    return Decimal.from(wire);
  return mismatch({ kind: "number" }, wire);
}

/** Typed value: a pair of the type's JSON as bytes and the value itself. */
function dynamicFrom(wire: unknown): Value {
  const [json, value] = Array.isArray(wire) && wire.length === 2 ? wire : [null, null];
  if (!(json instanceof Uint8Array)) return mismatch({ kind: "dynamic" }, wire);
  const type = typeFromJson(JSON.parse(utf8.decode(json)));
  return new Dynamic(type, fromWire(type, value));
}

function unknownFrom(extension: ExtData): Unknown {
  if (extension.type !== REFINED_UNKNOWN || !(extension.data instanceof Uint8Array)) return UNKNOWN;
  const refinements = decode(extension.data, { useBigInt64: true });
  const isNotNull =
    typeof refinements === "object" &&
    refinements !== null &&
    Reflect.get(refinements, NULLNESS_KEY) === false;
  return new Unknown(isNotNull);
}

function toWire(type: Type, value: Value): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Unknown) return UNKNOWN_EXTENSION;
  if (value instanceof Decimal) return value.toString();
  if (value instanceof Dynamic)
    return [toUtf8.encode(JSON.stringify(typeToJson(value.type))), toWire(value.type, value.value)];
  if (isArray(value)) return value.map((element, index) => toWire(elementType(type, index), element));
  if (!isRecord(value)) return value;
  if (type.kind === "map") {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, toWire(type.element, member)]),
    );
  }
  if (type.kind !== "object") return mismatch(type, value);
  // Every attribute of the schema must be there; one left out is an error on Terraform's side.
  return Object.fromEntries(
    Object.entries(type.attributes).map(([name, member]) => [name, toWire(member, value[name] ?? null)]),
  );
}

function elementType(type: Type, index: number): Type {
  if (type.kind === "tuple") return type.elements[index] ?? { kind: "dynamic" };
  return type.kind === "list" || type.kind === "set" ? type.element : mismatch(type, []);
}

function mismatch(type: Type, wire: unknown): never {
  const found = Array.isArray(wire) ? "a list" : typeof wire === "object" ? "an object" : `a ${typeof wire}`;
  throw new TypeError(
    `a value of type ${JSON.stringify(typeToJson(type))} was expected on the wire, ${found} came`,
  );
}
