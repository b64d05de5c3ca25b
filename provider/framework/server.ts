import type { Action } from "./action.ts";
import type { DataSource } from "./data-source.ts";
import { type Diagnostic, error, hasError } from "./diagnostics.ts";
import type { Connected, Environment } from "./environment.ts";
import type { EphemeralResource } from "./ephemeral-resource.ts";
import type { ProviderFunction } from "./function.ts";
import type { ListResource } from "./list-resource.ts";
import type { Log } from "./log.ts";
import { warnInto } from "./operation.ts";
import { completeConfig } from "./plan/steps.ts";
import type { Provider } from "./provider.ts";
import type { Resource } from "./resource.ts";
import { validateConfig } from "./validate.ts";
import type { ValueRecord } from "./value.ts";
import { planningView, settable } from "./view.ts";

/**
 * A provider at work: finds what a call is about, holds the current connection, and can cancel what is in flight.
 * One process may be configured again and again (debug mode serves all walks from one), so nothing but the connection is
 * kept between calls.
 */
export class ProviderServer<Api> {
  readonly provider: Provider<Api>;
  /** By full type name. */
  readonly resources: ReadonlyMap<string, Resource<Api>>;
  /** By full type name. */
  readonly dataSources: ReadonlyMap<string, DataSource<Api>>;
  /** By full type name. */
  readonly ephemeralResources: ReadonlyMap<string, EphemeralResource<Api>>;
  /** By name, which has no prefix. */
  readonly functions: ReadonlyMap<string, ProviderFunction>;
  /** By full type name, which is that of a resource. */
  readonly listResources: ReadonlyMap<string, ListResource<Api>>;
  /** By full type name. */
  readonly actions: ReadonlyMap<string, Action<Api>>;
  readonly #log: Log;
  #api: Api | null = null;
  #isConfigured = false;
  #cancel = new AbortController();

  constructor(provider: Provider<Api>, log: Log) {
    this.provider = provider;
    this.resources = new Map(provider.resources.map((r) => [this.typeName(r), r]));
    this.dataSources = new Map(provider.dataSources.map((d) => [this.typeName(d), d]));
    this.ephemeralResources = new Map(provider.ephemeralResources?.map((e) => [this.typeName(e), e]));
    this.functions = new Map(provider.functions?.map((f) => [f.name, f]));
    this.listResources = new Map(provider.listResources?.map((l) => [this.typeName(l), l]));
    this.actions = new Map(provider.actions?.map((a) => [this.typeName(a), a]));
    this.#log = log;
  }

  typeName(served: { readonly name: string }): string {
    return `${this.provider.name}_${served.name}`;
  }

  /** Cancels what is in flight. Not an end: later calls are served as before. */
  stop(): void {
    this.#cancel.abort();
    this.#cancel = new AbortController();
  }

  /** Ends the current connection, if there is one. Never throws: its caller is leaving. */
  async close(): Promise<void> {
    const api = this.#api;
    this.#api = null;
    if (api === null) return;
    try {
      await this.provider.close?.(api);
    } catch (thrown) {
      this.#log.warn("closing the connection failed", { summary: this.explain(thrown).summary });
    }
  }

  /** Takes over another configuration; that of before is closed in any case, so that its rights end here. */
  async configure(
    config: ValueRecord,
    terraformVersion: string,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]> {
    await this.close();
    this.#isConfigured = false;
    const { attributes } = this.provider;
    // Values that were unknown when they were validated are looked at here for the first time.
    const invalid = validateConfig(attributes, config, { areWriteOnlyAllowed: false }).filter(isError);
    if (invalid.length > 0) return invalid;
    const diagnostics: Diagnostic[] = [];
    try {
      this.#api = await this.provider.configure({
        // Decoded by the same attributes that typed `configure`.
        config: planningView(settable(attributes), completeConfig(attributes, config)) as never,
        terraformVersion,
        signal: this.#cancelled(signal),
        log: this.#log,
        warn: warnInto(diagnostics),
      });
      this.#isConfigured = true;
    } catch (thrown) {
      diagnostics.push(this.explain(thrown));
    }
    return diagnostics;
  }

  /** @param signal aborts when the client gives this call up */
  environment(signal: AbortSignal, log: Log = this.#log): Environment<Api> {
    return { api: this.#api, signal: this.#cancelled(signal), log, explain: this.explain };
  }

  /** The environment of a call that needs the connection, or why there is none. */
  connected(signal: AbortSignal, log?: Log): Connected<Api> | Diagnostic {
    const environment = this.environment(signal, log);
    if (environment.api !== null) return { ...environment, api: environment.api };
    const detail = this.#isConfigured
      ? "The provider block depends on values that are known only after apply, and this step needs a connection. " +
        "Create those values first (apply -target=…), or give the settings directly."
      : "Terraform asked for an object before it configured the provider. Please report this.";
    return error("Provider not configured", detail);
  }

  /**
   * The provider's own explanation of anything thrown. If that fails too there is still a message: an exception here
   * would take the state of an object that exists down with it.
   */
  readonly explain = (thrown: unknown): Diagnostic => {
    try {
      return this.provider.explain(thrown);
    } catch {
      // Neither error is shown: the provider's explanation is also what keeps secrets out of messages.
      const detail =
        "The provider failed, and failed again to say why. Please report this to its developers.";
      return error("Unexpected failure", detail);
    }
  };

  #cancelled(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#cancel.signal]);
  }
}

const isError = (diagnostic: Diagnostic): boolean => hasError([diagnostic]);
