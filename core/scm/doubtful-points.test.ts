import { describe, expect, it } from "vitest";
import { STRICT_NAMES } from "../../test/fake-scm/strict-options.ts";
import { testScm } from "../../test/fake-scm/testing.ts";
import { makeCsr } from "../../test/fake-scm/x509/make-csr.ts";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { readBundle } from "../pki/bundle.ts";
import { createScmClient } from "./client.ts";

/*
 * Where SCM's documents are silent or disagree, the fake can go either way. One life of a certificate must pass
 * whichever way it goes, so that the client depends on none of these points.
 */
async function lifeOf(certificates: ReturnType<typeof createScmClient>["certificates"]): Promise<void> {
  const name = "www.example.test";
  const terms = { organizationId: 7003, scmProfileId: 3312, termDays: 199, subjectAlternativeNames: [name] };
  const { sslId } = await certificates.enroll({ ...terms, csrPem: makeCsr(name).csr, comments: "x" });
  const rows: number[] = [];
  for await (const row of certificates.list({ commonName: name })) rows.push(row.sslId);
  expect(rows).toEqual([sslId]);
  expect(await certificates.get(sslId)).toMatchObject({
    status: "Issued",
    commonName: name,
    requested: expect.stringMatching(/^\d{4}-\d{2}-\d{2}/),
  });
  const collected = await certificates.collect(sslId, "x509");
  expect(
    readBundle(Buffer.from(collected.outcome === "collected" ? collected.body : [])).length,
  ).toBeGreaterThan(1);
  const fields = [{ name: "Cost centre", value: "4711" }];
  expect((await certificates.update(sslId, { customFields: fields })).customFields).toEqual(fields);
  expect((await certificates.renew(sslId)).sslId).not.toBe(sslId);
  expect((await certificates.get(sslId)).isRenewed).toBe(true);
  const revocation = { reasonCode: 4, reason: "superseded" } as const;
  expect(await certificates.revoke(sslId, revocation)).toEqual({ outcome: "revoked" });
  expect(await certificates.revoke(sslId, revocation)).toEqual({ outcome: "already_revoked" });
  expect(await certificates.get(sslId)).toMatchObject({ status: "Revoked", reasonCode: 4 });
  await expect(certificates.get(999_999)).rejects.toMatchObject({ code: "missing.certificate" });
}

function clientOf(fake: Awaited<ReturnType<typeof testScm>>, login = "svc-certs") {
  const password = fake.logins.find((known) => known.login === login)?.password ?? "";
  return createScmClient({
    baseUrl: fake.apiUrl,
    login: { kind: "password", username: login, password, customerUri: fake.customerUri },
    clock: steppingClock(new Date()),
  });
}

describe("a certificate's life does not depend on", () => {
  it.each(STRICT_NAMES)("%s", async (name) => {
    await using fake = await testScm({ strict: { [name]: true } });
    const client = clientOf(fake);
    await lifeOf(client.certificates);
    await client.close();
  });

  it.each([
    "omit",
    "null",
    "empty-string",
  ] as const)("how empty members are written: %s", async (emptyMembers) => {
    await using fake = await testScm({ emptyMembers });
    const client = clientOf(fake);
    await lifeOf(client.certificates);
    await client.close();
  });
});

describe("waiting for the CA", () => {
  it.each(["otherWaitingCodes", "emptyWhileWaiting"])("is pending with %s", async (name) => {
    await using fake = await testScm({ issueDelayMs: 60_000, strict: { [name]: true } });
    const client = clientOf(fake);
    const { csr: csrPem } = makeCsr("www.example.test");
    const terms = { organizationId: 7003, scmProfileId: 3312, termDays: 199, subjectAlternativeNames: [] };
    const { sslId } = await client.certificates.enroll({ ...terms, csrPem });
    expect(await client.certificates.collect(sslId, "pem")).toMatchObject({ outcome: "pending" });
    await client.close();
  });
});

describe("an administrator who is shut out", () => {
  it.each([
    "suspended",
    "outdated",
  ])("gets a diagnostic of its own where SCM has a code for it: %s", async (login) => {
    await using fake = await testScm({ strict: { shutOutHasOwnCode: true } });
    const client = clientOf(fake, login);
    await expect(client.organizations.list()).rejects.toMatchObject({
      code: "login.shut_out",
      message: expect.stringMatching(/expired, or the administrator suspended/),
    });
    await client.close();
  });
});
