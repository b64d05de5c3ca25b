import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryValue } from "../../test/support/arbitrary-value.ts";
import { bookAttributes } from "../../test/support/library-provider.ts";
import { arbitraryConfig } from "../../test/support/terraform-core.ts";
import { type Attributes, objectType } from "./attribute.ts";
import { Decimal } from "./decimal.ts";
import { elementType, memberType, type Type } from "./type.ts";
import { validateConfig } from "./validate.ts";
import { isArray, isRecord, UNKNOWN, Unknown, type Value, type ValueRecord } from "./value.ts";

const judge = (config: ValueRecord) => validateConfig(bookAttributes, config, { areWriteOnlyAllowed: true });

/** What the unknown parts of a configuration turn out to be: something valid. */
function resolveObject(attributes: Attributes, object: ValueRecord): ValueRecord {
  const members = Object.entries(attributes).map(([name, { type, nested, spec }]) => {
    const value = object[name] ?? null;
    if (nested === null || spec.is === "computed") return [name, resolve(type, value)] as const;
    const inside = (member: Value): Value =>
      member === null
        ? null
        : resolveObject(nested.attributes, isRecord(member) ? member : unknown(nested.attributes));
    if (nested.mode === "single") return [name, inside(value)] as const;
    if (isArray(value)) return [name, value.map(inside)] as const;
    const entries = Object.entries(isRecord(value) ? value : {});
    return [
      name,
      value === null || value instanceof Unknown
        ? null
        : Object.fromEntries(entries.map(([key, member]) => [key, inside(member)])),
    ] as const;
  });
  return Object.fromEntries(members);
}

const unknown = (attributes: Attributes): ValueRecord =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { spec }]) => [name, spec.is === "computed" ? null : UNKNOWN]),
  );

function resolve(type: Type, value: Value): Value {
  if (value instanceof Unknown) {
    const samples: Readonly<Record<string, Value>> = { string: "1h", number: Decimal.from(1), bool: true };
    return samples[type.kind] ?? (type.kind === "map" ? {} : []);
  }
  if (isArray(value)) return value.map((element, index) => resolve(elementType(type, index), element));
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, resolve(memberType(type, name) ?? type, member)] as const,
  );
  return Object.fromEntries(members);
}

describe("validateConfig", () => {
  it("never takes back what it said: an error found beside unknown values is there when they are known", () => {
    const configs = arbitraryConfig(bookAttributes, { mayBeUnknown: true });
    fc.assert(
      fc.property(configs, (config) => {
        const early = judge(config).map(({ summary, detail }) => summary + detail);
        const late = new Set(judge(resolveObject(bookAttributes, config)).map((d) => d.summary + d.detail));
        for (const said of early) expect(late).toContain(said);
      }),
    );
  });

  it("answers whatever comes of the right type", () => {
    const anything = arbitraryValue(objectType(bookAttributes), { mayBeUnknown: true });
    fc.assert(
      fc.property(anything, (value) => {
        if (isRecord(value)) expect(judge(value)).toBeInstanceOf(Array);
      }),
    );
  });
});
