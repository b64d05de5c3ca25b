import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const scope = (name: string) => ({ origin: { scope: name, runUrl: null } });

/** What a killed run leaves: an order in SCM, and nothing here. */
function forget(set: CertificateStage): void {
  set.state = null;
  set.private = new Uint8Array();
}

describe("an order that an earlier run placed", () => {
  it("S49 is taken over while it is young, with a warning that names it", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id } = set.values;
    forget(set);
    const [told, ...more] = await set.apply(shop());
    expect(more).toEqual([]);
    expect(told?.summary).toContain(`Certificate ${ssl_id} `);
    expect(set.values.ssl_id).toBe(ssl_id);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("is refused when it is older than adopt_within, with its id, the import and order_key", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id } = set.values;
    forget(set);
    await set.pass(3);
    const [told] = await set.apply(shop());
    expect(told?.severity).toBe("error");
    expect(told?.summary).toContain(`${ssl_id} (Issued)`);
    expect(told?.detail).toMatch(/was requested on 2026-\d\d-\d\d\. It is older.*import it \(id .*order_key/);
    await set.apply(shop({ order_key: "second" }));
    expect(set.values.ssl_id).not.toBe(ssl_id);
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });

  it("is taken over at any age when it was left behind on purpose", async () => {
    const timeouts = { create: "5s", read: null, update: null, delete: null };
    await using set = await certificateStage({ issueDelayMs: 60_000 });
    const wishes = shop({ on_pending: "fail", timeouts });
    const [told] = await set.apply(wishes);
    expect(told?.summary).toMatch(/is Applied \[pending\.not_issued\]$/);
    expect(set.state).toBeNull();
    await set.pass(10);
    await set.apply(wishes);
    expect(set.values.status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("is not touched from another scope, nor for another key", async () => {
    await using set = await certificateStage({}, undefined, scope("a"));
    await set.apply(shop());
    const other = new CertificateStage(set.scm, undefined, scope("b"));
    await other.apply(shop());
    expect(other.values.ssl_id).not.toBe(set.values.ssl_id);
    const keyed = new CertificateStage(set.scm, undefined, scope("a"));
    await keyed.apply(shop({ csr_pem: makeCsr("shop.example.test").csr }));
    expect(await set.orders()).toEqual(["enroll", "enroll", "enroll"]);
    await Promise.all([other.api.client.close(), keyed.api.client.close()]);
  });

  it("is known by its key where an administrator wiped its comments", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id } = set.values;
    await set.scm.control.act(ssl_id ?? 0, "edit", { comments: "" });
    forget(set);
    await set.apply(shop());
    expect(set.values.ssl_id).toBe(ssl_id);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("is never ordered again while a pending one without a marker may be it", async () => {
    await using set = await certificateStage({ issueDelayMs: 3_600_000 });
    const timeouts = { create: "5s", read: null, update: null, delete: null };
    await set.apply(shop({ timeouts }));
    await set.scm.control.act(set.values.ssl_id ?? 0, "edit", { comments: "" });
    forget(set);
    const [told] = await set.apply(shop({ timeouts }));
    expect(told?.summary).toMatch(/what may be this very order: \d+ \(Applied\) \[state\.order_unclear\]$/);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("B7 is left alone while it is pending and no login tells who we are; its key tells once it is issued", async () => {
    await using set = await certificateStage({ autoApprove: false });
    const wishes = shop({ on_pending: "return" });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    const before = await set.record;
    forget(set);
    const [told] = await set.apply(wishes);
    expect(told?.summary).toMatch(/may be this very order: \d+ \(Requested\) \[state\.order_unproved\]$/);
    expect(told?.detail).toMatch(/approved, or declined.*import it \(id \d+\).*order_key/s);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toEqual(before);
    await set.scm.control.act(ssl_id ?? 0, "approve");
    await set.scm.control.act(ssl_id ?? 0, "issue");
    await set.apply(wishes);
    expect(set.values).toMatchObject({ ssl_id, status: "Issued" });
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("is an error for a key made here, unless a scope tells whose it is", async () => {
    await using set = await certificateStage();
    const made = { csr_pem: null, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } };
    const wishes = shop({ ...made, subject_alternative_names: ["shop.example.test"] });
    await set.apply(wishes);
    forget(set);
    const [told] = await set.apply(wishes);
    expect(told?.detail).toMatch(/without order_scope nothing/);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("S55 is left to the resource that took it over when the one before is destroyed", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const former = { state: set.state, private: set.private };
    forget(set);
    const second = new CertificateStage(set.scm, undefined, { random: () => 0.5 });
    await second.apply(shop({ revoke_on_destroy: true }));
    Object.assign(set, former);
    const told = await set.apply(null);
    expect(told.at(-1)?.summary).toMatch(/is not revoked: another resource has taken it over$/);
    expect((await second.record).status).toBe("Issued");
    await second.apply(null);
    expect((await set.scm.control.certificates())[0]?.status).toBe("Revoked");
    await second.api.client.close();
  });
});

const NO_LIMITS = { create: null, read: null, update: null, delete: null };

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
