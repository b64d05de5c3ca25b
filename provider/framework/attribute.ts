import { type Codec, dictionary, exact, sequence, text, truth, unexpected, whole } from "./codec.ts";
import type { Decimal } from "./decimal.ts";
import { eachMember } from "./members.ts";
import { memoize } from "./memoize.ts";
import type { AnySpec, Planning, Spec } from "./spec.ts";
import type { Type } from "./type.ts";
import { isRecord, type Value, type ValueRecord } from "./value.ts";

export { exact, text, truth, whole } from "./codec.ts";

/**
 * The attribute kit. A resource lists its attributes once, as literal specs; schema, decoding, defaults, plan rules,
 * documentation and the TypeScript types of configuration and state all follow from that list.
 */
interface Attr<T, S extends AnySpec = AnySpec> extends AnyAttr {
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
  /** What handlers answer → tree. @throws TypeError when it is not of the attribute's type after all */
  readonly encode: (value: never) => Value;
}

export interface Nested {
  readonly mode: "single" | "list" | "set" | "map";
  readonly attributes: Attributes;
}

export type Attributes = { readonly [name: string]: AnyAttr };
export type ValueOf<A> = A extends Attr<infer T> ? T : never;

/**
 * Attributes of a nested object. What a change means and what is not stored, the attribute that holds them says; said
 * again by a member it would have no effect.
 */
export type Members = {
  readonly [name: string]: AnyAttr & {
    readonly spec: { readonly onChange?: never; readonly writeOnly?: never };
  };
};

/**
 * Members of the objects in a set. Terraform finds an element again by its whole value, so none of it may be the
 * provider's: no computed members, no defaults, no other spelling.
 */
type SetMembers = {
  readonly [name: string]: Members[string] & {
    readonly spec: {
      readonly is: "required" | "optional";
      readonly orElse?: never;
      readonly same?: never;
    };
  };
};

/** What handlers see of a nested object: optional and computed members may be null. */
export type ObjectOf<A extends Attributes> = {
  readonly [K in keyof A]: A[K]["spec"]["is"] extends "required" ? ValueOf<A[K]> : ValueOf<A[K]> | null;
};

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
export const single = <A extends Members, const S extends Spec<ObjectOf<A>, Planning<ObjectOf<A>>>>(
  attributes: A,
  spec: S,
): Attr<ObjectOf<A>, S> => define(objectCodec(attributes), { mode: "single", attributes }, spec);

/** A list of nested objects. */
export const listOf = <A extends Members, const S extends Spec<readonly ObjectOf<A>[]>>(
  attributes: A,
  spec: S,
): Attr<readonly ObjectOf<A>[], S> =>
  define(sequence("list", objectCodec(attributes)), { mode: "list", attributes }, spec);

/** A set of nested objects. */
export const setOf = <A extends SetMembers, const S extends Spec<readonly ObjectOf<A>[]>>(
  attributes: A,
  spec: S,
): Attr<readonly ObjectOf<A>[], S> =>
  define(sequence("set", objectCodec(attributes)), { mode: "set", attributes }, spec);

/** A map from text to nested objects. */
export const mapOf = <A extends Members, const S extends Spec<Readonly<Record<string, ObjectOf<A>>>>>(
  attributes: A,
  spec: S,
): Attr<Readonly<Record<string, ObjectOf<A>>>, S> =>
  define(dictionary(objectCodec(attributes)), { mode: "map", attributes }, spec);

/** The object type of a set of attributes; Terraform wants every attribute present in every object. */
export const objectType = memoize(
  (attributes: Attributes): Extract<Type, { kind: "object" }> => ({
    kind: "object",
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, attr]) => [name, attr.type])),
  }),
);

/** Members that a handler leaves out become null. */
function objectCodec<A extends Attributes>(attributes: A): Codec<ObjectOf<A>> {
  return {
    type: objectType(attributes),
    // Sound by construction: every member is decoded by the codec its type was inferred from.
    decode: (value) => decodeObject(attributes, isRecord(value) ? value : {}) as ObjectOf<A>,
    encode: (value) => {
      if (typeof value !== "object" || value === null) throw unexpected("an object", value);
      return encodeObject(attributes, value);
    },
  };
}

/** Known tree → record as handlers see it, member by member. */
export function decodeObject(attributes: Attributes, value: ValueRecord): Record<string, unknown> {
  return eachMember(attributes, (name, attr) => {
    const member = value[name] ?? null;
    return member === null ? null : attr.decode(member);
  });
}

/** The way back: absent members become null, surplus ones are dropped. @throws TypeError naming the member that is wrong */
export function encodeObject(
  attributes: Attributes,
  members: Readonly<Record<string, unknown>>,
): ValueRecord {
  return eachMember(attributes, (name, attr) => encodeMember(name, attr, members[name] ?? null));
}

/** @throws TypeError naming the member */
export function encodeMember(name: string, attr: AnyAttr, member: unknown): Value {
  if (member === null) return null;
  try {
    // `encode` wants exactly the type that `ValueOf` gave the handler; the compiler checked it there.
    return attr.encode(member as never);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new TypeError(`${name}: ${reason}`, { cause: thrown });
  }
}
