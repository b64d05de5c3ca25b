import { expect, it } from "vitest";
import type { SslTruth } from "../../../test/fake-scm/truth.ts";
import { budget } from "../../../test/support/budget.ts";
import { importStage } from "../../../test/support/import-stage.ts";
import { createScmClient } from "../../scm/client.ts";
import type { InventoryFilter } from "../inventory.ts";
import { judgeCompleteness } from "./completeness.ts";
import { importView } from "./settings.ts";

/*
 * Accounts that live thirty days, with acts behind our back and faults on the way, against what the inventory's guide
 * promises, judged by the fake's truth: every answer is right, or it says that it is not complete, what is missing and why.
 */
const QUESTIONS = budget({ usual: 200, full: 5_000 });
const PER_LIFE = 100;
const DAY_MS = 86_400_000;
const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;

type Stage = Awaited<ReturnType<typeof importStage>>;
type Pick1 = <T>(values: readonly T[]) => T;

/** Source: G. Marsaglia, Xorshift RNGs, 2003. */
function picker(seed: number): Pick1 {
  let state = seed;
  return (values) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return values[Math.abs(state) % values.length] as (typeof values)[number];
  };
}

/** Acts that an import between two full ones need not show; see the guide's table. */
const LATE = ["replace", "edit", "move", "delete"] as const;
const PROMPT = ["revoke", "decline", "reject", "approve", "renew"] as const;

const FAULTS = [
  ...["status", "html", "empty", "truncated", "slow", "hang", "hang-after", "reset-before", "reset-after"],
  ...["no-total-count", "short-page", "null-members", "empty-members", "extra-members"],
] as const;
const ROUTES = ["POST /report/v1/ssl-certificates", "GET /ssl/v1", "GET /ssl/v1/{id}", "* *"];

/** What a record may be shown as: by the last full look at it, or by its present truth. */
type Known = Map<number, readonly (SslTruth | null)[]>;

async function actOnce(it: Stage, pick: Pick1, known: Known): Promise<void> {
  const truth = await it.fake.control.certificates();
  const record = pick(truth);
  const act = pick([...LATE, ...PROMPT]);
  const { control } = it.fake;
  const isLate = (LATE as readonly string[]).includes(act);
  if (act === "revoke" && record.status === "Issued") await control.revoke(record.sslId, 4);
  const mayRenew = record.requestedVia === "REST API" && record.profileId === 3312 && record.orgId === 7003;
  if (act === "renew" && record.status === "Issued" && mayRenew) await control.renew(record.sslId);
  if (["decline", "reject", "approve"].includes(act) && record.status === "Requested")
    await control.act(record.sslId, act);
  if (act === "replace" && record.status === "Issued") await control.act(record.sslId, act);
  if (act === "edit") await control.act(record.sslId, act, { comments: `note ${record.sslId}` });
  if (act === "move") await control.act(record.sslId, act, { orgId: pick([7003, 7108, 7245]) });
  if (act === "delete") await control.act(record.sslId, act);
  if (isLate) known.set(record.sslId, [...(known.get(record.sslId) ?? []), record]);
}

const wordsOf = (record: SslTruth): string =>
  [record.commonName, ...record.names, record.comments ?? "", record.requester ?? "", record.sslId].join(
    "\n",
  );

/** The guide's words: an issued one whose end has come is expired. */
function stateOf({ status, notAfter }: SslTruth, now: number): string {
  return status === "Issued" && notAfter !== null && Date.parse(notAfter) <= now ? "Expired" : status;
}

interface Question {
  readonly filter: InventoryFilter;
  readonly matches: (record: SslTruth, now: number) => boolean;
}

function questionOf(pick: Pick1): Question {
  const days = pick([1, 7, 30, 90, 400]);
  const state = pick(["Issued", "Expired", "Revoked", "Requested", "Declined"]);
  const org = pick([7003, 7019, 7108, 7245]);
  const word = pick(["h1", "example", "note", "svc", "zzz", "H2"]);
  const parts: readonly Question[] = [
    {
      filter: { expiresWithinDays: days },
      matches: ({ notAfter }, now) =>
        notAfter !== null && Date.parse(notAfter) > now && Date.parse(notAfter) <= now + days * DAY_MS,
    },
    { filter: { statuses: [state] }, matches: (record, now) => stateOf(record, now) === state },
    { filter: { organizationIds: [org] }, matches: ({ orgId }) => orgId === org },
    {
      filter: { text: word },
      matches: (record) => wordsOf(record).toLowerCase().includes(word.toLowerCase()),
    },
    {
      filter: { conditions: [{ attribute: "comments", isPresent: false }] },
      matches: ({ comments }) => (comments ?? "") === "",
    },
    {
      filter: { conditions: [{ attribute: "revoked", isPresent: true }] },
      matches: ({ revoked }) => revoked !== null,
    },
  ];
  const [one, other] = [pick(parts), pick(parts)];
  return {
    filter: { ...one.filter, ...other.filter },
    matches: (record, now) =>
      other.matches(record, now) && (one.matches(record, now) || sameMember(one.filter, other.filter)),
  };
}

