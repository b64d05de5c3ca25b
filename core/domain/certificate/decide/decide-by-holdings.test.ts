import { afterEach, expect, it } from "vitest";
import type { FakeScmChoices } from "../../../../test/fake-scm/options.ts";
import { enroll, makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { readCsr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { DeliveredChains } from "../observe/delivered-chains.ts";
import type { Intent } from "../observe/find-holdings.ts";
import { listRows } from "../observe/listed-rows.ts";
import { decideByHoldings } from "./decide-by-holdings.ts";

const START = new Date("2026-03-16T10:00:00Z");
const WHERE = { organizationId: 7003, scmProfileId: 3312 };
const NAME = "shop.example.test";
const CSR = makeCsr(NAME).csr;

const open: { readonly scm: TestScm; readonly client: ScmClient }[] = [];
afterEach(async () => {
  for (const { client, scm } of open.splice(0)) {
    await client.close();
    await scm.close();
  }
});

async function started(choices: FakeScmChoices = {}) {
  const scm = await testScm({ now: START.getTime(), ...choices });
  const client = createScmClient({ baseUrl: scm.apiUrl, login: { kind: "password", ...scm.credentials } });
  open.push({ scm, client });
  return { scm, client, list: () => listRows(client, WHERE, { orders: 4 }) };
}

/** @param listed as `listRows` answered it, maybe a while ago */
async function decided(
  { scm, client }: Pick<Awaited<ReturnType<typeof started>>, "scm" | "client">,
  listed: Awaited<ReturnType<typeof listRows>>,
  now = START,
) {
  const csr = readCsr(CSR);
  const place = { ...WHERE, commonName: csr.commonName, names: withCommonName(csr.commonName, []) };
  const intent: Intent = { place, csr, key: "given", scope: "a/b", orderKey: null };
  await scm.control.clearRequests();
  const { decision, holdings } = await decideByHoldings(client, intent, {
    clock: steppingClock(now),
    policy: { renewal: {}, replacesOthers: false },
    ...{ listed, delivered: new DeliveredChains(), readDelivered: async () => null },
  });
  const calls = (await scm.control.requests()).map(({ path }) =>
    path.includes("collect") ? "collect" : /\/\d+$/.test(path) ? "details" : "list",
  );
  return { decision, calls, serving: holdings.valid.find(({ serves }) => serves)?.details.sslId };
}

it("what a shared list shows as serving is kept, and no list is asked for", async () => {
  const around = await started();
  const sslId = await enroll(around.scm, NAME, { csr: CSR });
  const { decision, calls, serving } = await decided(around, await around.list());
  expect(decision).toMatchObject({ act: "keep", reason: { code: "serves" } });
  expect(serving).toBe(sslId);
  expect(calls).toEqual(["details", "collect"]);
});

it("what a shared list lacks is looked for by its name before anything is ordered", async () => {
  const around = await started();
  const listed = await around.list();
  const sslId = await enroll(around.scm, NAME, { csr: CSR });
  const { decision, serving, calls } = await decided(around, listed);
  expect(decision.act).toBe("keep");
  expect(serving).toBe(sslId);
  expect(calls).toEqual(["list", "details", "collect"]);
});

it("what is due is looked for by its name once more, and what was read is not read again", async () => {
  const around = await started();
  await enroll(around.scm, NAME, { csr: CSR });
  const listed = await around.list();
  const due = new Date("2026-09-25T00:00:00Z");
  await around.scm.control.setClock(due.toISOString());
  const { decision, calls } = await decided(around, listed, due);
  expect(decision.act).toBe("renew");
  expect(calls).toEqual(["details", "collect", "list"]);
});

it("a successor that came after the shared list is found where the one before is due", async () => {
  const around = await started();
  await enroll(around.scm, NAME, { csr: CSR });
  const listed = await around.list();
  const due = new Date("2026-09-25T00:00:00Z");
  await around.scm.control.setClock(due.toISOString());
  const successor = await enroll(around.scm, NAME, { csr: CSR });
  const { decision, serving } = await decided(around, listed, due);
  expect(decision.act).toBe("keep");
  expect(serving).toBe(successor);
});

it.each<[string, FakeScmChoices["strict"], readonly string[]]>([
  ["is not read", {}, ["list", "list", "list", "details", "collect"]],
  [
    "is read where SCM ignores the status filter",
    { statusFilterIgnored: true },
    ["list", "details", "details", "collect"],
  ],
])("what has ended of a name that is served %s", async (_name, strict, wanted) => {
  const around = await started({ strict: strict ?? {} });
  await enroll(around.scm, NAME, { csr: CSR, term: 90 });
  const later = new Date("2026-07-01T00:00:00Z");
  await around.scm.control.setClock(later.toISOString());
  const living = await enroll(around.scm, NAME, { csr: CSR });
  const { decision, calls, serving } = await decided(around, await around.list(), later);
  expect(decision.act).toBe("keep");
  expect(serving).toBe(living);
  expect(calls.toSorted()).toEqual([...wanted].toSorted());
});

it("a name of which all has ended or was revoked is decided with all its records", async () => {
  const around = await started();
  const revoked = await enroll(around.scm, NAME, { csr: CSR });
  await around.scm.control.revoke(revoked, 1);
  const shared = await decided(around, await around.list());
  const alone = await decided(around, null);
  expect(shared.decision).toEqual(alone.decision);
  expect(shared.calls).toEqual(["details", "list"]);
  expect(alone.calls).toEqual(["list", "details"]);
});

it("without a shared list the name is asked for once", async () => {
  const around = await started();
  await enroll(around.scm, NAME, { csr: CSR });
  expect((await decided(around, null)).calls).toEqual(["list", "details", "collect"]);
});
