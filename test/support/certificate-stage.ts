import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type Clock, cancellation } from "../../core/base/clock.ts";
import { applyResource } from "../../provider/framework/apply-resource.ts";
import { decodeObject, encodeMember } from "../../provider/framework/attribute.ts";
import { checkApplied } from "../../provider/framework/check/check-applied.ts";
import { checkPlan } from "../../provider/framework/check/check-plan.ts";
import { type Diagnostic, hasError } from "../../provider/framework/diagnostics.ts";
import type { Connected } from "../../provider/framework/environment.ts";
import { importResource } from "../../provider/framework/import-resource.ts";
import { type PlanOutput, planResource } from "../../provider/framework/plan-resource.ts";
import type { ConfigureRequest } from "../../provider/framework/provider.ts";
import { readResource } from "../../provider/framework/read-resource.ts";
import type { Config } from "../../provider/framework/resource.ts";
import { Unknown, type Value, type ValueRecord } from "../../provider/framework/value.ts";
import { providerAttributes } from "../../provider/sectigo/attributes.ts";
import { connect } from "../../provider/sectigo/configure.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import { HeldCertificates } from "../../provider/sectigo/held-certificates.ts";
import { createOrdering, type OrderingChoices } from "../../provider/sectigo/ordering.ts";
import type { CertificateAttributes } from "../../provider/sectigo/resources/certificate/attributes.ts";
import type { StoredCertificate } from "../../provider/sectigo/resources/certificate/state.ts";
import { certificateResource } from "../../provider/sectigo/resources/certificate.ts";
import type { FakeScmChoices } from "../fake-scm/options.ts";
import { makeCsr, type TestScm, testScm } from "../fake-scm/testing.ts";
import { silentLog } from "./library-provider.ts";
import { proposedNew } from "./terraform-core.ts";

export const START = new Date("2026-03-16T10:00:00.000Z");

export type Wishes = {
  readonly [Name in keyof Config<CertificateAttributes>]?: Config<CertificateAttributes>[Name] | Unknown;
};

const { attributes } = certificateResource.spec;

const NO_CHOICES: OrderingChoices = {
  origin: { scope: null, runUrl: null },
  ...{ adoptWithinMs: null, random: () => 0, login: null, maxOrders: null, maxRevocations: null },
};

/** Members of the provider block that a test is about; the others are null. */
type Block = Partial<ConfigureRequest<typeof providerAttributes>["config"]>;

/** A connection to a fake, as the provider makes it; its clock moves the fake's along and costs no time. */
/** @param startedAt what the clock shows first */
export function connection(
  scm: TestScm,
  login: string = scm.username,
  block: Block = {},
  startedAt: Date = START,
): Connection {
  let at = startedAt.getTime();
  const clock: Clock = {
    now: () => new Date(at),
    async wait(ms, signal) {
      if (signal?.aborted) throw cancellation(signal);
      at += ms;
      await scm.control.advanceClock(ms);
      if (signal?.aborted) throw cancellation(signal);
    },
  };
  const password = scm.logins.find((known) => known.login === login)?.password ?? "";
  const setting = (value: string, name: string) => ({ value, source: `the environment variable ${name}` });
  const nothing = Object.fromEntries(Object.keys(providerAttributes).map((name) => [name, null]));
  return connect(
    {
      // Every member may be null.
      config: { ...(nothing as { readonly [Name in keyof typeof providerAttributes]: null }), ...block },
      terraformVersion: "1.11.4",
      signal: new AbortController().signal,
      log: silentLog,
      warn: () => undefined,
    },
    {
      base_url: setting(scm.apiUrl, "SECTIGO_BASE_URL"),
      customer_uri: setting(scm.customerUri, "SECTIGO_CUSTOMER_URI"),
      username: setting(login, "SECTIGO_USERNAME"),
      password: setting(password, "SECTIGO_PASSWORD"),
    },
    {
      clock,
      random: () => 0,
      log: silentLog,
      version: "0.0.0",
      variables: {},
      readFile: (file) => readFileSync(file, "utf8"),
    },
  );
}

/** One `sectigo_certificate` in the hands of a Terraform that keeps its rules, against a fake on a real socket. */
export class CertificateStage {
  readonly scm: TestScm;
  api: Connection;
  /** As Terraform would store it. */
  state: ValueRecord | null = null;
  private: Uint8Array = new Uint8Array();
  readonly #stop = new AbortController();
  readonly #choices: Partial<OrderingChoices>;

  constructor(scm: TestScm, login?: string, choices: Partial<OrderingChoices> = {}) {
    this.scm = scm;
    this.#choices = choices;
    this.api = connection(scm, login);
  }

  get values(): StoredCertificate {
    // Decoded by the attributes that the type was inferred from.
    return decodeObject(attributes, this.state ?? {}) as unknown as StoredCertificate;
  }

  /** The record behind the state, as the fake knows it. */
  get record() {
    return this.scm.control.certificate(this.values.ssl_id ?? 0);
  }

  /** Lets so many days pass, in SCM and here. */
  pass(days: number): Promise<void> {
    return this.api.clock.wait(days * 86_400_000);
  }

  /** What costs money: enrollments, renewals, replacements that reached SCM, in their order. */
  async orders(): Promise<readonly string[]> {
    const paths = await this.calls("POST");
    return paths
      .map((path) => /\/ssl\/v1\/(enroll|renewById|replace)\b/.exec(path)?.[1] ?? null)
      .filter((order) => order !== null);
  }

  /** Interrupts everything that follows. */
  stop(): void {
    this.#stop.abort();
  }

