import fc from "fast-check";
import { expect, it } from "vitest";
import { enroll, makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { readCsr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { youngTwinOf } from "../judge/twins.ts";
import { DeliveredChains } from "../observe/delivered-chains.ts";
import { type Intent, servingIn } from "../observe/find-holdings.ts";
import type { RowSource } from "../observe/find-orders.ts";
import { listRows } from "../observe/listed-rows.ts";
import { orderMarker, writeComments } from "../order-tag.ts";
import { decideByHoldings } from "./decide-by-holdings.ts";

const START = Date.parse("2026-03-16T10:00:00Z");
const DAY_MS = 86_400_000;
const NAME = "shop.example.test";
const WHERE = { organizationId: 7003, scmProfileId: 3312 };
const OWN = makeCsr(NAME).csr;
const ANOTHER = makeCsr(NAME).csr;

const csr = readCsr(OWN);
const place = { ...WHERE, commonName: csr.commonName, names: withCommonName(csr.commonName, []) };
const intent: Intent = { place, csr, key: "given", scope: "a/b", orderKey: null };
const marker = orderMarker({ ...place, scope: "a/b", orderKey: null, keySha256: csr.publicKeySha256 });
const tag = { marker, nonce: "abcdefgh", isLeft: false };
const comments = writeComments(null, tag, { scope: "a/b", runUrl: null });

type Act = { readonly days: number } & (
  | { readonly kind: "ours" | "unmarked" | "others"; readonly term: number }
  | { readonly kind: "revoke"; readonly which: number; readonly reasonCode: number }
  | { readonly kind: "status"; readonly which: number; readonly status: string }
);

const days = fc.integer({ min: 0, max: 90 });
const which = fc.integer({ min: 0, max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    ...{ kind: fc.constantFrom("ours", "ours", "unmarked", "others"), days },
    term: fc.constantFrom(90, 199),
  }),
  fc.record({ kind: fc.constant("revoke"), days, which, reasonCode: fc.constantFrom(0, 1, 4, 5) }),
  fc.record({
    kind: fc.constant("status"),
    days,
    which,
    status: fc.constantFrom("Declined", "Rejected", "Expired"),
  }),
);

/** One that is kept; and two that are over, which the shared list leaves out. */
const EXAMPLES: readonly [Act[], boolean][] = [
  [[{ kind: "ours", days: 0, term: 199 }], false],
  [
    [
      { kind: "ours", days: 0, term: 90 },
      { kind: "ours", days: 0, term: 90 },
      { kind: "revoke", days: 0, which: 0, reasonCode: 0 },
      { kind: "revoke", days: 0, which: 1, reasonCode: 0 },
    ],
    false,
  ],
];

/** Lets it happen. @returns when it is over, epoch milliseconds */
async function live(scm: TestScm, acts: readonly Act[]): Promise<number> {
  let now = START;
  const ids: number[] = [];
  for (const each of acts) {
    now += each.days * DAY_MS;
    await scm.control.setClock(new Date(now).toISOString());
    if ("term" in each) {
      const marked = each.kind === "ours" ? { comments } : {};
      ids.push(
        await enroll(scm, NAME, { csr: each.kind === "others" ? ANOTHER : OWN, term: each.term, ...marked }),
      );
      continue;
    }
    const sslId = ids[each.which % Math.max(1, ids.length)];
    if (sslId === undefined) continue;
    if (each.kind === "revoke") await scm.control.revoke(sslId, each.reasonCode);
    else await scm.control.act(sslId, "status", { status: each.status });
  }
  return now;
}

async function decided(client: ScmClient, listed: RowSource | null, now: number, replacesOthers: boolean) {
  const { decision, holdings } = await decideByHoldings(client, intent, {
    ...{ clock: steppingClock(new Date(now)), policy: { renewal: {}, replacesOthers }, listed },
    ...{ delivered: new DeliveredChains(), readDelivered: async () => null },
  });
  const serving = servingIn(holdings.valid)?.details ?? holdings.line[0];
  const twin = serving === undefined ? null : youngTwinOf(serving, holdings.line, new Date(now));
  return { decision, serving: serving?.sslId, twin: twin?.sslId };
}

it("whatever happened to a name, a list that many share leads to what a look for the name leads to", async () => {
  const kept: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), fc.boolean(), async (acts, replacesOthers) => {
      await using scm = await testScm({ now: START });
      const client = createScmClient({
        baseUrl: scm.apiUrl,
        login: { kind: "password", ...scm.credentials },
      });
      // A list of which all is over looks like one whose filter is ignored.
      await enroll(scm, "another.example.test");
      const now = await live(scm, acts);
      const alone = await decided(client, null, now, replacesOthers);
      const listed = await listRows(client, WHERE, { orders: 4 });
      expect(await decided(client, listed, now, replacesOthers)).toEqual(alone);
      kept.push(alone.decision.act === "keep");
      await client.close();
    }),
    { numRuns: 40, examples: [...EXAMPLES] },
  );
  expect(new Set(kept)).toEqual(new Set([true, false]));
});
