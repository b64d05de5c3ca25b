import type { Attributes, ValueOf } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Identity, IdentityAttributes } from "./identity.ts";
import type { Log } from "./log.ts";
import type { Move } from "./move-state.ts";
import type { PlanMemory } from "./plan-memory.ts";
import type { PrivateData } from "./private.ts";
import type { Upgrade } from "./raw-state.ts";
import type { ComputedKeys, Config, Planned, State, Stored, WithOnChange } from "./resource-values.ts";
import type { Planning } from "./spec.ts";
import type { Foreign } from "./upgrade-state.ts";
import type { Unknown } from "./value.ts";

export type { Config, Planned, State, Stored } from "./resource-values.ts";

/** What every handler is given besides its values. */
export interface Operation<Api> {
  readonly api: Api;
  /** Aborts when the client cancels the call or the user interrupts the run. */
  readonly signal: AbortSignal;
  /** From the resource's `timeouts`, else its default. */
  readonly timeoutMs: number;
  readonly log: Log;
  /** Adds a warning to the answer. */
  readonly warn: (summary: string, detail: string, attribute?: string) => void;
  /** Kept beside the state, unseen by people, in clear: never for secrets. */
  readonly private: PrivateData;
}

export interface PlanRequest<A extends Attributes, Api> {
  readonly action: "create" | "update" | "delete";
  /** Null while the provider's own configuration is not known yet. */
  readonly api: Api | null;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Null when the object is to be destroyed. */
  readonly config: Planning<Config<A>> | null;
  /** Null when the object is to be created. */
  readonly prior: Stored<A> | null;
  /** Null when the object is to be destroyed. */
  readonly planned: Planned<A> | null;
  /** Empty when the object is to be created, also where it follows one that is destroyed. */
  readonly private: PrivateData;
  /** What goes from a plan to the plan of its apply; null in creates, and where the client hands nothing on. */
  readonly memory: PlanMemory | null;
}

export interface PlanAnswer<A extends Attributes> {
  /** Computed attributes whose planned value differs from what the pipeline found; unknown means "after apply". */
  readonly set?: Partial<{ readonly [K in ComputedKeys<A>]: ValueOf<A[K]> | Unknown | null }> & {
    readonly [K in Exclude<keyof A, ComputedKeys<A>>]?: never;
  };
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * What a resource does. Handlers see plain values, throw what they like (the provider's `explain` turns it into a
 * diagnostic), and know nothing of protobuf or msgpack.
 */
export interface ResourceHandlers<A extends Attributes, Api> {
  /** Cross-attribute rules; runs without a connection. Skip what depends on an unknown value. */
  readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
  /** Adjusts the plan. Called again during apply in another process: the same inputs must give the same answer. */
  readonly plan?: (request: PlanRequest<A, Api>) => Promise<PlanAnswer<A>>;
  readonly create: (
    request: Operation<Api> & {
      readonly config: Config<A>;
      readonly planned: Planned<A>;
      /** To be called as soon as something exists: a later failure or abort still returns this state. */
      readonly checkpoint: (state: State<A>) => void;
    },
  ) => Promise<State<A>>;
  /** Null: the object is gone. Values that mean the same as before keep their spelling by the attribute's `same`. */
  readonly read: (request: Operation<Api> & { readonly state: Stored<A> }) => Promise<Stored<A> | null>;
  readonly update: (
    request: Operation<Api> & {
      readonly config: Config<A>;
      readonly prior: Stored<A>;
      readonly planned: Planned<A>;
      readonly checkpoint: (state: State<A>) => void;
    },
  ) => Promise<State<A>>;
  readonly delete: (request: Operation<Api> & { readonly prior: Stored<A> }) => Promise<void>;
  /** Id → what identifies the object; the read that follows fills in the rest. */
  readonly importState?: (id: string) => Partial<Stored<A>>;
}

export interface ResourceSpec<A extends Attributes, I extends IdentityAttributes = IdentityAttributes> {
  /** Raise it when state written by an earlier release no longer fits; then add an upgrade from every older version. */
  readonly version: number;
  readonly doc: string;
  readonly attributes: A;
  readonly upgrades?: { readonly [fromVersion: number]: Upgrade };
  readonly foreign?: Foreign;
  readonly identity?: Identity<A, I>;
  /** Other resource types whose objects this one can take over. Tried in order. */
  readonly moves?: readonly Move[];
  /** How long each operation may take when the user's `timeouts` do not say, milliseconds. */
  readonly timeoutsMs: { readonly [K in OperationName]: number };
}

export type OperationName = "create" | "read" | "update" | "delete";

export interface Resource<Api> {
  readonly name: string;
  readonly spec: ResourceSpec<Attributes>;
  readonly handlers: AnyHandlers<Api>;
}

/** Handlers with their value types forgotten; only the framework calls them, with values decoded by the same attributes. */
type AnyHandlers<Api> = ResourceHandlers<Attributes, Api>;

type NoIdentity = Record<never, never>;

/**
 * Declares a managed resource.
 * @param name without the provider's prefix
 */
export function resource<Api>() {
  return <const A extends Attributes, const I extends IdentityAttributes = NoIdentity>(
    name: string,
    spec: ResourceSpec<A, I> & { readonly attributes: WithOnChange<A> },
    handlers: ResourceHandlers<A, Api>,
  ): Resource<Api> => ({
    name,
    // The one place where value types are forgotten: encode and decode of the same attributes stand on both sides.
    spec: spec as unknown as ResourceSpec<Attributes>,
    handlers: handlers as unknown as AnyHandlers<Api>,
  });
}
