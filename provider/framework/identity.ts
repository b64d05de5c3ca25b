import type { AnyAttr, Attributes, ObjectOf } from "./attribute.ts";
import type { Upgrade } from "./raw-state.ts";
import type { Stored } from "./resource-values.ts";

/**
 * Attributes of an identity: simple values and lists of them. `required`: an import by identity must give it; `optional`:
 * it may, and the read that follows fills it in.
 */
export type IdentityAttributes = {
  readonly [name: string]: AnyAttr & {
    readonly spec: {
      readonly is: "required" | "optional";
      readonly onChange?: never;
      readonly same?: never;
      readonly orElse?: never;
      readonly writeOnly?: never;
      readonly sensitive?: never;
    };
  };
};

/**
 * What tells one object from all others, apart from its state: Terraform and OpenTofu 1.12 store it and import by it,
 * older ones never ask for it. It stays the same for an object's life, unless it says that it may change.
 */
export interface Identity<A extends Attributes, I extends IdentityAttributes> {
  /** Raise it when an identity stored by an earlier release no longer fits; then add an upgrade from every older version. */
  readonly version: number;
  readonly attributes: I;
  /** Null while the state does not say yet (right after an import by id). */
  readonly of: (state: Stored<A>) => ObjectOf<I> | null;
  /** Identity → what a read needs to find the object; that read fills in the rest. */
  readonly find: (identity: ObjectOf<I>) => Partial<Stored<A>>;
  /** An update may give the object another identity: what it stands for was exchanged, and the resource lives on. */
  readonly mayChange?: true;
  readonly upgrades?: { readonly [fromVersion: number]: Upgrade };
}
