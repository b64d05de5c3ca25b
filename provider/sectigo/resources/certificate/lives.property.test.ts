/**
 * Random lives of one certificate: whatever the user, other people, time and lost answers do to it, in any order, nothing
 * that SCM has issued or is about to issue is lost, and the state comes to rest. Always the same lives, few enough for every
 * run of the tests, more in the long one; CERTIFICATE_LIVES=2000 tries that many, CERTIFICATE_LIVES_SEED=7 others. A failure
 * prints the shortest life that fails.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  readCertificatePem,
  readComments,
  readCsr,
  readPrivateKey,
  sameKey,
} from "../../../../core/index.ts";
import { SeededRandom } from "../../../../test/fake-scm/random.ts";
import { budget } from "../../../../test/support/budget.ts";
import {
  arbitraryLife,
  type Fault,
  FIRST_WISHES,
  type Life,
  NEIGHBOUR,
  OUTSIDE,
  WISHED,
} from "../../../../test/support/certificate-lives.ts";
import {
  CertificateStage,
  certificateStage,
  type Wishes,
} from "../../../../test/support/certificate-stage.ts";
import { ordersInExcess } from "../../../../test/support/orders-in-excess.ts";

const LIVES = Number(process.env.CERTIFICATE_LIVES ?? budget({ usual: 30, full: 600 }));
const SEED = Number(process.env.CERTIFICATE_LIVES_SEED ?? 1);

it("loses no certificate and comes to rest, whatever happens in its life", {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLife, (life) => live(life)),
    { numRuns: LIVES, seed: SEED },
  );
});

it("keeps a renewal of a killed run when another request is asked for before it is taken over", async () => {
  await live({
    ...{ issueDelayMs: 20_000, listLagMs: 0, hasNeighbour: false, strict: [] },
    steps: [
      ["wish order_then_switch"],
      ["pass 85 days", "crash"],
      ["wish request A", "crash"],
      ["pass 1 days"],
    ],
  });
});

it("lets each of two states keep the certificate it has when both come to ask for one request", async () => {
  await live({
    ...{ issueDelayMs: 0, listLagMs: 0, hasNeighbour: true, strict: [] },
    steps: [
      ["pass 1 days"],
      ["wish another write-only key"],
      [NEIGHBOUR],
      ["wish request A"],
      [NEIGHBOUR, "reset-after POST /ssl/v1/*"],
      ["outside revoke"],
    ],
  });
});

it("lets a state have its certificate reissued for a request that the other one has ordered meanwhile", async () => {
  await live({
    ...{ issueDelayMs: 20_000, listLagMs: 0, hasNeighbour: true, strict: [] },
    steps: [
      ["wish impatience", "reset-after POST /ssl/v1/*"],
      ["wish request A"],
      [NEIGHBOUR],
      ["outside revoke"],
    ],
  });
});

it("names what a killed run ordered after others had renewed the certificate, until a person decides", async () => {
  await live({
    ...{ issueDelayMs: 0, listLagMs: 0, hasNeighbour: false, strict: [] },
    steps: [
      ["wish a key made here"],
      ["outside renew", "crash"],
      ["outside revoke", "crash"],
      ["wish request A"],
    ],
  });
});

it("keeps the key beside its certificate while the one for a request given instead is on its way", async () => {
  await live({
    ...{ issueDelayMs: 20_000, listLagMs: 0, hasNeighbour: false, strict: ["replaceStaysIssued"] },
    steps: [
      ["wish an ECDSA key made here"],
      ["wish impatience", "reset-after POST /ssl/v1/*"],
      ["wish request A"],
      ["outside revoke", "reset-after POST /ssl/v1/*"],
    ],
  });
});

type Told = Awaited<ReturnType<CertificateStage["apply"]>>;

async function live({ issueDelayMs, listLagMs, strict, hasNeighbour, steps }: Life): Promise<void> {
  const random = new SeededRandom(1);
  const ordering = { origin: { scope: "lives", runUrl: null }, random: () => random.next() };
  await using stage = await certificateStage(
    { issueDelayMs, listLagMs, strict: Object.fromEntries(strict.map((name) => [name, true])) },
    undefined,
    ordering,
  );
  const neighbour = new CertificateStage(stage.scm, undefined, ordering);
  await neighbour.api.client.close();
  // One time for both; what a process remembers of its orders is made anew by each apply.
  neighbour.api = stage.api;
  const foreign = new Set<number>();
  const seen = new Set<number>();
  const past = new Set<number>();
  const left = new Set<number>();
  let wishes = FIRST_WISHES;
  for (const [event, ...faults] of steps) {
    wishes = { ...wishes, ...WISHED[event] };
    if (event === NEIGHBOUR && hasNeighbour) {
      // Not at one moment: what a list hides then can only be told, as twin.test.ts has it.
      await stage.api.clock.wait(1000);
      await applied(neighbour, wishes);
      // Before the first state acts: what it reissues from now on may become the same order.
      await expectOneEach([stage, neighbour], foreign, { seen, past });
      await stage.api.clock.wait(1000);
    }
    await happen(stage, event, foreign);
    for (const fault of faults) await interruptedApply(stage, wishes, fault);
    await stage.refresh();
    expectPair(stage);
    const told = await stage.apply(wishes);
    expectPair(stage);
    await expectOneEach([stage, neighbour], foreign, { seen, past });
    // What is refused stays as it is until somebody decides.
    if (hasError(told)) {
      if (stage.state === null || (await stage.record).renewed)
        for (const sslId of leftToPerson(told)) left.add(sslId);
      continue;
    }
    await stage.refresh();
    await expectRest(stage, wishes);
    const lost = await forgotten([stage, neighbour], foreign);
    expect(
      lost.filter((sslId) => !isAwaited(told, sslId) && !left.has(sslId)),
      "living certificates that no state holds",
    ).toEqual([]);
  }
  await expectOthersUnharmed(stage, foreign);
}

/** Whatever it comes to, what it holds fits together. */
async function applied(stage: CertificateStage, wishes: Wishes): Promise<void> {
  await stage.refresh();
  expectPair(stage);
  hasError(await stage.apply(wishes));
  expectPair(stage);
}