/** Of two demands in one member of the filter the second replaces the first. */
function sameMember(one: InventoryFilter, other: InventoryFilter): boolean {
  return Object.keys(one).some((name) => name in other);
}

async function ask(it: Stage, pick: Pick1, known: Known): Promise<void> {
  const now = it.clock.now();
  const { filter, matches } = questionOf(pick);
  const view = importView(it.account, it.settings(SSL));
  const { rows, total } = await it.store.query({ view, filter, now, limit: 10_000 });
  const shown = new Set(rows.map(({ certificateId }) => certificateId));
  expect(total).toBe(shown.size);
  const truth = new Map((await it.fake.control.certificates()).map((record) => [record.sslId, record]));
  const wrong: unknown[] = [];
  for (const id of new Set([...truth.keys(), ...known.keys(), ...shown])) {
    const may = [...(known.get(id) ?? []), truth.get(id) ?? null].map(
      (record) => record !== null && matches(record, now.getTime()),
    );
    if (!may.includes(shown.has(id))) wrong.push([id, shown.has(id), truth.get(id)?.status]);
  }
  expect([filter, wrong]).toEqual([filter, []]);
}

async function live(seed: number, questions: number): Promise<{ complete: number; said: number }> {
  const pick = picker(seed);
  await using it = await importStage({ records: 80, seed, organizations: 0 });
  // A request that hangs ends soon.
  const scm = createScmClient({
    baseUrl: it.fake.apiUrl,
    login: {
      kind: "password",
      username: it.fake.username,
      password: it.fake.logins.find(({ login }) => login === it.fake.username)?.password ?? "",
      customerUri: it.fake.customerUri,
    },
    ...{ retry: { baseMs: 1 }, requestTimeoutMs: 400, reportTimeoutMs: 400, clock: it.clock },
  });
  const known: Known = new Map();
  const counted = { complete: 0, said: 0 };
  for (let asked = 0; asked < questions; ) {
    for (let act = 0; act < 3; act += 1) await actOnce(it, pick, known);
    await it.pass(pick([7, 20, 30]) * 3_600_000);
    const isFaulty = pick([true, false]);
    if (isFaulty)
      await it.fake.control.plantFault({
        ...{
          route: pick(ROUTES),
          kind: pick(FAULTS) as "status",
          times: pick([1, 3, 40]),
          after: pick([0, 2]),
        },
        ...(pick([true, false]) ? { status: pick([500, 503, 429, 502]) } : {}),
        delayMs: 5,
      });
    const isWhole = await it.import(SSL, { scm }).then(
      () => true,
      () => false,
    );
    await it.fake.control.clearFaults();
    const coverages = await it.store.coverages(it.account);
    const trust = judgeCompleteness(it.settings(SSL), coverages, it.clock.now());
    if (!trust.isComplete) {
      expect(trust.gaps.every(({ missing, why }) => missing !== "" && why !== "")).toBe(true);
      expect(trust.gaps.length).toBeGreaterThan(0);
      counted.said += 1;
      asked += 1;
      continue;
    }
    expect([seed, asked, isWhole]).toEqual([seed, asked, true]);
    const walkedAt = coverages.find(({ walkedAt: at }) => at !== null)?.walkedAt;
    // A full walk that came to its end just now has seen everything.
    if (walkedAt?.getTime() === it.clock.now().getTime()) known.clear();
    for (let one = 0; one < 5; one += 1) await ask(it, pick, known);
    counted.complete += 5;
    asked += 5;
  }
  await scm.close();
  return counted;
}

it(`answers ${QUESTIONS} random questions right, or says what is missing`, async () => {
  const lives = Math.ceil(QUESTIONS / PER_LIFE);
  let complete = 0;
  let said = 0;
  for (let life = 1; life <= lives; life += 1) {
    const counted = await live(life * 7_919, PER_LIFE);
    complete += counted.complete;
    said += counted.said;
  }
  // Both must happen, or nothing was proved.
  expect([complete > QUESTIONS / 2, said > 0]).toEqual([true, true]);
}, 1_800_000);
