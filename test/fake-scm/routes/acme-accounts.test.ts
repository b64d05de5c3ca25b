import { expect, test } from "vitest";
import { testScm } from "../testing.ts";

const ACCOUNT = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7108 };

test("accounts come with keys, are listed by organization, renamed and removed", async () => {
  await using scm = await testScm();
  const made = await scm.call("POST", "/acme/v2/account", ACCOUNT);
  const path = new URL(made.headers.get("location") ?? "").pathname.replace("/api", "");
  expect((await scm.call("GET", path)).json).toMatchObject({
    ...ACCOUNT,
    macId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    macKey: expect.stringMatching(/^[\w-]{43}$/),
    status: "Pending",
    certValidationType: "OV",
  });
  expect((await scm.call("PUT", path, { name: "other" })).status).toBe(200);
  expect((await scm.call("GET", "/acme/v2/account?organizationId=7108")).json).toMatchObject([
    { name: "other" },
  ]);
  expect((await scm.call("GET", "/acme/v2/account?organizationId=7003")).json).toEqual([]);
  expect((await scm.call("GET", "/acme/v2/account")).json).toMatchObject({ code: -1001 });
  expect((await scm.call("DELETE", path)).status).toBe(204);
  expect((await scm.call("GET", path)).status).toBe(404);
});

test("domains that are not delegated or not validated are named in an answer that is 200", async () => {
  await using scm = await testScm();
  const made = await scm.call("POST", "/acme/v2/account", ACCOUNT);
  const path = `${new URL(made.headers.get("location") ?? "").pathname.replace("/api", "")}/domain`;
  const names = ["labs.test", "example.test", "expired.test", "other.test"].map((name) => ({ name }));
  expect(await scm.call("POST", path, { domains: names })).toMatchObject({
    status: 200,
    json: { notAddedDomains: ["expired.test", "other.test"] },
  });
  expect((await scm.call("GET", `${path}?name=^labs`)).json).toMatchObject([
    { name: "labs.test", validUntil: expect.stringMatching(/Z$/) },
  ]);
  expect((await scm.call("DELETE", path, { domains: [{ name: "labs.test" }] })).json).toEqual({});
  expect((await scm.call("DELETE", path, { domains: [{ name: "labs.test" }] })).json).toEqual({
    notRemovedDomains: ["labs.test"],
  });
});

test.each([
  [{ acmeServer: "None" }, -1601],
  [{ organizationId: undefined }, -1001],
  [{ organizationId: 1 }, -639],
  [{ name: undefined }, -7],
])("refuses an account with %j", async (more, code) => {
  await using scm = await testScm();
  const reply = await scm.call("POST", "/acme/v2/account", { ...ACCOUNT, ...more });
  expect(reply).toMatchObject({ status: 400, json: { code } });
});

test("servers are listed with the addresses of their directories", async () => {
  await using scm = await testScm();
  const servers = await scm.call("GET", "/acme/v1/server");
  expect(servers.json).toMatchObject(scm.acmeServers);
});

test("the first version shows an account with its domains, and has their path in the plural", async () => {
  await using scm = await testScm();
  const made = await scm.call("POST", "/acme/v1/account", { ...ACCOUNT, evDetails: {} });
  const path = new URL(made.headers.get("location") ?? "").pathname.replace("/api", "");
  expect(path).toMatch(/^\/acme\/v1\/account\/\d+$/);
  const names = ["labs.test", "other.test"].map((name) => ({ name }));
  expect((await scm.call("POST", `${path}/domains`, { domains: names })).json).toEqual({
    notAddedDomains: ["other.test"],
  });
  expect((await scm.call("GET", path)).json).toMatchObject({ ...ACCOUNT, domains: [{ name: "labs.test" }] });
  expect((await scm.call("GET", "/acme/v1/account?organizationId=7108")).json).toMatchObject([
    { domains: [{ name: "labs.test" }] },
  ]);
  expect((await scm.call("GET", "/acme/v1/account")).json).toMatchObject({ code: -1001 });
  expect((await scm.call("DELETE", `${path}/domains`, { domains: [{ name: "labs.test" }] })).json).toEqual(
    {},
  );
  expect((await scm.call("DELETE", path)).status).toBe(204);
});
