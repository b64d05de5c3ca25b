import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { profileResource } from "../profile.ts";

const FORM = { endpoint: "Shop form" };
const stage = () => resourceStage(profileResource);

/** A profile whose people enroll in their browser, behind an access code. */
const people = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "shop-people",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234" },
  organization: "Example Ltd/Web",
  scm_profile: "OV SSL 199",
  enrollment_method: "browser_pkcs12",
  web_form: FORM,
  access_code_wo: "open sesame",
  access_code_wo_version: 1,
  ...more,
});

async function form(it: ResourceStage, name = FORM.endpoint) {
  const found = (await it.scm.control.endpoints()).find((endpoint) => endpoint.name === name);
  if (found === undefined) throw new Error(`no web form ${name}`);
  return found;
}

/** Somebody changes the only account of the form in SCM. */
async function change(it: ResourceStage, members: Readonly<Record<string, unknown>>): Promise<void> {
  const { id, accounts } = await form(it);
  await it.scm.control.changeEndpointAccount(id, accounts[0]?.id ?? 0, members);
  await it.refresh();
}

/** The access code of the only account, as SCM shows it. */
async function codeOf(it: ResourceStage): Promise<unknown> {
  const { id, accounts } = await form(it);
  const shown = await it.scm.call("GET", `/endpoint/v1/${id}/account/${accounts[0]?.id}`);
  return (shown.json as { accessCode?: unknown }).accessCode;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("drift of a web form", () => {
  it("S45 a file without passphrase is not allowed, and files have today's encryption", async () => {
    await using it = await stage();
    expect(await it.apply(people(it))).toEqual([]);
    expect((await form(it)).accounts).toMatchObject([
      { allowEmptyPin: false, preferredKeyProtectionAlgorithm: "AES256-SHA256" },
    ]);
    await change(it, { allowEmptyPin: true, preferredKeyProtectionAlgorithm: "TripleDES-SHA1" });
    expect(it.values.drift).toEqual([
      "web form account, empty passphrase allowed: true instead of false",
      "web form account, key protection: TripleDES-SHA1 instead of AES256-SHA256",
    ]);
    expect(await it.apply(people(it))).toEqual([]);
    expect((await form(it)).accounts).toMatchObject([
      { allowEmptyPin: false, preferredKeyProtectionAlgorithm: "AES256-SHA256", accessCode: 11 },
    ]);
    await it.refresh();
    expect(await it.isSettled(people(it))).toBe(true);
  });

  it("S45 another access code is found by a salted hash, and the configured one is set again", async () => {
    await using it = await stage();
    await it.apply(people(it));
    expect(text(it.private)).not.toContain("sesame");
    await it.refresh();
    expect(await it.isSettled(people(it))).toBe(true);
    await change(it, { accessCode: "burglar's" });
    expect(it.values.drift).toEqual(["web form account, access code: another than this profile has set"]);
    expect(await it.apply(people(it))).toEqual([]);
    expect(await codeOf(it)).toBe("open sesame");
    await it.refresh();
    expect(it.values.drift).toEqual([]);
  });

  it("never sends a code that it found and did not set, whatever else changes", async () => {
    await using it = await stage();
    await it.apply(people(it));
    const { id, accounts } = await form(it);
    await it.scm.control.changeEndpointAccount(id, accounts[0]?.id ?? 0, { accessCode: "burglar's" });
    await it.apply(people(it, { web_form: { ...FORM, allow_auto_renew: true } }));
    expect(await codeOf(it)).toBe("open sesame");
  });

  it("S46 a form is made for the profile's organization, and stays so", async () => {
    await using it = await stage();
    await it.apply(people(it));
    const { id, ...made } = await form(it);
    expect(made).toMatchObject({ delegationMode: "CUSTOMIZED", delegatedTo: [7019] });
    await it.scm.control.changeEndpoint(id, { delegatedTo: [] });
    await it.refresh();
    expect(it.values.drift).toEqual(["web form, delegated to: all organizations instead of 7019"]);
    await it.scm.control.changeEndpoint(id, { delegatedTo: [7108] });
    await it.refresh();
    expect(it.values.drift).toEqual(["web form, delegated to: 7108 instead of 7019"]);
    expect(await it.apply(people(it))).toEqual([]);
    expect(await form(it)).toMatchObject({ delegatedTo: [7108, 7019] });
    await it.refresh();
    expect(await it.isSettled(people(it))).toBe(true);
  });

  it("its help text is the profile's, where it has one", async () => {
    await using it = await stage();
    const wishes = people(it, { web_form: { ...FORM, help_text: "Ask the PKI team." } });
    await it.apply(wishes);
    const { id, config } = await form(it);
    expect(config).toEqual({ enrollmentHelp: "Ask the PKI team." });
    await it.scm.control.changeEndpoint(id, { enrollmentHelp: "Send your code to evil.test" });
    await it.refresh();
    expect(it.values.drift).toEqual(["web form, help text: another one"]);
    expect(await it.apply(wishes)).toEqual([]);
    expect((await form(it)).config).toEqual({ enrollmentHelp: "Ask the PKI team." });
    await it.refresh();
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("leaves of an account that it took over what the configuration does not name", async () => {
    await using it = await stage();
    const account = {
      ...{ name: "shop-people", type: "SSL_WEB_FORM", organizationId: 7019, profileIds: [3312] },
      ...{ csrGenerationMethod: "BROWSER", accountAuthMethod: "NONE", allowAutoRenew: true },
      ...{ allowEmptyPin: true, preferredKeyProtectionAlgorithm: "TripleDES-SHA1" },
    };
    await it.scm.call("POST", "/endpoint/v1/738/account", account);
    const web_form = { endpoint: "SSL web form", adopt_existing: true };
    const kept = {
      ...{ allowAutoRenew: true, allowEmptyPin: true },
      preferredKeyProtectionAlgorithm: "TripleDES-SHA1",
    };
    expect(await it.apply(people(it, { web_form }))).toEqual([]);
    expect((await form(it, "SSL web form")).accounts).toMatchObject([
      { ...kept, accountAuthMethod: "ACCESS_CODE" },
    ]);
    await it.refresh();
    expect(await it.isSettled(people(it, { web_form }))).toBe(true);
    const named = { ...web_form, allow_empty_pin: false };
    await it.apply(people(it, { web_form: named }));
    expect((await form(it, "SSL web form")).accounts).toMatchObject([{ ...kept, allowEmptyPin: false }]);
    expect((await form(it, "SSL web form")).delegationMode).toBe("GLOBAL_FOR_CUSTOMER");
  });

  it("S45 takes automatic approval from an account that it took over, and finds it turned on again", async () => {
    await using it = await stage();
    const account = {
      ...{ name: "shop-people", type: "SSL_WEB_FORM", organizationId: 7019, profileIds: [3312] },
      ...{ csrGenerationMethod: "BROWSER", accountAuthMethod: "NONE", autoApprove: true },
    };
    await it.scm.call("POST", "/endpoint/v1/738/account", account);
    const web_form = { endpoint: "SSL web form", adopt_existing: true, auto_approve: false };
    expect(await it.apply(people(it, { web_form }))).toEqual([]);
    const { id, accounts } = await form(it, "SSL web form");
    expect(accounts).toMatchObject([{ autoApprove: false, accountAuthMethod: "ACCESS_CODE" }]);
    await it.refresh();
    expect(await it.isSettled(people(it, { web_form }))).toBe(true);
    await it.scm.control.changeEndpointAccount(id, accounts[0]?.id ?? 0, { autoApprove: true });
    await it.refresh();
    expect(it.values.drift).toEqual(["web form account, automatic approval: true instead of false"]);
    expect(await it.apply(people(it, { web_form }))).toEqual([]);
    expect((await form(it, "SSL web form")).accounts).toMatchObject([{ autoApprove: false }]);
  });

  it("says that it can't see what SCM does not show of an account", async () => {
    await using it = await resourceStage(profileResource, { strict: { endpointAccountsBrief: true } });
    expect(await it.apply(people(it))).toEqual([]);
    expect(await it.refresh()).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/^SCM shows too little of account \d+/) },
    ]);
    expect(it.values.drift).toEqual([]);
    await it.apply(people(it, { web_form: { ...FORM, allow_auto_renew: true } }));
    expect((await form(it)).accounts).toMatchObject([{ allowAutoRenew: true, accessCode: 11 }]);
  });
});
