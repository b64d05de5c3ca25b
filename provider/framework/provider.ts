import type { Action } from "./action.ts";
import type { Attributes } from "./attribute.ts";
import type { DataSource } from "./data-source.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { EphemeralResource } from "./ephemeral-resource.ts";
import type { ProviderFunction } from "./function.ts";
import type { ListResource } from "./list-resource.ts";
import type { Log } from "./log.ts";
import type { Config, Resource } from "./resource.ts";
import type { Planning } from "./spec.ts";

export interface ConfigureRequest<A extends Attributes> {
  /** Unknown members are normal in a plan: fail only when the value is really needed. */
  readonly config: Planning<Config<A>>;
  /** For the User-Agent; OpenTofu sends its own numbering. */
  readonly terraformVersion: string;
  /** Aborts when the client cancels the call or the user interrupts the run. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly warn: (summary: string, detail: string, attribute?: string) => void;
}

/** A whole provider: its own settings, what it serves, and how its errors read. */
export interface Provider<Api> {
  /** Prefix of every type name. */
  readonly name: string;
  readonly doc: string;
  readonly attributes: Attributes;
  readonly validate?: (config: Planning<Config<Attributes>>) => readonly Diagnostic[];
  /** Called once per walk; the last call wins. Null: the configuration is not known yet, plan without a connection. */
  readonly configure: (request: ConfigureRequest<Attributes>) => Promise<Api | null>;
  /** Ends what `configure` opened; called when the process stops or another configuration takes over. */
  readonly close?: (api: Api) => Promise<void>;
  readonly resources: readonly Resource<Api>[];
  readonly dataSources: readonly DataSource<Api>[];
  readonly ephemeralResources?: readonly EphemeralResource<Api>[];
  readonly functions?: readonly ProviderFunction[];
  readonly listResources?: readonly ListResource<Api>[];
  readonly actions?: readonly Action<Api>[];
  /** Anything a handler threw → the message for the person in front of the terminal. */
  readonly explain: (thrown: unknown) => Diagnostic;
}

/** Declares a provider with typed settings. */
export function provider<Api, const A extends Attributes>(
  declaration: Omit<Provider<Api>, "attributes" | "validate" | "configure"> & {
    readonly attributes: A;
    readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
    readonly configure: (request: ConfigureRequest<A>) => Promise<Api | null>;
  },
): Provider<Api> {
  // Value types are forgotten here and restored by decoding with the same attributes.
  return declaration as unknown as Provider<Api>;
}
