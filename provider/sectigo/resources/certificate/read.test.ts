import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const COLLECT = "GET /ssl/v1/collect/{id}/{format}";

describe("reading a certificate", () => {
  it("takes one call and changes nothing while nothing changed, private data included", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    // While it is young, a second order of the same is looked for too.
    await set.pass(1);
    const { state, private: data } = set;
    await set.scm.control.clearRequests();
    expect(await set.refresh()).toEqual([]);
    expect(set.state).toEqual(state);
    expect(set.private).toBe(data);
    expect(await set.scm.control.requests()).toHaveLength(1);
  });

  it("does not call an expired certificate changed", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { state } = set;
    await set.scm.control.advanceClock(300 * 86_400_000);
    await set.refresh();
    expect((await set.record).status).toBe("Expired");
    expect(set.state).toEqual(state);
    expect((await set.plan(shop())).planned).toEqual(state);
  });

  it("S56 sees a revocation and keeps the certificate that it was", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { certificate_pem } = set.values;
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 3);
    await set.refresh();
    expect(set.values).toMatchObject({ status: "Revoked", certificate_pem });
  });

  it("S56 sees a certificate that was exchanged in SCM for another key, keeps its own pair, and has it replaced", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const before = set.state;
    const { ssl_id } = set.values;
    const body = {
      csr: makeCsr("shop.example.test").csr,
      reason: "moved",
      subjectAlternativeNames: ["api.example.test"],
    };
    expect((await set.scm.call("POST", `/ssl/v1/replace/${ssl_id}`, body)).status).toBeLessThan(300);
    const [warned] = await set.refresh();
    expect(warned?.summary).toMatch(/was replaced in SCM for another key/);
    expect(set.state).toEqual(before);
    const [found] = (await set.plan(shop())).diagnostics;
    expect(found?.detail).toMatch(/csr_pem: SCM holds a certificate for another key/);
    await set.apply(shop());
    expect(set.values).toMatchObject({ ssl_id, key_matches: true });
    expect(set.values.names).toEqual(["shop.example.test", "www.shop.example.test"]);
    expect(await set.refresh()).toEqual([]);
    expect((await set.plan(shop())).planned).toEqual(set.state);
  });

  it("takes what was exchanged in SCM for the same key, unless it has a name that was not ordered", async () => {
    await using set = await certificateStage();
    const wishes = shop({ subject_alternative_names: ["api.shop.example.test"] });
    await set.apply(wishes);
    const { serial_number, csr_pem: csr, ssl_id } = set.values;
    const replace = (...subjectAlternativeNames: string[]) =>
      set.scm.call("POST", `/ssl/v1/replace/${ssl_id}`, { csr, reason: "again", subjectAlternativeNames });
    await replace("api.shop.example.test", "mail.example.test");
    const [refused] = await set.refresh();
    expect(refused?.summary).toMatch(/is not published: .* were not ordered: mail\.example\.test/);
    expect(set.values.serial_number).toBe(serial_number);
    await replace("www.shop.example.test");
    const told = await set.refresh();
    expect(told.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/lacks names that were ordered: api\.shop\.example\.test/),
      expect.stringMatching(/names that the CA added: www\.shop\.example\.test/),
    ]);
    expect(set.values.serial_number).not.toBe(serial_number);
  });

  it("keeps the argument when only the key was exchanged by one with the same request", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const body = { csr: shop().csr_pem, reason: "again" };
    await set.scm.call("POST", `/ssl/v1/replace/${set.values.ssl_id}`, body);
    await set.refresh();
    expect((await set.plan(shop())).planned).toEqual(set.state);
  });

  it("takes a status for what it says when it knows the word no better", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "unknown-status" });
    expect(await set.refresh()).toEqual([]);
    expect(set.values.status).toBe("Quarantined");
    expect((await set.plan(shop())).diagnostics).toEqual([]);
  });

  it("notices a moved organization, and a record that says nothing does not drift", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { state } = set;
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "null-members" });
    await set.refresh();
    expect(set.state).toEqual(state);
  });

  it("warns of a 404 with account, id and the way out, and keeps the state", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { state } = set;
    const refusal = { status: 404, code: -5101, description: "Certificate not found." };
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "status", ...refusal });
    const [found, ...more] = await set.refresh();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      severity: "warning",
      summary: expect.stringMatching(
        /^Read certificate \d+: SCM does not show it to user "svc-certs" of customer "cst01234" \[missing\.certificate, HTTP 404, SCM -5101\]$/,
      ),
      detail: expect.stringMatching(/`state rm`[\s\S]*keeps what it knows/),
    });
    expect(set.state).toEqual(state);
  });

  it("has nothing to read when SCM never accepted the order", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    set.state = { ...set.state, ssl_id: null, serial_number: null };
    await set.scm.control.clearRequests();
    expect(await set.refresh()).toEqual([]);
    expect(set.state).toBeNull();
    expect(await set.scm.control.requests()).toEqual([]);
  });
});

