import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { killPoints } from "../support/kill-points.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

type Config = Readonly<Record<string, Plain>>;

const START = "2026-03-16T10:00:00Z";
const LATER = "2026-05-20T10:00:00Z";

/** A flow that orders, from what it starts with to how many certificates it may have cost in all. */
interface Flow {
  readonly name: string;
  /** Applied before, undisturbed; null when the flow creates the resource. */
  readonly before: ((csr: string) => Config) | null;
  readonly wanted: (csr: string) => Config;
  readonly records: number;
  /** Orders that SCM took, as it counts them by itself: records, and reissues under one id. */
  readonly reissues: number;
  /** How long a new record stays out of SCM's lists. */
  readonly lagMs?: number;
  /** What is issued for a key that went with the run is left to a person, who revokes it. */
  readonly losesKey?: boolean;
  /** The state of what stands before is lost, so that the flow takes it over. */
  readonly isAdopted?: boolean;
}

const base = (csr: string): Config => ({
  organization_id: 7003,
  scm_profile_id: 3312,
  csr_pem: csr,
  term_days: 90,
});
const OTHER = makeCsr("shop.example.test").csr;
const made: Config = {
  organization_id: 7003,
  scm_profile_id: 3312,
  subject_alternative_names: ["shop.example.test"],
  private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null },
};

const FLOWS: readonly Flow[] = [
  { name: "enroll", before: null, wanted: base, records: 1, reissues: 0 },
  {
    name: "enroll, with a list that lags",
    before: null,
    wanted: base,
    records: 1,
    reissues: 0,
    lagMs: 60_000,
  },
  {
    ...{ name: "enroll with a key made here", before: null, wanted: () => made },
    ...{ records: 1, reissues: 0, losesKey: true },
  },
  { name: "renew", before: base, wanted: base, records: 2, reissues: 0 },
  { name: "adopt", before: base, wanted: base, records: 1, reissues: 0, isAdopted: true },
  {
    ...{ name: "renew, with a list that lags", before: base, wanted: base },
    ...{ records: 2, reissues: 0, lagMs: 60_000 },
  },
  {
    ...{ name: "replace, with a list that lags", before: base, wanted: () => base(OTHER) },
    ...{ records: 1, reissues: 1, lagMs: 60_000 },
  },
  { name: "replace", before: base, wanted: () => base(OTHER), records: 1, reissues: 1 },
  {
    name: "enroll anew for another organization",
    before: base,
    wanted: (csr) => ({ ...base(csr), organization_id: 7019 }),
    records: 2,
    reissues: 0,
  },
];

const [PROGRAM] = PROGRAMS;

class Stage {
  readonly #providers = new Providers();
  readonly scm: FakeScm;
  /** For sockets: who is killed can't tidy up. */
  readonly #folder = mkdtempSync(join(tmpdir(), "kill-"));
  #now = START;

  constructor(scm: FakeScm) {
    this.scm = scm;
  }

  static async start({ lagMs = 0 }: Flow): Promise<Stage> {
    return new Stage(
      await startFakeScm({ issueDelayMs: 0, listLagMs: lagMs, now: new Date(START).getTime() }),
    );
  }

