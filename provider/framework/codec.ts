import { Decimal } from "./decimal.ts";
import { BOOL, NUMBER, STRING, type Type } from "./type.ts";
import { isArray, isRecord, type Value } from "./value.ts";

/** How values of one Terraform type reach handlers and come back from them. */
export interface Codec<T> {
  readonly type: Type;
  /** Known, non-null tree → what handlers see. The tree has the right type already: the wire's decoder saw to it. */
  readonly decode: (value: Value) => T;
  /**
   * What handlers answer → tree.
   * @throws TypeError when the answer is no `T` after all. TypeScript's word ends at the first cast: a wrong type on the
   *   wire would make Terraform drop the state of an object that exists.
   */
  readonly encode: (value: T) => Value;
  /** Says what is wrong with the shape of a known value, beyond its type (a fraction for an integer); null when fine. */
  readonly shapeProblem?: (value: Value) => string | null;
  /** Null is one of its values: lists, maps, records and functions then let it through. */
  readonly mayBeNull?: true;
}

/** A codec whose type of value does not matter. */
export interface AnyCodec extends Pick<Codec<unknown>, "type" | "mayBeNull"> {
  readonly decode: (value: Value) => unknown;
  readonly encode: (value: never) => Value;
  readonly shapeProblem?: (value: Value) => string | null;
}

export const text: Codec<string> = {
  type: STRING,
  decode: (value) => value as string, // by type
  // Terraform normalises what it gets; doing the same first lets us compare with what it sends. A lone surrogate (text
  // cut in the middle of a character) is not UTF-8.
  encode: (value) => {
    if (typeof value !== "string") throw unexpected("text", value);
    return value.toWellFormed().normalize("NFC");
  },
};

export const truth: Codec<boolean> = {
  type: BOOL,
  decode: (value) => value as boolean, // by type
  encode: (value) => {
    if (typeof value !== "boolean") throw unexpected("true or false", value);
    return value;
  },
};

/** A Terraform number that must be whole and within ±(2^53 − 1); handlers see a JavaScript number. */
export const whole: Codec<number> = {
  type: NUMBER,
  // The shape check ran before any handler sees a value, so the fallback is never taken.
  decode: (value) => (value as Decimal).toSafeInteger() ?? Number.NaN,
  encode: (value) => {
    if (!Number.isSafeInteger(value)) throw unexpected("a whole number", value);
    return Decimal.from(value);
  },
  shapeProblem: (value) =>
    value instanceof Decimal && value.toSafeInteger() === null
      ? `a whole number is required, ${value} is given`
      : null,
};

/** Any Terraform number, exact. */
export const exact: Codec<Decimal> = {
  type: NUMBER,
  decode: (value) => value as Decimal, // by type
  encode: (value) => {
    if (!(value instanceof Decimal)) throw unexpected("a Decimal", value);
    return value;
  },
};

/** The same values, and null. */
export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  const { type, decode, encode, shapeProblem } = codec;
  return {
    type,
    decode: (value) => (value === null ? null : decode(value)),
    encode: (value) => (value === null ? null : encode(value)),
    shapeProblem: (value) => (value === null ? null : (shapeProblem?.(value) ?? null)),
    mayBeNull: true,
  };
}

/** Elements in a row; null among them is refused unless the element is `nullable`: no handler expects it. */
export function sequence<T>(kind: "list" | "set", element: Codec<T>): Codec<readonly T[]> {
  return {
    type: { kind, element: element.type },
    decode: (value) => (isArray(value) ? value.map(element.decode) : []),
    encode: (values) => {
      if (!Array.isArray(values)) throw unexpected("a list", values);
      return values.map(element.encode);
    },
    shapeProblem: (value) => (isArray(value) ? firstProblem(value, element) : null),
  };
}

export function dictionary<T>(element: Codec<T>): Codec<Readonly<Record<string, T>>> {
  return {
    type: { kind: "map", element: element.type },
    decode: (value) =>
      Object.fromEntries(
        Object.entries(isRecord(value) ? value : {}).map(([key, v]) => [key, element.decode(v)]),
      ),
    encode: (values) => {
      if (typeof values !== "object" || values === null) throw unexpected("a map", values);
      return Object.fromEntries(
        Object.entries(values).map(([key, v]) => [String(text.encode(key)), element.encode(v)]),
      );
    },
    shapeProblem: (value) => (isRecord(value) ? firstProblem(Object.values(value), element) : null),
  };
}

/** The complaint about a handler's answer; without the value, which may be a secret. */
export function unexpected(wanted: string, found: unknown): TypeError {
  const kind = found === null ? "null" : Array.isArray(found) ? "a list" : typeof found;
  return new TypeError(`${wanted} was expected from the provider, ${kind} came`);
}

function firstProblem<T>(values: readonly Value[], element: Codec<T>): string | null {
  if (!element.mayBeNull && values.includes(null)) return "null elements are not allowed";
  for (const value of values) {
    const problem = element.shapeProblem?.(value) ?? null;
    if (problem !== null) return problem;
  }
  return null;
}
