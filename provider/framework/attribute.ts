import { Decimal } from "./decimal.ts";
import type { AnySpec, Spec } from "./spec.ts";
import { BOOL, NUMBER, STRING, type Type } from "./type.ts";
import { isArray, isRecord, type Value, type ValueRecord } from "./value.ts";

/**
 * The attribute kit. A resource lists its attributes once, as literal specs; schema, decoding, defaults, plan rules,
 * documentation and the TypeScript types of configuration and state all follow from that list.
 */
export interface Attr<T, S extends AnySpec = AnySpec> extends AnyAttr {
  readonly spec: S;
  /** Never set; carries the type of the value for `ValueOf`. */
  readonly valueType?: T;
}

/** What the framework needs of any attribute. */
export interface AnyAttr {
  readonly type: Type;
  readonly nested: Nested | null;
  readonly spec: AnySpec;
  /** Says what is wrong with the shape of a known value (a fraction where an integer is wanted); null when fine. */
  readonly shapeProblem: (value: Value) => string | null;
  /** Known, non-null tree → what handlers see. */
  readonly decode: (value: Value) => unknown;
  /** What handlers answer → tree. */
  readonly encode: (value: never) => Value;
}

export interface Nested {
  readonly mode: "single" | "list" | "set" | "map";
  readonly attributes: Attributes;
}

export type Attributes = { readonly [name: string]: AnyAttr };
export type ValueOf<A> = A extends Attr<infer T> ? T : never;

/** What handlers see of a nested object: optional and computed members may be null. */
export type ObjectOf<A extends Attributes> = {
  readonly [K in keyof A]: A[K]["spec"]["is"] extends "required" ? ValueOf<A[K]> : ValueOf<A[K]> | null;
};

interface Codec<T> {
  readonly type: Type;
  readonly decode: (value: Value) => T;
  readonly encode: (value: T) => Value;
  readonly shapeProblem?: (value: Value) => string | null;
}

export const text: Codec<string> = { type: STRING, decode: (v) => v as string, encode: (v) => v };
export const truth: Codec<boolean> = { type: BOOL, decode: (v) => v as boolean, encode: (v) => v };
/** A Terraform number that must be whole and within ±(2^53 − 1); handlers see a JavaScript number. */
export const whole: Codec<number> = {
  type: NUMBER,
  // The shape check ran before any handler sees a value, so the fallback is never taken.
  decode: (v) => (v as Decimal).toSafeInteger() ?? Number.NaN,
  encode: (v) => Decimal.from(v),
  shapeProblem: (v) =>
    v instanceof Decimal && v.toSafeInteger() === null ? `a whole number is required, ${v} is given` : null,
};
/** Any Terraform number, exact. */
export const exact: Codec<Decimal> = { type: NUMBER, decode: (v) => v as Decimal, encode: (v) => v };

function define<T, S extends AnySpec>(codec: Codec<T>, nested: Nested | null, spec: S): Attr<T, S> {
  const { type, decode, encode, shapeProblem = () => null } = codec;
  return { type, nested, spec, decode, encode, shapeProblem };
}

export const string = <const S extends Spec<string>>(spec: S): Attr<string, S> => define(text, null, spec);
export const bool = <const S extends Spec<boolean>>(spec: S): Attr<boolean, S> => define(truth, null, spec);
export const integer = <const S extends Spec<number>>(spec: S): Attr<number, S> => define(whole, null, spec);
export const number = <const S extends Spec<Decimal>>(spec: S): Attr<Decimal, S> => define(exact, null, spec);

/** A list of simple values, in the user's order. */
export const list = <T, const S extends Spec<readonly T[]>>(
  element: Codec<T>,
  spec: S,
): Attr<readonly T[], S> => define(sequence("list", element), null, spec);

/** A set of simple values: handlers see an array whose order means nothing. */
export const set = <T, const S extends Spec<readonly T[]>>(
  element: Codec<T>,
  spec: S,
): Attr<readonly T[], S> => define(sequence("set", element), null, spec);

