/** Random Terraform types and values of them, for the property tests of the framework and of the wire codecs. */
import fc from "fast-check";
import { Decimal } from "../../provider/framework/decimal.ts";
import type { Type } from "../../provider/framework/type.ts";
import { Dynamic, isArray, isRecord, UNKNOWN, Unknown, type Value } from "../../provider/framework/value.ts";

export interface ValueOptions {
  /** State on disk has no unknowns; everything on the wire may. */
  readonly mayBeUnknown: boolean;
}

const text = fc.string({ unit: "grapheme", maxLength: 12 });
/** Map keys as users invent them, names of inherited members among them; `__proto__` is refused by the msgpack library. */
const key = fc
  .oneof(text, fc.constantFrom("constructor", "toString", "0", ""))
  .filter((name) => name !== "__proto__");
const attributeName = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);

/** Decimal text as Terraform sends it, exact ones and huge ones included. */
export const arbitraryDecimal: fc.Arbitrary<Decimal> = fc.oneof(
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((n) => Decimal.from(n)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => Decimal.from(n)),
  fc
    .tuple(fc.stringMatching(/^-?\d{1,25}(\.\d{1,25})?$/), fc.integer({ min: -400, max: 400 }))
    .map(([mantissa, exponent]) => Decimal.from(`${mantissa}e${exponent}`)),
);

export const arbitraryType: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, depthIdentifier: "type" },
    fc.constantFrom<Type>({ kind: "string" }, { kind: "number" }, { kind: "bool" }, { kind: "dynamic" }),
    tie("type").map((element): Type => ({ kind: "list", element })),
    tie("type").map((element): Type => ({ kind: "set", element })),
    tie("type").map((element): Type => ({ kind: "map", element })),
    fc.array(tie("type"), { maxLength: 3 }).map((elements): Type => ({ kind: "tuple", elements })),
    fc
      .dictionary(attributeName, tie("type"), { maxKeys: 4, noNullPrototype: true })
      .map((attributes): Type => ({ kind: "object", attributes })),
  ),
})).type;

export function arbitraryValue(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  const unknown = options.mayBeUnknown ? [{ weight: 1, arbitrary: fc.constant<Value>(UNKNOWN) }] : [];
  return fc.oneof({ weight: 1, arbitrary: fc.constant<Value>(null) }, ...unknown, {
    weight: 6,
    arbitrary: present(type, options),
  });
}

function present(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  switch (type.kind) {
    case "string":
      return text;
    case "bool":
      return fc.boolean();
    case "number":
      return arbitraryDecimal;
    case "dynamic":
      return fc
        .constantFrom<Type>(
          { kind: "string" },
          { kind: "number" },
          { kind: "list", element: { kind: "bool" } },
        )
        .chain((concrete) => arbitraryValue(concrete, options).map((value) => new Dynamic(concrete, value)));
    case "list":
    case "set":
      return fc.array(arbitraryValue(type.element, options), { maxLength: 4 });
    case "map":
      return fc.dictionary(key, arbitraryValue(type.element, options), { maxKeys: 4, noNullPrototype: true });
    case "tuple":
      return fc.tuple(...type.elements.map((element) => arbitraryValue(element, options)));
    case "object": {
      const members = Object.entries(type.attributes).map(
        ([name, attribute]) => [name, arbitraryValue(attribute, options)] as const,
      );
      return fc.record(Object.fromEntries(members), { noNullPrototype: true });
    }
  }
}

/** A random type and a value of it. */
export function typedValue(
  options: ValueOptions,
): fc.Arbitrary<{ readonly type: Type; readonly value: Value }> {
  return arbitraryType.chain((type) => arbitraryValue(type, options).map((value) => ({ type, value })));
}

/** A value as plain data that `toEqual` can see into: classes with private members all look the same to it. */
export function plain(value: Value): unknown {
  if (value instanceof Unknown) return { unknown: true };
  if (value instanceof Decimal) return { number: value.canonical() };
  if (value instanceof Dynamic) return { dynamic: value.type, value: plain(value.value) };
  if (isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  return new Map(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
