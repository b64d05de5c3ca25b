import type { Unknown } from "./value.ts";

/**
 * What a change of an argument means for the object that exists:
 * - `update`: the resource's `update` is called;
 * - `record`: only the new value is stored, nothing is called (timeouts, settings for the next time);
 * - `recreate`: Terraform destroys the object and creates another.
 */
export type OnChange = "update" | "record" | "recreate";

/** Judges one known value; answers null when it is fine, else what is wrong and what is allowed, as one sentence. */
export interface Check<T> {
  (value: T): string | null;
  /** Where only these few texts pass, as they are written: types that are made from the schema name them. */
  readonly words?: readonly string[];
}

/** `P` is what is seen of a value of which a part may still be unknown. */
interface Described<T, P> {
  /** For people: what it is, unit, limits. Shown by editors and in the registry. */
  readonly doc: string;
  /** Hidden in plans and logs; still plain text in state. */
  readonly sensitive?: true;
  /** Why it should no longer be used, and what to use instead. */
  readonly deprecated?: string;
  /** Asked about values that are known as a whole. */
  readonly checks?: readonly Check<T>[];
  /**
   * Asked about values that may be unknown in part, as soon as the rest of them is fine: of a list, set or map they see
   * the known elements, of an object every member, unknown ones as `Unknown`. For rules that what is known can break
   * whatever the rest turns out to be ("at most 5", "none of them twice"), never for "at least 1".
   */
  readonly partChecks?: readonly Check<P>[];
}

/** Two spellings that mean the same: the one already in state stays, and no change is planned. */
type SameMeaning<T> = (a: T, b: T) => boolean;

interface Forbidden {
  readonly onChange?: never;
  readonly same?: never;
  readonly orElse?: never;
  readonly keep?: never;
  readonly nullable?: never;
  readonly writeOnly?: never;
}

type Without<K extends keyof Forbidden> = Omit<Forbidden, K>;

/**
 * One attribute, declared once. Every line lists what it may have; the rest does not compile.
 * `onChange` is demanded of every settable attribute by `resource()`; data sources and providers have no use for it.
 */
export type Spec<T, P = T> = Described<T, P> &
  (
    | (Without<"onChange" | "same"> & {
        readonly is: "required";
        readonly onChange?: OnChange;
        readonly same?: SameMeaning<T>;
      })
    | (Without<"onChange" | "same" | "orElse"> & {
        readonly is: "optional";
        readonly onChange?: OnChange;
        readonly same?: SameMeaning<T>;
        /** Taken when the configuration leaves the argument out. */
        readonly orElse?: T;
      })
    | (Without<"writeOnly"> & { readonly is: "required" | "optional"; readonly writeOnly: true })
    | (Without<"onChange" | "same" | "keep"> & {
        readonly is: "optionalComputed";
        readonly onChange?: OnChange;
        readonly same?: SameMeaning<T>;
        readonly keep?: true;
      })
    | (Without<"keep" | "nullable"> & {
        readonly is: "computed";
        /** Stays as it is in state while other things change, unless the resource's plan says otherwise. */
        readonly keep?: true;
        /** May be null after apply. */
        readonly nullable?: true;
      })
  );

/** The same without the type of its value: what the framework works with. */
export interface AnySpec extends Described<never, never> {
  readonly is: "required" | "optional" | "optionalComputed" | "computed";
  readonly onChange?: OnChange | undefined;
  readonly same?: SameMeaning<never> | undefined;
  readonly orElse?: unknown;
  readonly keep?: true | undefined;
  readonly nullable?: true | undefined;
  readonly writeOnly?: true | undefined;
}

/** During validate and plan every argument may still be unknown. A value with an unknown part counts as unknown. */
export type Planning<T> = { readonly [K in keyof T]: T[K] | Unknown };
