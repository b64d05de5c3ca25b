import { afterAll, describe, expect, it } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../fake-scm/faults.ts";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { budget } from "../support/budget.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";

/** Every call that the provider makes, and the step of Terraform that makes it. */
interface CallCase {
  readonly route: string;
  /** Asking again changes nothing in SCM, so that a fault that passes is not even noticed. */
  readonly isRepeatable: boolean;
  readonly step: (calls: ProviderCalls, ready: Ready) => Promise<Outcome>;
  /** What the step starts from, when that is not an issued certificate. */
  readonly begin?: (calls: ProviderCalls, scm: FakeScm) => Promise<Outcome>;
  /** Settings of the provider that the step needs. */
  readonly settings?: (scm: FakeScm) => Readonly<Record<string, string | null>>;
}

interface Ready {
  readonly issued: Outcome;
  readonly csr: string;
}

const LIMITS = { create: "6s", read: "6s", update: "6s", delete: "6s" };
const config = (csr: string, more: Readonly<Record<string, string>> = {}, timeouts = LIMITS) => ({
  organization_id: 7003,
  scm_profile_id: 3312,
  csr_pem: csr,
  timeouts,
  ...more,
});

const CALLS: readonly CallCase[] = [
  {
    route: "GET /organization/v1",
    isRepeatable: true,
    step: (calls) => calls.readDataSource("sectigo_organizations"),
  },
  {
    route: "GET /ssl/v1/types",
    isRepeatable: true,
    step: (calls) => calls.readDataSource("sectigo_scm_profiles"),
  },
  {
    route: "GET /ssl/v1/customFields",
    isRepeatable: true,
    step: (calls) => calls.plan(config(newRequest())),
  },
  { route: "POST /ssl/v1/enroll", isRepeatable: false, step: (calls) => calls.apply(config(newRequest())) },
  { route: "GET /ssl/v1/{sslId}", isRepeatable: true, step: (calls, { issued }) => calls.read(issued) },
  {
    route: "GET /ssl/v1/collect/{sslId}/{format}",
    isRepeatable: true,
    step: (calls, { issued }) => calls.read(calls.imported(Number(issued.state?.ssl_id), LIMITS)),
  },
  {
    route: "PUT /ssl/v1",
    isRepeatable: true,
    step: (calls, { issued, csr }) => calls.apply(config(csr, { comments: "changed" }), issued),
  },
  {
    route: "POST /ssl/v1/revoke/{sslId}",
    isRepeatable: true,
    step: (calls, { issued }) => calls.destroy(issued),
  },
  {
    route: "POST /ssl/v1/decline/{sslId}",
    isRepeatable: true,
    begin: requested,
    step: (calls, { issued }) => calls.destroy(issued),
  },
  {
    route: "POST /ssl/v1/replace/{sslId}",
    isRepeatable: false,
    step: (calls, { issued }) => calls.apply(config(newRequest()), issued),
  },
  {
    route: "GET /ssl/v1",
    isRepeatable: true,
    step: (calls) => calls.apply(config(newRequest())),
  },
  {
    route: "POST /auth/realms/apiclients/protocol/openid-connect/token",
    isRepeatable: true,
    settings: (scm) => ({
      customer_uri: null,
      username: null,
      password: null,
      client_id: administrator(scm).clientId,
      client_secret: administrator(scm).clientSecret,
      token_url: scm.tokenUrl,
    }),
    step: (calls) => calls.readDataSource("sectigo_organizations"),
  },
];

/** A request that waits for an administrator: ours may not approve by itself any more. */
async function requested(calls: ProviderCalls, scm: FakeScm): Promise<Outcome> {
  const { login, privileges } = administrator(scm);
  await scm.control.changeAdministrator(login, {
    privileges: privileges.filter((privilege) => privilege !== "autoApproveCertificates"),
  });
  const waiting = await calls.apply(config(newRequest(), { on_pending: "return" }));
  await scm.control.changeAdministrator(login, { privileges });
  return waiting;
}

function administrator(scm: FakeScm) {
  const [first] = scm.logins;
  if (first === undefined) throw new Error("the fake has no administrator");
  return first;
}

/** Once: it passes by itself. Always: it stays. */
const DURATIONS = { once: 1, always: 1_000 } as const;

interface Cell {
  readonly name: string;
  readonly call: CallCase;
  readonly kind: FaultKind;
  readonly duration: keyof typeof DURATIONS;
}

const ALL_CELLS: readonly Cell[] = CALLS.flatMap((call) =>
  FAULT_KINDS.flatMap((kind) =>
    (["once", "always"] as const).map((duration) => ({
      name: `${call.route}: ${kind}, ${duration}`,
      call,
      kind,
      duration,
    })),
  ),
);

