import { describe, expect, it } from "vitest";
import { openConnected } from "../../../../test/support/ephemeral-stage.ts";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { Unknown } from "../../../framework/value.ts";
import { acmeCredentialsEphemeral } from "../../ephemeral/acme-credentials.ts";
import { profileResource } from "../profile.ts";

const ACME = { server: "OV ACME Server", domains: ["example.test"] };

const cluster = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "cluster",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234" },
  organization: "Example Labs",
  scm_profile: "OV SSL 199",
  enrollment_method: "acme",
  acme: ACME,
  ...more,
});

const stage = () => resourceStage(profileResource);
const accounts = (it: ResourceStage) => it.scm.control.acmeAccounts();

describe("a profile with an ACME account", () => {
  it("S50 makes the account with its domains, shows the directory, and deletes it", async () => {
    await using it = await stage();
    expect(await it.apply(cluster(it))).toEqual([]);
    const [account] = await accounts(it);
    expect(account).toMatchObject({
      name: "cluster",
      acmeServer: "OV ACME Server",
      organizationId: 7108,
      domains: ["example.test"],
    });
    expect(it.values).toMatchObject({
      acme_account_id: account?.id,
      acme_directory_url: it.scm.acmeServers[0]?.url,
      acme_eab_key_id: null,
      acme_eab_hmac_key: null,
    });
    await it.refresh();
    expect(await it.isSettled(cluster(it))).toBe(true);
    expect(await it.apply(null)).toEqual([]);
    expect(await accounts(it)).toEqual([]);
  });

  it("S50 keeps the credentials in state by choice only", async () => {
    await using it = await stage();
    await it.apply(cluster(it, { eab_in_state: true }));
    expect(it.values).toMatchObject({
      acme_eab_key_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      acme_eab_hmac_key: expect.stringMatching(/^[\w-]{43}$/),
    });
    await it.refresh();
    expect(await it.isSettled(cluster(it, { eab_in_state: true }))).toBe(true);
    await it.apply(cluster(it));
    expect(it.values).toMatchObject({ acme_eab_key_id: null, acme_eab_hmac_key: null });
    const { planned } = await it.plan(cluster(it, { eab_in_state: true }));
    expect(planned?.acme_eab_hmac_key).toBeInstanceOf(Unknown);
  });

  it("S50 finds domains that came and went, and puts them right", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    const [account] = await accounts(it);
    await it.scm.control.changeAcmeAccount(account?.id ?? 0, { domains: ["labs.test"], name: "renamed" });
    await it.refresh();
    expect(it.values.drift).toEqual([
      "ACME account, name: renamed instead of cluster",
      "ACME account, domain example.test is missing",
      "ACME account, domain labs.test is too much",
    ]);
    expect(await it.apply(cluster(it))).toEqual([]);
    expect(await accounts(it)).toMatchObject([
      { id: account?.id, name: "cluster", domains: ["example.test"] },
    ]);
  });

  it("leaves domains alone that it does not declare", async () => {
    await using it = await stage();
    const wishes = cluster(it, { acme: { server: "OV ACME Server" } });
    await it.apply(wishes);
    await it.scm.control.changeAcmeAccount(Number(it.values.acme_account_id), { domains: ["labs.test"] });
    await it.refresh();
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("says which domains SCM would not take: a warning at first, since an error would taint, an error later", async () => {
    await using it = await stage();
    const wishes = cluster(it, { acme: { ...ACME, domains: ["example.test", "expired.test"] } });
    expect(await it.apply(wishes)).toMatchObject([
      {
        severity: "warning",
        summary: expect.stringMatching(/^The validation of the domain "expired\.test".* ended on/),
        path: [{ attribute: "acme" }],
      },
      { severity: "warning", summary: expect.stringMatching(/SCM did not do so for expired\.test/) },
    ]);
    await it.refresh();
    expect(it.values.drift).toEqual(["ACME account, domain expired.test is missing"]);
    expect(await it.apply(wishes)).toMatchObject([
      {
        severity: "error",
        summary: expect.stringMatching(/did not do so for expired\.test \[state\.acme_domains\]/),
      },
    ]);
    await it.scm.control.changeDomain("expired.test", {
      validation: "VALIDATED",
      validUntil: "2026-09-01T00:00:00Z",
    });
    expect(await it.apply(wishes)).toEqual([]);
    await it.refresh();
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("makes nothing twice when the answer is lost", async () => {
    await using it = await stage();
    await it.scm.control.plantFault({ route: "POST /acme/v2/account", kind: "reset-after" });
    expect(await it.apply(cluster(it))).toEqual([]);
    expect(await accounts(it)).toHaveLength(1);
  });

  it("another organization is another account, made before the former goes", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    const [former] = await accounts(it);
    await it.calls();
    await it.apply(cluster(it, { organization: "Example Ltd" }));
    const [account, ...others] = await accounts(it);
    expect(others).toEqual([]);
    expect(account?.organizationId).toBe(7003);
    expect(account?.id).not.toBe(former?.id);
    const order = (await it.calls()).filter((call) =>
      /^(POST|DELETE) \/acme\/v2\/account(\/\d+)?$/.test(call),
    );
    expect(order).toEqual(["POST /acme/v2/account", `DELETE /acme/v2/account/${former?.id}`]);
  });

  it("makes an account anew that was removed in SCM", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    await it.scm.control.changeAcmeAccount(Number(it.values.acme_account_id), { gone: true });
    await it.refresh();
    expect(it.values).toMatchObject({ acme_account_id: null, drift: ["ACME account is gone"] });
    await it.apply(cluster(it));
    expect(await accounts(it)).toHaveLength(1);
  });

  it("names the servers that SCM has when the configured one is not among them", async () => {
    await using it = await stage();
    expect(await it.apply(cluster(it, { acme: { server: "OV" } }))).toMatchObject([
      {
        summary: expect.stringMatching(/^Find the ACME server "OV": SCM has no such server/),
        detail: expect.stringMatching(/"OV ACME Server", "EV ACME Server"/),
      },
    ]);
  });

  it("is not stopped by a department's account of the same name, which SCM may list for the organization", async () => {
    await using it = await resourceStage(profileResource, { strict: { acmeListsDepartments: true } });
    const departments = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7019 };
    await it.scm.call("POST", "/acme/v2/account", departments);
    expect(await it.apply(cluster(it, { organization: "Example Ltd" }))).toEqual([]);
    expect((await accounts(it)).map(({ organizationId }) => organizationId).sort()).toEqual([7003, 7019]);
  });

  it("takes an account over by choice only", async () => {
    await using it = await stage();
    const body = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7108 };
    await it.scm.call("POST", "/acme/v2/account", body);
    expect(await it.apply(cluster(it))).toMatchObject([{ severity: "error" }]);
    await it.apply(cluster(it, { acme: { ...ACME, adopt_existing: true } }));
    expect(await accounts(it)).toMatchObject([{ domains: ["example.test"] }]);
    await it.apply(null);
    expect(await accounts(it)).toHaveLength(1);
  });
});

describe("ephemeral sectigo_acme_credentials", () => {
  it("S50 gives directory, key id and key of an account", async () => {
    await using it = await stage();
    await it.apply(cluster(it, { eab_in_state: true }));
    const { acme_account_id } = it.values;
    const { result, diagnostics } = await openConnected(
      acmeCredentialsEphemeral,
      { acme_account_id },
      it.api,
    );
    expect(diagnostics).toEqual([]);
    expect(result).toMatchObject({
      directory_url: it.values.acme_directory_url,
      eab_key_id: it.values.acme_eab_key_id,
      eab_hmac_key: it.values.acme_eab_hmac_key,
    });
  });

  it("says which account it could not read", async () => {
    await using it = await stage();
    const { result, diagnostics } = await openConnected(
      acmeCredentialsEphemeral,
      { acme_account_id: 5 },
      it.api,
    );
    expect(result).toBeNull();
    expect(diagnostics).toMatchObject([
      { summary: expect.stringMatching(/^Read ACME account 5: .*\[missing\./) },
    ]);
  });
});
