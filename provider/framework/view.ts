import { type AnyAttr, type Attributes, decodeObject } from "./attribute.ts";
import { eachMember } from "./members.ts";
import { memoize } from "./memoize.ts";
import { isWhollyKnown, UNKNOWN, type ValueRecord } from "./value.ts";

/** The object as handlers see it while planning: a value with any unknown part is the unknown. */
export function planningView(attributes: Attributes, object: ValueRecord): Record<string, unknown> {
  return eachMember(attributes, (name, attr) => {
    const value = object[name] ?? null;
    if (value === null) return null;
    return isWhollyKnown(value) ? attr.decode(value) : UNKNOWN;
  });
}

/**
 * An object without unknowns as handlers see it. Objects never change, and neither do views, so the object that a read, a plan
 * and its identity ask for is decoded once.
 */
export function knownView(attributes: Attributes, object: ValueRecord): Record<string, unknown> {
  return views(attributes)(object);
}

const views = memoize((attributes: Attributes) =>
  memoize((object: ValueRecord) => decodeObject(attributes, object)),
);

/** Only what the user may write. */
export const settable = memoize((attributes: Attributes) =>
  filter(attributes, ({ spec }) => spec.is !== "computed"),
);

/** Only what may stand in state. */
export const stored = memoize((attributes: Attributes) => filter(attributes, ({ spec }) => !spec.writeOnly));

function filter(attributes: Attributes, isWanted: (attr: AnyAttr) => boolean): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, attr]) => isWanted(attr)));
}
