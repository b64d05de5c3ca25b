import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { profileResource } from "../profile.ts";

const stage = () => resourceStage(profileResource);

/** A complete profile that keeps nothing in SCM; what a test is about, it says itself. */
const web = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "public-web",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234", business_unit: "Retail" },
  organization: "Example Ltd",
  scm_profile: "OV SSL 199",
  enrollment_method: "rest_api",
  ...more,
});

const summaries = (found: readonly { readonly summary: string }[]) => found.map(({ summary }) => summary);

describe("the plan of a profile", () => {
  it("S39 knows the ref in the first plan, with ids in place of names", async () => {
    await using it = await stage();
    const wishes = web(it, { term_days: 90, allowed_names: [".example.test"], tags: ["b", "a"] });
    const { planned, diagnostics } = await it.plan(wishes);
    expect(diagnostics).toEqual([]);
    expect(planned?.ref).not.toBeInstanceOf(Unknown);
    expect(await it.apply(wishes)).toEqual([]);
    expect(it.values.ref).toMatchObject({
      host: new URL(it.scm.apiUrl).host,
      customer_uri: "cst01234",
      business_unit: "Retail",
      organization_id: 7003,
      scm_profile_id: 3312,
      enrollment_method: "rest_api",
      term_days: 90,
      allowed_names: [".example.test"],
      sensor: null,
    });
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("S39 a profile without an object in SCM makes no call that writes, and none at refresh", async () => {
    await using it = await stage();
    await it.apply(web(it));
    expect((await it.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
    await it.refresh();
    expect(await it.calls()).toEqual([]);
  });

  it("S9 another name changes no ref", async () => {
    await using it = await stage();
    await it.apply(web(it));
    const { planned } = await it.plan(web(it, { name: "other" }));
    expect(planned?.ref).toEqual(it.state?.ref);
  });

  it.each([
    [
      "organization",
      { organization: "Example Lt" },
      /^SCM has no organization or department/,
      /Did you mean "Example Ltd"/,
    ],
    [
      "SCM profile",
      { scm_profile: "OV SSL 19" },
      /^SCM offers the organization no profile/,
      /Did you mean "OV SSL 199"/,
    ],
    [
      "organization id",
      { organization: null, organization_id: 7004 },
      /no organization 7004/,
      /7003 \("Example Ltd"\)/,
    ],
    [
      "SCM profile id",
      { scm_profile: null, scm_profile_id: 9 },
      /profile 9 is not offered/,
      /3312 \("OV SSL 199"\)/,
    ],
  ])("S39 an unknown %s is an error that lists near names", async (_, more, says, proposes) => {
    await using it = await stage();
    const [found, ...others] = await it.apply(web(it, more));
    expect(others).toEqual([]);
    expect(found?.severity).toBe("error");
    expect(found?.summary).toMatch(says);
    expect(found?.detail).toMatch(proposes);
  });

  it("S39 takes a department by its full name", async () => {
    await using it = await stage();
    await it.apply(web(it, { organization: "Example Ltd/Web" }));
    expect(it.values.ref).toMatchObject({ organization_id: 7019 });
  });

  it.each([
    [{ term_days: 365 }, /does not offer a term of 365 days/, /offers 90, 199 days/],
    [{ scm_profile: "OV SSL EC", key_types: ["RSA 2048"] }, /does not offer RSA 2048/, /EC P-256, EC P-384/],
    [{ custom_fields: { "Cost center": "1" } }, /no custom field "Cost center"/, /Cost centre/],
  ])("S40 a setting that SCM does not offer is an error: %j", async (more, says, proposes) => {
    await using it = await stage();
    const [found, ...others] = await it.apply(web(it, more));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "error" });
    expect(found?.summary).toMatch(says);
    expect(found?.detail).toMatch(proposes);
    expect(found?.detail).toMatch(/`destroy -refresh=false`/);
  });

  it("a name sticks to the id it had, with a warning once it means another", async () => {
    await using it = await stage();
    await it.apply(web(it));
    await it.scm.control.renameOrganization(7003, "Example Holding");
    await it.scm.control.renameOrganization(7108, "Example Ltd");
    await it.renew();
    const { planned, diagnostics } = await it.plan(web(it));
    expect(summaries(diagnostics)).toEqual([
      'The name "Example Ltd" means 7108 now; this profile stays with 7003',
    ]);
    expect(diagnostics).toMatchObject([{ severity: "warning" }]);
    expect(planned).toEqual(it.state);
    await it.apply(web(it, { organization: "Example Holding" }));
    expect(it.values.ref).toMatchObject({ organization_id: 7003 });
  });

  it("S17 an outage changes nothing that the configuration does not change", async () => {
    await using it = await stage();
    await it.apply(web(it));
    await it.renew();
    await it.scm.control.plantFault({ route: "*", kind: "status", status: 503, times: 99 });
    const { planned, diagnostics } = await it.plan(web(it));
    expect(diagnostics).toEqual([]);
    expect(planned).toEqual(it.state);
    expect(summaries(await it.apply(web(it, { term_days: 90 })))).toEqual([
      expect.stringMatching(/^List organizations: .*\[outage\./),
    ]);
  });

  it("what SCM no longer offers is a warning where nothing changes", async () => {
    await using it = await stage();
    await it.apply(web(it, { term_days: 90 }));
    await it.scm.control.changeProfile(3312, { terms: [47] });
    await it.renew();
    const { planned, diagnostics } = await it.plan(web(it, { term_days: 90 }));
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/term of 90 days/) },
    ]);
    expect(planned).toEqual(it.state);
  });

  it("waits for what is known after apply, and for a connection", async () => {
    await using it = await stage();
    const open = await it.plan(web(it, { organization: UNKNOWN }));
    expect(open.diagnostics).toEqual([]);
    expect(open.planned?.ref).toBeInstanceOf(Unknown);
    const apart = await it.plan(web(it), false);
    expect(apart.diagnostics).toEqual([]);
    expect(apart.planned?.ref).toBeInstanceOf(Unknown);
    const known = web(it, {
      organization: null,
      organization_id: 7003,
      scm_profile: null,
      scm_profile_id: 3312,
    });
    expect((await it.plan(known, false)).planned?.ref).not.toBeInstanceOf(Unknown);
  });

  it("refuses a connector of another account before anything is asked", async () => {
    await using it = await stage();
    const found = await it.apply(web(it, { connector: { host: "cert-manager.com", customer_uri: "other" } }));
    expect(found).toMatchObject([{ severity: "error" }]);
    expect(summaries(found)[0]).toMatch(/belongs to customer "other"/);
    expect(await it.calls()).toEqual([]);
  });
});
