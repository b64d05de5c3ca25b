import { expect } from "vitest";
import { applyResource } from "../../provider/framework/apply-resource.ts";
import { type Attributes, decodeObject, encodeMember } from "../../provider/framework/attribute.ts";
import { checkApplied } from "../../provider/framework/check/check-applied.ts";
import { checkPlan } from "../../provider/framework/check/check-plan.ts";
import { type Diagnostic, hasError } from "../../provider/framework/diagnostics.ts";
import type { Connected } from "../../provider/framework/environment.ts";
import { importResource } from "../../provider/framework/import-resource.ts";
import { type PlanOutput, planResource } from "../../provider/framework/plan-resource.ts";
import { readResource } from "../../provider/framework/read-resource.ts";
import type { Resource } from "../../provider/framework/resource.ts";
import { validateConfig } from "../../provider/framework/validate.ts";
import { Unknown, type Value, type ValueRecord } from "../../provider/framework/value.ts";
import { planningView, settable } from "../../provider/framework/view.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import type { FakeScmChoices } from "../fake-scm/options.ts";
import { type TestScm, testScm } from "../fake-scm/testing.ts";
import { connection, START } from "./certificate-stage.ts";
import { silentLog } from "./library-provider.ts";
import { proposedNew } from "./terraform-core.ts";

type Wishes = Readonly<Record<string, unknown>>;

/** One instance of a resource in the hands of a Terraform that keeps its rules, against a fake on a real socket. */
export class ResourceStage {
  readonly scm: TestScm;
  readonly resource: Resource<Connection>;
  /** A new one for every walk, as Terraform configures the provider anew. */
  api: Connection;
  /** As Terraform would store it. */
  state: ValueRecord | null = null;
  private: Uint8Array = new Uint8Array();
  #passedMs = 0;

  constructor(scm: TestScm, resource: Resource<Connection>) {
    this.scm = scm;
    this.resource = resource;
    this.api = connection(scm);
  }

  /** The state as handlers see it; empty without one. */
  get values(): Readonly<Record<string, unknown>> {
    return this.state === null ? {} : decodeObject(this.#attributes, this.state);
  }

  async plan(wishes: Wishes | null, isConnected = true): Promise<PlanOutput> {
    const config = wishes === null ? null : this.#tree(wishes);
    const proposed = config === null ? null : proposedNew(this.#attributes, this.state, config);
    const input = { config, prior: this.state, proposed, private: this.private };
    const environment = isConnected ? this.#environment : { ...this.#environment, api: null };
    const output = await planResource(this.resource, input, environment);
    if (config !== null && output.planned !== null)
      expect(checkPlan(this.#attributes, { config, prior: this.state, planned: output.planned })).toEqual([]);
    return output;
  }

  /** Whether a plan for the same configuration would change anything. */
  async isSettled(wishes: Wishes): Promise<boolean> {
    await this.renew();
    const { planned, diagnostics } = await this.plan(wishes);
    expect(diagnostics).toEqual([]);
    expect(planned).toEqual(this.state);
    return true;
  }

  /** Plans twice, as Terraform does, and applies; a plan with errors is not applied. @returns what was said */
  async apply(wishes: Wishes | null): Promise<readonly Diagnostic[]> {
    const first = await this.plan(wishes);
    if (hasError(first.diagnostics)) return first.diagnostics;
    await this.renew();
    const { planned, private: data } = await this.plan(wishes);
    expect(planned).toEqual(first.planned);
    const config = wishes === null ? null : this.#tree(wishes);
    const input = { config, prior: this.state, planned, private: data };
    const output = await applyResource(this.resource, input, this.#environment);
    if (planned !== null && output.state !== null && !hasError(output.diagnostics))
      expect(checkApplied(this.#attributes, planned, output.state)).toEqual([]);
    this.state = output.state;
    this.private = output.private;
    return [...first.diagnostics, ...output.diagnostics];
  }

  async refresh(): Promise<readonly Diagnostic[]> {
    if (this.state === null) return [];
    const input = { state: this.state, private: this.private };
    const output = await readResource(this.resource, input, this.#environment);
    this.state = output.state;
    this.private = output.private;
    return output.diagnostics;
  }

  /** Begins another walk: what was asked of SCM is forgotten. */
  async renew(): Promise<void> {
    await this.api.client.close();
    const now = new Date(this.api.clock.now().getTime() + this.#passedMs);
    this.#passedMs = 0;
    this.api = connection(this.scm, this.scm.username, {}, now);
  }

  /** Time passes here and in SCM, and another walk begins. */
  async pass(ms: number): Promise<void> {
    this.#passedMs = ms;
    await this.scm.control.advanceClock(ms);
    await this.renew();
  }

  /** What `terraform import` does; a refresh follows. */
  takeOver(id: string): void {
    const { state, diagnostics } = importResource(this.resource, id, this.api.explain);
    expect(diagnostics).toEqual([]);
    this.state = state;
    this.private = new Uint8Array();
  }

  /** Method and path of what SCM was asked since the last call. */
  async calls(): Promise<readonly string[]> {
    const requests = await this.scm.control.requests();
    await this.scm.control.clearRequests();
    return requests.map(({ method, path }) => `${method} ${path.replace("/api", "")}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api.client.close();
    await this.scm.close();
  }

  get #attributes() {
    return this.resource.spec.attributes;
  }

  get #environment(): Connected<Connection> {
    const { api } = this;
    return { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  }

  #tree(wishes: Wishes): ValueRecord {
    return treeOf(this.#attributes, wishes);
  }
}

/** What `terraform validate` says of a configuration; arguments that are left out are null. */
export function judgeArguments(
  { spec, handlers }: Resource<Connection>,
  wishes: Wishes,
): readonly Diagnostic[] {
  const config = treeOf(spec.attributes, wishes);
  const own = validateConfig(spec.attributes, config, { areWriteOnlyAllowed: true });
  if (hasError(own)) return own;
  // Decoded by the attributes that typed the handler.
  return handlers.validate?.(planningView(settable(spec.attributes), config) as never) ?? [];
}

function treeOf(attributes: Attributes, wishes: Wishes): ValueRecord {
  const members = Object.entries(attributes).map(([name, attr]): readonly [string, Value] => {
    const value = wishes[name] ?? null;
    return [name, value instanceof Unknown ? value : encodeMember(name, attr, value)];
  });
  return Object.fromEntries(members);
}

export async function resourceStage(
  resource: Resource<Connection>,
  choices: FakeScmChoices = {},
): Promise<ResourceStage> {
  return new ResourceStage(await testScm({ now: START.getTime(), ...choices }), resource);
}

/** Another resource on the same account. */
export function stageOn(scm: TestScm, resource: Resource<Connection>): ResourceStage {
  return new ResourceStage(scm, resource);
}
