import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { Unknown } from "../../../framework/value.ts";

const QUARTER = shop({ term_days: 90 });
const NO_LIMITS = { create: null, read: null, update: null, delete: null };

/** What a killed run leaves: an order in SCM, and nothing here. */
function forget(set: CertificateStage): void {
  set.state = null;
  set.private = new Uint8Array();
}

const texts = (told: Awaited<ReturnType<CertificateStage["apply"]>>) =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

describe("S49 taking an order over", () => {
  it("never happens where adopt_within is 0, whatever its state, and nothing is ordered beside it", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, { adoptWithinMs: 0 });
    const wishes = shop({ timeouts: { ...NO_LIMITS, create: "5s" } });
    await set.apply(wishes);
    forget(set);
    expect(texts(await set.apply(wishes))).toMatch(/since adopt_within is 0/);
    await set.pass(1);
    expect(texts(await set.apply(wishes))).toMatch(/since adopt_within is 0/);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("happens where the administrator may not edit the record, and a destroy revokes it all the same", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id } = set.values;
    forget(set);
    const refusal = { kind: "status", status: 400, code: -3, description: "not permitted" } as const;
    await set.scm.control.plantFault({ route: "PUT /ssl/v1", ...refusal, times: 99 });
    await set.apply(shop({ revoke_on_destroy: true }));
    expect(set.values.ssl_id).toBe(ssl_id);
    expect(await set.orders()).toEqual(["enroll"]);
    await set.apply(null);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
  });

  it("is not needed when an administrator edits our lines away: nothing drifts, nothing is ordered, a destroy revokes", async () => {
    await using set = await certificateStage();
    const wishes = shop({ comments: "web tier" });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    await set.scm.control.act(ssl_id ?? 0, "edit", { comments: "web tier" });
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    await set.apply(null);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
    expect(await set.orders()).toEqual(["enroll"]);
  });
});

describe("S54 what gave way", () => {
  it("leaves the list at the next order once it has ended", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const first = set.values.ssl_id;
    const moved = shop({ term_days: 90, organization_id: 7019 });
    await set.apply(moved);
    expect(set.values.superseded?.map(({ ssl_id }) => ssl_id)).toEqual([first]);
    await set.pass(80);
    await set.apply(moved);
    const second = set.values.superseded?.map(({ ssl_id }) => ssl_id);
    expect(second).toHaveLength(2);
    await set.pass(60);
    await set.apply({ ...moved, order_key: "another" });
    expect(set.values.superseded?.map(({ ssl_id }) => ssl_id)).not.toContain(first);
  });

  it("is revoked by its serial number where the current one has the same id, and the current one stays", async () => {
    await using set = await certificateStage();
    const wishes = shop({ revoke_superseded: true });
    await set.apply(wishes);
    const former = set.values.serial_number ?? "";
    await set.apply({ ...wishes, csr_pem: makeCsr("shop.example.test").csr });
    expect(set.values).toMatchObject({ superseded: null, status: "Issued" });
    const revocations = (await set.calls("POST")).filter((path) => path.includes("/revoke"));
    expect(revocations).toEqual([expect.stringContaining("/revoke/serial/")]);
    const spelled = decodeURIComponent(revocations[0] ?? "").replace(/.*serial\//, "");
    expect(spelled.replaceAll(":", "")).toBe(former);
    expect((await set.record).status).toBe("Issued");
    await set.refresh();
    expect(set.values.status).toBe("Issued");
  });
});

