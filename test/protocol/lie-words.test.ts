/**
 * S15 S49: each kind of lie through the packaged executable, where an order whose state was lost is looked for and taken over:
 * it is refused in words of its own, or survived with the right result. Nothing is ordered twice.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { MET, type Met, SAYS } from "../support/lies/lie-words.ts";
import { LIE_NAMES } from "../support/lies/lies.ts";
import { LyingProxy, type ToldLie } from "../support/lies/lying-proxy.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const NAMES = ["shop.example.test", "www.shop.example.test"];
const START = "2026-03-16T10:00:00Z";
const LATE_MS = 600;
const ANSWERED = ["ssl_id", "certificate_pem", "not_after", "subject_alternative_names", "status"];
type Config = Readonly<Record<string, Plain>>;
const config: Config = {
  ...{ organization_id: 7003, scm_profile_id: 3312, term_days: 90, subject_alternative_names: NAMES },
  ...{ csr_pem: makeCsr("shop.example.test").csr, custom_fields: { "Cost centre": "4711" } },
};

const providers = new Providers();
let provider: RunningProvider;
let scm: FakeScm;
let honest: Outcome;
beforeAll(async () => {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  scm = await startFakeScm({ issueDelayMs: 0, now: Date.parse(START) });
  const environment = { SECTIGO_ORDER_SCOPE: "example/infra:words", SECTIGO_TEST_CLOCK: START };
  provider = await providers.start(program, { environment });
  const calls = await ProviderCalls.configured(provider, scm);
  // Of the same names, and another order.
  await calls.apply({ ...config, csr_pem: makeCsr("shop.example.test").csr, order_key: "another" });
  honest = await calls.apply(config);
  expect(honest.errors).toEqual([]);
});
afterAll(async () => {
  await providers.endAll();
  await scm.close();
});

/** An apply without a state while each answer to one call is a lie. */
async function applied(told: ToldLie, seed: number, change: Config = {}) {
  const foreignIds = (await scm.control.certificates()).map(({ sslId }) => sslId);
  await using proxy = await LyingProxy.start({ seed, apiUrl: scm.apiUrl, foreignIds, lateMs: LATE_MS });
  const settings = { base_url: proxy.url, request_timeout: told.lie === "late" ? `${LATE_MS / 2}ms` : "60s" };
  const calls = await ProviderCalls.configured(provider, scm, settings);
  proxy.told = told;
  const { state, errors, warnings } = await calls.apply({ ...config, ...change });
  return { state, errors, warnings, isTold: proxy.lies.length > 0 };
}

/** The state was lost; the order is looked for. */
async function takenOver(told: ToldLie, seed: number) {
  const before = (await scm.control.certificates()).length;
  const outcome = await applied(told, seed);
  expect(await scm.control.certificates(), `ordered twice\n${outcome.errors.join("\n")}`).toHaveLength(
    before,
  );
  return outcome;
}

const answerOf = (state: Outcome["state"]) => ANSWERED.map((name) => state?.[name]);

function expectTold({ state, errors, warnings }: Awaited<ReturnType<typeof takenOver>>, met: Met): void {
  if (errors.length === 0) {
    expect(met.result).not.toBe("refused");
    expect(warnings.join("\n")).toMatch(/^Certificate \d+ \("shop.example.test"\) was ordered before/);
    expect(answerOf(state)).toEqual(answerOf(honest.state));
  } else {
    expect(errors).toEqual([expect.stringMatching(SAYS[met.takenOver ?? met.says ?? "nothing"])]);
    expect(state).toBeNull();
  }
}

describe("S15 S49 a lie that is told in each answer to a call", () => {
  it.each(MET)("$lie in $call", { timeout: 60_000 }, async (met) => {
    const outcome = await takenOver(met, met.seed ?? 3);
    expect(outcome.isTold).toBe(true);
    expectTold(outcome, met);
  });

  it("is the reason of a certificate that is issued and not here when the time is over", async () => {
    const each = "1500ms";
    const timeouts = { create: each, read: each, update: each, delete: each };
    const told = { lie: "truncated", call: "GET /api/ssl/v1/collect/{id}/x509" } as const;
    const { warnings, errors } = await applied(told, 3, { order_key: "hasty", timeouts });
    expect(errors).toEqual([]);
    expect(warnings.join("\n")).toMatch(
      /is still Issued\n.*The last try to get it failed: Collect certificate/,
    );
    expect(warnings.join("\n")).toMatch(SAYS.cutCertificate);
  });

  it("is named where SCM refuses an order and its reason was cut off, and the order is not repeated", async () => {
    await scm.control.clearRequests();
    const refusal = { kind: "status", status: 400, code: -9999, description: "The reason" } as const;
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", ...refusal });
    const { errors } = await applied({ lie: "truncated", call: "POST /api/ssl/v1/enroll" }, 3, {
      order_key: "refused",
    });
    expect(errors.join("\n")).toMatch(
      /\[request\.refused.*reason was cut off on the way \(\d+ bytes came\)/s,
    );
    expect(errors.join("\n")).not.toContain("Correct what SCM names");
    const posts = (await scm.control.requests()).filter(({ path }) => path.endsWith("/enroll"));
    expect(posts).toHaveLength(1);
  });

  it.each(LIE_NAMES)("%s in the list of what was ordered", { timeout: 60_000 }, async (lie) => {
    const { state, errors } = await takenOver({ lie, call: "GET /api/ssl/v1" }, 3);
    if (errors.length === 0) return expect(answerOf(state)).toEqual(answerOf(honest.state));
    for (const text of errors) expect(text).toMatch(/^List certificates: .*\[[a-z]+\.[a-z_]+/);
  });
});
