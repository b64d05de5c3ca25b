/** Records that were not ordered through SCM: it has no profile of them, so it can renew none of them. */
import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

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
