import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../../test/fake-scm/options.ts";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { createScmClient } from "../client.ts";
import type { Login } from "../login.ts";

async function setting(choices: FakeScmChoices = {}, kind: Login["kind"] = "password", name = "svc-certs") {
  const fake = await testScm(choices);
  const known = fake.logins.find(({ login }) => login === name);
  const login: Login =
    kind === "oauth2"
      ? {
          kind,
          clientId: known?.clientId ?? "",
          clientSecret: known?.clientSecret ?? "",
          tokenUrl: fake.tokenUrl,
        }
      : { kind: "password", username: name, password: known?.password ?? "", customerUri: fake.customerUri };
  const client = createScmClient({ baseUrl: fake.apiUrl, login });
  return {
    fake,
    client,
    async [Symbol.asyncDispose]() {
      await client.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe.each(["password", "oauth2"] as const)("the other areas, signed in by %s", (kind) => {
  it("organizations: tree, details of organization and department, by role and type", async () => {
    await using it = await setting({}, kind);
    expect(await it.client.organizations.get(7245)).toMatchObject({
      name: "Dormant Ltd",
      isSslApiEnabled: false,
    });
    expect(await it.client.organizations.get(7019)).toMatchObject({ name: "Web", parentName: "Example Ltd" });
    expect(await it.client.organizations.forType("SSL")).not.toEqual([]);
    expect((await it.client.organizations.managedBy("RAO_SSL")).map(({ name }) => name)).toContain(
      "Example Ltd",
    );
  });

  it("domains and their validations", async () => {
    await using it = await setting({}, kind);
    const rows = await all(it.client.domains.list({ size: 2 }));
    expect(rows.map(({ name }) => name)).toContain("example.test");
    const domainId = rows.find(({ name }) => name === "expired.test")?.domainId ?? 0;
    expect(await it.client.domains.get(domainId)).toMatchObject({
      name: "expired.test",
      validationStatus: "EXPIRED",
    });
    const validations = await all(it.client.domainValidations.list());
    expect(validations.find(({ domain }) => domain === "example.test")).toMatchObject({
      status: "VALIDATED",
    });
    expect(validations.find(({ domain }) => domain === "unvalidated.test")).toMatchObject({
      status: "NOT_VALIDATED",
    });
  });

  it("client certificates", async () => {
    await using it = await setting({ records: 300 }, kind);
    const rows = await all(it.client.clientCertificates.list({ size: 7 }));
    expect(rows).toHaveLength(30);
    const issued = rows.find(({ status }) => status === "issued");
    expect(await it.client.clientCertificates.get(issued?.clientCertId ?? 0)).toMatchObject({
      clientCertId: issued?.clientCertId,
      status: "issued",
      serialNumber: issued?.serialNumber,
    });
  });

  it("device certificates", async () => {
    await using it = await setting({ records: 300 }, kind);
    const rows = await all(it.client.deviceCertificates.list({ status: "issued" }));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["issued"]));
    const [first] = rows;
    expect(await it.client.deviceCertificates.get(first?.deviceCertId ?? 0)).toMatchObject({
      status: "issued",
    });
  });

  it("reports", async () => {
    await using it = await setting({ records: 200 }, kind);
    const { rows, bytes } = await it.client.reports.measuredSsl(
      { status: "any" },
      { largestAnswerBytes: 1_000_000 },
    );
    expect(rows).toHaveLength(200);
    const [row] = rows;
    const details = await it.client.certificates.get(row?.sslId ?? 0);
    expect(row).toMatchObject({
      commonName: details.commonName,
      status: details.status,
      serialNumber: details.serialNumber,
      organizationId: details.organizationId,
      scmProfileId: details.scmProfile?.scmProfileId,
      subjectAlternativeNames: details.subjectAlternativeNames,
    });
    expect(bytes).toBeGreaterThan(200 * 400);
    const ids = new Set<number>();
    await it.client.reports.streams.client({ status: "any" }, async (rows) => {
      for (const row of rows) ids.add(row.clientCertId);
    });
    await it.client.reports.streams.device({ status: "any" }, async (rows) => {
      for (const row of rows) ids.add(row.deviceCertId);
    });
    expect(ids.size).toBe(40);
  });
});

describe("administrators", () => {
  it("are listed and read, with their privileges", async () => {
    await using it = await setting();
    const rows = await all(it.client.administrators.list());
    const reader = rows.find(({ login }) => login === "reader");
    expect(await it.client.administrators.get(reader?.adminId ?? 0)).toMatchObject({
      login: "reader",
      privileges: [],
    });
  });

  it("learn when their password ends, and change it", async () => {
    await using it = await setting({}, "password", "expiring");
    expect(await it.client.administrators.passwordState()).toMatchObject({
      state: "ALIVE",
      expires: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    await expect(it.client.administrators.changePassword("x")).rejects.toMatchObject({
      code: "login.password_rule",
    });
    await it.client.administrators.changePassword("A-longer-0ne-that-fits!");
    await expect(it.client.administrators.passwordState()).rejects.toMatchObject({ code: "login.refused" });
  });
});
