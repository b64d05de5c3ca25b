import type { AnyAttr, Attributes, ValueOf } from "./attribute.ts";
import type { OnChange, Planning } from "./spec.ts";

type Is<A> = A extends { spec: { is: infer I } } ? I : never;
type IsNullable<A> = A extends { spec: { nullable: true } } ? true : false;
type IsWriteOnly<A> = A extends { spec: { writeOnly: true } } ? true : false;
type HasDefault<A> = A extends { spec: { orElse: infer D } } ? (undefined extends D ? false : true) : false;
/** Never null: required, filled in by a default, or computed and not declared nullable. */
type IsSure<A> =
  Is<A> extends "required"
    ? true
    : HasDefault<A> extends true
      ? true
      : Is<A> extends "computed"
        ? IsNullable<A> extends true
          ? false
          : true
        : false;
export type ComputedKeys<A> = { [K in keyof A]: Is<A[K]> extends "computed" ? K : never }[keyof A];
type StoredKeys<A> = { [K in keyof A]: IsWriteOnly<A[K]> extends true ? never : K }[keyof A];

/** What the user wrote, defaults filled in: settable attributes only; optional ones without a default may be null. */
export type Config<A extends Attributes> = {
  readonly [K in Exclude<keyof A, ComputedKeys<A>>]: IsSure<A[K]> extends true
    ? ValueOf<A[K]>
    : ValueOf<A[K]> | null;
};

/** What a create or update must answer: every stored attribute, none forgotten; write-only values have no place in it. */
export type State<A extends Attributes> = {
  readonly [K in StoredKeys<A>]: IsSure<A[K]> extends true ? ValueOf<A[K]> : ValueOf<A[K]> | null;
} & { readonly [K in Exclude<keyof A, StoredKeys<A>>]?: never };

/** What stands in state. After an import anything but what the import knew may still be null, required or not. */
export type Stored<A extends Attributes> = { readonly [K in StoredKeys<A>]: ValueOf<A[K]> | null };

/** What is planned: as `Stored`, where anything may be unknown until apply. */
export type Planned<A extends Attributes> = Planning<Stored<A>>;

/** Every settable attribute of a resource says what its change means. Names the first attribute that does not. */
export type WithOnChange<A extends Attributes> = {
  readonly [K in keyof A]: Is<A[K]> extends "computed"
    ? A[K]
    : IsWriteOnly<A[K]> extends true
      ? A[K]
      : A[K] extends { spec: { onChange: OnChange } }
        ? A[K]
        : AnyAttr & { readonly spec: { readonly onChange: OnChange } };
};
