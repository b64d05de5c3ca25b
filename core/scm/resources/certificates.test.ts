import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../../test/fake-scm/options.ts";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { makeCsr } from "../../../test/fake-scm/x509/make-csr.ts";
import { createScmClient } from "../client.ts";

/** A client for each administrator of one fake. */
async function setting(choices: FakeScmChoices = {}) {
  const fake = await testScm(choices);
  const closers: (() => Promise<void>)[] = [];
  const as = (login: string) => {
    const password = fake.logins.find((known) => known.login === login)?.password ?? "";
    const client = createScmClient({
      baseUrl: fake.apiUrl,
      login: { kind: "password", customerUri: fake.customerUri, username: login, password },
      random: () => 0,
    });
    closers.push(() => client.close());
    return client.certificates;
  };
  const order = (name = "www.example.test") => ({
    organizationId: 7003,
    scmProfileId: 3312,
    csrPem: makeCsr(name).csr,
    termDays: 199,
    subjectAlternativeNames: [name],
  });
  return {
    fake,
    as,
    scm: as("svc-certs"),
    order,
    async [Symbol.asyncDispose]() {
      for (const close of closers) await close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

describe("approving and declining", () => {
  it("lets another administrator approve, once, and tells a second time that it is done", async () => {
    await using it = await setting();
    const { sslId } = await it.as("requester").enroll(it.order());
    expect((await it.scm.get(sslId)).status).toBe("Requested");
    expect(await it.scm.approve(sslId, "fine")).toEqual({ outcome: "approved" });
    expect(await it.scm.approve(sslId, "fine")).toEqual({ outcome: "already_approved" });
    await expect(it.scm.decline(sslId, "no")).rejects.toMatchObject({
      code: "state.not_approvable",
      message: expect.stringContaining("decline certificate"),
    });
  });

  it("declines, and finds it declined the second time", async () => {
    await using it = await setting({ autoApprove: false });
    const { sslId } = await it.scm.enroll(it.order());
    expect(await it.scm.decline(sslId, "no")).toEqual({ outcome: "declined" });
    expect(await it.scm.decline(sslId, "no")).toEqual({ outcome: "already_declined" });
    expect(await it.scm.get(sslId)).toMatchObject({ status: "Declined", declined: expect.any(String) });
  });

  it("heals a lost answer by looking at the record", async () => {
    await using it = await setting({ autoApprove: false });
    const { sslId } = await it.scm.enroll(it.order());
    await it.fake.control.plantFault({ route: "POST /ssl/v1/approve/{id}", kind: "reset-after" });
    expect(await it.scm.approve(sslId, "fine")).toEqual({ outcome: "already_approved" });
  });
});

describe("renewing and replacing", () => {
  it("renews into a new record and marks the old one", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    const renewed = await it.scm.renew(sslId);
    expect(renewed.sslId).not.toBe(sslId);
    expect(await it.scm.get(sslId)).toMatchObject({ isRenewed: true, status: "Issued" });
    expect(await it.scm.get(renewed.sslId ?? 0)).toMatchObject({ commonName: "www.example.test" });
  });

  it("says that the profile forbids renewal", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll({ ...it.order(), scmProfileId: 3358 });
    await expect(it.scm.renew(sslId)).rejects.toMatchObject({ code: "state.renewal_forbidden" });
  });

  it("replaces under the same id with another key and number", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    const before = await it.scm.get(sslId);
    const { csr } = makeCsr("www.example.test", "P-384");
    await it.scm.replace(sslId, {
      csrPem: csr,
      reason: "new key",
      subjectAlternativeNames: ["www.example.test"],
    });
    const after = await it.scm.get(sslId);
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(after).toMatchObject({ replaced: expect.any(String), keyType: expect.stringContaining("P-384") });
  });

  it.each(["renew", "replace"] as const)("does not %s twice when the answer is lost", async (verb) => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    await it.fake.control.plantFault({ route: "*", kind: "reset-after" });
    const work =
      verb === "renew"
        ? it.scm.renew(sslId)
        : it.scm.replace(sslId, { csrPem: makeCsr("www.example.test").csr, reason: "x" });
    await expect(work).rejects.toMatchObject({ code: "lost.reset" });
    const posts = (await it.fake.control.requests()).filter(({ path }) => path.includes(verb));
    expect(posts).toHaveLength(1);
  });
});

describe("revoking by serial number", () => {
  it("takes every spelling", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    const { serialNumber } = await it.scm.get(sslId);
    const revocation = { reasonCode: 1, reason: "key lost" } as const;
    expect(await it.scm.revokeBySerial((serialNumber ?? "").toLowerCase(), revocation)).toEqual({
      outcome: "revoked",
    });
    expect(await it.scm.get(sslId)).toMatchObject({ status: "Revoked", reasonCode: 1 });
  });
});

describe("what is refused for lack of privilege", () => {
  it("names the privilege that is missing", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    const reader = it.as("reader");
    const refusal = (privilege: string) => ({
      code: "privilege.not_authorized",
      status: 400,
      hint: expect.stringContaining(`\`${privilege}\``),
    });
    await expect(reader.enroll(it.order())).rejects.toMatchObject(refusal("sslRequest"));
    await expect(reader.renew(sslId)).rejects.toMatchObject(refusal("sslRenew"));
    await expect(reader.revoke(sslId, { reasonCode: 0, reason: "x" })).rejects.toMatchObject(
      refusal("sslRevoke"),
    );
    await expect(reader.approve(sslId, "x")).rejects.toMatchObject(refusal("sslApprove"));
    await expect(reader.update(sslId, { comments: "x" })).rejects.toMatchObject(refusal("sslManage"));
  });

  it("says in other words that the organization's REST API is off", async () => {
    await using it = await setting();
    await expect(it.scm.enroll({ ...it.order(), organizationId: 7245 })).rejects.toMatchObject({
      code: "privilege.api_disabled",
      message: expect.stringMatching(
        /^enroll .*switched off for organization "Dormant Ltd" \(7245\) \[privilege.api_disabled, HTTP 400, SCM -3\]$/,
      ),
      hint: expect.stringContaining("switch on Web/REST API"),
    });
  });
});

describe("locations", () => {
  it("adds, reads, changes and deletes a location", async () => {
    await using it = await setting();
    const { sslId } = await it.scm.enroll(it.order());
    const { locationId } = await it.scm.addLocation(sslId, { host: "lb-01" });
    const id = locationId ?? 0;
    expect(await it.scm.location(sslId, id)).toMatchObject({ type: "CUSTOM", details: { host: "lb-01" } });
    await it.scm.updateLocation(sslId, { locationId: id, details: { host: "lb-02" } });
    expect((await it.scm.locations(sslId)).map(({ details }) => details)).toEqual([{ host: "lb-02" }]);
    await it.scm.deleteLocation(sslId, id);
    await it.scm.deleteLocation(sslId, id);
    expect(await it.scm.locations(sslId)).toEqual([]);
  });
});
