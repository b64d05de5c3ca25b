import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

/** An administrator who may request and revoke, and no more. */
const stage = (login = "requester") => certificateStage({}, login, { login });

const said = async (set: CertificateStage, wishes: ReturnType<typeof shop>) =>
  (await set.plan(wishes)).diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`);

const WAITS = /^warning: Orders of user "requester".* wait for another administrator's approval$/;

describe("an administrator whose orders wait for approval", () => {
  it("S44 is told so by the plan that orders, once per walk", async () => {
    await using set = await stage();
    expect(await said(set, shop())).toEqual([expect.stringMatching(WAITS)]);
    expect(await said(set, shop())).toEqual([]);
  });

  it.each([
    ["where nothing waits", "requester", { on_pending: "return" }],
    ["where orders are approved at once", "svc-certs", {}],
    ["where SCM knows no such login", "federated-elsewhere", {}],
  ])("is not told %s", async (_, login, wishes) => {
    await using set = await certificateStage({}, login === "requester" ? login : undefined, { login });
    set.api = { ...set.api, ordering: { ...set.api.ordering, login } };
    expect(await said(set, shop(wishes))).toEqual([]);
  });

  it("is told of a renewal too, and never in a plan that orders nothing", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.changeAdministrator(set.scm.username, { privileges: ["sslRequest", "sslRenew"] });
    const api = { ...set.api, ordering: { ...set.api.ordering, login: set.scm.username } };
    set.api = api;
    expect(await said(set, shop())).toEqual([]);
    await set.pass(150);
    await set.refresh();
    set.api = { ...set.api, ordering: { ...set.api.ordering, login: set.scm.username } };
    expect(await said(set, shop())).toContainEqual(expect.stringMatching(/wait for another administrator/));
  });
});

const MADE_KEY = { csr_pem: null, private_key: { algorithm: "RSA", rsa_bits: 2048, ecdsa_curve: null } };

const NAMED = { ...MADE_KEY, subject_alternative_names: ["shop.example.test"] };

const SUBJECT = {
  ...{ common_name: "shop.example.test", organization: null, organizational_unit: null },
  ...{ locality: null, state: null, country: null },
};

describe("a plan says what can be known before the apply", () => {
  it.each([
    [
      "a mail address among the names",
      { subject_alternative_names: ["ops@example.test"] },
      /is a mail address/,
    ],
    ["a URI among the names", { subject_alternative_names: ["https://a.test/"] }, /give its host name alone/],
    ["an empty name", { subject_alternative_names: [""] }, /The name "" is empty/],
    ["a term that is not offered", { term_days: 5 }, /does not offer a term of 5 days/],
  ])("%s is an error at its argument, and nothing is ordered", async (_what, change, says) => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan(shop({ ...NAMED, ...change }));
    const [attribute] = Object.keys(change);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { summary: expect.stringMatching(says), path: [{ attribute }] },
    ]);
    expect(await set.orders()).toEqual([]);
  });

  it("a country other than SCM's is a warning with both, and the certificate is ordered", async () => {
    await using set = await certificateStage();
    const wishes = shop({ ...NAMED, subject: { ...SUBJECT, country: "DE" } });
    const { diagnostics } = await set.plan(wishes);
    expect(diagnostics).toMatchObject([
      { severity: "warning", detail: expect.stringContaining('C is asked as "DE" and will be "NL"') },
    ]);
    await set.apply(wishes);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("a mandatory custom field without a value is a warning that names it", async () => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan(shop({ custom_fields: {} }));
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        detail: expect.stringContaining("Cost centre"),
        path: [{ attribute: "custom_fields" }],
      },
    ]);
  });
});
