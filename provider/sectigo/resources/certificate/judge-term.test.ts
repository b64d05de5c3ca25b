import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const texts = (told: Awaited<ReturnType<CertificateStage["apply"]>>) =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

describe("S60 a term that is left out", () => {
  it.each([
    ["offers one that will", [90, 199], false],
    ["offers none", [180, 199], true],
  ])("is told sixty days ahead to fit no more, where the profile %s", async (_what, terms, isTold) => {
    await using set = await certificateStage();
    await set.scm.control.changeProfile(3312, { terms });
    await set.pass(340);
    const { diagnostics } = await set.plan(shop({ skip_validation_check: true }));
    const warned = /From 2027-03-15 on, no term of SCM profile 3312 fits the 100 days/;
    expect(warned.test(texts(diagnostics))).toBe(isTold);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("S60 a plan that orders nothing", () => {
  it.each([
    ["sixty days ahead", 340, true],
    ["not earlier", 200, false],
  ])("tells of a term that is left out: %s", async (_when, days, isTold) => {
    await using set = await certificateStage();
    const never = {
      enabled: false,
      window_share: null,
      window_days: null,
      hard_deadline_days: null,
      mode: null,
    };
    const wishes = shop({ skip_validation_check: true, renewal: never });
    await set.scm.control.changeProfile(3312, { terms: [180, 199] });
    await set.apply(wishes);
    await set.pass(days);
    await set.refresh();
    await set.scm.control.clearRequests();
    const { diagnostics, planned } = await set.plan(wishes);
    expect(planned).toEqual(set.state);
    expect(/From 2027-03-15 on, no term of SCM profile 3312/.test(texts(diagnostics))).toBe(isTold);
    // Once for all certificates of an organization, as for those that were ordered in this run.
    expect(await set.calls("GET")).toEqual([]);
  });
});

describe("S60 a renewal beyond a ceiling", () => {
  it("is cut to the longest term that is allowed then, with a warning, and makes no difference after", async () => {
    await using set = await certificateStage();
    await set.scm.control.changeProfile(3358, { terms: [90, 199] });
    // Domains are asked for once in a run, and a year is longer than a run.
    const wishes = shop({ scm_profile_id: 3358, term_days: 199, skip_validation_check: true });
    await set.apply(wishes);
    await set.pass(365);
    await set.refresh();
    const told = await set.apply(wishes);
    expect(told.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(texts(told)).toMatch(/SCM does not renew it, so a new one is enrolled/);
    expect(texts(told)).toMatch(/is valid for 90 days, and term_days is 199/);
    expect((await set.record).term).toBe(90);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});