/** Every call meets every fault in each run: usually in one duration, by turns, and in both when the budget is full. */
const MATRIX = budget({ usual: ALL_CELLS.filter(isUsual), full: ALL_CELLS });

function isUsual({ call, kind, duration }: Cell): boolean {
  const isEven = (CALLS.indexOf(call) + FAULT_KINDS.indexOf(kind)) % 2 === 0;
  return duration === (isEven ? "once" : "always");
}

/** Faults after which the answer is whole, or that ask to come again: a repeatable call is healed when they pass. */
const HEALED_ONCE = new Set<FaultKind>([
  "status",
  "html",
  "slow",
  "reset-before",
  "reset-after",
  "truncated",
  "no-total-count",
  "short-page",
  "crlf",
  "null-members",
  "extra-members",
]);

/** Faults that leave no way around while they stay: they must be told. */
const TOLD_ALWAYS = new Set<FaultKind>(["status", "html", "hang", "reset-before", "truncated"]);

const [PROGRAM] = PROGRAMS;
afterAll(() =>
  console.log(
    `fault matrix: ${CALLS.length} calls × ${FAULT_KINDS.length} faults × 2 durations = ${ALL_CELLS.length} cells, ${MATRIX.length} of them in this run`,
  ),
);

function newRequest(): string {
  return makeCsr("shop.example.test").csr;
}

interface Site {
  readonly scm: FakeScm;
  readonly provider: RunningProvider;
}

interface Prepared extends AsyncDisposable, Site {
  readonly calls: ProviderCalls;
  readonly ready: Ready;
}

const providers = new Providers();
/** Fakes and providers that no cell uses now. Cells run side by side, so there are as many as run at once. */
const idle: Site[] = [];
const sites: Site[] = [];
afterAll(async () => {
  await providers.endAll();
  await Promise.all(sites.map(({ scm }) => scm.close()));
});

async function site(): Promise<Site> {
  if (PROGRAM === undefined) throw new Error("no package for this machine");
  const made = { scm: await startFakeScm({ issueDelayMs: 0 }), provider: await providers.start(PROGRAM) };
  sites.push(made);
  return made;
}

/** A fake and a provider that are this cell's alone until it ends. */
async function prepare({ begin, settings }: CallCase): Promise<Prepared> {
  const mine = idle.pop() ?? (await site());
  const { scm, provider } = mine;
  const csr = newRequest();
  const first = await ProviderCalls.configured(provider, scm);
  const issued = await (begin === undefined ? first.apply(config(csr)) : begin(first, scm));
  if (issued.errors.length > 0) throw new Error(issued.errors.join("\n"));
  return {
    scm,
    provider,
    // A fresh configuration forgets what the first one has learned, so that the step asks again.
    calls: await ProviderCalls.configured(provider, scm, { request_timeout: "2s", ...settings?.(scm) }),
    ready: { issued, csr },
    async [Symbol.asyncDispose]() {
      await scm.control.clearFaults();
      if (provider.plugin.child.exitCode === null) idle.push(mine);
    },
  };
}

describe.concurrent("every fault on every call is healed, or said in words", () => {
  it.each(MATRIX)("$name", async ({ call, kind, duration }) => {
    await using prepared = await prepare(call);
    const { scm, calls, ready, provider } = prepared;
    const before = (await scm.control.certificates()).length;
    await scm.control.plantFault({ route: call.route, kind, times: DURATIONS[duration], delayMs: 50 });

    const outcome = await call.step(calls, ready);

    for (const text of outcome.errors) {
      expect(text, "a broken invariant").not.toMatch(/\bbug\./);
      expect(text, "an error without a code to quote").toMatch(/\[[a-z]+\.[a-z_]+/);
      expect(text.includes(scm.credentials.password), "a password in an error").toBe(false);
    }
    if (duration === "once" && call.isRepeatable && HEALED_ONCE.has(kind)) expect(outcome.errors).toEqual([]);
    expect(provider.plugin.child.exitCode, "the provider has died").toBeNull();
    expect(provider.plugin.stderr.filter((line) => /panic|unhandled/i.test(line))).toEqual([]);
    // An order whose answer is lost each time is found all the same, which a warning tells.
    if (duration === "always" && TOLD_ALWAYS.has(kind))
      expect([...outcome.errors, ...outcome.warnings]).not.toEqual([]);
    const after = (await scm.control.certificates()).length;
    expect(after - before, "orders placed by one step").toBeLessThanOrEqual(1);
    if (call.step === CALLS[4]?.step && outcome.errors.length > 0)
      expect(outcome.state).toEqual(ready.issued.state);
  });
});
