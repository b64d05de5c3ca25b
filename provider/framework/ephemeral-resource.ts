import type { Attributes } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { PrivateData } from "./private.ts";
import type { Config, Operation, State } from "./resource.ts";
import type { Planning } from "./spec.ts";

/**
 * What an ephemeral resource does: something that exists from open to close, and of which nothing is stored.
 *
 * Terraform opens it while planning and again while applying, so opening must have no effect that lasts. Only what was
 * opened is closed: an `open` that throws has to clean up after itself.
 */
export type EphemeralHandlers<A extends Attributes, Api> = Lasting<A, Api> | Renewed<A, Api>;

type EphemeralOperation<Api> = Omit<Operation<Api>, "private">;

/**
 * What `open` left behind, read-only: after a renewal Terraform still hands over what `open` said, OpenTofu what was said
 * last, and so both are the same. Only the client's memory holds it.
 */
type LeftByOpen = Pick<PrivateData, "get">;

interface Common<A extends Attributes, Api> {
  /** Cross-attribute rules; runs without a connection. Skip what depends on an unknown value. */
  readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
  readonly close?: (request: EphemeralOperation<Api> & { readonly private: LeftByOpen }) => Promise<void>;
}

type OpenRequest<A extends Attributes, Api> = EphemeralOperation<Api> & {
  readonly config: Config<A>;
  /** For `renew` and `close`, which see nothing else of what happened here. */
  readonly private: PrivateData;
};

/** Stays as it is until it is closed. */
interface Lasting<A extends Attributes, Api> extends Common<A, Api> {
  readonly open: (
    request: OpenRequest<A, Api>,
  ) => Promise<{ readonly result: State<A>; readonly renewAt?: never }>;
  readonly renew?: never;
}

/** Runs out unless it is renewed. */
interface Renewed<A extends Attributes, Api> extends Common<A, Api> {
  /** `renewAt`: when to renew; null when this one need not be. The result stays as it is for all that. */
  readonly open: (
    request: OpenRequest<A, Api>,
  ) => Promise<{ readonly result: State<A>; readonly renewAt: Date | null }>;
  /** Answers when to renew next; null when never again. */
  readonly renew: (
    request: EphemeralOperation<Api> & { readonly private: LeftByOpen },
  ) => Promise<Date | null>;
}

interface EphemeralResourceSpec<A extends Attributes> {
  readonly doc: string;
  readonly attributes: A;
  /** How long each of open, renew and close may take, milliseconds. */
  readonly timeoutMs: number;
}

export interface EphemeralResource<Api> {
  readonly name: string;
  readonly spec: EphemeralResourceSpec<Attributes>;
  readonly handlers: EphemeralHandlers<Attributes, Api>;
  /** Else it is opened, renewed and closed whether or not the provider is configured, and sees null for a connection. */
  readonly needsConnection: boolean;
}

/** Declares an ephemeral resource. @param name without the provider's prefix */
export function ephemeralResource<Api>() {
  return <const A extends Attributes>(
    name: string,
    spec: EphemeralResourceSpec<A>,
    handlers: EphemeralHandlers<A, Api>,
  ): EphemeralResource<Api> => ({
    name,
    spec,
    // Value types are forgotten here and restored by decoding with the same attributes.
    handlers: handlers as unknown as EphemeralHandlers<Attributes, Api>,
    needsConnection: true,
  });
}

/**
 * Declares an ephemeral resource that only computes: it opens although the provider's settings are not known
 * yet, and fits into a provider with any connection. @param name without the provider's prefix
 */
export function offlineEphemeralResource<const A extends Attributes>(
  name: string,
  spec: EphemeralResourceSpec<A>,
  handlers: EphemeralHandlers<A, unknown>,
): EphemeralResource<unknown> {
  return { ...ephemeralResource<unknown>()(name, spec, handlers), needsConnection: false };
}
