import type { Decimal } from "./decimal.ts";

/** A state file's attributes as JSON. A number that JavaScript can't hold exactly is a `Decimal`. */
export type RawState = { readonly [name: string]: RawValue };
export type RawValue = null | boolean | number | string | Decimal | readonly RawValue[] | RawState;

/** State of an older schema version → state of the current one, as JSON. Straight to the current version, no chains. */
export type Upgrade = (old: RawState) => RawState;
