import { Client, crypto } from "acme-client";
import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { profileResource } from "../profile.ts";

const stage = () => resourceStage(profileResource);
const accounts = (it: ResourceStage) => it.scm.control.acmeAccounts();

const cluster = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "cluster",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234" },
  organization: "Example Labs",
  enrollment_method: "acme",
  acme: { server: "OV ACME Server", domains: ["example.test"] },
  eab_in_state: true,
  ...more,
});

/** A client that binds itself with what the profile gives. */
async function register({ values }: ResourceStage): Promise<void> {
  const client = new Client({
    directoryUrl: String(values.acme_directory_url),
    accountKey: await crypto.createPrivateEcdsaKey(),
    externalAccountBinding: {
      kid: String(values.acme_eab_key_id),
      hmacKey: String(values.acme_eab_hmac_key),
    },
  });
  await client.createAccount({ termsOfServiceAgreed: true, contact: ["mailto:ops@example.test"] });
}

describe("an ACME account that clients are bound to", () => {
  it.each([
    ["another organization", { organization: "Example Ltd" }],
    ["another server", { acme: { server: "EV ACME Server", domains: ["example.test"] } }],
    ["another method", { enrollment_method: "rest_api", acme: null, scm_profile: "OV SSL 199" }],
  ])("S50 %s: the plan says how many lose their binding, and when they were last active", async (_, more) => {
    await using it = await stage();
    await it.apply(cluster(it));
    expect((await it.plan(cluster(it, more))).diagnostics).toEqual([]);
    await register(it);
    await register(it);
    const { diagnostics } = await it.plan(cluster(it, more));
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        summary: expect.stringMatching(/^ACME account \d+ is deleted.* bindings of 2 clients$/),
        detail: expect.stringMatching(/^The last of them was active on 2026-\d\d-\d\d\./),
        path: [{ attribute: "acme" }],
      },
    ]);
  });

  it("is told of in a plan that destroys it, and not where it stays in SCM", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    await register(it);
    expect((await it.plan(null)).diagnostics).toMatchObject([
      { summary: expect.stringMatching(/bindings of 1 client$/) },
    ]);
    expect((await it.plan(cluster(it, { name: "other" }))).diagnostics).toEqual([]);
  });

  it("warns too where SCM does not tell of its clients", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    const route = "GET /acme/v2/account/{acmeAccountId}/client";
    await it.scm.control.plantFault({ route, kind: "status", status: 403, code: -30 });
    expect((await it.plan(null)).diagnostics).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/SCM does not tell how many/) },
    ]);
  });

  it("stays until the account that follows it has its domains", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    const [former] = await accounts(it);
    const other = cluster(it, {
      organization: "Example Ltd",
      acme: { server: "OV ACME Server", domains: ["example.test", "expired.test"] },
    });
    await it.apply(other);
    expect((await accounts(it)).map(({ organizationId }) => organizationId)).toEqual([7108, 7003]);
    await it.refresh();
    expect(it.values.drift).toEqual([
      "ACME account, domain expired.test is missing",
      `ACME account ${former?.id}, which this one follows, is still there`,
    ]);
    const validated = { validation: "VALIDATED", validUntil: "2026-09-01T00:00:00Z" } as const;
    await it.scm.control.changeDomain("expired.test", validated);
    await it.renew();
    expect(await it.apply(other)).toEqual([]);
    expect((await accounts(it)).map(({ organizationId }) => organizationId)).toEqual([7003]);
    await it.refresh();
    expect(await it.isSettled(other)).toBe(true);
  });

  it("goes with the profile, also when it still waited for its follower's domains", async () => {
    await using it = await stage();
    await it.apply(cluster(it));
    const acme = { server: "OV ACME Server", domains: ["expired.test"] };
    await it.apply(cluster(it, { organization: "Example Ltd", acme }));
    expect(await accounts(it)).toHaveLength(2);
    await it.apply(null);
    expect(await accounts(it)).toEqual([]);
  });

  it("is not taken over from a department, which SCM may list for the organization", async () => {
    await using it = await resourceStage(profileResource, { strict: { acmeListsDepartments: true } });
    const departments = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7019 };
    await it.scm.call("POST", "/acme/v2/account", departments);
    const acme = { server: "OV ACME Server", adopt_existing: true };
    expect(await it.apply(cluster(it, { organization: "Example Ltd", acme }))).toEqual([]);
    expect((await accounts(it)).map(({ organizationId }) => organizationId).sort()).toEqual([7003, 7019]);
    await it.apply(null);
    expect((await accounts(it)).map(({ organizationId }) => organizationId)).toEqual([7019]);
  });
});
