/**
 * What a certificate's life promises and only a state can show, through the built provider: whose a record is, which chain it
 * has, what a clock that is off may cost, and what a plan says of it.
 */
import { afterEach, describe, expect, it } from "vitest";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { PROGRAMS, Providers } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";

const START = "2026-04-01T00:00:00Z";
const SHOP = {
  ...{ organization_id: 7003, scm_profile_id: 3312 },
  csr_pem: makeCsr("shop.example.test").csr,
};

const providers = new Providers();
const open: FakeScm[] = [];
afterEach(async () => {
  await providers.endAll();
  for (const scm of open.splice(0)) await scm.close();
});

async function fake(options: Parameters<typeof startFakeScm>[0] = {}): Promise<FakeScm> {
  const scm = await startFakeScm({ issueDelayMs: 0, now: Date.parse(START), ...options });
  open.push(scm);
  return scm;
}

/** A process of its own, as each walk of Terraform is. */
async function walk(
  scm: FakeScm,
  now = START,
  settings: Parameters<typeof ProviderCalls.configured>[2] = {},
): Promise<ProviderCalls> {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  const environment = { SECTIGO_TEST_CLOCK: now, SECTIGO_ORDER_SCOPE: "example/infra" };
  return ProviderCalls.configured(await providers.start(program, { environment }), scm, settings);
}

async function orders(scm: FakeScm): Promise<number> {
  const isOrder = /\/ssl\/v1\/(enroll|renew|replace)/;
  return (await scm.control.requests()).filter(({ method, path }) => method === "POST" && isOrder.test(path))
    .length;
}

const said = ({ errors, warnings }: Outcome): string => [...errors, ...warnings].join("\n");
const pems = ({ state }: Outcome): number => String(state?.chain_pem).match(/BEGIN/g)?.length ?? 0;

describe("S74 what a state promises", () => {
  it("B4 it has the chain that preferred_chain asks for, without another order", async () => {
    const scm = await fake({ strict: { crossCertificates: true } });
    const plain = await (await walk(scm)).apply(SHOP);
    const chosen = await (await walk(scm)).apply({ ...SHOP, preferred_chain: "Fake SCM Older Root" }, plain);
    expect([pems(plain), pems(chosen), await orders(scm)]).toEqual([2, 3, 1]);
  });

  it("B7 under OAuth2 a pending order with our marker is neither claimed nor ordered beside", async () => {
    const scm = await fake({ autoApprove: false });
    const [{ clientId, clientSecret } = { clientId: "", clientSecret: "" }] = scm.logins;
    const oauth = {
      ...{ username: null, password: null, token_url: scm.tokenUrl },
      ...{ client_id: clientId, client_secret: clientSecret },
    };
    const wishes = { ...SHOP, on_pending: "return" };
    await (await walk(scm)).apply(wishes);
    const [before] = await scm.control.certificates();
    const told = await (await walk(scm, START, oauth)).apply(wishes);
    expect(said(told)).toContain("[state.order_unproved]");
    expect([told.state, await scm.control.certificates()]).toEqual([null, [before]]);
  });

  it("B8 another account with the same ids is neither read, changed nor revoked", async () => {
    const [scm, other] = [await fake(), await fake()];
    const mine = await (await walk(scm)).apply(SHOP);
    const theirs = await (await walk(other)).apply(SHOP);
    expect(theirs.state?.ssl_id).toEqual(mine.state?.ssl_id);
    await other.control.clearRequests();
    const there = await walk(other);
    for (const told of [
      await there.read(mine),
      await there.apply({ ...SHOP, comments: "mine" }, mine),
      await there.destroy(mine),
    ])
      expect(said(told)).toContain("[config.other_account]");
    expect(await other.control.requests()).toEqual([]);
  });

  it("B9 what another state took over is told with its holder, and neither replaced nor revoked", async () => {
    const scm = await fake();
    const mine = await (await walk(scm)).apply(SHOP);
    const theirs = await (await walk(scm)).apply(SHOP);
    expect(theirs.state?.ssl_id).toEqual(mine.state?.ssl_id);
    const read = await (await walk(scm)).read(mine);
    expect(read.state).toEqual(mine.state);
    expect(said(await (await walk(scm)).plan(SHOP, read))).toMatch(/\(scope example\/infra\)/);
    const names = ["shop.example.test", "new.shop.example.test"];
    const changed = await (await walk(scm)).apply({ ...SHOP, subject_alternative_names: names }, mine);
    expect(said(changed)).toContain("[state.taken_over]");
    expect(said(await (await walk(scm)).destroy(read))).toMatch(/another resource has taken it over/);
    expect((await scm.control.certificates()).map(({ status }) => status)).toEqual(["Issued"]);
    expect(await orders(scm)).toBe(1);
  });

  it("B12 a clock that is two days ahead of SCM's orders nothing", async () => {
    const scm = await fake({ strict: { answersTellTime: true } });
    const told = await (await walk(scm, "2026-04-03T00:00:00Z")).apply(SHOP);
    expect(said(told)).toMatch(/clock of this machine is 2 days ahead of SCM's/);
    expect([told.state, await orders(scm)]).toEqual([null, 0]);
  });

  it("B18 an imported record of another CA is never planned for renewal, and not ordered when it has ended", async () => {
    const scm = await fake();
    const { state } = await (await walk(scm)).apply(SHOP);
    const sslId = Number(state?.ssl_id);
    await scm.control.act(sslId, "edit", { requestedVia: "Imported" });
    const calls = await walk(scm);
    const imported = await calls.read(await calls.read(calls.imported(sslId, null)));
    const late = "2026-10-14T00:00:00Z";
    await scm.control.setClock(late);
    const then = await walk(scm, late);
    const read = await then.read(imported);
    const planned = await then.plan({ organization_id: 7003 }, read);
    expect([planned.errors, planned.state]).toEqual([[], read.state]);
    expect(await orders(scm)).toBe(1);
  });
});