/** Certificate and private key that lie together belong together, and the state says so of every key that it knows. */
function expectPair({ values }: CertificateStage): void {
  const { certificate_pem: pem, private_key_pem: key, key_matches: matches, csr_pem: csr } = values;
  if (pem === null) return;
  const { publicKey } = readCertificatePem(pem);
  if (key !== null)
    expect(sameKey(publicKey, readPrivateKey(key).publicKey), "a pair that does not fit").toBe(true);
  if (csr !== null) expect(matches).toBe(sameKey(publicKey, readCsr(csr).publicKey));
}

/** What is not this resource's is never revoked, not by its end either. */
async function expectOthersUnharmed(stage: CertificateStage, foreign: ReadonlySet<number>): Promise<void> {
  await stage.apply(null);
  const revoked = (await stage.scm.control.certificates()).filter(({ status }) => status === "Revoked");
  expect(revoked.filter(({ sslId }) => foreign.has(sslId))).toEqual([]);
}

async function happen(stage: CertificateStage, event: string, foreign: Set<number>): Promise<void> {
  const [, days] = /^pass (\d+) days$/.exec(event) ?? [];
  if (days !== undefined) await stage.pass(Number(days));
  const sslId = stage.state === null ? null : stage.values.ssl_id;
  const act = OUTSIDE[event];
  if (act === undefined || sslId === null || (await stage.record).status !== "Issued") return;
  const before = new Set((await stage.scm.control.certificates()).map((record) => record.sslId));
  await act(stage, sslId);
  for (const record of await stage.scm.control.certificates())
    if (!before.has(record.sslId)) foreign.add(record.sslId);
}

async function interruptedApply(stage: CertificateStage, wishes: Wishes, fault: Fault): Promise<void> {
  await stage.refresh();
  const { state, private: data } = stage;
  const [kind, ...route] = fault.split(" ");
  if (kind === "reset-after" || kind === "reset-before" || kind === "truncated")
    await stage.scm.control.plantFault({ route: route.join(" "), kind });
  hasError(await stage.apply(wishes));
  await stage.scm.control.clearFaults();
  if (fault !== "crash") return;
  Object.assign(stage, { state, private: data });
  // Starting again takes longer than SCM's lists lag behind.
  await stage.api.clock.wait(1000);
}

