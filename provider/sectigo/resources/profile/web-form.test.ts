import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { profileResource } from "../profile.ts";

const FORM = { endpoint: "Shop form (EU)" };

/** A profile whose people enroll at a web form. */
const people = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "shop-people",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234" },
  organization: "Example Ltd/Web",
  scm_profile: "OV SSL 199",
  enrollment_method: "csr",
  web_form: FORM,
  ...more,
});

const stage = () => resourceStage(profileResource);

/** The web form of the test and its accounts, as SCM holds them. */
async function form(it: ResourceStage, name = FORM.endpoint) {
  return (await it.scm.control.endpoints()).find((endpoint) => endpoint.name === name);
}

describe("a profile with a web form", () => {
  it("S46 makes form and account, shows where people enroll, and removes both on destroy", async () => {
    await using it = await stage();
    expect(await it.apply(people(it))).toEqual([]);
    const made = await form(it);
    expect(made).toMatchObject({ uriExtension: "shop-form-eu", type: "SSL_WEB_FORM" });
    expect(made?.accounts).toMatchObject([
      {
        name: "shop-people",
        organizationId: 7019,
        profileIds: [3312],
        csrGenerationMethod: "PROVIDED",
        accountAuthMethod: "NONE",
        autoApprove: false,
      },
    ]);
    expect(it.values).toMatchObject({
      endpoint_id: made?.id,
      endpoint_account_id: made?.accounts[0]?.id,
      enrollment_url: expect.stringMatching(/\/customer\/cst01234\/ssl\/shop-form-eu$/),
    });
    await it.refresh();
    expect(await it.isSettled(people(it))).toBe(true);
    expect(await it.apply(null)).toEqual([]);
    expect(await form(it)).toBeUndefined();
  });

  it("S44 an administrator decides at the form of admin_web_request", async () => {
    await using it = await stage();
    await it.apply(people(it, { enrollment_method: "admin_web_request" }));
    expect((await form(it))?.accounts).toMatchObject([
      { autoApprove: false, csrGenerationMethod: "PROVIDED" },
    ]);
  });

  it("S67 an access code that SCM's refusal quotes is told by nothing that is said", async () => {
    await using it = await stage();
    const refusal = {
      kind: "status",
      status: 400,
      code: -9999,
      description: "open sesame is too short",
    } as const;
    await it.scm.control.plantFault({ route: "POST /endpoint/v1/{id}/account", ...refusal });
    const wishes = people(it, {
      enrollment_method: "browser_pkcs12",
      access_code_wo: "open sesame",
      access_code_wo_version: 1,
    });
    const said = JSON.stringify(await it.apply(wishes));
    expect(said).toContain("is too short");
    expect(said).not.toContain("sesame");
  });

  it("S45 the browser makes the key behind an access code that no state holds", async () => {
    await using it = await stage();
    const wishes = people(it, {
      enrollment_method: "browser_pkcs12",
      access_code_wo: "open sesame",
      access_code_wo_version: 1,
    });
    expect(await it.apply(wishes)).toEqual([]);
    const [account] = (await form(it))?.accounts ?? [];
    expect(account).toMatchObject({
      csrGenerationMethod: "BROWSER",
      accountAuthMethod: "ACCESS_CODE",
      accessCode: "open sesame".length,
    });
    expect(JSON.stringify(it.values)).not.toContain("sesame");
    // The next run's ephemeral code is another one, and is not looked at.
    const again = { ...wishes, access_code_wo: "another" };
    expect(await it.isSettled(again)).toBe(true);
    await it.apply({ ...again, access_code_wo_version: 2 });
    expect((await form(it))?.accounts).toMatchObject([{ accessCode: "another".length }]);
  });

  it("keeps the access code through other changes", async () => {
    await using it = await stage();
    const wishes = people(it, { access_code_wo: "open sesame", access_code_wo_version: 1 });
    await it.apply(wishes);
    await it.apply({ ...wishes, access_code_wo: "other", web_form: { ...FORM, allow_auto_renew: true } });
    expect((await form(it))?.accounts).toMatchObject([
      { accessCode: "open sesame".length, allowAutoRenew: true },
    ]);
  });

  it("S45 finds what was changed in SCM, says so, and puts it right", async () => {
    await using it = await stage();
    await it.apply(people(it));
    const made = await form(it);
    const { id = 0 } = made?.accounts[0] ?? {};
    await it.scm.control.changeEndpointAccount(made?.id ?? 0, id, {
      autoApprove: true,
      profileIds: [3312, 3325],
    });
    await it.refresh();
    expect(it.values.drift).toEqual([
      "web form account, SCM profiles: 3312, 3325 instead of 3312",
      "web form account, automatic approval: true instead of false",
    ]);
    expect(await it.apply(people(it))).toEqual([]);
    expect((await form(it))?.accounts).toMatchObject([{ id, autoApprove: false, profileIds: [3312] }]);
    await it.refresh();
    expect(await it.isSettled(people(it))).toBe(true);
  });

  it("heals an account that lost its code with the one of the configuration", async () => {
    await using it = await stage();
    const wishes = people(it, { access_code_wo: "open sesame", access_code_wo_version: 1 });
    await it.apply(wishes);
    const made = await form(it);
    const lost = { accountAuthMethod: "NONE", accessCode: null };
    await it.scm.control.changeEndpointAccount(made?.id ?? 0, made?.accounts[0]?.id ?? 0, lost);
    await it.refresh();
    expect(it.values.drift).toEqual([expect.stringMatching(/authentication: NONE instead of ACCESS_CODE/)]);
    expect(await it.apply(wishes)).toEqual([]);
    expect((await form(it))?.accounts).toMatchObject([
      { accountAuthMethod: "ACCESS_CODE", accessCode: "open sesame".length },
    ]);
  });

  it("makes an account anew that was removed in SCM, on the form that it made before", async () => {
    await using it = await stage();
    await it.apply(people(it));
    const made = await form(it);
    await it.scm.control.changeEndpointAccount(made?.id ?? 0, made?.accounts[0]?.id ?? 0, { gone: true });
    await it.refresh();
    expect(it.values).toMatchObject({ endpoint_account_id: null, drift: ["web form account is gone"] });
    expect(await it.apply(people(it))).toEqual([]);
    expect((await form(it))?.accounts).toHaveLength(1);
    await it.apply(null);
    expect(await form(it)).toBeUndefined();
  });

  it("uses a form that exists as it is, and leaves it there", async () => {
    await using it = await stage();
    const wishes = people(it, { web_form: { endpoint: "SSL web form" } });
    await it.apply(wishes);
    expect(it.values).toMatchObject({ endpoint_id: 738 });
    expect((await it.calls()).filter((call) => call.startsWith("POST"))).toEqual([
      "POST /endpoint/v1/738/account",
    ]);
    await it.apply(null);
    expect((await form(it, "SSL web form"))?.accounts).toEqual([]);
  });

  it("leaves a form that it made as long as others have an account on it", async () => {
    await using it = await stage();
    await it.apply(people(it));
    const { endpoint_id: endpointId } = it.values;
    const account = {
      ...{ name: "Neighbour", type: "SSL_WEB_FORM", organizationId: 7003, profileIds: [3312] },
      ...{ csrGenerationMethod: "PROVIDED", accountAuthMethod: "NONE" },
    };
    await it.scm.call("POST", `/endpoint/v1/${endpointId}/account`, account);
    expect(await it.apply(null)).toEqual([]);
    expect((await form(it))?.accounts).toMatchObject([{ name: "Neighbour" }]);
  });

  it("never takes over an account silently; by choice it does, and leaves it in SCM", async () => {
    await using it = await stage();
    const account = {
      ...{ name: "shop-people", type: "SSL_WEB_FORM", organizationId: 7003, profileIds: [3312] },
      ...{ csrGenerationMethod: "BROWSER", accountAuthMethod: "NONE", autoApprove: true },
    };
    await it.scm.call("POST", "/endpoint/v1/738/account", account);
    const web_form = { endpoint: "SSL web form" };
    const [refused] = await it.apply(people(it, { web_form }));
    expect(refused).toMatchObject({
      severity: "error",
      summary: expect.stringMatching(/^Create account "shop-people".*one of that name already/),
      detail: expect.stringMatching(/adopt_existing = true/),
    });
    expect(it.state).toBeNull();
    expect(await it.apply(people(it, { web_form: { ...web_form, adopt_existing: true } }))).toEqual([]);
    expect((await form(it, "SSL web form"))?.accounts).toMatchObject([
      { organizationId: 7019, csrGenerationMethod: "PROVIDED", autoApprove: false },
    ]);
    expect(await it.apply(null)).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/stays in SCM$/) },
    ]);
    expect((await form(it, "SSL web form"))?.accounts).toHaveLength(1);
  });

  it.each([
    ["the answer of the account is lost", "POST /endpoint/v1/{endpointId}/account"],
    ["the answer of the form is lost", "POST /endpoint/v1"],
  ])("makes nothing twice when %s", async (_, route) => {
    await using it = await stage();
    await it.scm.control.plantFault({ route, kind: "reset-after" });
    expect(await it.apply(people(it))).toEqual([]);
    const forms = (await it.scm.control.endpoints()).filter(({ name }) => name === FORM.endpoint);
    expect(forms).toHaveLength(1);
    expect(forms[0]?.accounts).toHaveLength(1);
  });

  it("takes the form back when the account is refused", async () => {
    await using it = await stage();
    const route = "POST /endpoint/v1/{endpointId}/account";
    await it.scm.control.plantFault({ route, kind: "status", status: 400, code: -3 });
    expect(await it.apply(people(it))).toMatchObject([{ severity: "error" }]);
    expect(it.state).toBeNull();
    expect(await form(it)).toBeUndefined();
  });

  it("moves to another form by making the new account first, and drops it with its method", async () => {
    await using it = await stage();
    await it.apply(people(it));
    await it.calls();
    await it.apply(people(it, { web_form: { endpoint: "Other form" } }));
    const order = (await it.calls())
      .filter((call) => /^(POST|DELETE)/.test(call))
      .map((call) => call.split(" ")[0]);
    expect(order).toEqual(["POST", "POST", "DELETE", "DELETE"]);
    expect(await form(it)).toBeUndefined();
    await it.apply(people(it, { enrollment_method: "rest_api", web_form: undefined }));
    expect(await form(it, "Other form")).toBeUndefined();
    expect(it.values).toMatchObject({ endpoint_id: null, enrollment_url: null });
  });

  it("asks SCM nothing when what changes is none of its business", async () => {
    await using it = await stage();
    await it.apply(people(it));
    await it.calls();
    await it.apply(people(it, { tags: ["eu"], term_days: 90 }));
    expect((await it.calls()).filter((call) => call.includes("endpoint"))).toEqual([]);
  });
});
