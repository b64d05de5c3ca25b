import type { Attributes } from "./attribute.ts";
import { isWhollyKnown, UNKNOWN, type Value, type ValueRecord } from "./value.ts";

/** The object as handlers see it while planning: a value with any unknown part is the unknown. */
export function planningView(attributes: Attributes, object: ValueRecord): Record<string, unknown> {
  return pick(attributes, object, (attr, value) => (isWhollyKnown(value) ? attr.decode(value) : UNKNOWN));
}

/** The object as handlers see it once everything is known. */
export function knownView(attributes: Attributes, object: ValueRecord): Record<string, unknown> {
  return pick(attributes, object, (attr, value) => attr.decode(value));
}

/** Only what the user may write. */
export function settable(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, attr]) => attr.spec.is !== "computed"));
}

/** Only what may stand in state. */
export function stored(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, attr]) => !attr.spec.writeOnly));
}

function pick(
  attributes: Attributes,
  object: ValueRecord,
  see: (attr: Attributes[string], value: Value) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attr]) => {
      const value = object[name] ?? null;
      return [name, value === null ? null : see(attr, value)] as const;
    }),
  );
}