/** Errors are fine where SCM or the configuration leave no other way; those that are ours never are. */
function hasError(told: Told): boolean {
  for (const { summary } of told) expect(summary).not.toMatch(/\[bug\.|Provider produced/);
  return told.some(({ severity }) => severity === "error");
}

/** A second plan changes nothing, unless it waits for SCM or says what it is about to order. */
async function expectRest(stage: CertificateStage, wishes: Wishes): Promise<void> {
  const { planned, diagnostics } = await stage.plan(wishes);
  const { pending, status } = stage.values;
  const isUnderWay = pending !== null || status !== "Issued";
  if (isUnderWay || diagnostics.some(({ summary }) => /will be|successor/.test(summary))) return;
  expect(planned).toEqual(stage.state);
}

/**
 * A renewal that a killed run ordered shows only when it is issued for whose key it is. Until then no state holds it; each
 * apply names it and takes it over once it is issued.
 */
function isAwaited(told: Told, sslId: number): boolean {
  return told.some(
    ({ detail }) =>
      detail.includes(`as ${sslId}, which is still`) && detail.includes("[state.successor_pending]"),
  );
}

/**
 * A first order for a key that a killed run took along is refused with its id and the ways out: an empty state knows no claim by
 * which it is its own, nor does one whose certificate others renewed, since theirs may bear a copy of it. A user who asks for
 * something else then, and not for that order, has been told of it.
 */
function leftToPerson(told: Told): readonly number[] {
  const named = told.map(
    ({ summary }) => /SCM holds .*: (.*) \[state\.order_(?:exists|unproved)\]/.exec(summary)?.[1] ?? "",
  );
  return named.flatMap((list) => [...list.matchAll(/(\d+) \(/g)].map(([, sslId]) => Number(sslId)));
}

/** What was placed since the last look, and what there is, is one order for each intent. */
async function expectOneEach(
  stages: readonly [CertificateStage, CertificateStage],
  foreign: ReadonlySet<number>,
  { seen, past }: { readonly seen: Set<number>; readonly past: Set<number> },
): Promise<void> {
  const [stage, neighbour] = stages;
  const orders = (await living(stage)).filter(({ sslId }) => !foreign.has(sslId));
  const ofNeighbour = new Set(heldBy(neighbour));
  for (const sslId of heldBy(stage)) ofNeighbour.delete(sslId);
  const counted = orders.filter(({ sslId }) => !past.has(sslId));
  expect(ordersInExcess(counted, { seen, ofNeighbour }), "live orders of one intent").toEqual([]);
  for (const { sslId } of orders) seen.add(sslId);
  for (const each of stages) for (const sslId of await movedOnFrom(each)) past.add(sslId);
}

/** What a state had before its user asked for something else. Asked for again later, another one is bought. */
async function movedOnFrom(stage: CertificateStage): Promise<readonly number[]> {
  if (stage.state === null || stage.values.ssl_id === null) return [];
  const markerOf = async (sslId: number): Promise<string | null> =>
    readComments((await stage.scm.control.certificate(sslId)).comments).tag?.marker ?? null;
  const present = await markerOf(stage.values.ssl_id);
  const former = (stage.values.superseded ?? []).flatMap((each) => each.ssl_id ?? []);
  const moved = await Promise.all(former.map(async (sslId) => (await markerOf(sslId)) !== present));
  return former.filter((_, index) => present !== null && moved[index]);
}

function heldBy({ values: { ssl_id, pending, superseded } }: CertificateStage): readonly number[] {
  const ids = [ssl_id, pending?.ssl_id, ...(superseded ?? []).map((each) => each.ssl_id)];
  return ids.filter((sslId) => typeof sslId === "number");
}

async function forgotten(
  stages: readonly [CertificateStage, CertificateStage],
  foreign: ReadonlySet<number>,
): Promise<readonly number[]> {
  const held = new Set(stages.flatMap(heldBy));
  const lost = (await living(stages[0])).filter(({ sslId }) => !held.has(sslId) && !foreign.has(sslId));
  return lost.map(({ sslId }) => sslId);
}

async function living({ scm, api }: CertificateStage) {
  const now = api.clock.now();
  const records = await scm.control.certificates();
  return records.filter(
    ({ status, notAfter }) =>
      /^(Requested|Approved|Applied|Issued)$/.test(status) && (notAfter === null || new Date(notAfter) > now),
  );
}
