import type { Connected } from "./apply-resource.ts";
import type { DataSource } from "./data-source.ts";
import { type Diagnostic, error, warning } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import type { Log } from "./log.ts";
import { path } from "./path.ts";
import type { Provider } from "./provider.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";
import { planningView, settable } from "./view.ts";

/**
 * A provider at work: finds what a call is about, holds the current connection, and can cancel what is in flight.
 * One process may be configured again and again (debug mode serves all walks from one), so nothing but the connection is
 * kept between calls.
 */
export class ProviderServer<Api> {
  readonly provider: Provider<Api>;
  readonly #log: Log;
  readonly #resources: ReadonlyMap<string, Resource<Api>>;
  readonly #dataSources: ReadonlyMap<string, DataSource<Api>>;
  #api: Api | null = null;
  #isConfigured = false;
  #cancel = new AbortController();

  constructor(provider: Provider<Api>, log: Log) {
    this.provider = provider;
    this.#log = log;
    this.#resources = new Map(provider.resources.map((r) => [this.typeName(r), r]));
    this.#dataSources = new Map(provider.dataSources.map((d) => [this.typeName(d), d]));
  }

  get resources(): ReadonlyMap<string, Resource<Api>> {
    return this.#resources;
  }

  get dataSources(): ReadonlyMap<string, DataSource<Api>> {
    return this.#dataSources;
  }

  typeName(served: { readonly name: string }): string {
    return `${this.provider.name}_${served.name}`;
  }

  /** Cancels what is in flight. Not an end: later calls are served as before. */
  stop(): void {
    this.#cancel.abort();
    this.#cancel = new AbortController();
  }

  async close(): Promise<void> {
    const api = this.#api;
    this.#api = null;
    if (api !== null) await this.provider.close?.(api);
  }

  async configure(config: ValueRecord, terraformVersion: string): Promise<readonly Diagnostic[]> {
    const diagnostics: Diagnostic[] = [];
    await this.close();
    try {
      this.#api = await this.provider.configure({
        // Decoded by the same attributes that typed `configure`.
        config: planningView(settable(this.provider.attributes), config) as never,
        terraformVersion,
        log: this.#log,
        warn: (summary, detail, attribute) => {
          diagnostics.push(warning(summary, detail, attribute === undefined ? undefined : path(attribute)));
        },
      });
      this.#isConfigured = true;
    } catch (thrown) {
      diagnostics.push(this.provider.explain(thrown));
    }
    return diagnostics;
  }

  /** @param signal aborts when the client gives this call up */
  environment(signal: AbortSignal, log: Log = this.#log): Environment<Api> {
    return {
      api: this.#api,
      signal: AbortSignal.any([signal, this.#cancel.signal]),
      log,
      explain: this.provider.explain,
    };
  }

  /** The environment of a call that needs the connection, or why there is none. */
  connected(signal: AbortSignal, log?: Log): Connected<Api> | Diagnostic {
    const environment = this.environment(signal, log);
    if (environment.api !== null) return { ...environment, api: environment.api };
    const detail = this.#isConfigured
      ? "The provider block depends on values that are known only after apply, and this step needs a connection. " +
        "Create those values first (terraform apply -target=…), or give the settings directly."
      : "Terraform asked for an object before it configured the provider. Please report this.";
    return error("Provider not configured", detail);
  }
}
