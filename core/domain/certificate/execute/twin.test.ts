import { afterEach, describe, expect, it } from "vitest";
import { makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { shopOrder } from "../../../../test/support/shop-order.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { LostError, SectigoError } from "../../../base/errors.ts";
import { PLAIN_WORDS, textIn } from "../../../base/words.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { RevokedOrders } from "../observe/revoked-orders.ts";
import { readComments } from "../order-tag.ts";
import type { OrderContext } from "./order-context.ts";
import { OrderClaims } from "./order-context.ts";
import { orderOnce } from "./order-once.ts";

const START = new Date("2026-03-16T10:00:00.000Z");

const open: { readonly scm: TestScm; readonly client: ScmClient }[] = [];
afterEach(async () => {
  for (const { client, scm } of open.splice(0)) {
    await client.close();
    await scm.close();
  }
});

const request = shopOrder();

/** An order of the same name with another key. */
const OTHERS = { csrPem: makeCsr("shop.example.test").csr, comments: undefined, customFields: [] };

/** Two runs that both look before either has ordered; what the later one answers. */
async function race(meanwhile: (scm: TestScm) => Promise<unknown> = async () => undefined) {
  const scm = await testScm({ now: START.getTime(), autoApprove: false });
  const clock = steppingClock(START);
  const login = { kind: "password", ...scm.credentials } as const;
  const retry = { attempts: 2, baseMs: 1 };
  const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, retry, random: () => 0 });
  open.push({ scm, client });
  const context = (random: number): OrderContext => ({
    ...{ clock, random: () => random, claims: new OrderClaims(), revoked: new RevokedOrders() },
    requester: async () => null,
  });
  const { certificates } = client;
  const late: ScmClient = {
    ...client,
    certificates: {
      ...certificates,
      async enroll(...given) {
        await orderOnce(client, request, context(0.1));
        await meanwhile(scm);
        return certificates.enroll(...given);
      },
    },
  };
  const placed = await orderOnce(late, request, context(0.9));
  const statuses = (await scm.control.certificates()).map(({ status }) => status);
  return { placed, statuses };
}

describe("two runs at the same moment", () => {
  it("S51 keep the older order; the later one is declined, and told", async () => {
    const { placed, statuses } = await race();
    expect(placed).toMatchObject({
      kind: "enrolled",
      notices: [{ summary: expect.stringContaining("The same order was placed twice") }],
    });
    expect(textIn(placed.notices[0]?.detail ?? "", PLAIN_WORDS)).toContain("was declined");
    expect(statuses).toEqual(["Requested", "Declined"]);
  });

  it.each([
    ["out of order", { status: 500 }],
    ["refused", { status: 403, code: -16, description: "no" }],
  ])("S51 answer the later order's id where SCM's decline is %s: it is placed, and must not be lost", async (_name, fault) => {
    const { placed, statuses } = await race((scm) =>
      scm.control.plantFault({ route: "POST /ssl/v1/decline/{id}", kind: "status", times: 9, ...fault }),
    );
    expect(placed.kind).toBe("enrolled");
    expect(textIn(placed.notices[0]?.detail ?? "", PLAIN_WORDS)).toContain(`Ours, ${placed.sslId}, goes on`);
    expect(statuses).toEqual(["Requested", "Requested"]);
  });
});

describe("an answer with the id of another order", () => {
  it("S15 is not believed: the record with this order's claim is followed, and the other one is left alone", async () => {
    const scm = await testScm({ now: START.getTime() });
    const clock = steppingClock(START);
    const login = { kind: "password", ...scm.credentials } as const;
    const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, random: () => 0 });
    open.push({ scm, client });
    const { certificates } = client;
    const { sslId: other } = await certificates.enroll({ ...request.order, ...OTHERS });
    const lying: ScmClient = {
      ...client,
      certificates: {
        ...certificates,
        enroll: async (...given) => ({ ...(await certificates.enroll(...given)), sslId: other }),
      },
    };
    const placed = await orderOnce(lying, request, {
      ...{ clock, random: () => 0.9, claims: new OrderClaims(), revoked: new RevokedOrders() },
      requester: async () => null,
    });
    const [, ours] = await scm.control.certificates();
    expect(placed).toMatchObject({
      sslId: ours?.sslId,
      kind: "enrolled",
      notices: [{ summary: expect.stringContaining(`answered the order with id ${other}`) }],
    });
  });
});

describe("an order that is taken over", () => {
  async function ordered() {
    const scm = await testScm({ now: START.getTime() });
    const clock = steppingClock(START);
    const login = { kind: "password", ...scm.credentials } as const;
    const retry = { attempts: 1, baseMs: 1 };
    const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, retry, random: () => 0 });
    open.push({ scm, client });
    const context = (random: number): OrderContext => ({
      ...{ clock, random: () => random, claims: new OrderClaims(), revoked: new RevokedOrders() },
      requester: async () => null,
    });
    const { sslId, nonce } = await orderOnce(client, request, context(0.1));
    return { scm, client, context, sslId, nonce };
  }

  it("S15 bears a claim that is known, though the answer to its writing was lost", async () => {
    const { scm, client, context, sslId } = await ordered();
    await scm.control.plantFault({ route: "PUT /ssl/v1", kind: "reset-after" });
    const taken = await orderOnce(client, request, context(0.9));
    const { comments } = await client.certificates.get(sslId);
    expect(taken).toMatchObject({ sslId, kind: "adopted", nonce: readComments(comments).tag?.nonce });
  });

  it("S15 compares no claim where the writing was lost and may arrive later still", async () => {
    const { client, context, sslId } = await ordered();
    const lost = new LostError("update certificate", { code: "lost.answer", hint: "Run it again." });
    const update = () => Promise.reject(lost);
    const losing: ScmClient = { ...client, certificates: { ...client.certificates, update } };
    expect(await orderOnce(losing, request, context(0.9))).toMatchObject({ sslId, nonce: null });
  });

  it("S15 keeps the claim that stands where the administrator may not write another", async () => {
    const { client, context, sslId, nonce } = await ordered();
    const update = () =>
      Promise.reject(
        new SectigoError("update certificate", { code: "request.denied", hint: "Run it again." }),
      );
    const refused: ScmClient = { ...client, certificates: { ...client.certificates, update } };
    expect(await orderOnce(refused, request, context(0.9))).toMatchObject({ sslId, nonce });
  });
});

describe("an order that is looked for, and its certificate", () => {
  it("S15 is not judged by a certificate of another serial number than the record's", async () => {
    const scm = await testScm({ now: START.getTime() });
    const clock = steppingClock(START);
    const login = { kind: "password", ...scm.credentials } as const;
    const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, random: () => 0 });
    open.push({ scm, client });
    const context = (): OrderContext => ({
      ...{ clock, random: () => 0.1, claims: new OrderClaims(), revoked: new RevokedOrders() },
      requester: async () => null,
    });
    const { sslId } = await orderOnce(client, request, context());
    await scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "other-serial", times: 9 });
    await expect(orderOnce(client, request, context())).rejects.toMatchObject({
      code: "contract.other_serial",
    });
    await scm.control.clearFaults();
    expect(await orderOnce(client, request, context())).toMatchObject({ sslId, kind: "adopted" });
    expect(await scm.control.certificates()).toHaveLength(1);
  });
});