describe("S60 a term that is left out", () => {
  it.each([
    ["offers one that will", [90, 199], false],
    ["offers none", [180, 199], true],
  ])("is told sixty days ahead to fit no more, where the profile %s", async (_what, terms, isTold) => {
    await using set = await certificateStage();
    await set.scm.control.changeProfile(3312, { terms });
    await set.pass(340);
    const { diagnostics } = await set.plan(shop({ skip_validation_check: true }));
    const warned = /From 2027-03-15 on, no term of SCM profile 3312 fits the 100 days/;
    expect(warned.test(texts(diagnostics))).toBe(isTold);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("S60 a plan that orders nothing", () => {
  it.each([
    ["sixty days ahead", 340, true],
    ["not earlier", 200, false],
  ])("tells of a term that is left out: %s", async (_when, days, isTold) => {
    await using set = await certificateStage();
    const never = {
      enabled: false,
      window_share: null,
      window_days: null,
      hard_deadline_days: null,
      mode: null,
    };
    const wishes = shop({ skip_validation_check: true, renewal: never });
    await set.scm.control.changeProfile(3312, { terms: [180, 199] });
    await set.apply(wishes);
    await set.pass(days);
    await set.refresh();
    await set.scm.control.clearRequests();
    const { diagnostics, planned } = await set.plan(wishes);
    expect(planned).toEqual(set.state);
    expect(/From 2027-03-15 on, no term of SCM profile 3312/.test(texts(diagnostics))).toBe(isTold);
    // Once for all certificates of an organization, as for those that were ordered in this run.
    expect(await set.calls("GET")).toEqual([]);
  });
});

describe("S60 a renewal beyond a ceiling", () => {
  it("is cut to the longest term that is allowed then, with a warning, and makes no difference after", async () => {
    await using set = await certificateStage();
    await set.scm.control.changeProfile(3358, { terms: [90, 199] });
    // Domains are asked for once in a run, and a year is longer than a run.
    const wishes = shop({ scm_profile_id: 3358, term_days: 199, skip_validation_check: true });
    await set.apply(wishes);
    await set.pass(365);
    await set.refresh();
    const told = await set.apply(wishes);
    expect(told.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(texts(told)).toMatch(/SCM does not renew it, so a new one is enrolled/);
    expect(texts(told)).toMatch(/is valid for 90 days, and term_days is 199/);
    expect((await set.record).term).toBe(90);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});

describe("S57 an import", () => {
  it.each([
    ["a request", { csr_pem: shop().csr_pem ?? null }],
    ["timeouts", { timeouts: { ...NO_LIMITS, create: "20m" } }],
  ])("takes %s written by hand in one update without a call, and is empty then", async (_what, written) => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.import(String(set.values.ssl_id));
    const wishes = { ...set.generated, ...written };
    await set.scm.control.clearRequests();
    const { planned } = await set.plan(wishes);
    expect(planned).not.toEqual(set.state);
    expect(Object.values(planned ?? {}).some((value) => value instanceof Unknown)).toBe(false);
    await set.apply(wishes);
    expect([...(await set.calls("POST")), ...(await set.calls("PUT"))]).toEqual([]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});

describe("S52 an order in place of a renewal, switched to later", () => {
  const LATER = {
    ...{ enabled: null, window_share: null, window_days: null, hard_deadline_days: null },
    mode: "order_then_switch",
  };
  it.each([
    ["serves", 190],
    ["has expired", 210],
  ])("is held as pending, never lost, while the one before %s", async (_how, days) => {
    await using set = await certificateStage();
    const wishes = shop({ scm_profile_id: 3358, renewal: LATER, skip_validation_check: true });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    await set.pass(days);
    const told = await set.apply(wishes);
    expect(texts(told)).toMatch(/a new one is enrolled/);
    expect(texts(told)).not.toMatch(/Planned value kept/);
    const [, successor] = await set.scm.control.certificates();
    expect(set.values).toMatchObject({ ssl_id, pending: { ssl_id: successor?.sslId } });
    await set.refresh();
    expect(set.values).toMatchObject({ ssl_id: successor?.sslId, pending: null, status: "Issued" });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });
});

describe("metadata beside an order", () => {
  it("that is on its way is written on the successor too", async () => {
    await using set = await certificateStage({ strict: { renewalNeedsApproval: true } });
    const old = shop({ term_days: 90, comments: "one", on_pending: "return" });
    await set.apply(old);
    await set.pass(70);
    await set.apply(old);
    const successor = set.values.pending?.ssl_id ?? 0;
    const wishes = { ...old, comments: "two" };
    await set.apply(wishes);
    await set.scm.control.act(successor, "approve");
    await set.refresh();
    expect(set.values).toMatchObject({ ssl_id: successor, comments: "two", pending: null });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it.each([
    ["a replacement", { csr_pem: makeCsr("shop.example.test").csr }],
    ["a new enrollment", { organization_id: 7019 }],
  ])("of %s is written too, and the plan is empty then", async (_what, change) => {
    await using set = await certificateStage();
    await set.apply(shop({ comments: "one", external_requesters: ["a@example.test"] }));
    const people = { external_requesters: ["b@example.test"], custom_fields: { "Cost centre": "2" } };
    const wishes = shop({ ...change, ...people, comments: "two" });
    await set.apply(wishes);
    await set.refresh();
    expect(set.values).toMatchObject({ comments: "two", ...people });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});
