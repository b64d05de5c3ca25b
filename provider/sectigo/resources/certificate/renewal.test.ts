import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const NO_RENEWAL = {
  ...{ enabled: null, window_share: null, window_days: null, hard_deadline_days: null, mode: null },
};
const QUARTER = shop({ term_days: 90 });

/** A certificate of 90 days that was issued on 16 March. */
async function issued(wishes = QUARTER, choices = {}): Promise<CertificateStage> {
  const set = await certificateStage(choices);
  expect(await set.apply(wishes)).toEqual([]);
  return set;
}

describe("renewing a certificate", () => {
  it("S52 plans nothing before the window opens, and says in words why it renews after", async () => {
    await using set = await issued();
    await set.pass(58);
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
    await set.pass(6);
    const { planned, diagnostics } = await set.plan(QUARTER);
    expect(planned).toMatchObject({ ssl_id: UNKNOWN, certificate_pem: UNKNOWN, not_after: UNKNOWN });
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        summary: "Certificates are due, and will be renewed",
        detail: expect.stringMatching(
          /^Certificate shop\.example\.test \(ssl_id .*: its renewal window is open since 2026-05-1\d.*ends on 2026-06-1/,
        ),
      },
    ]);
  });

  it("S52 publishes the successor in one apply, with one order, and keeps the old one listed and alive", async () => {
    await using set = await issued();
    const old = set.values;
    await set.pass(64);
    await set.apply(QUARTER);
    expect(set.values.ssl_id).not.toBe(old.ssl_id);
    expect(set.values).toMatchObject({ status: "Issued", pending: null });
    expect(set.values.superseded).toEqual([
      { ssl_id: old.ssl_id, serial_number: old.serial_number, not_after: old.not_after },
    ]);
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
    expect((await set.scm.control.certificate(old.ssl_id ?? 0)).status).toBe("Issued");
    const collected = (await set.calls("GET")).filter((path) =>
      path.includes(`/collect/${set.values.ssl_id}/`),
    );
    // Its key was looked at before anything was written on it, and not asked for again.
    expect(collected).toHaveLength(1);
    expect(await set.refresh()).toEqual([]);
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });

  it("writes comments and claim on the successor, to which SCM carries none", async () => {
    const wishes = shop({ term_days: 90, comments: "web tier" });
    await using set = await issued(wishes);
    const before = (await set.record).comments;
    await set.pass(64);
    await set.apply(wishes);
    expect((await set.record).comments).toBe(before);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("orders only in the mode that switches later, and a refresh publishes it once it is issued", async () => {
    const wishes = shop({ term_days: 90, renewal: { ...NO_RENEWAL, mode: "order_then_switch" } });
    await using set = await issued(wishes, { issueDelayMs: 1000 });
    const old = set.values;
    await set.pass(64);
    const { planned } = await set.plan(wishes);
    expect(planned).toMatchObject({ certificate_pem: old.certificate_pem, pending: UNKNOWN });
    await set.apply(wishes);
    expect(set.values).toMatchObject({ ssl_id: old.ssl_id, certificate_pem: old.certificate_pem });
    expect(set.values.pending?.ssl_id).toBeGreaterThan(old.ssl_id ?? 0);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    await set.pass(1);
    await set.refresh();
    expect(set.values.ssl_id).not.toBe(old.ssl_id);
    expect(set.values).toMatchObject({ pending: null, status: "Issued" });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });

  it.each([
    [20, "warning"],
    [2, "error"],
  ] as const)("S53 calls a failure %i days before the end a %s", async (daysLeft, severity) => {
    await using set = await issued();
    const before = set.values;
    await set.pass(90 - daysLeft);
    const outage = { kind: "status", status: 503, code: -1, description: "down" } as const;
    await set.scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", ...outage, times: 99 });
    const told = await set.apply(QUARTER);
    expect(told.at(-1)).toMatchObject({ severity });
    expect(set.values).toMatchObject({ ssl_id: before.ssl_id, certificate_pem: before.certificate_pem });
    await set.scm.control.clearFaults();
    await set.apply(QUARTER);
    expect(set.values.ssl_id).not.toBe(before.ssl_id);
  });

  it("S53 is a warning while it serves where SCM has its profile no more, and no other order takes its place", async () => {
    await using set = await issued();
    const before = set.values;
    await set.pass(64);
    const unknown = { kind: "status", status: 400, code: -39, description: "unknown profile" } as const;
    await set.scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", ...unknown, times: 99 });
    const told = await set.apply(QUARTER);
    expect(told.at(-1)).toMatchObject({
      severity: "warning",
      detail: expect.stringContaining("[request.scm_profile_unknown,"),
    });
    expect(set.values).toMatchObject({ ssl_id: before.ssl_id, certificate_pem: before.certificate_pem });
    expect(await set.scm.control.certificates()).toHaveLength(1);
    await set.pass(24);
    expect((await set.apply(QUARTER)).at(-1)).toMatchObject({ severity: "error" });
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("S56 does not take an older sibling of the same key and names for its successor", async () => {
    await using set = await certificateStage();
    await set.apply(shop({ order_key: "sibling" }));
    const sibling = set.values.ssl_id ?? 0;
    set.state = null;
    set.private = new Uint8Array();
    expect(await set.apply(QUARTER)).toEqual([]);
    const { ssl_id: own } = set.values;
    // Without its marker only its id tells that it was there before.
    await set.scm.control.act(sibling, "edit", { comments: "" });
    await set.pass(64);
    await set.apply(QUARTER);
    expect([sibling, own]).not.toContain(set.values.ssl_id);
    expect(await set.orders()).toEqual(["enroll", "enroll", "renewById"]);
    expect(set.values.superseded).toMatchObject([{ ssl_id: own }]);
  });

  it("S15 finds the successor whose answer was lost, and renews once", async () => {
    await using set = await issued();
    const { ssl_id } = set.values;
    await set.pass(64);
    await set.scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", kind: "reset-after" });
    await set.apply(QUARTER);
    expect(set.values.ssl_id).not.toBe(ssl_id);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });

  it("S56 takes over what was renewed outside, and orders nothing", async () => {
    await using set = await issued();
    const { json } = await set.scm.call("POST", `/ssl/v1/renewById/${set.values.ssl_id}`, {});
    await set.scm.control.clearRequests();
    await set.refresh();
    const told = await set.apply(QUARTER);
    expect(told[0]?.summary).toMatch(/their successors will be taken over$/);
    expect(told[0]?.detail).toMatch(/^Certificate shop\.example\.test/);
    expect(json).toEqual({ sslId: set.values.ssl_id });
    expect(await set.orders()).toEqual([]);
    await set.refresh();
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });

  it("says once that it was renewed outside for another key, and enrolls when it is due itself", async () => {
    await using set = await issued();
    const { ssl_id } = set.values;
    const foreign = await set.scm.control.renew(ssl_id ?? 0);
    await set.refresh();
    const told = await set.apply(QUARTER);
    expect(told.at(-1)?.summary).toMatch(/was renewed outside Terraform for another key$/);
    await set.refresh();
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
    await set.pass(64);
    await set.apply(QUARTER);
    expect([ssl_id, foreign.sslId]).not.toContain(set.values.ssl_id);
    expect(set.values.status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });

  it("leaves a renewal from outside alone until it is issued, and for good when it is for another key", async () => {
    await using set = await issued(QUARTER, { issueDelayMs: 60_000 });
    const { ssl_id } = set.values;
    const foreign = await set.scm.control.renew(ssl_id ?? 0);
    await set.refresh();
    const early = await set.apply(QUARTER);
    expect(early.at(-1)).toMatchObject({
      severity: "warning",
      detail: expect.stringMatching(new RegExp(`renewed as ${foreign.sslId}, which is still Applied`)),
    });
    expect(set.values).toMatchObject({ ssl_id, pending: null });
    await set.pass(1);
    await set.refresh();
    expect((await set.apply(QUARTER)).at(-1)?.summary).toMatch(/outside Terraform for another key$/);
    await set.apply(null);
    expect((await set.scm.control.certificate(foreign.sslId)).status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("takes what a killed run enrolled over although it was made for another key", async () => {
    const made = { csr_pem: null, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } };
    const wishes = shop({ term_days: 90, ...made });
    const origin = { scope: "shop", runUrl: null };
    await using set = await certificateStage({}, undefined, { origin });
    await set.apply(wishes);
    // Renewed for another key, so that it can't be renewed for ours when it is due.
    await set.scm.control.act(set.values.ssl_id ?? 0, "renew");
    await set.refresh();
    await set.apply(wishes);
    await set.pass(64);
    await set.refresh();
    const former = { state: set.state, private: set.private };
    await set.apply(wishes);
    const { ssl_id } = set.values;
    Object.assign(set, former);
    await set.refresh();
    await set.apply(wishes);
    expect(set.values.ssl_id).toBe(ssl_id);
    expect((await set.orders()).filter((order) => order === "enroll")).toHaveLength(2);
  });

  it("takes what a killed run renewed over once it is issued", async () => {
    const wishes = shop({ term_days: 90, on_pending: "return" });
    await using set = await issued(wishes, { issueDelayMs: 60_000 });
    await set.pass(64);
    await set.refresh();
    const former = { state: set.state, private: set.private };
    await set.apply(wishes);
    const successor = set.values.pending?.ssl_id;
    Object.assign(set, former);
    await set.refresh();
    expect((await set.apply(wishes)).at(-1)?.detail).toMatch(
      new RegExp(`${successor}, which is still Applied`),
    );
    await set.pass(1);
    await set.refresh();
    await set.apply(wishes);
    expect(set.values).toMatchObject({ ssl_id: successor, status: "Issued", pending: null });
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });

  it("refuses to renew what SCM renews automatically, and names the choice", async () => {
    await using set = await issued();
    const auto = {
      sslId: set.values.ssl_id,
      autoRenewDetails: { state: "Scheduled", daysBeforeExpiration: 30 },
    };
    expect((await set.scm.call("PUT", "/ssl/v1", auto)).status).toBe(200);
    await set.pass(64);
    const { planned, diagnostics } = await set.plan(QUARTER);
    expect(planned).toEqual(set.state);
    const [found] = diagnostics;
    expect(found?.severity).toBe("warning");
    expect(found?.summary).toMatch(/SCM will renew it automatically \(Scheduled, 30 days before its end\)/);
    expect(found?.detail).toMatch(/enabled = false/);
    const off = shop({ term_days: 90, renewal: { ...NO_RENEWAL, enabled: false } });
    await set.apply(off);
    expect((await set.plan(off)).planned).toEqual(set.state);
  });

  it("lets another change pass first, and says that the renewal follows", async () => {
    await using set = await issued();
    const { ssl_id } = set.values;
    await set.pass(64);
    const told = await set.apply(shop({ term_days: 90, comments: "new" }));
    expect(told.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/will be renewed by the next apply$/),
    ]);
    expect(set.values).toMatchObject({ ssl_id, comments: "new" });
    await set.apply(shop({ term_days: 90, comments: "new" }));
    expect(set.values.ssl_id).not.toBe(ssl_id);
  });

  it("S55 revokes the one before only when asked, and after the new one lives", async () => {
    const wishes = shop({ term_days: 90, revoke_superseded: true });
    await using set = await issued(wishes);
    const { ssl_id } = set.values;
    await set.pass(64);
    await set.apply(wishes);
    expect(set.values.superseded).toBeNull();
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
    const posts = (await set.calls("POST")).filter(
      (path) => path.startsWith("/api/ssl/") || path.startsWith("/ssl/"),
    );
    expect(posts.map((path) => /v1\/([a-zA-Z]+)/.exec(path)?.[1])).toEqual(["enroll", "renewById", "revoke"]);
  });

  it("holds a pending renewal beside the old values, waits on, and orders nothing more", async () => {
    const timeouts = { create: null, read: null, update: "5s", delete: null };
    const wishes = shop({ term_days: 90, timeouts });
    await using set = await issued(wishes, { issueDelayMs: 60_000 });
    const { ssl_id, certificate_pem } = set.values;
    await set.pass(64);
    await set.apply(wishes);
    expect(set.values).toMatchObject({ ssl_id, certificate_pem, pending: { ssl_id: expect.any(Number) } });
    await set.apply(shop({ term_days: 90 }));
    expect(set.values).toMatchObject({ pending: null, status: "Issued" });
    expect(set.values.ssl_id).not.toBe(ssl_id);
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });
});