  async pass(ms: number): Promise<void> {
    await this.moveTo(new Date(Date.parse(this.#now) + ms).toISOString());
  }

  async moveTo(instant: string): Promise<void> {
    this.#now = instant;
    await this.scm.control.setClock(instant);
  }

  /** A provider as Terraform starts it for a walk. */
  async provider(): Promise<{ provider: RunningProvider; calls: ProviderCalls }> {
    if (PROGRAM === undefined) throw new Error("no package for this machine");
    const environment = {
      SECTIGO_TEST_CLOCK: this.#now,
      SECTIGO_ORDER_SCOPE: "example/infra:kill",
      TMPDIR: this.#folder,
    };
    const provider = await this.#providers.start(PROGRAM, { environment });
    return { provider, calls: await ProviderCalls.configured(provider, this.scm) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#providers.endAll();
    await this.scm.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** What stands before the flow begins. */
async function begin(
  { before, isAdopted = false }: Flow,
  stage: Stage,
  csr: string,
): Promise<Outcome | null> {
  if (before === null) return null;
  const { calls } = await stage.provider();
  const outcome = await calls.apply(before(csr));
  if (outcome.errors.length > 0) throw new Error(outcome.errors.join("\n"));
  if (isAdopted) return null;
  await stage.moveTo(LATER);
  return outcome;
}

/** The methods of the requests that the flow makes when nothing disturbs it. */
async function methodsOf(flow: Flow): Promise<readonly string[]> {
  await using stage = await Stage.start(flow);
  const csr = makeCsr("shop.example.test").csr;
  const prior = await begin(flow, stage, csr);
  await stage.scm.control.clearRequests();
  const { calls } = await stage.provider();
  const outcome = await calls.apply(flow.wanted(csr), prior);
  expect(outcome.errors).toEqual([]);
  return (await stage.scm.control.requests()).map(({ method }) => method);
}

/** The provider is gone at exactly one request: before SCM has worked on it (`hang`), or after (`hang-after`). */
async function killAt(flow: Flow, stage: Stage, { csr, prior, at }: Attempt): Promise<void> {
  const { provider, calls } = await stage.provider();
  await stage.scm.control.clearFaults();
  await stage.scm.control.plantFault({ route: "* *", kind: at.kind, after: at.request });
  const apply = calls.apply(flow.wanted(csr), prior).catch(() => null);
  const isHit = async (): Promise<boolean> => ((await stage.scm.control.faults())[0]?.hits ?? 0) > 0;
  while (!(await isHit())) if (provider.plugin.child.exitCode !== null) throw new Error("the provider ended");
  provider.plugin.child.kill("SIGKILL");
  await provider.plugin.ended;
  provider.connection.close();
  await apply;
  await stage.scm.control.clearFaults();
}

/** The next apply; where what was ordered is not listed yet, it may refuse to order, and the one after it heals. */
async function heal(flow: Flow, stage: Stage, { csr, prior, where }: Healing): Promise<Outcome> {
  const { calls } = await stage.provider();
  const refreshed = prior === null ? null : await calls.read(prior);
  const healed = await calls.apply(flow.wanted(csr), refreshed);
  const { errors, warnings } = healed;
  if (flow.losesKey && errors.length > 0) return afterRevocation(flow, stage, { csr, errors, where });
  const isRefusal = (text: string): boolean => text.includes("Nothing was ordered");
  if (flow.lagMs === undefined || ![...errors, ...warnings].some(isRefusal)) return healed;
  expect(
    errors.filter((error) => !isRefusal(error)),
    where,
  ).toEqual([]);
  await stage.pass(flow.lagMs);
  return calls.apply(flow.wanted(csr), refreshed === null ? null : await calls.read(refreshed));
}

/** Nothing was ordered, and nothing reissued, as long as nobody has decided. */
async function afterRevocation(
  flow: Flow,
  stage: Stage,
  { csr, errors, where }: Omit<Healing, "prior"> & { readonly errors: readonly string[] },
): Promise<Outcome> {
  expect(errors, where).toEqual([
    expect.stringMatching(/issued for a key that is not here.*revoke it in SCM/s),
  ]);
  const [lost, ...others] = await stage.scm.control.certificates();
  expect(others, where).toEqual([]);
  await stage.scm.control.revoke(lost?.sslId ?? 0, 5);
  const { calls } = await stage.provider();
  return calls.apply(flow.wanted(csr), null);
}

interface Healing {
  readonly csr: string;
  readonly prior: Outcome | null;
  readonly where: string;
}

/** What SCM does not list can't be found; so there may be a second record, and then the next refresh says so. */
async function expectTold(flow: Flow, stage: Stage, { healed, truth, where }: Lagging): Promise<void> {
  await stage.pass(flow.lagMs ?? 0);
  const { calls } = await stage.provider();
  const { warnings } = await calls.read(healed);
  expect(truth, where).toBeLessThanOrEqual(flow.records + 1);
  expect(warnings.length, where).toBe(truth - flow.records);
  for (const warning of warnings) expect(warning, where).toContain("The same order was placed twice");
}

interface Lagging {
  readonly healed: Outcome;
  readonly truth: number;
  readonly where: string;
}

interface Attempt {
  readonly csr: string;
  readonly prior: Outcome | null;
  readonly at: { readonly kind: "hang" | "hang-after"; readonly request: number };
}

describe.concurrent("S15 S49 killed at a request, the next apply orders nothing twice and loses nothing", () => {
  it.each(FLOWS)("$name", { timeout: 1_800_000 }, async (flow) => {
    const methods = await methodsOf(flow);
    expect(methods.length).toBeGreaterThan(2);
    for (const { kind, request } of killPoints(methods)) {
      await using stage = await Stage.start(flow);
      const csr = makeCsr("shop.example.test").csr;
      const prior = await begin(flow, stage, csr);
      await killAt(flow, stage, { csr, prior, at: { kind, request } });

      const where = `${flow.name}, ${kind} at request ${request + 1} of ${methods.length}`;
      const healed = await heal(flow, stage, { csr, prior, where });
      const { calls } = await stage.provider();
      expect(healed.errors, where).toEqual([]);
      expect(healed.state, where).toMatchObject({ status: "Issued", pending: null });
      const truth = (await stage.scm.control.certificates()).filter(({ status }) => status !== "Revoked");
      if (flow.lagMs === undefined) expect(truth.length, where).toBe(flow.records);
      else await expectTold(flow, stage, { healed, truth: truth.length, where });
      const orders = (await stage.scm.control.requests()).filter(
        ({ method, path }) => method === "POST" && path.includes("/replace/"),
      );
      expect(orders.length, where).toBeLessThanOrEqual(flow.reissues + (kind === "hang" ? 1 : 0));

      const second = await calls.plan(flow.wanted(csr), await calls.read(healed));
      expect(second.errors, where).toEqual([]);
      expect(second.state, where).toEqual((await calls.read(healed)).state);
    }
  });
});
