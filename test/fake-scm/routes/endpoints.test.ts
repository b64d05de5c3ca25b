import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { type TestScm, testScm } from "../testing.ts";

const ACCOUNT = {
  name: "Shop team",
  type: "SSL_WEB_FORM",
  organizationId: 7019,
  profileIds: [3312],
  csrGenerationMethod: "PROVIDED",
  accountAuthMethod: "ACCESS_CODE",
  accessCode: "open sesame",
};

async function create(scm: TestScm, path: string, body: unknown): Promise<string> {
  const reply = await scm.call("POST", path, body);
  expect(reply).toMatchObject({ status: 201, text: "" });
  return new URL(reply.headers.get("location") ?? "").pathname.replace("/api", "");
}

const FORM = { name: "Shop form", endpointType: "SSL_WEB_FORM", uriExtension: "shop" };

describe("endpoints", () => {
  test("are made, found by name, changed and removed; the address follows from the extension", async () => {
    await using scm = await testScm();
    const path = await create(scm, "/endpoint/v1", { ...FORM, config: { contactName: "Jo" } });
    expect((await scm.call("GET", path)).json).toMatchObject({
      type: "SSL_WEB_FORM",
      uriExtension: "shop",
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/customer\/cst01234\/ssl\/shop$/),
      delegationMode: "GLOBAL_FOR_CUSTOMER",
    });
    expect((await scm.call("GET", "/endpoint/v1?name=form&endpointTypes[]=SSL_WEB_FORM")).json).toHaveLength(
      2,
    );
    expect((await scm.call("PUT", path, { name: "Shop" })).status).toBe(200);
    expect((await scm.call("GET", "/endpoint/v1?uriExtension=shop")).json).toMatchObject([{ name: "Shop" }]);
    expect((await scm.call("PUT", `${path}/config`, { webFormAuthTypes: ["IDP"] })).status).toBe(200);
    expect((await scm.call("GET", `${path}/config`)).json).toEqual({ webFormAuthTypes: ["IDP"] });
    expect((await scm.call("DELETE", path)).status).toBe(204);
    expect((await scm.call("GET", path)).status).toBe(404);
  });

  test.each([
    ["an extension that is taken", { uriExtension: "ssl" }],
    ["a type that no call makes", { endpointType: "SSL_REST_API" }],
    ["an empty name", { name: "" }],
    ["authentication of mail certificates", { config: { webFormAuthTypes: ["SECRET_ID"] } }],
  ])("refuse %s", async (_, more) => {
    const body = { ...FORM, ...more };
    await using scm = await testScm();
    expect(await scm.call("POST", "/endpoint/v1", body)).toMatchObject({
      status: 400,
      json: { code: -1601 },
    });
  });

  test("can't go while they have accounts", async () => {
    await using scm = await testScm();
    await create(scm, "/endpoint/v1/738/account", ACCOUNT);
    expect((await scm.call("DELETE", "/endpoint/v1/738")).status).toBe(400);
  });
});

describe("accounts of endpoints", () => {
  test("show organization and department, and the access code in clear", async () => {
    await using scm = await testScm();
    const path = await create(scm, "/endpoint/v1/738/account", ACCOUNT);
    expect((await scm.call("GET", path)).json).toMatchObject({
      name: "Shop team",
      organization: { id: 7003, name: "Example Ltd", department: { id: 7019, name: "Web" } },
      profileIds: [3312],
      accessCode: "open sesame",
      autoApprove: false,
    });
    expect((await scm.call("GET", "/endpoint/v1/738/account?name=shop")).json).toMatchObject([
      { organization: { id: 7003 }, idToken: expect.any(String) },
    ]);
    expect(JSON.stringify(await scm.control.requests())).not.toContain("sesame");
  });

  test("a change keeps the access code when none is sent, and drops it with its method", async () => {
    await using scm = await testScm();
    const path = await create(scm, "/endpoint/v1/738/account", ACCOUNT);
    const { accessCode: _, ...same } = ACCOUNT;
    expect((await scm.call("PUT", path, { ...same, autoApprove: true })).status).toBe(200);
    expect((await scm.call("GET", path)).json).toMatchObject({
      autoApprove: true,
      accessCode: "open sesame",
    });
    await scm.call("PUT", path, { ...same, accountAuthMethod: "NONE" });
    expect(fieldsOf((await scm.call("GET", path)).json).accessCode).toBeUndefined();
    expect((await scm.call("DELETE", path)).status).toBe(204);
    expect((await scm.call("GET", path)).status).toBe(404);
  });

  test.each([
    [{ name: "ab" }, -1601],
    [{ type: "SMIME_WEB_FORM" }, -1601],
    [{ profileIds: [] }, -1601],
    [{ profileIds: [9999] }, -39],
    [{ organizationId: 1 }, -639],
    [{ csrGenerationMethod: "SERVER" }, -1601],
    [{ accessCode: null }, -7],
    [{ accountAuthMethod: "IDP_ASSERTIONS_MAPPING" }, -7],
    [{ profileIds: ["x"] }, -1002],
  ])("are refused with %j: %i", async (more, code) => {
    await using scm = await testScm();
    const reply = await scm.call("POST", "/endpoint/v1/738/account", { ...ACCOUNT, ...more });
    expect(reply).toMatchObject({ status: 400, json: { code } });
  });

  test("are changed and removed from outside", async () => {
    await using scm = await testScm();
    const path = await create(scm, "/endpoint/v1/738/account", ACCOUNT);
    const accountId = Number(path.split("/").at(-1));
    await scm.control.changeEndpointAccount(738, accountId, { autoApprove: true });
    expect((await scm.call("GET", path)).json).toMatchObject({ autoApprove: true });
    await scm.control.changeEndpointAccount(738, accountId, { gone: true });
    expect((await scm.call("GET", path)).status).toBe(404);
  });

  test("an administrator of some organizations makes a form for these only, and none for all", async () => {
    await using scm = await testScm();
    const labs = scm.as("labs");
    const form = { name: "Labs form", endpointType: "SSL_WEB_FORM", uriExtension: "labs", config: {} };
    expect((await labs("POST", "/endpoint/v1", form)).status).toBe(400);
    expect((await labs("POST", "/endpoint/v1", { ...form, orgDelegations: [7003] })).status).toBe(400);
    expect((await labs("POST", "/endpoint/v1", { ...form, orgDelegations: [7108] })).status).toBe(201);
  });

  test("delegations are replaced as a whole, and taken away to open a form to all", async () => {
    await using scm = await testScm();
    expect((await scm.call("PUT", "/endpoint/v1/738/delegations", [7003, 7019])).status).toBe(204);
    expect((await scm.call("GET", "/endpoint/v1/738")).json).toMatchObject({
      delegationMode: "CUSTOMIZED",
      organizations: [{ id: 7003 }, { id: 7003, department: { id: 7019 } }],
    });
    expect((await scm.call("PUT", "/endpoint/v1/738/delegations", [])).status).toBe(400);
    expect((await scm.call("DELETE", "/endpoint/v1/738/delegations")).status).toBe(204);
    expect((await scm.call("GET", "/endpoint/v1/738")).json).toMatchObject({
      delegationMode: "GLOBAL_FOR_CUSTOMER",
      organizations: [],
    });
  });
});
