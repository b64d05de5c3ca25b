import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { AccountStage } from "./account-stage.ts";

/** `terraform apply -invoke`, by a client of the test's own, since Terraform 1.14 need not be here. */
describe('action "sectigo_revoke"', () => {
  const REVOKE = "sectigo_revoke";

  it("names in the plan what it revokes, revokes it once, and takes what is revoked already for success", async () => {
    await using stage = await AccountStage.of({ records: 12 });
    const [id = 0] = await stage.issued();
    await stage.asked();
    const wanted = { ssl_id: id, reason: "key_compromise" };
    const acted = await stage.calls.act(REVOKE, wanted);
    expect(acted).toEqual({
      planned: [expect.stringMatching(new RegExp(`^2: Certificate ${id}, \\S+, will be revoked$`))],
      progress: [`certificate ${id}: revoked, key compromise`],
      completed: [[]],
    });
    expect((await stage.scm.control.certificate(id)).status).toBe("Revoked");
    expect((await stage.asked()).filter((each) => each.startsWith("POST"))).toEqual([
      "POST /ssl/v1/revoke/{id}",
    ]);
    expect(await stage.calls.act(REVOKE, wanted)).toEqual({
      planned: [],
      progress: [`certificate ${id}: it was revoked already`],
      completed: [[]],
    });
  });

  it("is stopped by the fuse in the plan, and refuses what this account does not show", async () => {
    await using stage = await AccountStage.of({ records: 12 }, { max_revocations_per_run: 1 });
    const [one = 0, other = 0] = await stage.issued();
    await stage.calls.act(REVOKE, { ssl_id: one, reason: "superseded" });
    const stopped = await stage.calls.act(REVOKE, { ssl_id: other, reason: "superseded" });
    expect(stopped.planned).toEqual([expect.stringMatching(/^1: .*more than 1 certificate$/)]);
    expect((await stage.scm.control.certificate(other)).status).toBe("Issued");
    const unknown = await stage.calls.act(REVOKE, { ssl_id: 99, reason: "superseded" });
    expect(unknown.planned).toEqual([
      expect.stringMatching(/^1: Revoke certificate 99: SCM does not show it/),
    ]);
  });

  it("leaves a certificate that has ended, and refuses a request that is not issued, without asking SCM to revoke", async () => {
    await using stage = await AccountStage.of({ records: 60, autoApprove: false });
    const [expired] = (await stage.scm.control.certificates()).filter(({ status }) => status === "Expired");
    const over = await stage.calls.act(REVOKE, { ssl_id: expired?.sslId ?? 0, reason: "superseded" });
    expect(over).toEqual({
      planned: [expect.stringMatching(/^2: Certificate \d+, \S+, is Expired: there is nothing to revoke$/)],
      progress: [expect.stringMatching(/^certificate \d+: it is Expired, there is nothing to revoke$/)],
      completed: [[]],
    });
    await stage.calls.apply({
      ...{ organization_id: 7003, scm_profile_id: 3312, csr_pem: makeCsr("shop.example.test").csr },
      on_pending: "return",
    });
    const request = (await stage.scm.control.certificates()).at(-1);
    expect(request?.status).toBe("Requested");
    const pending = await stage.calls.act(REVOKE, { ssl_id: request?.sslId ?? 0, reason: "superseded" });
    expect(pending.planned).toEqual([
      expect.stringMatching(/^1: Revoke certificate \d+: it is not issued yet, its status is "Requested" \[/),
    ]);
    expect((await stage.asked()).filter((each) => each.includes("revoke"))).toEqual([]);
  });

  it("touches nothing in a run that is bound to business units", async () => {
    await using stage = await AccountStage.of({ records: 12 }, { business_units: ["shop"] });
    const [id = 0] = await stage.issued();
    const refused = await stage.calls.act(REVOKE, { ssl_id: id, reason: "superseded" });
    expect(refused.planned).toEqual([
      expect.stringMatching(/^1: Revoke certificate \d+: it belongs to no business unit/),
    ]);
    expect((await stage.scm.control.certificate(id)).status).toBe("Issued");
  });

  it("completes once with the error where SCM fails in the act", async () => {
    await using stage = await AccountStage.of({ records: 12 }, { request_timeout: "2s" });
    const [id = 0] = await stage.issued();
    const fault = { route: "POST /ssl/v1/revoke/{sslId}", kind: "status", status: 503, times: 100 } as const;
    await stage.scm.control.plantFault(fault);
    const { completed } = await stage.calls.act(REVOKE, { ssl_id: id, reason: "superseded" });
    expect(completed).toEqual([[expect.stringMatching(/^1: Revoke certificate /)]]);
  });
});

describe('action "sectigo_import_now"', () => {
  it("fills the store with progress by type, and a list reads from it without a request", async () => {
    await using stage = await AccountStage.of({ records: 60 });
    const { planned, progress, completed } = await stage.calls.act("sectigo_import_now", {});
    expect({ planned, completed }).toEqual({ planned: [], completed: [[]] });
    for (const line of progress)
      expect(line).toMatch(/^(ssl|client|device|in all): \d+ rows, \d+ new, \d+ changed$/);
    const discovered = (await stage.scm.control.certificates()).filter(
      ({ requestedVia }) => requestedVia !== "REST API",
    );
    // 60 SSL certificates and 6 of each other kind; what SCM discovered is not asked for.
    expect(progress.at(-1)).toContain(`rows, ${72 - discovered.length} new, 0 changed`);
    expect(progress.some((line) => /^ssl: [1-9]/.test(line))).toBe(true);
    await stage.asked();
    const events = await stage.calls.list({ refresh: "never" });
    expect(events).toHaveLength((await stage.issued()).length);
    expect(await stage.asked()).toEqual([]);
  });

  it("completes with an error without a store, and in a run that is bound to business units", async () => {
    await using stage = await AccountStage.of({ records: 12 });
    const { completed } = await stage.calls.act("sectigo_import_now", { store: "none" });
    expect(completed).toEqual([
      [expect.stringMatching(/^1: Import now: there is no store .*config\.no_store/)],
    ]);
    await using bound = await AccountStage.of({ records: 12 }, { business_units: ["shop"] });
    const refused = await bound.calls.act("sectigo_import_now", {});
    expect(refused.completed).toEqual([
      [expect.stringMatching(/^1: Import now: it belongs to no business unit/)],
    ]);
  });
});