/** A map from text to simple values. */
export const map = <T, const S extends Spec<Readonly<Record<string, T>>>>(
  element: Codec<T>,
  spec: S,
): Attr<Readonly<Record<string, T>>, S> => define(dictionary(element), null, spec);

/** One nested object: `import = { … }`. */
export const single = <A extends Attributes, const S extends Spec<ObjectOf<A>>>(
  attributes: A,
  spec: S,
): Attr<ObjectOf<A>, S> => define(objectCodec(attributes), { mode: "single", attributes }, spec);

/** A list of nested objects. */
export const listOf = <A extends Attributes, const S extends Spec<readonly ObjectOf<A>[]>>(
  attributes: A,
  spec: S,
): Attr<readonly ObjectOf<A>[], S> =>
  define(sequence("list", objectCodec(attributes)), { mode: "list", attributes }, spec);

/** A set of nested objects. Computed members would make its elements unrecognisable between plan and apply: none. */
export const setOf = <A extends Attributes, const S extends Spec<readonly ObjectOf<A>[]>>(
  attributes: A,
  spec: S,
): Attr<readonly ObjectOf<A>[], S> =>
  define(sequence("set", objectCodec(attributes)), { mode: "set", attributes }, spec);

/** A map from text to nested objects. */
export const mapOf = <A extends Attributes, const S extends Spec<Readonly<Record<string, ObjectOf<A>>>>>(
  attributes: A,
  spec: S,
): Attr<Readonly<Record<string, ObjectOf<A>>>, S> =>
  define(dictionary(objectCodec(attributes)), { mode: "map", attributes }, spec);

/** The object type of a set of attributes; Terraform wants every attribute present in every object. */
export function objectType(attributes: Attributes): Extract<Type, { kind: "object" }> {
  return {
    kind: "object",
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, attr]) => [name, attr.type])),
  };
}

function sequence<T>(kind: "list" | "set", element: Codec<T>): Codec<readonly T[]> {
  return {
    type: { kind, element: element.type },
    decode: (value) => (isArray(value) ? value.map(element.decode) : []),
    encode: (values) => values.map(element.encode),
    shapeProblem: (value) => (isArray(value) ? firstProblem(value, element) : null),
  };
}

function dictionary<T>(element: Codec<T>): Codec<Readonly<Record<string, T>>> {
  return {
    type: { kind: "map", element: element.type },
    decode: (value) => mapRecord(isRecord(value) ? value : {}, element.decode),
    encode: (values) => mapRecord(values, element.encode),
    shapeProblem: (value) => (isRecord(value) ? firstProblem(Object.values(value), element) : null),
  };
}

function firstProblem<T>(values: readonly Value[], element: Codec<T>): string | null {
  if (values.includes(null)) return "null elements are not allowed";
  for (const value of values) {
    const problem = element.shapeProblem?.(value) ?? null;
    if (problem !== null) return problem;
  }
  return null;
}

/** Members that a handler leaves out become null. */
function objectCodec<A extends Attributes>(attributes: A): Codec<ObjectOf<A>> {
  return {
    type: objectType(attributes),
    // Sound by construction: every member is decoded by the codec its type was inferred from.
    decode: (value) => decodeObject(attributes, isRecord(value) ? value : {}) as ObjectOf<A>,
    encode: (value) => encodeObject(attributes, value),
  };
}

/** Known tree → record as handlers see it, member by member. */
export function decodeObject(attributes: Attributes, value: ValueRecord): Record<string, unknown> {
  const members = Object.entries(attributes).map(([name, attr]) => {
    const member = value[name] ?? null;
    return [name, member === null ? null : attr.decode(member)] as const;
  });
  return Object.fromEntries(members);
}

/** The way back. */
export function encodeObject(
  attributes: Attributes,
  members: Readonly<Record<string, unknown>>,
): ValueRecord {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attr]) => {
      const member = members[name] ?? null;
      // `encode` wants exactly the type that `ValueOf` gave the handler; the compiler checked it there.
      return [name, member === null ? null : attr.encode(member as never)] as const;
    }),
  );
}

function mapRecord<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
