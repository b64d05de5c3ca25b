/** A renewal whose answer was lost is looked for by names, key and higher id, whatever SCM says of the record before. */
import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const QUARTER = shop({ term_days: 90 });
const LOST = { route: "POST /ssl/v1/renewById/{id}", kind: "reset-after" } as const;
const DAY_MS = 86_400_000;

describe("S15 a renewal whose answer was lost", () => {
  it.each([
    ["the record says late that it is renewed", { renewedLagMs: 2 * DAY_MS }],
    ["and lists lag too", { renewedLagMs: 2 * DAY_MS, listLagMs: 60_000 }],
    [
      "the record says it only once the successor is issued",
      { strict: { renewedWhenIssued: true }, issueDelayMs: 30_000 },
    ],
  ])("is found and never repeated, where %s", async (_what, choices) => {
    await using set = await certificateStage(choices);
    await set.apply(QUARTER);
    const { ssl_id } = set.values;
    await set.pass(64);
    await set.refresh();
    await set.scm.control.plantFault(LOST);
    await set.apply(QUARTER);
    for (const _ of [1, 2, 3]) {
      await set.pass(0.1);
      await set.refresh();
      await set.apply(QUARTER);
    }
    expect(set.values.ssl_id).not.toBe(ssl_id);
    expect(set.values).toMatchObject({ status: "Issued", pending: null });
    expect(await set.scm.control.certificates()).toHaveLength(2);
    await set.refresh();
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });

  it("is not taken for another order of the same names and key", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const first = { state: set.state, private: set.private, ssl_id: set.values.ssl_id };
    Object.assign(set, { state: null, private: new Uint8Array() });
    await set.apply(shop({ term_days: 90, order_key: "second" }));
    const second = set.values.ssl_id;
    Object.assign(set, first);
    await set.pass(64);
    await set.refresh();
    await set.apply(QUARTER);
    expect([first.ssl_id, second]).not.toContain(set.values.ssl_id);
    expect(await set.orders()).toEqual(["enroll", "enroll", "renewById"]);
  });

  it("whose successor was declined outside is told, and enrolled anew when time is short", async () => {
    await using set = await certificateStage({ strict: { renewalNeedsApproval: true } });
    await set.apply(QUARTER);
    const { ssl_id } = set.values;
    const { sslId } = await set.scm.control.renew(ssl_id ?? 0);
    await set.scm.control.act(sslId, "status", { status: "Declined" });
    await set.pass(64);
    await set.refresh();
    const told = await set.apply(QUARTER);
    expect(JSON.stringify(told)).toMatch(/ended as Declined/);
    expect(set.values.ssl_id).toBe(ssl_id);
    await set.pass(24);
    await set.refresh();
    await set.apply(QUARTER);
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });
});
