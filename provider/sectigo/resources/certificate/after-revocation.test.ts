import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const OTHER_KEY = { csr_pem: makeCsr("shop.example.test").csr };
const SAME_KEY = {};

type Row = readonly [
  reason: number,
  policy: string | null,
  key: { readonly csr_pem?: string },
  plan: "enroll" | "refuse" | "hold" | "keep",
  says: RegExp,
];

/** What a plan does about each reason that SCM knows, under each policy. */
const TABLE: readonly Row[] = [
  [0, null, SAME_KEY, "enroll", /revoked outside Terraform \(unspecified\)/],
  [4, null, SAME_KEY, "enroll", /revoked outside Terraform \(superseded\)/],
  [3, null, SAME_KEY, "hold", /affiliation changed/],
  [5, null, SAME_KEY, "hold", /cessation of operation/],
  [3, null, OTHER_KEY, "refuse", /affiliation changed/],
  [1, null, SAME_KEY, "hold", /key compromise/],
  [1, null, OTHER_KEY, "enroll", /revoked outside Terraform \(key compromise\)/],
  [0, "reenroll", SAME_KEY, "enroll", /\(unspecified\)/],
  [4, "reenroll", SAME_KEY, "enroll", /\(superseded\)/],
  [3, "reenroll", SAME_KEY, "enroll", /\(affiliation changed\)/],
  [5, "reenroll", SAME_KEY, "enroll", /\(cessation of operation\)/],
  [1, "reenroll", SAME_KEY, "hold", /key compromise/],
  [1, "reenroll", OTHER_KEY, "enroll", /\(key compromise\)/],
  [0, "warn", SAME_KEY, "keep", /was revoked: unspecified/],
  [4, "warn", SAME_KEY, "keep", /was revoked: superseded/],
  [3, "warn", SAME_KEY, "keep", /was revoked: affiliation changed/],
  [5, "warn", SAME_KEY, "keep", /was revoked: cessation of operation/],
  [1, "warn", SAME_KEY, "keep", /was revoked: key compromise/],
];

describe("S56 a certificate that was revoked outside Terraform", () => {
  it.each(TABLE)("for reason %i under %s, with %o: %s", async (reason, policy, key, plan, says) => {
    await using set = await certificateStage();
    await set.apply(shop({ when_revoked: policy }));
    const { ssl_id } = set.values;
    await set.scm.control.revoke(ssl_id ?? 0, reason);
    await set.refresh();
    const wishes = shop({ when_revoked: policy, ...key });
    const told = await set.apply(wishes);
    const text = told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");
    expect(text).toMatch(says);
    expect(told.some(({ severity }) => severity === "error")).toBe(plan === "refuse");
    expect(await set.orders()).toEqual(plan === "enroll" ? ["enroll", "enroll"] : ["enroll"]);
    expect(set.values.ssl_id === ssl_id).toBe(plan !== "enroll");
    if (plan === "refuse") expect(text).toMatch(/`destroy -refresh=false`/);
    else expect((await set.plan(wishes)).planned).toEqual(set.state);
    // Nobody's revocation is undone, and a key that was compromised is never certified again.
    expect((await set.scm.control.certificate(ssl_id ?? 0)).reasonCode).toBe(reason);
  });

  it("S15 is enrolled anew once where a killed run took the key along: its order bears this state's claim and is reissued", async () => {
    const origin = { scope: "shop", runUrl: null };
    await using set = await certificateStage({}, undefined, { origin });
    const made = { csr_pem: null, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } };
    const wishes = shop({ ...made, subject_alternative_names: ["shop.example.test"] });
    await set.apply(wishes);
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 0);
    await set.refresh();
    const former = { state: set.state, private: set.private };
    await set.apply(wishes);
    const { ssl_id } = set.values;
    Object.assign(set, former);
    await set.refresh();
    const told = await set.apply(wishes);
    expect(told.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id, status: "Issued", key_matches: true });
    expect(await set.orders()).toEqual(["enroll", "enroll", "replace"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("S15 touches no renewal of others, although it took the claim along", async () => {
    const origin = { scope: "shop", runUrl: null };
    const strict = { renewalCopiesComments: true };
    await using set = await certificateStage({ strict }, undefined, { origin });
    const made = { csr_pem: null, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } };
    const wishes = shop({ ...made, subject_alternative_names: ["shop.example.test"] });
    await set.apply(wishes);
    const theirs = await set.scm.control.renew(set.values.ssl_id ?? 0);
    const before = await set.scm.control.certificate(theirs.sslId);
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 0);
    await set.refresh();
    await set.apply(wishes);
    expect(await set.scm.control.certificate(theirs.sslId)).toEqual(before);
  });

  it("is enrolled anew for a key made here, since that is another one, even after a compromise", async () => {
    await using set = await certificateStage();
    const made = { csr_pem: null, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } };
    const wishes = shop({ ...made, subject_alternative_names: ["shop.example.test"] });
    await set.apply(wishes);
    const { private_key_pem, ssl_id } = set.values;
    await set.scm.control.revoke(ssl_id ?? 0, 1);
    await set.refresh();
    await set.apply(wishes);
    expect(set.values).toMatchObject({ status: "Issued" });
    expect(set.values.private_key_pem).not.toBe(private_key_pem);
    expect(set.values.ssl_id).not.toBe(ssl_id);
  });

  it("never gets the compromised key back by another name or organization either", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.revoke(set.values.ssl_id ?? 0, 1);
    await set.refresh();
    for (const change of [
      { subject_alternative_names: ["api.example.test"] },
      { organization_id: 7019 },
      { order_key: "2" },
    ]) {
      const told = await set.apply(shop(change));
      expect(told.at(-1)).toMatchObject({
        severity: "error",
        detail: expect.stringMatching(/Make a new key/),
      });
    }
    expect(await set.orders()).toEqual(["enroll"]);
  });
});

describe("a revoked certificate that was renewed before", () => {
  const QUARTER = shop({ term_days: 90, revoke_superseded: true });

  it("is succeeded by what a killed run ordered before it revoked the old one, whatever its comments say", async () => {
    await using set = await certificateStage({ strict: { renewalCopiesComments: true } });
    await set.apply(QUARTER);
    const wishes = { ...QUARTER, ...OTHER_KEY };
    await set.apply(wishes);
    await set.pass(64);
    const { state, private: data } = set;
    await set.apply(wishes);
    const successor = set.values.ssl_id;
    Object.assign(set, { state, private: data });
    await set.refresh();
    expect(set.values.status).toBe("Revoked");
    expect((await set.apply(wishes)).map(({ summary }) => summary).join()).toMatch(/will be taken over/);
    expect(set.values).toMatchObject({
      ssl_id: successor,
      status: "Issued",
      pending: null,
      superseded: null,
    });
    expect(await set.orders()).toEqual(["enroll", "replace", "renewById"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it.each([
    ["nothing of ours on it", false],
    ["our marker on it", true],
  ])("is enrolled anew, once, when its successor is for another key: %s", async (_, isCopied) => {
    await using set = await certificateStage({ strict: { renewalCopiesComments: isCopied } });
    await set.apply(QUARTER);
    const { ssl_id } = set.values;
    const { sslId } = await set.scm.control.renew(ssl_id ?? 0);
    await set.scm.control.revoke(ssl_id ?? 0, 4);
    await set.refresh();
    await set.apply(QUARTER);
    expect([ssl_id, sslId]).not.toContain(set.values.ssl_id);
    expect(set.values.status).toBe("Issued");
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
    await set.apply(null);
    expect(await set.scm.control.certificate(sslId)).toMatchObject({ status: "Issued", former: [] });
  });
});
