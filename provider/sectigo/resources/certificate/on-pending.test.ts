/** What is on its way: when it is waited for, when it is left to a later look, and when waiting is an error whatever is set. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

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

describe('a reissue slower than the timeout of on_pending = "fail"', () => {
  const NO_KIND = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
  const CHANGES = [
    ["another request", { csr_pem: OTHER_CSR }],
    ["other names", { subject_alternative_names: ["api.shop.example.test"] }],
    [
      "a key made here",
      { csr_pem: null, private_key: NO_KIND, subject_alternative_names: ["shop.example.test"] },
    ],
  ] as const;
  const POINTS = [{}, { replaceStaysIssued: true }, { replaceRevokes: true }] as const;

  it.each(
    CHANGES.flatMap(([what, change]) => POINTS.map((strict) => [what, strict, change] as const)),
  )("orders once for %s, however many applies it takes, where SCM behaves as %o", async (_what, strict, change) => {
    await using set = await certificateStage({ issueDelayMs: 60_000, strict });
    await set.apply(shop());
    const wishes = shop({ ...change, on_pending: "fail", timeouts: BRIEFLY });
    for (const _ of [1, 2, 3]) {
      await set.apply(wishes);
      expect(await set.orders()).toEqual(["enroll", "replace"]);
      await set.refresh();
    }
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", key_matches: true, pending: null });
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("orders once where the run that ordered it ended early", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 });
    await set.apply(shop());
    const wishes = shop({ csr_pem: OTHER_CSR, on_pending: "fail", timeouts: BRIEFLY });
    const { state, private: data } = set;
    await set.apply(wishes);
    Object.assign(set, { state, private: data });
    for (const _ of [1, 2]) {
      await set.refresh();
      await set.apply(wishes);
    }
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
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

describe("a new order that is on its way when the one before has ended", () => {
  it.each([
    ["wait", null],
    ["return", null],
    ["wait", SWITCHES],
  ] as const)('is an error in every apply with on_pending = "%s", and renewal = %j', async (on_pending, renewal) => {
    await using set = await certificateStage({ autoApprove: false });
    const wishes = shop({ term_days: 90, on_pending, renewal, timeouts: { ...BRIEFLY, create: "5s" } });
    expect(errors(await set.apply(wishes))).toEqual([]);
    const first = set.values.ssl_id ?? 0;
    await set.scm.control.act(first, "approve");
    await set.refresh();
    await set.pass(95);
    const refusal = { kind: "status", status: 400, code: -180, description: "no renewals" } as const;
    await set.scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", times: 1, ...refusal });
    for (const _ of ["the apply that orders", "the next"]) {
      await set.refresh();
      expect(errors(await set.apply(wishes))).toEqual([
        expect.stringMatching(new RegExp(`certificate ${first} has ended, and \\d+, which is to follow`)),
      ]);
    }
    await set.scm.control.act(set.values.pending?.ssl_id ?? set.values.ssl_id ?? 0, "approve");
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", pending: null });
    expect(await set.orders()).toEqual(["enroll", "renewById", "enroll"]);
  });
});

describe('an order that on_pending = "fail" leaves behind', () => {
  const NO_KIND = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
  const made = { csr_pem: null, private_key: NO_KIND, subject_alternative_names: ["shop.example.test"] };
  const scope = { origin: { scope: "example/infra", runUrl: null } };

  it("is taken over with a key made here once it is issued, and from then on serves this state alone", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, scope);
    const wishes = shop({ ...made, on_pending: "fail" });
    const hasty = { ...wishes, timeouts: { ...BRIEFLY, create: "5s" } };
    expect(errors(await set.apply(hasty))).toEqual([expect.stringMatching(/pending\.not_issued/)]);
    expect(set.state).toBeNull();
    const [left] = await set.scm.control.certificates();
    await set.pass(1);
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id: left?.sslId, status: "Issued" });
    const live = await set.record;
    const test = new CertificateStage(set.scm, undefined, scope);
    await test.api.client.close();
    test.api = set.api;
    expect(errors(await test.apply(wishes))).toEqual([expect.stringMatching(/state\.order_exists/)]);
    expect(await set.record).toEqual(live);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("is reissued once for a key made here: what is reissued is in state, so that its key is not lost again", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, scope);
    const wishes = shop({ ...made, on_pending: "fail", timeouts: { ...BRIEFLY, create: "5s" } });
    await set.apply(wishes);
    expect(set.state).toBeNull();
    await set.pass(1);
    const told = await set.apply(wishes);
    expect(errors(told)).toEqual([]);
    expect(told.at(-1)?.detail).toMatch(/key/);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([expect.stringMatching(/pending\.not_issued/)]);
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", key_matches: true });
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("is in state where it takes the place of another, with the key made for it", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, scope);
    await set.apply(shop(made));
    const { ssl_id } = set.values;
    const wishes = shop({ ...made, organization_id: 7019, on_pending: "fail", timeouts: BRIEFLY });
    expect(errors(await set.apply(wishes))).toEqual([expect.stringMatching(/pending\.not_issued/)]);
    expect(set.values).toMatchObject({ ssl_id, pending: { ssl_id: expect.any(Number) } });
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", key_matches: true, pending: null });
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });

  it("is in state where it is a renewal: the apply fails, and the next one goes on from there", async () => {
    await using set = await certificateStage({ strict: { renewalNeedsApproval: true } });
    const wishes = shop({ term_days: 90, on_pending: "fail", timeouts: BRIEFLY });
    await set.apply(wishes);
    const { ssl_id, serial_number } = set.values;
    await set.pass(70);
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([expect.stringMatching(/pending\.not_issued/)]);
    const successor = set.values.pending?.ssl_id ?? 0;
    expect(set.values).toMatchObject({ ssl_id, serial_number, pending: { ssl_id: successor } });
    await set.scm.control.act(successor, "approve");
    await set.refresh();
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id: successor, status: "Issued", pending: null });
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });
});
