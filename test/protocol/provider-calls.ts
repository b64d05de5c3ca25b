import { decode } from "@msgpack/msgpack";
import {
  type Diagnostic,
  Diagnostic_Severity,
  type GetProviderSchema_Response,
  type InvokeAction_Event,
  type ListResource_Event,
  Provider,
  type Schema,
} from "../../provider/protocol/gen/tfplugin6_pb.js";
import type { FakeScm } from "../fake-scm/server.ts";
import type { RunningProvider } from "./packaged-provider.ts";
import { dynamic, objectOf, type Plain, plainOf } from "./wire-objects.ts";

const CERTIFICATE = "sectigo_certificate";
type Attributes = Readonly<Record<string, Plain>>;

/** What a call ended with: the object it answered, and what it said. */
export interface Outcome {
  readonly state: Readonly<Record<string, unknown>> | null;
  readonly private: Uint8Array;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface ListWishes {
  readonly limit?: number;
  readonly objects?: boolean;
}

/** One event of a list; `diagnostics` begin with the severity, 1 for an error and 2 for a warning. */
export interface Listed {
  readonly identity: unknown;
  readonly displayName: string;
  readonly object: unknown;
  readonly diagnostics: readonly string[];
}

export interface Acted {
  readonly planned: readonly string[];
  readonly progress: readonly string[];
  /** One member per `completed`, of which there must be one. */
  readonly completed: readonly (readonly string[])[];
}

/** Drives one provider as Terraform does, a step at a time, for tests that need no Terraform in between. */
export class ProviderCalls {
  readonly #provider: RunningProvider;
  readonly #schema: GetProviderSchema_Response;
  readonly #type: string;

  private constructor(provider: RunningProvider, schema: GetProviderSchema_Response, type = CERTIFICATE) {
    this.#provider = provider;
    this.#schema = schema;
    this.#type = type;
  }

  /** The same provider for resources of another type. */
  of(type: string): ProviderCalls {
    return new ProviderCalls(this.#provider, this.#schema, type);
  }

  /** Asks for the schema and configures the account of a fake SCM. */
  static async configured(
    provider: RunningProvider,
    scm: FakeScm,
    settings: Attributes = {},
  ): Promise<ProviderCalls> {
    const schema = await provider.connection.call(Provider, "getProviderSchema", {});
    const config = objectOf(schema.provider, {
      base_url: scm.apiUrl,
      customer_uri: scm.credentials.customerUri,
      username: scm.credentials.username,
      password: scm.credentials.password,
      ...settings,
    });
    const { diagnostics } = await provider.connection.call(Provider, "configureProvider", {
      config,
      terraformVersion: "1.11.4",
    });
    if (diagnostics.length > 0) throw new Error(texts(diagnostics).join("\n"));
    return new ProviderCalls(provider, schema);
  }

  /** What `terraform validate` says. */
  async validate(config: Attributes): Promise<readonly string[]> {
    const { diagnostics } = await this.#provider.connection.call(Provider, "validateResourceConfig", {
      typeName: this.#type,
      config: objectOf(this.#resource, config),
    });
    return texts(diagnostics);
  }

  async plan(config: Attributes, prior: Outcome | null = null): Promise<Outcome> {
    const answer = await this.#plan(config, prior);
    return outcome(answer.plannedState?.msgpack, answer.plannedPrivate, answer.diagnostics);
  }

  #plan(config: Attributes, prior: Outcome | null) {
    return this.#provider.connection.call(Provider, "planResourceChange", {
      typeName: this.#type,
      config: objectOf(this.#resource, config),
      priorState: dynamic((prior?.state ?? null) as Plain),
      proposedNewState: objectOf(this.#resource, { ...computedOf(prior), ...config }),
      priorPrivate: prior?.private ?? new Uint8Array(),
    });
  }

