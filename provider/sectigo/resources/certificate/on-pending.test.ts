/** What is on its way: when it is waited for, when it is left to a later look, and when waiting is an error whatever is set. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const NO_RENEWAL = {
  ...{ enabled: null, window_share: null, window_days: null, hard_deadline_days: null, mode: null },
};
const SWITCHES = { ...NO_RENEWAL, mode: "order_then_switch" };
const BRIEFLY = { create: null, read: null, update: "5s", delete: null };
const OTHER_CSR = makeCsr("shop.example.test").csr;

type Told = Awaited<ReturnType<CertificateStage["apply"]>>;
const errors = (told: Told): readonly string[] =>
  told.filter(({ severity }) => severity === "error").map(({ summary }) => summary);

describe("a replacement that is slow", () => {
  it.each([
    ['on_pending = "return"', { on_pending: "return" }],
    ['mode = "order_then_switch"', { renewal: SWITCHES }],
    ["both", { on_pending: "return", renewal: SWITCHES }],
  ])("is not waited for with %s: what serves stays, and a later look publishes", async (_what, mode) => {
    await using set = await certificateStage({ issueDelayMs: 60_000 });
    await set.apply(shop());
    const { certificate_pem, serial_number } = set.values;
    const before = set.api.clock.now().getTime();
    const wishes = shop({ csr_pem: OTHER_CSR, ...mode });
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.api.clock.now().getTime() - before).toBeLessThan(10_000);
    expect(set.values).toMatchObject({ certificate_pem, serial_number });
    await set.pass(1);
    await set.refresh();
    await set.apply(wishes);
    expect(set.values).toMatchObject({ status: "Issued", pending: null, key_matches: true });
    expect(set.values.serial_number).not.toBe(serial_number);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it('is an error with on_pending = "fail", and the next apply orders no second one', async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 });
    await set.apply(shop());
    const wishes = shop({ csr_pem: OTHER_CSR, on_pending: "fail", timeouts: BRIEFLY });
    expect(errors(await set.apply(wishes))).toEqual([expect.stringMatching(/is Applied|is still Applied/)]);
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", key_matches: true });
    expect(await set.orders()).toEqual(["enroll", "replace"]);
  });
});

describe("a successor that is still on its way when the one before has ended", () => {
  it.each([
    ["wait", null],
    ["return", null],
    ["return", SWITCHES],
  ] as const)('is an error with on_pending = "%s", and renewal = %j', async (on_pending, renewal) => {
    await using set = await certificateStage({ strict: { renewalNeedsApproval: true } });
    const wishes = shop({ term_days: 90, on_pending, renewal, timeouts: BRIEFLY });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    await set.pass(85);
    await set.refresh();
    // What serves is there yet, past its hard deadline or not.
    expect(errors(await set.apply(wishes))).toEqual([]);
    const successor = set.values.pending?.ssl_id ?? 0;
    await set.pass(10);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([expect.stringContaining(String(successor))]);
    expect(set.values).toMatchObject({ ssl_id, pending: { ssl_id: successor } });
    await set.scm.control.act(successor, "approve");
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id: successor, status: "Issued", pending: null });
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });
});
