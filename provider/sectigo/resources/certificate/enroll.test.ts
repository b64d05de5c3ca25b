import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, SHOP_CSR, shop } from "../../../../test/support/certificate-stage.ts";

const SHORT = { create: "30s", read: null, update: "30s", delete: "30s" };

describe("creating a certificate", () => {
  it("sends what is configured, waits, and knows everything of the certificate", async () => {
    await using set = await certificateStage({ issueDelayMs: 60_000 });
    const told = await set.apply(
      shop({
        comments: "web tier",
        external_requesters: ["a@example.test", "b@example.test"],
        term_days: 90,
      }),
    );
    expect(told).toEqual([]);
    expect(set.values).toMatchObject({
      status: "Issued",
      not_before: "2026-03-16T00:00:00Z",
      not_after: expect.stringMatching(/^2026-06-1\dT\d\d:\d\d:\d\dZ$/),
      certificate_pem: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/),
    });
    expect(set.values.full_chain_pem).toBe(`${set.values.certificate_pem}${set.values.chain_pem}`);
    expect(await set.record).toMatchObject({
      orgId: 7003,
      profileId: 3312,
      term: 90,
      comments: expect.stringMatching(/^web tier\nOrdered as code, claim [a-z2-7]{8}\ntf:[a-z2-7]{26}$/),
      names: ["shop.example.test", "www.shop.example.test"],
      customFields: [{ name: "Cost centre", value: "4711" }],
    });
  });

  it("takes the longest term of the profile when none is asked for", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    expect((await set.record).term).toBe(199);
    expect(set.values.term_days).toBeNull();
  });

  it("S59 is a warning with the id in state when time is up; the next apply waits on and orders nothing", async () => {
    await using set = await certificateStage({ issueDelayMs: 3_600_000 });
    const told = await set.apply(shop({ timeouts: SHORT }));
    expect(told).toMatchObject([
      { severity: "warning", summary: `Certificate request ${set.values.ssl_id} is still Applied` },
    ]);
    expect(set.values).toMatchObject({ status: "Applied", serial_number: null });
    const again = await set.apply(shop({ timeouts: SHORT }));
    expect(again.map(({ summary }) => summary)).toEqual([
      "Certificate requests are still Applied",
      `Certificate request ${set.values.ssl_id} is still Applied`,
    ]);
    await set.scm.control.advanceClock(3_600_000);
    await set.apply(shop({ timeouts: SHORT }));
    expect(set.values.status).toBe("Issued");
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("keeps the id when SCM fails after it has accepted the order, and never orders twice", async () => {
    await using set = await certificateStage();
    // The lists are asked for once; from here on only the record is.
    await set.plan(shop());
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "html", status: 503, times: 99 });
    const [warning, ...more] = await set.apply(shop());
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      severity: "warning",
      summary: `Certificate request ${set.values.ssl_id} is accepted, but could not be followed to its end`,
      detail: expect.stringMatching(/^Read certificate \d+: .*HTTP 503\]\. [\s\S]*orders nothing\.$/),
    });
    await set.scm.control.clearFaults();
    await set.refresh();
    expect(await set.apply(shop())).toEqual([]);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("S15 finds the order whose answer was lost, and orders nothing again", async () => {
    await using set = await certificateStage();
    await set.scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-after" });
    const [taken, ...more] = await set.apply(shop());
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ severity: "warning", summary: expect.stringMatching(/is taken over$/) });
    expect(set.values.status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll"]);
    expect((await set.plan(shop())).planned).toEqual(set.state);
  });

  it("leaves no state when the answer is lost and SCM lists no order, and says where to look", async () => {
    await using set = await certificateStage();
    await set.scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-before" });
    const told = await set.apply(shop());
    expect(told).toMatchObject([
      {
        severity: "error",
        summary: expect.stringMatching(
          /^Enroll "www\.shop\.example\.test" in organization 7003 .*\[lost\.reset\]$/,
        ),
        detail: expect.stringMatching(/^It may have taken effect\.\n\n.*requested about 2026-03-16T10:00Z/),
      },
    ]);
    expect(set.state).toBeNull();
    expect(await set.orders()).toEqual(["enroll"]);
    expect(await set.apply(shop())).toEqual([]);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("tells a decline with SCM's comment, says so in every plan with the date, and orders when the request changes", async () => {
    await using set = await certificateStage({}, "requester");
    await set.apply(shop({ timeouts: SHORT, comments: "please" }));
    await set.scm.call("POST", `/ssl/v1/decline/${set.values.ssl_id}`, { message: "no" });
    const [warning] = (await set.apply(shop({ timeouts: SHORT, comments: "please" }))).slice(1);
    expect(warning?.summary).toBe(`Certificate request ${set.values.ssl_id} ended as Declined`);
    expect(warning?.detail).toMatch(/Comments in SCM: "please"$/);

    const [refusal] = await set.apply(shop({ timeouts: SHORT, comments: "please" }));
    expect(refusal?.severity).toBe("warning");
    expect(refusal?.summary).toMatch(/ended as Declined on 2026-03-16$/);

    const { csr } = makeCsr("shop.example.test");
    const [announced] = await set.apply(shop({ timeouts: SHORT, csr_pem: csr }));
    expect(announced?.summary).toMatch(/: a new one will be enrolled$/);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });

  it("goes on when an administrator approves a declined request after all", async () => {
    await using set = await certificateStage({}, "requester");
    await set.apply(shop({ timeouts: SHORT }));
    await set.scm.call("POST", `/ssl/v1/decline/${set.values.ssl_id}`, { message: "no" });
    await set.refresh();
    await set.scm.call("POST", `/ssl/v1/approve/${set.values.ssl_id}`, { message: "yes" });
    await set.refresh();
    await set.apply(shop({ timeouts: SHORT }));
    expect(set.values.status).toBe("Issued");
  });

  it("leaves it to the next plan what follows when the certificate was revoked before it was collected", async () => {
    await using set = await certificateStage({ issueDelayMs: 3_600_000 });
    await set.apply(shop({ timeouts: SHORT }));
    await set.scm.control.advanceClock(3_600_000);
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 5);
    const told = await set.apply(shop({ timeouts: SHORT }));
    expect(told.at(-1)).toMatchObject({
      summary: `Certificate request ${set.values.ssl_id} ended as Revoked`,
      detail: expect.not.stringMatching(/approve/),
    });
    expect((await set.plan(shop({ timeouts: SHORT }))).diagnostics).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/was revoked: cessation of operation$/) },
    ]);
  });

  it("S56 heals an outside revocation as superseded by one new order in the same resource", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id: before } = set.values;
    await set.scm.control.revoke(before ?? 0, 4);
    await set.refresh();
    const [announced, ...more] = await set.apply(shop());
    expect(more).toEqual([]);
    expect(announced).toMatchObject({
      severity: "warning",
      detail: expect.stringMatching(/revoked outside Terraform \(superseded\)/),
    });
    expect(set.values).toMatchObject({ status: "Issued", csr_pem: SHOP_CSR });
    expect(set.values.ssl_id).not.toBe(before);
    expect((await set.plan(shop())).planned).toEqual(set.state);
  });

  it.each([
    ["the same key", /Make a new key/, shop()],
    ["another key", /a new one will be enrolled/, shop({ csr_pem: makeCsr("shop.example.test").csr })],
  ])("warns after a key compromise for %s in the plan", async (_name, says, wishes) => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 1);
    await set.refresh();
    const { diagnostics } = await set.plan(wishes);
    expect(diagnostics).toMatchObject([{ severity: "warning" }]);
    expect(JSON.stringify(diagnostics)).toMatch(says);
  });
});
