import type { Attributes } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Log } from "./log.ts";
import type { Config, Operation } from "./resource.ts";
import type { Planning } from "./spec.ts";

export interface ActionPlanRequest<A extends Attributes, Api> {
  /** Null while the provider's own configuration is not known yet. */
  readonly api: Api | null;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Unknown members are normal: a trigger may fill them during apply. */
  readonly config: Planning<Config<A>>;
}

export interface InvokeRequest<A extends Attributes, Api> extends Omit<Operation<Api>, "private"> {
  readonly config: Config<A>;
  /** One line for people, at once. Control characters are taken out. */
  readonly progress: (message: string) => void;
}

/**
 * What an action does: one act on demand, in no state. It may run again whenever its trigger fires, so it must be harmless
 * the second time.
 */
export interface ActionHandlers<A extends Attributes, Api> {
  /** Cross-attribute rules; runs without a connection. Skip what depends on an unknown value. */
  readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
  /** Refuses in the plan what would fail or is not allowed. */
  readonly plan?: (request: ActionPlanRequest<A, Api>) => Promise<readonly Diagnostic[]>;
  readonly invoke: (request: InvokeRequest<A, Api>) => Promise<void>;
}

interface ActionSpec<A extends Attributes> {
  readonly doc: string;
  /** Of the block `config`. Nothing in it is computed, nor has it defaults. */
  readonly attributes: A;
  readonly timeoutMs: number;
}

export interface Action<Api> {
  readonly name: string;
  readonly spec: ActionSpec<Attributes>;
  readonly handlers: ActionHandlers<Attributes, Api>;
}

/** Declares an action. @param name without the provider's prefix */
export function action<Api>() {
  return <const A extends Attributes>(
    name: string,
    spec: ActionSpec<A>,
    handlers: ActionHandlers<A, Api>,
  ): Action<Api> => ({
    name,
    spec,
    // Value types are forgotten here and restored by decoding with the same attributes.
    handlers: handlers as unknown as ActionHandlers<Attributes, Api>,
  });
}
