import type { AnyAttr, Attributes } from "./attribute.ts";
import { memoize } from "./memoize.ts";
import { isWhollyKnown, UNKNOWN, type ValueRecord } from "./value.ts";

/** The object as handlers see it while planning: a value with any unknown part is the unknown. */
export function planningView(attributes: Attributes, object: ValueRecord): Record<string, unknown> {
  const members = Object.entries(attributes).map(([name, attr]) => {
    const value = object[name] ?? null;
    if (value === null) return [name, null] as const;
    return [name, isWhollyKnown(value) ? attr.decode(value) : UNKNOWN] as const;
  });
  return Object.fromEntries(members);
}

/** Only what the user may write. */
export const settable = memoize((attributes: Attributes) =>
  filter(attributes, ({ spec }) => spec.is !== "computed"),
);

/** Only what may stand in state. */
export const stored = memoize((attributes: Attributes) => filter(attributes, ({ spec }) => !spec.writeOnly));

function filter(attributes: Attributes, isWanted: (attr: AnyAttr) => boolean): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, attr]) => isWanted(attr)));
}
