import { DecodeError, Decoder, type DecoderOptions, Encoder, ExtData } from "@msgpack/msgpack";
import { Decimal } from "../framework/decimal.ts";
import { eachMember } from "../framework/members.ts";
import { DYNAMIC, elementType, type Type, typeFromJson, typeToJson } from "../framework/type.ts";
import { UnreadableValue } from "../framework/unreadable-value.ts";
import { Dynamic, isArray, isRecord, UNKNOWN, Unknown, type Value } from "../framework/value.ts";
import { decodeKey } from "./decode-key.ts";

/**
 * Terraform's msgpack form of values. Source: hashicorp/terraform, docs/plugin-protocol/object-wire-format.md, and
 * zclconf/go-cty, cty/msgpack.
 *
 * - Unknown: extension 0, or 12 with refinements; a decoder must take any extension as unknown, and a plain unknown is a
 *   valid answer to a refined one.
 * - Numbers go out as decimal text, always: a msgpack integer, or bytes echoed as they came, makes
 *   `plan -refresh-only -detailed-exitcode` report a change for ever although nothing differs.
 */
type KeyDecoder = NonNullable<DecoderOptions["keyDecoder"]>;

const UNKNOWN_EXTENSION = new ExtData(0, new Uint8Array([0]));
const extensionCodec = {
  tryToEncode: (object: unknown) => (object instanceof Unknown ? UNKNOWN_EXTENSION : null),
  decode: () => UNKNOWN,
};

// A text may begin with a byte order mark, and Terraform compares what it sent with what it gets back.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const toUtf8 = new TextEncoder();
const encoder = new Encoder({ extensionCodec });
/** Keys are few and come in every object; above 200 octets the decoder's own way with text would drop a byte order mark. */
const keyDecoder: KeyDecoder = { canBeCached: () => true, decode: decodeKey };
const decoder = new Decoder({
  extensionCodec,
  keyDecoder,
  rawStrings: true,
  // Integers beyond 2^53 must not become JavaScript numbers.
  useBigInt64: true,
});

/** @throws TypeError when the bytes do not fit the type, UnreadableValue for a key that can't be held, DecodeError when they are not msgpack. Empty bytes mean null. */
export function fromMsgpack(type: Type, bytes: Uint8Array): Value {
  return bytes.length === 0 ? null : fromWire(type, decode(bytes));
}

/** The decoder refuses this one key, since in JavaScript it would change what every object inherits. */
const FORBIDDEN_KEY = "__proto__";

function decode(bytes: Uint8Array): unknown {
  try {
    return decoder.decode(bytes);
  } catch (thrown) {
    if (!(thrown instanceof DecodeError) || !thrown.message.includes(FORBIDDEN_KEY)) throw thrown;
    throw new UnreadableValue(
      `A map can't have the key "${FORBIDDEN_KEY}"`,
      "This provider can't hold it. Give the entry another key.",
    );
  }
}

/** @throws TypeError when a record or list stands where the type has none */
export function toMsgpack(type: Type, value: Value): Uint8Array {
  return encoder.encode(toWire(type, value));
}

function fromWire(type: Type, wire: unknown): Value {
  if (wire === null || wire === undefined) return null;
  if (wire instanceof Unknown) return wire;
  switch (type.kind) {
    case "string":
      return wire instanceof Uint8Array ? utf8.decode(wire) : mismatch(type, wire);
    case "bool":
      return typeof wire === "boolean" ? wire : mismatch(type, wire);
    case "number":
      return numberFrom(type, wire);
    case "dynamic":
      return dynamicFrom(wire);
    case "list":
    case "set":
    case "tuple":
      if (!Array.isArray(wire)) return mismatch(type, wire);
      return wire.map((element, index) => fromWire(elementType(type, index), element));
    case "map":
    case "object":
      return recordFrom(type, wire);
  }
}

function numberFrom(type: Type, wire: unknown): Value {
  if (wire instanceof Uint8Array) return Decimal.from(utf8.decode(wire));
  return typeof wire === "number" || typeof wire === "bigint" ? Decimal.from(wire) : mismatch(type, wire);
}

/** Typed value: a pair of the type's JSON as bytes and the value itself. */
function dynamicFrom(wire: unknown): Value {
  const [json, value] = Array.isArray(wire) && wire.length === 2 ? wire : [null, null];
  if (!(json instanceof Uint8Array)) return mismatch(DYNAMIC, wire);
  const type = typeFromJson(JSON.parse(utf8.decode(json)));
  return new Dynamic(type, fromWire(type, value));
}

function recordFrom(type: Extract<Type, { kind: "map" | "object" }>, wire: unknown): Value {
  if (typeof wire !== "object" || wire === null || Array.isArray(wire)) return mismatch(type, wire);
  // What the decoder makes of a map is a plain object with text keys.
  const own = wire as Readonly<Record<string, unknown>>;
  if (type.kind === "object")
    return eachMember(type.attributes, (name, member) =>
      fromWire(member, Object.hasOwn(own, name) ? own[name] : undefined),
    );
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, fromWire(type.element, value)]));
}

function toWire(type: Type, value: Value): unknown {
  if (value === null || value === undefined || value instanceof Unknown) return value;
  if (value instanceof Decimal) return value.toString();
  if (value instanceof Dynamic)
    return [toUtf8.encode(JSON.stringify(typeToJson(value.type))), toWire(value.type, value.value)];
  if (isArray(value)) {
    if (!("element" in type) && type.kind !== "tuple") return mismatch(type, value);
    return value.map((element, index) => toWire(elementType(type, index), element));
  }
  if (!isRecord(value)) return value;
  if (type.kind !== "map" && type.kind !== "object") return mismatch(type, value);
  // Every attribute of the schema must be there; one left out is an error on Terraform's side.
  if (type.kind === "object")
    return eachMember(type.attributes, (name, member) => toWire(member, value[name] ?? null));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, toWire(type.element, member)]),
  );
}

function mismatch(type: Type, found: unknown): never {
  const kind = Array.isArray(found)
    ? "a list"
    : typeof found === "object"
      ? "an object"
      : `a ${typeof found}`;
  throw new TypeError(`a value of type ${JSON.stringify(typeToJson(type))} was expected, ${kind} came`);
}
