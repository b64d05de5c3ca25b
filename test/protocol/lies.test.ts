/**
 * S15 S49: a proxy that lies at random stands before SCM while certificates are planned, applied, refreshed and destroyed.
 * What SCM holds in the end is looked at behind its back. docs/threat-model.md names this test and how to run it in full.
 * `SECTIGO_LIES_SEED` repeats the run of one seed alone.
 * After lies of one kind alone, each error names that kind.
 */
import { X509Certificate } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { budget } from "../support/budget.ts";
import { isNamed } from "../support/lies/lie-words.ts";
import { LIE_NAMES, type LieName } from "../support/lies/lies.ts";
import { LATER, Lanes, Life, NAMES } from "./lies-life.ts";
import type { Outcome, ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const RUNS = budget({ usual: 150, full: 3_000 });
/** Each mostly waits for what it was told late, or not at all. */
const LANES = 12;
const timeouts = (each: string) => ({ create: each, read: each, update: each, delete: each });
/** Among lies, what is waited for in vain; else what a machine under load takes. */
const HASTY = timeouts("700ms");
const PATIENT = timeouts("120s");
const CSRS = [makeCsr("shop.example.test").csr, makeCsr("shop.example.test").csr];

const lanes = new Lanes();
afterAll(() => lanes.end());

type Config = Readonly<Record<string, Plain>>;
const configOf = (csr: string, more: Config = {}): Config => ({
  ...{ organization_id: 7003, scm_profile_id: 3312, csr_pem: csr, term_days: 90, timeouts: HASTY },
  subject_alternative_names: NAMES,
  // What a lost answer has it take over is revoked as well.
  revoke_on_destroy: true,
  ...more,
});

/** A code to quote; or, of what is judged against lists of SCM's, what the list says. */
const JUDGED =
  /\[[a-z]+\.[a-z_]+|^No validated domain|is not offered to organization|^SCM has no organization \d+|belongs to another configuration/;

/** What holds after every step, whatever was told. */
async function expectUnharmed(life: Life, outcome: Outcome, told: readonly LieName[]): Promise<void> {
  const where = life.story.join("\n");
  const [lie, ...others] = told;
  for (const text of outcome.errors) {
    expect(text, where).not.toMatch(/\bbug\./);
    expect(text, `an error without a code to quote\n${where}`).toMatch(JUDGED);
    if (lie !== undefined && others.length === 0)
      expect(isNamed(lie, text), `an error that does not name "${lie}": ${text}\n${where}`).toBe(true);
  }
  const truth = await life.scm.control.certificates();
  for (const before of life.foreign) {
    const now = truth.find(({ sslId }) => sslId === before.sslId);
    expect(JSON.stringify(now), `a foreign certificate was touched\n${where}`).toEqual(
      JSON.stringify(before),
    );
  }
  const foreign = new Set(life.foreign.map(({ sslId }) => sslId));
  const { state } = outcome;
  if (state === null) return;
  if (typeof state.certificate_pem !== "string") return;
  const shown = new X509Certificate(state.certificate_pem);
  const mine = truth.filter(({ sslId }) => !foreign.has(sslId));
  const serials = mine.flatMap(({ serialNumber, former }) => [
    serialNumber,
    ...former.map((it) => it.serialNumber),
  ]);
  expect(
    serials.map((serial) => serial?.replaceAll(":", "")).includes(shown.serialNumber.padStart(32, "0")),
    `a foreign certificate was published\n${where}`,
  ).toBe(true);
}

async function step(
  life: Life,
  name: string,
  work: (calls: ProviderCalls) => Promise<Outcome>,
): Promise<Outcome> {
  const rate = name.startsWith("honest") ? 0 : ([0.15, 0.3, 0.6][life.below(3)] ?? 0.3);
  const calls = await life.calls(rate);
  const outcome = await work(calls);
  const told = life.note(`${name} (${rate})`, outcome);
  await expectUnharmed(life, outcome, told);
  return outcome;
}

const patient = (config: Config): Config => ({ ...config, timeouts: PATIENT });

/** A refresh and a destroy take their limits from the state. */
function withTimeouts(held: Outcome, each: typeof HASTY): Outcome {
  return { ...held, state: held.state && { ...held.state, timeouts: each } };
}

/** As Terraform does: refreshed, and then applied unless that has failed. */
async function walk(life: Life, name: string, config: Config): Promise<Outcome> {
  if (life.held !== null) {
    const held = withTimeouts(life.held, config.timeouts as typeof HASTY);
    const read = await step(life, `${name}, refresh`, (calls) => calls.read(held));
    expect(read.state, `forgotten by a refresh\n${life.story.join("\n")}`).not.toBeNull();
    life.held = read.errors.length > 0 ? held : read;
    // As the error asks for; the next apply looks for the order.
    if (read.errors.some((text) => text.includes("[state.other_order]"))) life.held = null;
    if (read.errors.length > 0) return { ...held, errors: read.errors };
  }
  const before = life.held;
  const applied = await step(life, `${name}, apply`, (calls) => calls.apply(config, before));
  const where = life.story.join("\n");
  if (before !== null) expect(applied.state, `forgotten by an apply\n${where}`).not.toBeNull();
  else if (applied.errors.length > 0) expect(applied.state, `tainted\n${where}`).toBeNull();
  life.held = applied.state === null ? null : applied;
  return applied;
}

/** Honest walks until nothing is wrong; the first may find what the lies have left, a second must not. */
async function heal(life: Life, name: string, config: Config): Promise<Outcome> {
  const wanted = patient(config);
  const first = await walk(life, `honest ${name}`, wanted);
  const healed = first.errors.length > 0 ? await walk(life, `honest ${name} again`, wanted) : first;
  expect(healed.errors, life.story.join("\n")).toEqual([]);
  expect(healed.state, life.story.join("\n")).toMatchObject({ status: "Issued", pending: null });
  const mine = (await life.ours()).map(({ sslId }) => sslId);
  expect(mine, `a foreign id in state\n${life.story.join("\n")}`).toContain(Number(healed.state?.ssl_id));
  return healed;
}

const CHANGES = ["comments", "replace", "renew"] as const;

async function live(life: Life): Promise<void> {
  const [csr = "", other = ""] = CSRS;
  await walk(life, "enroll", configOf(csr));
  await heal(life, "enroll", configOf(csr));
  expect(await life.ours(), `ordered twice\n${life.story.join("\n")}`).toHaveLength(1);

  const change = CHANGES[life.below(CHANGES.length)] ?? "renew";
  const config =
    change === "renew"
      ? configOf(csr)
      : change === "replace"
        ? configOf(other)
        : configOf(csr, { comments: "changed" });
  if (change === "renew") {
    life.isLate = true;
    await life.scm.control.setClock(LATER);
  }
  await life.othersOrder("shop.example.test", NAMES);
  await walk(life, change, config);
  await heal(life, change, config);
  const records = await life.ours();
  expect(records, `ordered twice\n${life.story.join("\n")}`).toHaveLength(change === "renew" ? 2 : 1);
  const reissues = records.reduce((sum, { former }) => sum + former.length, 0);
  expect(reissues, `replaced twice\n${life.story.join("\n")}`).toBe(change === "replace" ? 1 : 0);
  const held = life.held as Outcome; // healed
  const planned = await step(life, "honest plan", (calls) => calls.plan(patient(config), held));
  expect(planned.state, `a plan that is not empty\n${life.story.join("\n")}`).toEqual(held.state);

  const destroyed = await step(life, "destroy", (calls) => calls.destroy(withTimeouts(held, HASTY)));
  const isForgotten = destroyed.warnings.some((text) => text.includes("is not revoked: "));
  if (destroyed.errors.length > 0 || isForgotten) {
    const left = isForgotten ? held : destroyed;
    const after = await step(life, "honest destroy", (calls) => calls.destroy(withTimeouts(left, PATIENT)));
    expect(after.errors, life.story.join("\n")).toEqual([]);
  }
  const current = (await life.ours()).find(({ sslId }) => sslId === Number(held.state?.ssl_id));
  expect(current?.status, `not revoked\n${life.story.join("\n")}`).toBe("Revoked");
}

async function runSeed(seed: number, told: Map<string, number>): Promise<void> {
  await using lent = await lanes.lend();
  try {
    await using life = await Life.start(lent.lane, seed);
    await live(life);
    for (const lie of life.told) told.set(lie, (told.get(lie) ?? 0) + 1);
  } catch (failure) {
    throw new Error(`seed ${seed}: ${failure instanceof Error ? failure.message : String(failure)}`, {
      cause: failure,
    });
  }
}

const only = process.env.SECTIGO_LIES_SEED;
/** `SECTIGO_LIES_FROM` begins elsewhere, for seeds that no run has seen. */
const first = Number(process.env.SECTIGO_LIES_FROM ?? 1);
const seeds = only === undefined ? Array.from({ length: RUNS }, (_, at) => at + first) : [Number(only)];

describe("S15 S49 whatever a proxy lies, nothing is ordered twice, and nothing foreign is touched", () => {
  it(`${seeds.length} lives`, { timeout: 1_800_000 }, async () => {
    const failures: string[] = [];
    const told = new Map<string, number>();
    const waiting = [...seeds];
    const worker = async (): Promise<void> => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
        await runSeed(seed, told).catch((failure: Error) => failures.push(failure.message));
    };
    await Promise.all(Array.from({ length: LANES }, worker));
    console.log(`lies in ${seeds.length} lives: ${JSON.stringify(Object.fromEntries(told))}`);
    expect(
      failures,
      `${failures.length} of ${seeds.length}: ${failures.map((it) => it.split("\n", 1)[0]).join("; ")}`,
    ).toEqual([]);
    if (only === undefined) expect([...told.keys()].toSorted()).toEqual([...LIE_NAMES].toSorted());
  });
});
