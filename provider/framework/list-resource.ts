import type { Attributes } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Config, Operation } from "./resource.ts";
import type { Planning } from "./spec.ts";

export interface ListRequest<A extends Attributes, Api> extends Omit<Operation<Api>, "private"> {
  readonly config: Config<A>;
  /** How many objects the client takes; it stops reading there. 1 or more. */
  readonly limit: number;
}

/** One object that was found. The framework imports and reads it where the client wants the whole object. */
export interface ListedObject {
  /** As the identity of the managed resource declares it. */
  readonly identity: Readonly<Record<string, unknown>>;
  /** For people, one line. Control characters are taken out: clients print it as it comes. */
  readonly displayName: string;
}

/** What a list resource does: configuration in, objects out, in an order that stays the same. It never changes anything. */
export interface ListHandlers<A extends Attributes, Api> {
  /** Cross-attribute rules; runs without a connection. Skip what depends on an unknown value. */
  readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
  /**
   * A warning given before an object is shown before it; what is thrown ends the list, and discards all of it. So does a
   * cancellation: else a part would look whole.
   */
  readonly list: (request: ListRequest<A, Api>) => AsyncIterable<ListedObject>;
  /** How many objects to read at once. */
  readonly width: (api: Api) => number;
  /** Whether a read failed for that object alone: then it is left out with a warning, and the list goes on. */
  readonly isOfOne: (thrown: unknown) => boolean;
}

interface ListResourceSpec<A extends Attributes> {
  readonly doc: string;
  /** Of the block `config`. Nothing in it is computed, nor has it defaults. */
  readonly attributes: A;
  /** How long finding may take, milliseconds. Reads of objects take what the managed resource allows. */
  readonly timeoutMs: number;
}

/** A way to find objects of a managed resource that is served too, and has an identity. */
export interface ListResource<Api> {
  /** That of the managed resource. */
  readonly name: string;
  readonly spec: ListResourceSpec<Attributes>;
  readonly handlers: ListHandlers<Attributes, Api>;
}

/** Declares a list resource. @param name of the managed resource, without the provider's prefix */
export function listResource<Api>() {
  return <const A extends Attributes>(
    name: string,
    spec: ListResourceSpec<A>,
    handlers: ListHandlers<A, Api>,
  ): ListResource<Api> => ({
    name,
    spec,
    // Value types are forgotten here and restored by decoding with the same attributes.
    handlers: handlers as unknown as ListHandlers<Attributes, Api>,
  });
}
