import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { expectSettled, issued, refOf, shopOf } from "../../../../test/support/profile-refs.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const RENEWAL = { enabled: null, window_share: null, hard_deadline_days: null, mode: null };

describe("a certificate with a profile", () => {
  it("S39 is ordered for the profile's organization, with its SCM profile, term, people and fields", async () => {
    const renewal = { ...RENEWAL, window_days: 20 };
    await using it = await issued({
      ...{ organization_id: 7019, term_days: 90, external_requesters: ["web@example.test"], renewal },
    });
    expect(await it.set.record).toMatchObject({
      ...{ orgId: 7019, profileId: 3312, term: 90, externalRequester: "web@example.test" },
      customFields: [{ name: "Cost centre", value: "4711" }],
    });
    expect(it.set.values).toMatchObject({
      ...{ organization_id: null, scm_profile_id: null, term_days: null, custom_fields: null },
      ...{ renew_after: expect.stringMatching(/^2026-05-2/), status: "Issued" },
      profile: { organization_id: 7019 },
    });
    await expectSettled(it.set, it.wishes);
  });

  it("has the last word: its own term and people, and fields one by one", async () => {
    await using set = await certificateStage();
    const fields = { "Cost centre": "4711", "Go-live": "2026-04-01" };
    const profile = refOf(set, {
      term_days: 199,
      external_requesters: ["a@example.test"],
      custom_fields: fields,
    });
    const own = {
      term_days: 90,
      external_requesters: ["b@example.test"],
      custom_fields: { "Go-live": "later" },
    };
    const wishes = { ...shopOf(profile), ...own };
    await set.apply(wishes);
    expect(await set.record).toMatchObject({
      ...{ term: 90, externalRequester: "b@example.test" },
      customFields: expect.arrayContaining([
        { name: "Cost centre", value: "4711" },
        { name: "Go-live", value: "later" },
      ]),
    });
    await expectSettled(set, wishes);
  });

  it("takes over another tag of its profile without a call, and keeps every value", async () => {
    await using it = await issued();
    const { certificate_pem } = it.set.values;
    await it.set.scm.control.clearRequests();
    const tagged = shopOf(refOf(it.set, { tags: ["web"] }));
    const { planned } = await it.set.plan(tagged);
    expect(planned?.certificate_pem).toBe(certificate_pem);
    expect(await it.set.apply(tagged)).toEqual([]);
    expect(it.set.values.profile?.tags).toEqual(["web"]);
    expect(await it.set.scm.control.requests()).toEqual([]);
  });

  it("S54 is enrolled anew in place when its profile comes to be of another organization", async () => {
    await using it = await issued();
    const { ssl_id, serial_number } = it.set.values;
    const moved = shopOf(refOf(it.set, { organization_id: 7108 }));
    const { diagnostics, requiresReplace } = await it.set.plan(moved);
    expect(requiresReplace).toEqual([]);
    expect(diagnostics[0]?.detail).toMatch(/organization_id: it is 7003, and 7108 is configured/);
    await it.set.apply(moved);
    expect(await it.set.record).toMatchObject({ orgId: 7108 });
    expect(it.set.values.superseded).toMatchObject([{ ssl_id, serial_number }]);
    expect((await it.set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Issued");
  });

  it("may come later: numbers that move into a profile change nothing in SCM", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.clearRequests();
    const wishes = shopOf(refOf(set));
    expect(await set.apply(wishes)).toEqual([]);
    expect(await set.scm.control.requests()).toEqual([]);
    await expectSettled(set, wishes);
    expect(await set.apply(shop())).toEqual([]);
    expect(await set.orders()).toEqual([]);
  });

  it("is planned before its profile is known, and ordered then", async () => {
    await using set = await certificateStage();
    const open = { ...shopOf(refOf(set)), profile: UNKNOWN };
    const { planned, diagnostics } = await set.plan(open);
    expect(diagnostics).toEqual([]);
    expect(planned).toMatchObject({ ssl_id: UNKNOWN, profile: UNKNOWN, business_unit: UNKNOWN });
    await set.apply(shopOf(refOf(set)));
    const again = await set.plan(open);
    expect(again.diagnostics).toEqual([]);
    expect(again.planned).toMatchObject({ ssl_id: UNKNOWN, certificate_pem: UNKNOWN });
  });

  it("works with a ref of an older release, which has but the ids", async () => {
    await using set = await certificateStage();
    const profile = refOf(set, { enrollment_method: null, custom_fields: null });
    const wishes = { ...shopOf(profile), custom_fields: { "Cost centre": "1" } };
    expect(await set.apply(wishes)).toEqual([]);
    await expectSettled(set, wishes);
  });

  it("says what is missing in a ref of another release that does not have it", async () => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan(shopOf(refOf(set, { organization_id: null })));
    expect(diagnostics).toMatchObject([
      {
        summary: expect.stringMatching(/the profile has no organization_id/),
        detail: expect.stringMatching(/apply the profile once/),
        path: [{ attribute: "profile" }],
      },
    ]);
  });

  it.each([
    ["host", { host: "cert-manager.com" }, /belongs to customer "cst01234" at "cert-manager\.com"/],
    ["customer", { customer_uri: "other" }, /belongs to customer "other" at/],
    ["shape", { host: null }, /it is not a ref/],
  ])("is refused with a ref of another %s, before any call", async (_what, change, says) => {
    await using set = await certificateStage();
    const [found, ...more] = (await set.plan(shopOf(refOf(set, change)))).diagnostics;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: "error", summary: expect.stringMatching(says) });
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("is neither read nor revoked in another account than the one it is of", async () => {
    await using it = await issued();
    const profile = it.set.state?.profile as Record<string, string>;
    it.set.state = { ...it.set.state, profile: { ...profile, customer_uri: "other" } };
    await it.set.scm.control.clearRequests();
    const [read] = await it.set.refresh();
    expect(read?.summary).toMatch(/^Read certificate \d+: it belongs to customer "other"/);
    expect(read?.detail).toMatch(/-refresh=false/);
    expect((await it.set.plan(null)).diagnostics[0]?.summary).toMatch(/^Destroy certificate \d+: /);
    expect(await it.set.scm.control.requests()).toEqual([]);
  });

  it("S52 is renewed as its profile says: when, and published by a later refresh where that is configured", async () => {
    const renewal = { ...RENEWAL, window_days: 30, mode: "order_then_switch" };
    await using it = await issued({ term_days: 90, renewal });
    const { set, wishes } = it;
    const { ssl_id } = set.values;
    await set.pass(58);
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    await set.pass(6);
    await set.apply(wishes);
    expect(set.values).toMatchObject({ ssl_id, renewal: null, pending: { ssl_id: expect.any(Number) } });
    await set.pass(1);
    await set.refresh();
    expect(set.values).toMatchObject({ pending: null, superseded: [{ ssl_id }], profile: { renewal } });
    // SCM gives a renewal its own term; the window is the profile's again.
    expect(set.values.renew_after).toMatch(/^2026-11-0/);
    expect(await set.orders()).toEqual(["enroll", "renewById"]);
    await expectSettled(set, wishes);
  });

  it("shows what was changed in SCM where it was said, and heals it", async () => {
    await using it = await issued({ external_requesters: ["web@example.test"] });
    const { set, wishes } = it;
    await set.scm.control.act(set.values.ssl_id ?? 0, "edit", { externalRequester: "else@example.test" });
    await set.refresh();
    expect(set.values.external_requesters).toBeNull();
    expect(set.values.profile?.external_requesters).toEqual(["else@example.test"]);
    expect(await set.apply(wishes)).toEqual([]);
    expect(await set.record).toMatchObject({ externalRequester: "web@example.test" });
    await expectSettled(set, wishes);
  });

  it.each(["organization_id", "scm_profile_id"])("excludes %s beside it", async (name) => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan({ ...shopOf(refOf(set)), [name]: 7003 });
    expect(diagnostics).toMatchObject([
      { severity: "error", summary: `profile and ${name} exclude each other`, path: [{ attribute: name }] },
    ]);
    expect(await set.scm.control.requests()).toEqual([]);
  });
});