  /** Plans and applies; what the plan refuses leaves what there was, as in Terraform. */
  async apply(config: Attributes, prior: Outcome | null = null): Promise<Outcome> {
    const planned = await this.#plan(config, prior);
    if (planned.diagnostics.some(isError))
      return { ...outcome(undefined, new Uint8Array(), planned.diagnostics), ...kept(prior) };
    const answer = await this.#provider.connection.call(Provider, "applyResourceChange", {
      typeName: this.#type,
      config: objectOf(this.#resource, config),
      priorState: dynamic((prior?.state ?? null) as Plain),
      ...(planned.plannedState && { plannedState: planned.plannedState }),
      plannedPrivate: planned.plannedPrivate,
    });
    return outcome(answer.newState?.msgpack, answer.private, [...planned.diagnostics, ...answer.diagnostics]);
  }

  async read(state: Outcome): Promise<Outcome> {
    const answer = await this.#provider.connection.call(Provider, "readResource", {
      typeName: this.#type,
      currentState: dynamic(state.state as Plain),
      private: state.private,
    });
    return outcome(answer.newState?.msgpack, answer.private, answer.diagnostics);
  }

  async destroy(prior: Outcome): Promise<Outcome> {
    const answer = await this.#provider.connection.call(Provider, "applyResourceChange", {
      typeName: this.#type,
      config: dynamic(null),
      priorState: dynamic(prior.state as Plain),
      plannedState: dynamic(null),
      plannedPrivate: prior.private,
    });
    return outcome(answer.newState?.msgpack, answer.private, answer.diagnostics);
  }

  async readDataSource(typeName: string, config: Attributes = {}): Promise<Outcome> {
    const schema = this.#schema.dataSourceSchemas[typeName];
    const answer = await this.#provider.connection.call(Provider, "readDataSource", {
      typeName,
      config: objectOf(schema, config),
    });
    return outcome(answer.state?.msgpack, new Uint8Array(), answer.diagnostics);
  }

  /** All that a list says, in order; as Terraform asks for it with `terraform query`. */
  async list(
    config: Attributes,
    { limit = 100, objects = false }: ListWishes = {},
  ): Promise<readonly Listed[]> {
    const schema = this.#schema.listResourceSchemas[CERTIFICATE];
    const events = this.#provider.connection.openStream(Provider.method.listResource, {
      typeName: CERTIFICATE,
      config: objectOf(schema, config),
      limit: BigInt(limit),
      includeResourceObject: objects,
    }) as AsyncIterable<ListResource_Event>; // the messages of that method
    const listed: Listed[] = [];
    for await (const { identity, displayName, resourceObject, diagnostic } of events)
      listed.push({
        identity: plainOf(identity?.identityData),
        displayName,
        object: plainOf(resourceObject),
        diagnostics: diagnostic.map(({ severity, summary }) => `${severity}: ${summary}`),
      });
    return listed;
  }

  /** Plans an action, and runs it unless the plan refuses: its progress, and how it ended. */
  async act(type: string, config: Attributes): Promise<Acted> {
    const wire = objectOf(this.#schema.actionSchemas[type]?.schema, config);
    const request = { actionType: type, config: wire };
    const { diagnostics } = await this.#provider.connection.call(Provider, "planAction", request);
    const planned = diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`);
    if (diagnostics.some(isError)) return { planned, progress: [], completed: [] };
    const { invokeAction } = Provider.method;
    const events = this.#provider.connection.openStream(
      invokeAction,
      request,
    ) as AsyncIterable<InvokeAction_Event>; // the messages of that method
    const progress: string[] = [];
    const completed: (readonly string[])[] = [];
    for await (const { type: event } of events) {
      if (event.case === "progress") progress.push(event.value.message);
      if (event.case === "completed")
        completed.push(event.value.diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`));
    }
    return { planned, progress, completed };
  }

  /** What an ephemeral resource hands out. */
  async open(typeName: string, config: Attributes): Promise<Outcome> {
    const schema = this.#schema.ephemeralResourceSchemas[typeName];
    const answer = await this.#provider.connection.call(Provider, "openEphemeralResource", {
      typeName,
      config: objectOf(schema, config),
    });
    return outcome(answer.result?.msgpack, new Uint8Array(), answer.diagnostics);
  }

  /** What an import hands to the read: the id and nothing else. */
  imported(sslId: number, timeouts: Plain): Outcome {
    const object = objectOf(this.#resource, { ssl_id: sslId, timeouts });
    return outcome(object.msgpack, new Uint8Array(), []);
  }

  get #resource(): Schema | undefined {
    return this.#schema.resourceSchemas[this.#type];
  }
}

function outcome(
  bytes: Uint8Array | undefined,
  kept: Uint8Array,
  diagnostics: readonly Diagnostic[],
): Outcome {
  const state = bytes === undefined || bytes.length === 0 ? null : decode(bytes);
  return {
    state: typeof state === "object" ? (state as Outcome["state"]) : null,
    private: kept,
    errors: texts(diagnostics.filter(isError)),
    warnings: texts(diagnostics.filter((diagnostic) => !isError(diagnostic))),
  };
}

function kept(prior: Outcome | null): Pick<Outcome, "state" | "private"> {
  return { state: prior?.state ?? null, private: prior?.private ?? new Uint8Array() };
}

const isError = ({ severity }: Diagnostic): boolean => severity === Diagnostic_Severity.ERROR;

function texts(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`);
}

/** Core proposes the prior value of what only the provider may set. */
function computedOf(prior: Outcome | null): Attributes {
  return (prior?.state ?? {}) as Attributes; // decoded from the provider's own answer
}
