import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const SHORT = { create: "5s", read: null, update: "5s", delete: "30s" };

describe("destroying a certificate", () => {
  it("S55 revokes exactly this one, as cessation of operation", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const sslId = set.values.ssl_id ?? 0;
    await set.apply(null);
    expect(set.state).toBeNull();
    expect(await set.scm.control.certificate(sslId)).toMatchObject({ status: "Revoked", reasonCode: 5 });
  });

  it.each([
    ["revoked already", async (set) => void (await set.scm.control.revoke(set.values.ssl_id ?? 0, 4)), 4],
    ["expired", (set) => set.scm.control.advanceClock(300 * 86_400_000), null],
  ] satisfies [
    string,
    (set: Awaited<ReturnType<typeof certificateStage>>) => Promise<unknown>,
    number | null,
  ][])("has nothing to do for one that is %s", async (_name, act, reasonCode) => {
    await using set = await certificateStage();
    await set.apply(shop());
    await act(set);
    const sslId = set.values.ssl_id ?? 0;
    await set.apply(null);
    expect(set.state).toBeNull();
    expect((await set.scm.control.certificate(sslId)).reasonCode).toBe(reasonCode);
    expect((await set.calls("POST")).filter((path) => path.includes("revoke"))).toEqual([]);
  });

  it("revokes one whose status it does not know: nothing may be left behind alive", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const sslId = set.values.ssl_id ?? 0;
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "unknown-status" });
    await set.apply(null);
    expect((await set.scm.control.certificate(sslId)).status).toBe("Revoked");
  });

  it("waits for a request that is on its way, and revokes what comes of it", async () => {
    await using set = await certificateStage({ issueDelayMs: 20_000 });
    await set.apply(shop({ timeouts: SHORT }));
    expect(set.values.status).toBe("Applied");
    const sslId = set.values.ssl_id ?? 0;
    await set.apply(null);
    expect((await set.scm.control.certificate(sslId)).status).toBe("Revoked");
  });

  it("S55 declines a request that waits for an administrator", async () => {
    await using set = await certificateStage({ autoApprove: false });
    await set.apply(shop({ timeouts: SHORT }));
    const sslId = set.values.ssl_id ?? 0;
    expect(set.values.status).toBe("Requested");
    await set.apply(null);
    expect(set.state).toBeNull();
    expect((await set.scm.control.certificate(sslId)).status).toBe("Declined");
  });

  it("keeps a request that this administrator may not decline, and says which right is missing", async () => {
    await using set = await certificateStage({}, "requester");
    await set.apply(shop({ timeouts: SHORT }));
    const { state } = set;
    const told = await set.apply(null);
    expect(told.at(-1)).toMatchObject({
      severity: "error",
      summary: expect.stringMatching(/^Decline.*\[privilege\./),
    });
    expect(set.state).toEqual(state);
  });

  it("has nothing to do for a request that was declined", async () => {
    await using set = await certificateStage({}, "requester");
    await set.apply(shop({ timeouts: SHORT }));
    await set.scm.call("POST", `/ssl/v1/decline/${set.values.ssl_id}`, { message: "no" });
    await set.refresh();
    expect(await set.apply(null)).toEqual([]);
    expect(set.state).toBeNull();
  });

  it("errs when SCM does not show it, with the way to forget it", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const refusal = { status: 404, code: -5101, description: "Certificate not found." };
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "status", ...refusal });
    const told = await set.apply(null);
    expect(told.at(-1)).toMatchObject({
      severity: "error",
      detail: expect.stringMatching(/`state rm`/),
    });
    expect(set.state).not.toBeNull();
  });

  it("is not taken over by the create that follows it in the same run, though SCM shows it as issued still", async () => {
    await using set = await certificateStage({ revokeLagMs: 60_000 });
    await set.apply(shop());
    const { ssl_id } = set.values;
    await set.apply(null);
    const { claims } = set.api.ordering;
    expect(claims.isTaken(ssl_id ?? 0)).toBe(true);
  });

  it("S55 revokes with the configured reason, and with those it superseded when asked", async () => {
    await using set = await certificateStage();
    const wishes = shop({ revocation_reason: "superseded" });
    await set.apply(wishes);
    const former = set.values.ssl_id ?? 0;
    const moved = { ...wishes, organization_id: 7019 };
    await set.apply(moved);
    await set.apply({ ...moved, revoke_superseded: true });
    const { ssl_id } = set.values;
    await set.apply(null);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toMatchObject({
      status: "Revoked",
      reasonCode: 4,
    });
    expect(await set.scm.control.certificate(former)).toMatchObject({ status: "Revoked", reasonCode: 4 });
  });

  it("S56 is content with a record that is gone, where a missing one is to be enrolled anew", async () => {
    await using set = await certificateStage();
    const wishes = shop({ when_missing: "reenroll" });
    await set.apply(wishes);
    await set.scm.control.act(set.values.ssl_id ?? 0, "delete");
    const { state, private: data } = set;
    expect(await set.apply(null)).not.toContainEqual(expect.objectContaining({ severity: "error" }));
    Object.assign(set, { state, private: data });
    const [told] = await set.refresh();
    expect(told?.summary).toMatch(/is not shown by SCM any more and is forgotten$/);
    expect(set.state).toBeNull();
  });

  it("B7 revokes what is for a compromised key among those it superseded, and names what does not show its key", async () => {
    await using set = await certificateStage();
    const wishes = shop({ revocation_reason: "key_compromise" });
    await set.apply(wishes);
    await set.apply({ ...wishes, subject_alternative_names: ["shop.example.test", "b.example.test"] });
    await set.apply({ ...wishes, organization_id: 7019 });
    await set.apply({ ...wishes, organization_id: 7003 });
    const [reissued, , third] = set.values.superseded ?? [];
    const told = await set.apply(null);
    const revoked = (await set.scm.control.certificates()).map(({ sslId, status, reasonCode }) => ({
      ...{ sslId, status, reasonCode },
    }));
    expect(revoked).toContainEqual({ sslId: third?.ssl_id, status: "Revoked", reasonCode: 1 });
    expect(told.map(({ summary }) => summary)).toContainEqual(
      `Certificate ${reissued?.serial_number} stays valid, and may be for the compromised key`,
    );
  });

  it("B7 tells SCM of the compromised key when another one takes its place, where the old one is to be revoked", async () => {
    await using set = await certificateStage();
    const made = { csr_pem: null };
    const key = (algorithm: string) => ({ algorithm, rsa_bits: null, ecdsa_curve: null });
    const wishes = shop({ ...made, revocation_reason: "key_compromise", revoke_superseded: true });
    await set.apply({ ...wishes, private_key: key("RSA") });
    await set.scm.control.clearRequests();
    await set.apply({ ...wishes, private_key: key("ECDSA") });
    const revocations = (await set.scm.control.requests()).filter(({ path }) => path.includes("/revoke/"));
    expect(revocations.map(({ body }) => body)).toEqual([expect.objectContaining({ reasonCode: 1 })]);
  });
});
