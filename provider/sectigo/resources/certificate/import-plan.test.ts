import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const SAID = "Certificates are taken over as they stand; the next plan will do more";

/** A certificate of 90 days that another hand ordered; then so many days pass. */
async function left(days: number): Promise<CertificateStage> {
  const set = await certificateStage();
  await set.apply(shop({ term_days: 90 }));
  await set.pass(days);
  return set;
}

describe("the plan of an import", () => {
  it.each([
    ["id", (set: CertificateStage) => String(set.values.ssl_id)],
    ["serial number", (set: CertificateStage) => `serial:${set.values.serial_number}`],
  ])("by %s orders nothing, though a renewal is due; the next plan renews", async (_, idOf) => {
    await using set = await left(64);
    await set.import(idOf(set));
    const { generated } = set;
    const taken = await set.plan(generated);
    expect(taken.planned).toEqual(set.state);
    expect(taken.diagnostics).toMatchObject([
      { severity: "warning", summary: SAID, detail: expect.stringMatching(/renewal window is open since/) },
    ]);
    const before = { state: set.state, private: set.private };
    // A plan without a refresh in between knows nothing new.
    expect((await set.plan(generated)).planned).toEqual(set.state);
    await set.refresh();
    // Neither shows as a change in a plan that only refreshes.
    expect({ state: set.state, private: set.private }).toEqual(before);
    expect((await set.plan(generated)).planned).toMatchObject({ ssl_id: UNKNOWN });
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("enrolls nothing in the place of what was revoked, and takes no successor over; the next plan does", async () => {
    await using set = await left(1);
    await set.scm.control.act(set.values.ssl_id ?? 0, "revoke", { reasonCode: 4 });
    await set.import(String(set.values.ssl_id));
    const wishes = { ...set.generated, csr_pem: shop().csr_pem as string };
    const { planned, diagnostics } = await set.plan(wishes);
    expect(planned).toMatchObject({ ssl_id: set.state?.ssl_id });
    expect(diagnostics).toMatchObject([{ summary: SAID, detail: expect.stringMatching(/revoked outside/) }]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toMatchObject({ ssl_id: UNKNOWN });
  });

  it("lets the user's own change count, and orders nothing beside a change of metadata", async () => {
    await using set = await left(64);
    await set.import(String(set.values.ssl_id));
    await set.apply({ ...set.generated, comments: "adopted" });
    expect(await set.orders()).toEqual(["enroll"]);
    expect((await set.record).comments).toContain("adopted");
    await set.import(String(set.values.ssl_id));
    const wider = { ...set.generated, csr_pem: shop().csr_pem as string };
    const { planned } = await set.plan({ ...wider, subject_alternative_names: ["new.shop.example.test"] });
    expect(planned).toMatchObject({ ssl_id: UNKNOWN });
  });
});

/** Records that were not ordered through SCM: it has no profile of them, so it can renew none of them. */

/** A certificate of 90 days that was bought elsewhere, uploaded into SCM and imported into a state. */
async function uploaded(): Promise<CertificateStage> {
  const set = await certificateStage();
  await set.apply(shop({ term_days: 90 }));
  const { ssl_id, certificate_pem } = set.values;
  await set.scm.control.act(ssl_id ?? 0, "delete");
  const cert = new X509Certificate(certificate_pem ?? "").raw.toString("base64");
  const { status } = await set.scm.call("POST", "/ssl/v2/import", [{ orgID: 7003, cert }]);
  expect(status).toBe(200);
  const [record] = await set.scm.control.certificates();
  set.state = null;
  expect(await set.import(String(record?.sslId))).toEqual([]);
  expect(set.values).toMatchObject({ scm_profile_id: null, certificate_pem });
  return set;
}

describe("an imported certificate that was found or uploaded, and of which SCM shows a profile all the same", () => {
  it.each([
    ["Discovery", 64],
    ["Imported", 88],
    ["IMPORTED", 95],
  ])("is never planned for renewal: %s, after %i days", async (requestedVia, days) => {
    await using set = await certificateStage();
    await set.apply(shop({ term_days: 90 }));
    const { ssl_id } = set.values;
    await set.scm.control.act(ssl_id ?? 0, "edit", { requestedVia, comments: "" });
    set.state = null;
    expect(await set.import(String(ssl_id))).toEqual([]);
    expect(set.values).toMatchObject({ scm_profile_id: null, renew_after: null });
    await set.pass(days);
    await set.refresh();
    const { planned, diagnostics } = await set.plan(set.generated);
    expect(planned).toEqual(set.state);
    expect(diagnostics).toEqual([]);
    expect(await set.orders()).toEqual(["enroll"]);
  });
});

describe("an imported certificate without an SCM profile", () => {
  it.each([
    ["in its renewal window", 64],
    ["past its hard deadline", 88],
    ["after its end", 95],
  ])("is never planned for renewal: %s", async (_when, days) => {
    await using set = await uploaded();
    expect(set.values.renew_after).toBeNull();
    await set.pass(days);
    await set.refresh();
    const { planned, diagnostics } = await set.plan(set.generated);
    expect(planned).toEqual(set.state);
    expect(diagnostics).toEqual([]);
    await set.apply(set.generated);
    expect(await set.orders()).toEqual(["enroll"]);
  });
});