describe("importing a certificate", () => {
  it("S57 takes over everything that SCM tells, so that generated configuration plans empty", async () => {
    await using set = await certificateStage();
    await set.apply(shop({ comments: "kept", external_requesters: ["ops@example.test"] }));
    await set.import(String(set.values.ssl_id));
    expect(set.values).toMatchObject({
      ...{ organization_id: 7003, scm_profile_id: 3312, term_days: null, comments: "kept" },
      ...{ external_requesters: ["ops@example.test"], custom_fields: { "Cost centre": "4711" } },
      ...{ csr_pem: null, status: "Issued" },
    });
    expect((await set.plan(set.generated)).planned).toEqual(set.state);
  });

  it("has it replaced for a request with another name, though its key is the certificate's", async () => {
    await using set = await certificateStage();
    const { csr } = makeCsr("other.example.test");
    await set.apply(shop({ csr_pem: csr, subject_alternative_names: null }));
    await set.import(String(set.values.ssl_id));
    const [found] = (await set.plan({ ...set.generated, csr_pem: shop().csr_pem ?? null })).diagnostics;
    expect(found?.detail).toMatch(/csr_pem: /);
  });

  it("takes a record without profile, term or request for what it is, and a plan wants no more of it", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const pem = set.values.certificate_pem;
    const cert = pem?.replace(/-----[^-]+-----|\s/g, "");
    await using other = await certificateStage();
    const uploaded = await other.scm.call("POST", "/ssl/v2/import", [{ orgID: 7003, cert }]);
    expect(uploaded.status).toBe(200);
    const [record] = await other.scm.control.certificates();
    const told = await other.import(String(record?.sslId));
    // Its CA is not the other fake's, so it comes without a chain that fits.
    expect(told).toMatchObject([
      { severity: "warning", summary: `Certificate ${record?.sslId} can't be collected` },
    ]);
    const { serial_number } = set.values;
    expect(other.values).toMatchObject({ scm_profile_id: null, csr_pem: null, serial_number });
    expect((await other.plan(other.generated)).planned).toEqual(other.state);
  });

  it.each([
    ["is revoked", { revoke: true }, []],
    ["can't be collected, with a warning", { status: 404, code: -124 }, ["warning"]],
  ])("takes over what is known when the certificate %s", async (_name, how, severities) => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id, serial_number } = set.values;
    if ("revoke" in how) await set.scm.control.revoke(ssl_id ?? 0, 4);
    else await set.scm.control.plantFault({ route: COLLECT, kind: "status", times: 9, ...how });
    const told = await set.import(String(ssl_id));
    expect(told.map(({ severity }) => severity)).toEqual(severities);
    expect(set.values).toMatchObject({ serial_number, certificate_pem: null, organization_id: 7003 });
  });

  it("does not take an outage for a certificate that can't be collected", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.plantFault({ route: COLLECT, kind: "html", status: 503, times: 99 });
    const told = await set.import(String(set.values.ssl_id));
    expect(told).toMatchObject([{ severity: "error", summary: expect.stringMatching(/HTTP 503\]$/) }]);
  });

  it("names the account of an id that SCM does not show", async () => {
    await using set = await certificateStage();
    const [found] = await set.import("99");
    expect(found?.summary).toMatch(/^Import certificate 99: SCM does not show it to user "svc-certs"/);
    expect(found?.detail).toMatch(/^Check the id, .* organizations this administrator may see/);
    // No state holds it yet.
    expect(found?.detail).not.toMatch(/state rm|when_missing/);
  });
});
