/** What was renewed is no order to stand in the way of the next one. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const QUARTER = shop({ term_days: 90 });

async function renewed(strict: Readonly<Record<string, boolean>>, more = {}): Promise<CertificateStage> {
  const set = await certificateStage({ strict, ...more }, undefined, {
    origin: { scope: "example/infra", runUrl: null },
  });
  await set.apply(QUARTER);
  await set.pass(64);
  await set.refresh();
  await set.apply(QUARTER);
  return set;
}

describe("a certificate that was renewed once", () => {
  it.each([
    ["as public clients have seen it", {}, {}],
    ["with comments that a renewal takes along", { renewalCopiesComments: true }, {}],
    ["where `renewed` is never said in time", {}, { renewedLagMs: 1e12 }],
  ])("is enrolled anew after -replace, a rename, off and on: %s", async (_what, strict, more) => {
    await using set = await renewed(strict, more);
    const { ssl_id } = set.values;
    await set.pass(3);
    await set.refresh();
    await set.apply(null);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
    const told = await set.apply(QUARTER);
    expect(told).toEqual([]);
    expect(set.values.status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll", "renewById", "enroll"]);
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });

  it("whose state is lost names the one that serves, not the one before it", async () => {
    await using set = await renewed({});
    const { ssl_id } = set.values;
    await set.pass(3);
    set.state = null;
    set.private = new Uint8Array();
    const [told] = await set.apply(QUARTER);
    expect(told).toMatchObject({
      severity: "error",
      detail: expect.stringContaining(`import it (id ${ssl_id})`),
    });
    expect(told?.summary).toContain(`${ssl_id} (Issued)`);
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
  });
});

describe("a list that lags", () => {
  it("hides a killed run's order, and the twin is told when the wait is over", async () => {
    await using set = await certificateStage({ listLagMs: 60_000, issueDelayMs: 120_000 }, undefined, {
      origin: { scope: "example/infra", runUrl: null },
    });
    const bare = { ...QUARTER, on_pending: "return" };
    await set.apply(bare);
    set.state = null;
    set.private = new Uint8Array();
    const told = await set.apply(QUARTER);
    expect(JSON.stringify(told)).toMatch(/The same order was placed twice: \d+ and \d+/);
  });
});

describe("a list that lags longer than the apply lasts", () => {
  it("has the twin told by each refresh while the certificate is young, and asks no more after that", async () => {
    let drawn = 0;
    await using set = await certificateStage({ listLagMs: 60_000, issueDelayMs: 0 }, undefined, {
      origin: { scope: "example/infra", runUrl: null },
      // Each run makes a claim of its own.
      random: () => (drawn++ % 31) / 31,
    });
    await set.apply(QUARTER);
    set.state = null;
    set.private = new Uint8Array();
    expect(JSON.stringify(await set.apply(QUARTER))).not.toContain("placed twice");
    for (const days of [1 / 48, 0.5]) {
      await set.pass(days);
      expect(await set.refresh()).toMatchObject([
        {
          severity: "warning",
          summary: expect.stringMatching(/The same order was placed twice: \d+ and \d+/),
        },
      ]);
    }
    await set.pass(1);
    const before = (await set.calls("GET")).length;
    expect(await set.refresh()).toEqual([]);
    expect((await set.calls("GET")).length - before).toBe(1);
  });

  it("tells nothing where there is one order, renewed or not", async () => {
    await using set = await renewed({ renewalCopiesComments: true });
    expect(await set.refresh()).toEqual([]);
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });
});

describe("a list that breaks off", () => {
  it("does not prove that nothing was ordered: nothing is ordered then", async () => {
    await using set = await certificateStage({ issueDelayMs: 0 });
    await set.apply(QUARTER);
    set.state = null;
    set.private = new Uint8Array();
    await set.scm.control.plantFault({ route: "GET /ssl/v1", kind: "empty-page", times: 99 });
    expect(JSON.stringify(await set.apply(QUARTER))).toContain("contract.list_breaks_off");
    expect(await set.orders()).toEqual(["enroll"]);
  });
});

describe("a compromised key", () => {
  it("gets no other certificate by another order key, nor after its state is gone", async () => {
    await using set = await certificateStage({}, undefined, {
      origin: { scope: "example/infra", runUrl: null },
    });
    await set.apply({ ...QUARTER, revocation_reason: "key_compromise" });
    await set.apply(null);
    for (const wishes of [QUARTER, { ...QUARTER, order_key: "another" }]) {
      const told = await set.apply(wishes);
      expect(JSON.stringify(told)).toMatch(/state\.key_compromised/);
      expect(set.state).toBeNull();
    }
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("gets none from another scope, nor for other names beside the common name", async () => {
    await using set = await certificateStage({}, undefined, {
      origin: { scope: "example/infra", runUrl: "https://ci.example.test/1" },
    });
    await set.apply({ ...QUARTER, revocation_reason: "key_compromise" });
    await set.apply(null);
    const names = { subject_alternative_names: ["api.shop.example.test"] };
    expect(JSON.stringify(await set.apply({ ...QUARTER, ...names }))).toMatch(/state\.key_compromised/);
    const other = new CertificateStage(set.scm, undefined, {
      origin: { scope: "other/repo", runUrl: null },
    });
    for (const change of [{}, names])
      expect(JSON.stringify(await other.apply({ ...QUARTER, ...change }))).toMatch(/state\.key_compromised/);
    await other.api.client.close();
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("gets none for another common name, profile or organization, nor under another login's scope", async () => {
    const key = makeCsr("shop.example.test");
    await using set = await certificateStage({}, undefined, {
      origin: { scope: "example/infra", runUrl: null },
    });
    const leaked = { ...QUARTER, csr_pem: key.csr, subject_alternative_names: ["shop.example.test"] };
    await set.apply({ ...leaked, revocation_reason: "key_compromise" });
    await set.apply(null);
    const other = makeCsr("api.example.test", key.privateKey).csr;
    const elsewhere = { ...leaked, csr_pem: other, subject_alternative_names: ["api.example.test"] };
    const next = new CertificateStage(set.scm, undefined, { origin: { scope: "other/repo", runUrl: null } });
    for (const stage of [set, next])
      for (const change of [{}, { organization_id: 7019 }])
        expect(JSON.stringify(await stage.apply({ ...elsewhere, ...change }))).toMatch(
          /state\.key_compromised/,
        );
    await next.api.client.close();
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("is told by its reason only: what was revoked otherwise stands in no way", async () => {
    const key = makeCsr("shop.example.test");
    await using set = await certificateStage({}, undefined, {
      origin: { scope: "example/infra", runUrl: null },
    });
    await set.apply({ ...QUARTER, csr_pem: key.csr, revocation_reason: "superseded" });
    await set.apply(null);
    const csr = makeCsr("api.example.test", key.privateKey).csr;
    const other = { ...QUARTER, csr_pem: csr, subject_alternative_names: ["api.example.test"] };
    expect(await set.apply(other)).toEqual([]);
    expect(await set.orders()).toHaveLength(2);
  });

  it.each([
    ["this login may not ask for reports", { status: 403, code: -3 }],
    ["SCM makes none", { status: 503 }],
  ])("can't be looked for where %s; then the order goes on", async (_why, answer) => {
    await using set = await certificateStage({ issueDelayMs: 0 });
    const fault = { kind: "status", times: 99, ...answer } as const;
    await set.scm.control.plantFault({ route: "POST /report/v1/ssl-certificates", ...fault });
    expect(await set.apply(QUARTER)).toEqual([]);
    expect(set.values.status).toBe("Issued");
  });
});
