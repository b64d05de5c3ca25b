import { describe, expect, it } from "vitest";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { createScmClient } from "../client.ts";
import type { EndpointAccount } from "./endpoints.ts";

async function setting() {
  const fake = await testScm();
  const { username, password, customerUri } = fake.credentials;
  const client = createScmClient({
    baseUrl: fake.apiUrl,
    login: { kind: "password", username, password, customerUri },
  });
  return {
    fake,
    client,
    async [Symbol.asyncDispose]() {
      await client.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

const ACCOUNT: EndpointAccount = {
  name: "Shop team",
  organizationId: 7019,
  scmProfileIds: [3312, 3325],
  keyMadeBy: "browser",
  authentication: { kind: "accessCode", accessCode: "open sesame" },
  isAutoApproved: false,
  mayAutoRenew: false,
};

describe("enrollment endpoints", () => {
  it("are made, found and removed", async () => {
    await using it = await setting();
    const { endpoints } = it.client;
    const { endpointId } = await endpoints.create({
      ...{ name: "Shop form", uriExtension: "shop" },
      ...{ organizationIds: [7003], helpText: "Ask the PKI team." },
    });
    const rows = (await endpoints.list({ name: "Shop form" })).items;
    expect(rows).toEqual([{ endpointId, name: "Shop form", type: "SSL_WEB_FORM" }]);
    expect(await endpoints.get(endpointId ?? 0)).toMatchObject({
      endpointId,
      uriExtension: "shop",
      url: expect.stringMatching(/\/customer\/cst01234\/ssl\/shop$/),
    });
    const id = endpointId ?? 0;
    await endpoints.delegate(id, [7019, 7108]);
    expect(await endpoints.get(id)).toMatchObject({
      delegationMode: "CUSTOMIZED",
      organizationIds: [7019, 7108],
    });
    await endpoints.setConfig(id, { ...(await endpoints.config(id)), contactName: "PKI" });
    expect(await endpoints.config(id)).toEqual({ enrollmentHelp: "Ask the PKI team.", contactName: "PKI" });
    await endpoints.delete(endpointId ?? 0);
    await endpoints.delete(endpointId ?? 0);
    await expect(endpoints.get(endpointId ?? 0)).rejects.toThrow(/missing\./);
  });

  it("show an account with its access code, which a change sends again", async () => {
    await using it = await setting();
    const { endpoints } = it.client;
    const { accountId } = await endpoints.createAccount(738, ACCOUNT);
    const reference = { endpointId: 738, accountId: accountId ?? 0 };
    const read = await endpoints.account(reference);
    expect(read).toEqual({
      name: "Shop team",
      organizationId: 7019,
      scmProfileIds: [3312, 3325],
      csrGenerationMethod: "BROWSER",
      authentication: "ACCESS_CODE",
      accessCode: "open sesame",
      idpRules: [],
      isAutoApproved: false,
      mayAutoRenew: false,
      allowsEmptyPin: false,
      keyProtection: null,
    });
    expect((await endpoints.accounts(738)).items).toEqual([
      { accountId, name: "Shop team", organizationId: 7019 },
    ]);
    await endpoints.updateAccount(reference, { ...ACCOUNT, isAutoApproved: true });
    expect(await endpoints.account(reference)).toMatchObject({ isAutoApproved: true });
    const [form] = await it.fake.control.endpoints();
    expect(form?.accounts).toMatchObject([{ accessCode: "open sesame".length }]);
    await endpoints.deleteAccount(reference);
    await endpoints.deleteAccount(reference);
    expect((await endpoints.accounts(738)).items).toEqual([]);
  });

  it("carry the rules of an identity provider", async () => {
    await using it = await setting();
    const { endpoints } = it.client;
    const rules = [{ key: "groups", matchType: "CONTAINS", values: ["tls-admins"] }];
    const account = { ...ACCOUNT, authentication: { kind: "idp", rules } } as const;
    const { accountId } = await endpoints.createAccount(738, account);
    expect(await endpoints.account({ endpointId: 738, accountId: accountId ?? 0 })).toMatchObject({
      authentication: "IDP_ASSERTIONS_MAPPING",
      idpRules: rules,
    });
  });
});

describe("ACME accounts", () => {
  it("are made, take domains in part, and come with a secret key", async () => {
    await using it = await setting();
    const { acme } = it.client;
    const [server] = (await acme.servers()).items;
    expect(server).toMatchObject({ name: "OV ACME Server", url: it.fake.acmeServers[0]?.url });
    const wish = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7003 };
    const { acmeAccountId } = await acme.createAccount(wish);
    const id = acmeAccountId ?? 0;
    expect(await acme.account(id)).toMatchObject({ ...wish, status: "pending", eabKey: expect.any(String) });
    expect(await acme.addDomains(id, ["example.test", "other.test"])).toEqual({ left: ["other.test"] });
    expect((await acme.domains(id)).items).toMatchObject([{ name: "example.test" }]);
    expect(await acme.removeDomains(id, ["example.test"])).toEqual({ left: [] });
    await acme.deleteAccount(id);
    expect((await acme.accounts({ organizationId: 7003 })).items).toEqual([]);
  });
});