  /** @param planned what the plan before answered, for clients that hand it on; empty in the first plan */
  async plan(
    wishes: Wishes | null,
    isConnected = true,
    planned: Uint8Array | null = null,
  ): Promise<PlanOutput> {
    const config = wishes === null ? null : tree(wishes);
    const proposed = config === null ? null : proposedNew(attributes, this.state, config);
    const input = { config, prior: this.state, proposed, private: this.private, planned };
    const environment = isConnected ? this.#environment : { ...this.#environment, api: null };
    const output = await planResource(certificateResource, input, environment);
    if (config !== null && output.planned !== null)
      expect(checkPlan(attributes, { config, prior: this.state, planned: output.planned })).toEqual([]);
    return output;
  }

  /** Plans twice, as Terraform does, and applies; a plan with errors is not applied. @returns what was said */
  async apply(wishes: Wishes | null): Promise<readonly Diagnostic[]> {
    // Terraform starts a provider anew for each walk, and with it what the process remembers of its orders.
    this.api = { ...this.api, ordering: createOrdering({ ...NO_CHOICES, ...this.#choices }) };
    const first = await this.plan(wishes);
    if (hasError(first.diagnostics)) return first.diagnostics;
    const { planned, private: data } = await this.plan(wishes);
    expect(planned).toEqual(first.planned);
    const input = {
      config: wishes === null ? null : tree(wishes),
      prior: this.state,
      planned,
      private: data,
    };
    const output = await applyResource(certificateResource, input, this.#environment);
    if (planned !== null && output.state !== null && !hasError(output.diagnostics))
      expect(checkApplied(attributes, planned, output.state)).toEqual([]);
    this.state = output.state;
    this.private = output.private;
    // What follows is another walk.
    for (const labels of Object.values(this.api.ordering.planned)) labels.clear();
    return [...first.diagnostics, ...output.diagnostics];
  }

  /**
   * Plans, lets something happen, and applies the plan as it was saved.
   * @param core whether the client gives what the plan kept to the apply, as Terraform does from 1.16 on
   * @returns what the apply said
   */
  async applySaved(
    wishes: Wishes | null,
    between: () => Promise<unknown> | undefined,
    core: "older" | "1.16" = "older",
  ): Promise<readonly Diagnostic[]> {
    const memory = core === "1.16" ? new Uint8Array() : null;
    const { planned, private: data, diagnostics } = await this.plan(wishes, true, memory);
    expect(hasError(diagnostics)).toBe(false);
    await between();
    const config = wishes === null ? null : tree(wishes);
    const input = { config, prior: this.state, planned, private: data };
    const output = await applyResource(certificateResource, input, this.#environment);
    this.state = output.state;
    this.private = output.private;
    return output.diagnostics;
  }

  /** Plans while some of it is unknown, and applies when all is known. @returns what the apply said */
  async applyLate(early: Wishes, late: Wishes): Promise<readonly Diagnostic[]> {
    const { planned, private: data, diagnostics } = await this.plan(early);
    if (hasError(diagnostics)) return diagnostics;
    const input = { config: tree(late), prior: this.state, planned, private: data };
    const output = await applyResource(certificateResource, input, this.#environment);
    this.state = output.state;
    this.private = output.private;
    return output.diagnostics;
  }

  /** @param walk another: Terraform reads a resource once in each, and configures the provider anew for it */
  async refresh(walk: "another" | "same" = "another"): Promise<readonly Diagnostic[]> {
    if (this.state === null) return [];
    if (walk === "another") this.api = { ...this.api, held: new HeldCertificates() };
    const input = { state: this.state, private: this.private };
    const output = await readResource(certificateResource, input, this.#environment);
    this.state = output.state;
    this.private = output.private;
    return output.diagnostics;
  }

  /** Import and the read that follows it. */
  async import(id: string, walk: "another" | "same" = "another"): Promise<readonly Diagnostic[]> {
    const { state, diagnostics } = importResource(certificateResource, id, this.api.explain);
    this.state = state;
    this.private = new Uint8Array();
    return [...diagnostics, ...(await this.refresh(walk))];
  }

  /** What generated configuration says after an import: every argument as it stands in state. */
  get generated(): Wishes {
    const { timeouts: _, ...rest } = this.values;
    const settable = Object.entries(rest).filter(([name]) => attributes[name]?.spec.is !== "computed");
    return Object.fromEntries(settable);
  }

  async calls(method: string): Promise<readonly string[]> {
    const requests = await this.scm.control.requests();
    return requests.filter((each) => each.method === method).map(({ path }) => path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api.client.close();
    await this.scm.close();
  }

  get #environment(): Connected<Connection> {
    const { api } = this;
    return { api, signal: this.#stop.signal, log: silentLog, explain: api.explain };
  }
}

/** @param login of the administrator; the first one unless given */
export async function certificateStage(
  choices: FakeScmChoices = {},
  login?: string,
  ordering?: Partial<OrderingChoices>,
): Promise<CertificateStage> {
  return new CertificateStage(await testScm({ now: START.getTime(), ...choices }), login, ordering);
}

export const SHOP_CSR = makeCsr("shop.example.test").csr;

/** A complete order; what a test is about, it says itself. */
export function shop(change: Wishes = {}): Wishes {
  return {
    organization_id: 7003,
    scm_profile_id: 3312,
    csr_pem: SHOP_CSR,
    subject_alternative_names: ["www.shop.example.test"],
    custom_fields: { "Cost centre": "4711" },
    ...change,
  };
}

function tree(wishes: Wishes): ValueRecord {
  const given: Readonly<Record<string, unknown>> = wishes;
  const members = Object.entries(attributes).map(([name, attr]): readonly [string, Value] => {
    const value = given[name] ?? null;
    return [name, value instanceof Unknown ? value : encodeMember(name, attr, value)];
  });
  return Object.fromEntries(members);
}
