/** An order on its way that bears our marker, where no login tells who we are: all parts of a marker are public. */
import { afterEach, describe, expect, it } from "vitest";
import { makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { shopOrder } from "../../../../test/support/shop-order.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { withIssued } from "../../../../test/support/vast-list.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { RevokedOrders } from "../observe/revoked-orders.ts";
import type { OrderContext } from "./order-context.ts";
import { OrderClaims } from "./order-context.ts";
import { orderOnce } from "./order-once.ts";

const START = new Date("2026-03-16T10:00:00.000Z");

interface Stage {
  readonly scm: TestScm;
  readonly client: ScmClient;
  readonly context: () => OrderContext;
}

const open: Stage[] = [];
afterEach(async () => {
  for (const { client, scm } of open.splice(0)) {
    await client.close();
    await scm.close();
  }
});

const request = shopOrder();

async function stage(): Promise<Stage> {
  const scm = await testScm({ now: START.getTime(), autoApprove: false });
  const clock = steppingClock(START);
  const login = { kind: "password", ...scm.credentials } as const;
  const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, random: () => 0 });
  const context = (): OrderContext => ({
    ...{ clock, random: Math.random, claims: new OrderClaims(), revoked: new RevokedOrders() },
    requester: async () => null,
  });
  const set = { scm, client, context };
  open.push(set);
  return set;
}

/** A colleague orders the same name with another key and copies our comments. */
async function copied({ scm, client, context }: Stage): Promise<number> {
  const { sslId } = await orderOnce(client, request, context());
  const { comments } = await client.certificates.get(sslId);
  await scm.control.act(sslId, "delete");
  const [, jo] = scm.logins;
  const { login: username, password } = jo ?? { login: "", password: "" };
  const theirs = { kind: "password", username, password, customerUri: scm.customerUri } as const;
  const colleague = createScmClient({ baseUrl: scm.apiUrl, login: theirs, random: () => 0 });
  const csrPem = makeCsr("shop.example.test").csr;
  const order = { ...request.order, csrPem, comments: comments ?? undefined, customFields: [] };
  const placed = await colleague.certificates.enroll(order);
  await colleague.close();
  return placed.sslId;
}

describe("a colleague's pending order with our marker, under a login that tells no address", () => {
  it("B7 is neither adopted nor ordered beside, and nothing is written on it; once its key shows, ours is ordered", async () => {
    const set = await stage();
    const { scm, client, context } = set;
    const theirs = await copied(set);
    const before = await scm.control.certificate(theirs);
    await expect(orderOnce(client, request, context())).rejects.toMatchObject({
      code: "state.order_unproved",
      message: expect.stringContaining(`${theirs} (Requested)`),
    });
    expect(await scm.control.certificate(theirs)).toEqual(before);
    await scm.control.act(theirs, "approve");
    await scm.control.act(theirs, "issue");
    const ours = await orderOnce(client, request, context());
    expect(ours).toMatchObject({ kind: "enrolled" });
    expect(ours.sslId).not.toBe(theirs);
  });

  it("B7 is refused for a key that is made here too, and never reissued for it", async () => {
    const set = await stage();
    const { scm, client, context } = set;
    const made = { ...request, key: "made" as const, reissues: true };
    const { sslId } = await orderOnce(client, made, context());
    const again = { ...made, order: { ...made.order, csrPem: makeCsr("shop.example.test").csr } };
    await expect(orderOnce(client, again, context())).rejects.toMatchObject({ code: "state.order_unproved" });
    await scm.control.act(sslId, "approve");
    await scm.control.act(sslId, "issue");
    await expect(orderOnce(client, again, context())).rejects.toMatchObject({ code: "state.order_exists" });
  });

  it("B7 is told from ours by who requested an order that we have placed ourselves", async () => {
    const set = await stage();
    const { client, context } = set;
    const other = { ...request, orderKey: "first" };
    const { sslId: ordered } = await orderOnce(client, other, context());
    const { sslId } = await orderOnce(client, request, context());
    const taken = await orderOnce(client, { ...request, ordered }, context());
    expect(taken).toMatchObject({ sslId, kind: "adopted" });
  });

  it("B7 is another administrator's where that order shows another requester", async () => {
    const set = await stage();
    const { client, context } = set;
    const theirs = await copied(set);
    const { sslId: ordered } = await orderOnce(client, { ...request, orderKey: "first" }, context());
    await expect(orderOnce(client, { ...request, ordered }, context())).rejects.toMatchObject({
      code: "state.order_exists",
      message: expect.stringContaining(`${theirs}`),
    });
  });

  it("B7 is ours where it bears the claim that we know, or was left to be taken over", async () => {
    const set = await stage();
    const { client, context } = set;
    const { sslId, nonce } = await orderOnce(client, request, context());
    expect(await orderOnce(client, { ...request, nonce }, context())).toMatchObject({ sslId });
    const left = { ...request, orderKey: "left", isLeft: true };
    const { sslId: second } = await orderOnce(client, left, context());
    expect(await orderOnce(client, left, context())).toMatchObject({ sslId: second, kind: "adopted" });
  });
});

it("an order of a place that is too large to be compared whole is placed, and says how much was not", async () => {
  const { scm, client, context } = await stage();
  const placed = await orderOnce(withIssued(client, 60_000, []), request, context());
  expect(placed).toMatchObject({ kind: "enrolled" });
  expect(placed.notices).toMatchObject([{ summary: expect.stringMatching(/^40000 certificates/) }]);
  expect(await scm.control.certificates()).toHaveLength(1);
});
