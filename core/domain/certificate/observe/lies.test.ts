/** S15 S49: each kind of lie where the reading of an order meets it: refused in words of its own, or survived with the right result. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enrollBody, makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { MET, SAYS } from "../../../../test/support/lies/lie-words.ts";
import { LIE_NAMES, type LieName } from "../../../../test/support/lies/lies.ts";
import { LyingProxy } from "../../../../test/support/lies/lying-proxy.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { SectigoError } from "../../../base/errors.ts";
import { readSan } from "../../../pki/names.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { awaitIssued } from "../execute/await-issued.ts";
import { findOrders } from "./find-orders.ts";

const NAMES = ["shop.example.test", "www.shop.example.test"];
/** Lies that are drawn anew each time, in as many ways as the words speak of. */
const DRAWN = new Set<LieName>([
  "totals wrong",
  "the answer of another call",
  "truncated",
  "an answer repeated",
]);
const LATE_MS = 120;
const { csr: csrPem } = makeCsr("shop.example.test");

let scm: TestScm;
const ids: number[] = [];
beforeAll(async () => {
  scm = await testScm({ issueDelayMs: 0 });
  for (const csr of [csrPem, makeCsr("shop.example.test").csr]) {
    const { text } = await scm.call(
      "POST",
      "/ssl/v1/enroll",
      enrollBody("shop.example.test", { csr, subjAltNames: NAMES.join(",") }),
    );
    ids.push(Number(JSON.parse(text).sslId));
  }
});
afterAll(() => scm.close());

/** What a run reads of the order: the records of its names, then the certificate. */
async function read(client: ScmClient): Promise<object> {
  const [mine = 0] = ids;
  const place = { organizationId: 7003, scmProfileId: 3312, commonName: "shop.example.test" };
  const found = await findOrders(client, { ...place, names: NAMES.map(readSan) }, () => false);
  const deadline = new Date(START.getTime() + 60_000);
  const outcome = await awaitIssued(client, mine, { clock: steppingClock(START), csrPem, deadline });
  if (outcome.kind !== "issued") throw outcome.kind === "pending" ? outcome.hindrance : outcome;
  const { serialNumber, notAfter, names } = outcome.chain.leaf;
  return { found: found.map(({ sslId }) => sslId), serialNumber, notAfter, names };
}

const START = new Date();

/** The honest result, then the same through a proxy that tells the one lie in each answer to the one call. */
async function readBoth(seed: number, told: (typeof MET)[number]) {
  await using proxy = await LyingProxy.start({
    ...{ seed, apiUrl: scm.apiUrl, foreignIds: ids.slice(1), lateMs: LATE_MS },
  });
  const client = createScmClient({
    ...{ baseUrl: proxy.url, login: { kind: "password", ...scm.credentials }, clock: steppingClock(START) },
    ...{ retry: { attempts: 2, baseMs: 1 }, random: () => 0 },
    ...(told.lie === "late" && { requestTimeoutMs: LATE_MS / 2 }),
  });
  try {
    await client.organizations.list();
    const honest = await read(client);
    proxy.told = told;
    const lied = await read(client).catch((thrown: unknown) => thrown);
    return { honest, lied, lies: proxy.lies };
  } finally {
    await client.close();
  }
}

describe("S15 S49 a lie that is told in each answer to a call", () => {
  it.each(MET)("$lie in $call: $result", { timeout: 60_000 }, async (met) => {
    const refusals: string[] = [];
    const seeds = DRAWN.has(met.lie) ? [1, 2, 3, 4, 5, 6] : [1];
    for (const seed of seeds) {
      const { honest, lied, lies } = await readBoth(seed, met);
      expect(honest).toMatchObject({ found: ids });
      if (met.result === "refused") expect(lies, `seed ${seed}`).not.toEqual([]);
      if (lied instanceof SectigoError) refusals.push(lied.message);
      else expect(lied, `seed ${seed}`).toEqual(honest);
    }
    for (const message of refusals) expect(message).toMatch(SAYS[met.says ?? "nothing"]);
    if (met.result !== "right") expect(refusals.length).toBeGreaterThan(0);
    if (met.result === "refused") expect(refusals).toHaveLength(seeds.length);
  });

  it("is met somewhere, whatever its kind", () => {
    expect([...new Set(MET.map(({ lie }) => lie))].toSorted()).toEqual([...LIE_NAMES].toSorted());
  });
});
