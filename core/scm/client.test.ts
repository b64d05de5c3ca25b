import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../test/fake-scm/options.ts";
import { testScm } from "../../test/fake-scm/testing.ts";
import { makeCsr } from "../../test/fake-scm/x509/make-csr.ts";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { readBundle } from "../pki/bundle.ts";
import { createScmClient } from "./client.ts";
import type { CollectFormat } from "./resources/collect-spec.ts";

async function setting(choices: FakeScmChoices = {}, login?: string) {
  const fake = await testScm(choices);
  const known = fake.logins.find((one) => one.login === login);
  const { customerUri, username, password } = fake.credentials;
  const client = createScmClient({
    baseUrl: fake.apiUrl,
    login: {
      kind: "password",
      customerUri,
      username: known?.login ?? username,
      password: known?.password ?? password,
    },
    clock: steppingClock(new Date("2026-03-16T12:00:00Z")),
  });
  const order = (name = "www.example.test") => ({
    organizationId: 7003,
    scmProfileId: 3312,
    csrPem: makeCsr(name).csr,
    termDays: 199,
    subjectAlternativeNames: [name],
  });
  return {
    fake,
    client,
    order,
    async [Symbol.asyncDispose]() {
      await client.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

describe("the client against a fake SCM", () => {
  it("lists organizations, profiles and custom fields", async () => {
    await using scm = await setting();
    const organizations = await scm.client.organizations.list();
    expect(organizations[0]).toEqual({
      organizationId: 7003,
      name: "Example Ltd",
      departments: [
        { departmentId: 7019, name: "Web" },
        { departmentId: 7024, name: "Plant IT" },
      ],
    });
    const profiles = await scm.client.profiles.list({ organizationId: 7108 });
    expect(profiles.map((profile) => profile.scmProfileId)).toContain(3325);
    expect(profiles.map((profile) => profile.scmProfileId)).not.toContain(3317);
    expect(await scm.client.customFields.list()).toContainEqual({
      customFieldId: 61,
      name: "Cost centre",
      isMandatory: true,
    });
  });

  it("enrolls, reads, changes and revokes a certificate", async () => {
    await using scm = await setting();
    const { sslId } = await scm.client.certificates.enroll({
      ...scm.order(),
      comments: "web tier",
      externalRequesters: ["a@example.test", "b@example.test"],
      customFields: [{ name: "Cost centre", value: "4711" }],
    });
    expect(await scm.client.certificates.get(sslId)).toMatchObject({
      sslId,
      status: "Issued",
      commonName: "www.example.test",
      organizationId: 7003,
      comments: "web tier",
      termDays: 199,
      externalRequesters: ["a@example.test", "b@example.test"],
      customFields: [{ name: "Cost centre", value: "4711" }],
    });
    const changed = await scm.client.certificates.update(sslId, {
      comments: "moved",
      externalRequesters: [],
    });
    expect(changed).toMatchObject({ comments: "moved", externalRequesters: [], status: "Issued" });
    const revocation = { reasonCode: 4, reason: "superseded" } as const;
    expect(await scm.client.certificates.revoke(sslId, revocation)).toEqual({ outcome: "revoked" });
    expect(await scm.client.certificates.revoke(sslId, revocation)).toEqual({ outcome: "already_revoked" });
    expect(await scm.client.certificates.get(sslId)).toMatchObject({ status: "Revoked", reasonCode: 4 });
  });

  it("does not take a certificate that was never issued for a revoked one", async () => {
    await using scm = await setting({ issueDelayMs: 60_000 });
    const { sslId } = await scm.client.certificates.enroll(scm.order());
    await expect(scm.client.certificates.revoke(sslId, { reasonCode: 0, reason: "x" })).rejects.toMatchObject(
      {
        code: "state.not_revocable",
        message: expect.stringContaining('its status is "Applied"'),
      },
    );
  });

  it("tells pending from collected", async () => {
    await using scm = await setting({ issueDelayMs: 60_000 });
    const { sslId } = await scm.client.certificates.enroll(scm.order());
    expect(await scm.client.certificates.collect(sslId, "x509")).toMatchObject({
      outcome: "pending",
      vendorCode: 0,
    });
    await scm.fake.control.advanceClock(61_000);
    const formats: readonly CollectFormat[] = [
      "x509",
      "x509CO",
      "x509IO",
      "x509IOR",
      "x509R",
      "base64",
      "bin",
      "pem",
      "pemco",
      "pemia",
    ];
    for (const format of formats) {
      const collected = await scm.client.certificates.collect(sslId, format);
      const body = collected.outcome === "collected" ? Buffer.from(collected.body) : Buffer.alloc(0);
      expect(readBundle(body).length).toBeGreaterThan(0);
    }
  });

  it("waits for an approval in words of its own", async () => {
    await using scm = await setting({}, "requester");
    const { sslId } = await scm.client.certificates.enroll(scm.order());
    expect(await scm.client.certificates.collect(sslId, "pem")).toMatchObject({
      outcome: "pending",
      vendorCode: -23,
      says: "it waits for an administrator's approval",
    });
  });

  it("pages through a list, and narrows it", async () => {
    await using scm = await setting();
    for (let index = 0; index < 7; index += 1)
      await scm.client.certificates.enroll(scm.order(`h${index}.example.test`));
    const rows: string[] = [];
    for await (const row of scm.client.certificates.list({ size: 3 })) rows.push(row.commonName ?? "");
    expect(new Set(rows).size).toBe(7);
    expect((await scm.client.certificates.list({ commonName: "h3.example.test" })).total).toBe(1);
    expect((await scm.client.certificates.list({ size: 2 })).total).toBe(7);
  });

  it("pages where SCM does not say how many there are, and sends short pages", async () => {
    await using scm = await setting();
    for (let index = 0; index < 7; index += 1)
      await scm.client.certificates.enroll(scm.order(`h${index}.example.test`));
    for (const kind of ["no-total-count", "short-page"] as const) {
      await scm.fake.control.plantFault({ route: "GET /ssl/v1", kind, times: 99 });
    }
    const seen = new Set<number>();
    for await (const { sslId } of scm.client.certificates.list()) seen.add(sslId);
    expect(seen.size).toBe(7);
  });

  it("orders once when the connection breaks after SCM took the order", async () => {
    await using scm = await setting();
    await scm.fake.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-after" });
    await expect(scm.client.certificates.enroll(scm.order())).rejects.toMatchObject({ code: "lost.reset" });
    expect((await scm.client.certificates.list()).total).toBe(1);
  });

  it("repeats a revocation whose answer was lost, and finds it done", async () => {
    await using scm = await setting();
    const { sslId } = await scm.client.certificates.enroll(scm.order());
    await scm.fake.control.plantFault({ route: "POST /ssl/v1/revoke/{id}", kind: "reset-after" });
    const revocation = { reasonCode: 5, reason: "gone" } as const;
    expect(await scm.client.certificates.revoke(sslId, revocation)).toEqual({ outcome: "already_revoked" });
  });

  it.each([
    "null-members",
    "empty-members",
    "extra-members",
    "unknown-status",
    "crlf",
  ] as const)("understands records with %s", async (kind) => {
    await using scm = await setting();
    const { sslId } = await scm.client.certificates.enroll(scm.order());
    await scm.fake.control.plantFault({ route: "*", kind, times: 99 });
    expect(await scm.client.certificates.get(sslId)).toMatchObject({ sslId, commonName: "www.example.test" });
    expect((await scm.client.certificates.list()).items[0]?.sslId).toBe(sslId);
    expect((await scm.client.certificates.collect(sslId, "x509")).outcome).toBe("collected");
  });

  it.each([
    [
      "a profile that the organization lacks",
      { organizationId: 7108, scmProfileId: 3317, termDays: 365 },
      "request.scm_profile_unknown",
    ],
    ["a term that is not offered", { termDays: 77 }, "request.term_not_offered"],
    ["text that is no CSR", { csrPem: "nonsense" }, "request.csr_unreadable"],
    [
      "a domain that is not validated",
      { csrPem: makeCsr("a.unvalidated.test").csr, subjectAlternativeNames: [] },
      "state.dcv_missing",
    ],
    [
      "a domain of nobody",
      { csrPem: makeCsr("a.nobody.test").csr, subjectAlternativeNames: [] },
      "privilege.domain_not_allowed",
    ],
    [
      "a missing mandatory field",
      { organizationId: 7108, csrPem: makeCsr("a.labs.test").csr, subjectAlternativeNames: [] },
      "request.custom_field_missing",
    ],
    ["a comment beyond SCM's limit", { comments: "x".repeat(1025) }, "config.too_long"],
    [
      "two names in one element",
      { subjectAlternativeNames: ["a.example.test,b.example.test"] },
      "config.list_element",
    ],
  ])("refuses %s with a code of its own", async (_name, part, code) => {
    await using scm = await setting();
    await expect(scm.client.certificates.enroll({ ...scm.order(), ...part })).rejects.toMatchObject({ code });
    expect((await scm.client.certificates.list()).total).toBe(0);
  });

  it("does not find what another organization's administrator sees", async () => {
    await using scm = await setting({}, "labs");
    await expect(scm.client.certificates.get(40211)).rejects.toMatchObject({
      code: "missing.certificate",
      message: expect.stringContaining("does not exist or is not visible"),
    });
  });
});

describe("a wrong address", () => {
  it("is told apart from a record that is not there, and never passes for deleted", async () => {
    await using scm = await setting();
    const { customerUri, username, password } = scm.fake.credentials;
    const client = createScmClient({
      baseUrl: `${scm.fake.apiUrl.replace(/\/api$/, "")}/wrong`,
      login: { kind: "password", customerUri, username, password },
    });
    for (const work of [client.certificates.get(1), client.domains.delete(1)]) {
      await expect(work).rejects.toMatchObject({
        code: "contract.html",
        status: 404,
        hint: expect.stringContaining("base URL"),
      });
    }
    await client.close();
  });
});
