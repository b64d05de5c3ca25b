import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import {
  type CertificateStage,
  certificateStage,
  connection,
} from "../../../../test/support/certificate-stage.ts";
import { expectSettled, issued, refOf, shopOf } from "../../../../test/support/profile-refs.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const NO_KEYS = { algorithm: null, rsa_bits: null, ecdsa_curve: null };

describe("S73 allowed names of a profile", () => {
  const limits = { allowed_names: [".example.test"] };
  const bank = makeCsr("payments.bank.test").csr;

  it.each([
    ["the common name of a request", { csr_pem: bank }, "payments.bank.test", "csr_pem"],
    [
      "an alternative name",
      { subject_alternative_names: ["payments.bank.test"] },
      "payments.bank.test",
      "subject_alternative_names",
    ],
    [
      "the common name of a request that is to be made",
      { csr_pem: null, private_key: NO_KEYS, subject_alternative_names: null, subject: subject("bank.test") },
      "bank.test",
      "subject",
    ],
  ])("bound %s", async (_what, change, name, attribute) => {
    await using set = await certificateStage();
    const told = await set.apply({ ...shopOf(refOf(set, limits)), ...change });
    const errors = told.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      {
        summary: `The name "${name}" is not among the allowed names`,
        detail: expect.stringMatching(/Allowed are "\.example\.test"/),
        path: [{ attribute }],
      },
    ]);
    expect(await set.orders()).toEqual([]);
  });

  it("bound a request that the plan did not know yet, before anything is ordered", async () => {
    await using set = await certificateStage();
    const wishes = { ...shopOf(refOf(set, limits)), subject_alternative_names: null };
    const [found] = await set.applyLate({ ...wishes, csr_pem: UNKNOWN }, { ...wishes, csr_pem: bank });
    expect(found?.summary).toMatch(/"payments\.bank\.test" is not among the allowed names/);
    expect(await set.calls("POST")).toEqual([]);
    expect(set.state).toBeNull();
  });

  it("bound a renewal, which orders the same names again", async () => {
    await using it = await issued({ term_days: 90 });
    const tightened = shopOf(refOf(it.set, { term_days: 90, allowed_names: ["shop.example.test"] }));
    expect(await it.set.apply(tightened)).toEqual([]);
    await it.set.pass(64);
    const errors = (await it.set.plan(tightened)).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      {
        summary: 'The name "www.shop.example.test" is not among the allowed names',
        path: [{ attribute: "profile" }],
      },
    ]);
  });
});

function subject(common_name: string) {
  return {
    ...{ common_name, organization: null, organizational_unit: null },
    ...{ locality: null, state: null, country: null },
  };
}

describe("S40 what SCM's and our profile offer", () => {
  it.each([
    [
      "a key",
      { key_types: ["RSA 3072"] },
      {},
      /does not allow the key type EC P-256/,
      /allow RSA 3072/,
      "csr_pem",
    ],
    [
      "a key to be made",
      { key_types: ["EC P-256"] },
      { csr_pem: null, private_key: NO_KEYS, subject: subject("shop.example.test") },
      /does not allow the key type RSA 2048/,
      /allow EC P-256/,
      "private_key",
    ],
    [
      "a term",
      { term_days: 365 },
      {},
      /does not offer a term of 365 days/,
      /It offers 90, 199 days/,
      "profile",
    ],
  ])("%s outside is a plan error that proposes the allowed", async (_what, limits, own, says, allowed, attribute) => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan({ ...shopOf(refOf(set, limits)), ...own });
    expect(diagnostics[0]).toMatchObject({
      ...{ severity: "error", path: [{ attribute }] },
      summary: expect.stringMatching(says),
      detail: expect.stringMatching(allowed),
    });
  });
});

it("S40 a write-only key that the profile does not allow is refused in the apply, before anything is ordered", async () => {
  await using set = await certificateStage();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const wishes = {
    ...shopOf(refOf(set, { key_types: ["EC P-256"] })),
    ...{ csr_pem: null, subject: subject("shop.example.test"), private_key_wo_version: 1 },
    private_key_wo: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
  const [found] = await set.apply(wishes);
  expect(found?.summary).toMatch(
    /^The profile does not allow the key type RSA 2048 \[config\.not_allowed\]$/,
  );
  expect(await set.calls("POST")).toEqual([]);
});

describe("S41 a subject that differs from SCM's", () => {
  it("is told once, in the plan that orders, and makes no difference after", async () => {
    await using set = await certificateStage();
    const own = { organization: "Example GmbH", locality: "Utrecht" };
    const wishes = {
      ...shopOf(refOf(set)),
      ...{ csr_pem: null, private_key: NO_KEYS, subject: { ...subject("shop.example.test"), ...own } },
    };
    const { diagnostics } = await set.plan(wishes);
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        detail: expect.stringMatching(/^O is asked as "Example GmbH" and will be "Example Ltd"\. /),
        path: [{ attribute: "subject" }],
      },
    ]);
    await set.apply(wishes);
    await expectSettled(set, wishes);
  });
});

describe("S42 validations", () => {
  const expired = { csr_pem: makeCsr("shop.expired.test").csr, subject_alternative_names: null };

  it("that ended are an error in a plan that orders, with domain and date; skip_validation_check leaves it to SCM", async () => {
    await using set = await certificateStage();
    const wishes = { ...shopOf(refOf(set)), ...expired };
    const { diagnostics } = await set.plan(wishes);
    expect(diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringMatching(/"expired\.test".* ended on 2026-02-22$/) },
    ]);
    expect((await set.plan({ ...wishes, skip_validation_check: true })).diagnostics).toEqual([]);
    const skipping = refOf(set, { skip_validation_check: true });
    expect((await set.plan({ ...wishes, profile: skipping })).diagnostics).toEqual([]);
    expect((await set.plan({ ...wishes, trust_type: "private" })).diagnostics).toEqual([]);
  });

  it("that end are nothing to a certificate that is only kept, a warning to one that is due, at last too", async () => {
    await using it = await issued({ term_days: 90 });
    const { set, wishes } = it;
    await set.scm.control.changeDomain("example.test", { validUntil: "2026-03-20T00:00:00Z" });
    await set.scm.control.changeDomain("*.example.test", { validUntil: "2026-03-20T00:00:00Z" });
    await set.pass(30);
    await renewed(set);
    expect((await set.plan(wishes)).diagnostics).toEqual([]);
    await set.pass(34);
    await renewed(set);
    const due = (await set.plan(wishes)).diagnostics.slice(1);
    expect(due.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(due[0]?.summary).toMatch(/ended on 2026-03-20/);
    await set.pass(22);
    await renewed(set);
    const late = (await set.plan(wishes)).diagnostics.slice(1);
    expect(late.map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

/** Another walk: the provider is configured anew. */
async function renewed(set: CertificateStage): Promise<void> {
  const { clock } = set.api;
  set.api = { ...connection(set.scm), clock };
}

describe("S43 the method of a profile", () => {
  const made = { csr_pem: null, private_key: NO_KEYS, subject: subject("shop.example.test") };

  it.each([
    ["admin_web_request", {}, null],
    ["admin_web_request", made, "private_key"],
    ["csr", {}, null],
    ["csr", made, "private_key"],
    ["csr", { sensor: "dc1" }, "sensor"],
    ["rest_api", {}, null],
    ["rest_api", made, null],
    ["rest_api", { sensor: "dc1" }, "sensor"],
    ["browser_pkcs12", {}, "csr_pem"],
    ["browser_pkcs12", made, "private_key"],
    ["agent", {}, "csr_pem"],
    ["agent", { csr_pem: null }, "profile"],
    ["acme", {}, "csr_pem"],
    ["acme", made, "private_key"],
  ])("%s with %j is refused at %j", async (enrollment_method, inputs, attribute) => {
    await using set = await certificateStage();
    const profile = refOf(set, { enrollment_method });
    const told = (await set.plan({ ...shopOf(profile), ...inputs })).diagnostics;
    const found = told.filter(({ summary }) => summary.startsWith("The profile's enrollment method"));
    expect(found[0]?.path).toEqual(attribute === null ? undefined : [{ attribute }]);
    for (const { severity, detail } of found)
      expect([severity, detail]).toEqual([
        "error",
        expect.stringMatching(/^(It takes|None is given|People|Run|Give)/),
      ]);
    if (attribute === null) expect(told).toEqual([]);
  });

  it("is judged in the apply when the plan did not know the profile", async () => {
    await using set = await certificateStage();
    const wishes = shopOf(refOf(set, { enrollment_method: "agent" }));
    const [found] = await set.applyLate({ ...wishes, profile: UNKNOWN }, wishes);
    expect(found?.summary).toMatch(/enrollment method is agent/);
    expect(await set.calls("POST")).toEqual([]);
  });

  it("S47 keeps what the Action enrolled and never renews it", async () => {
    await using it = await issued({ term_days: 90 });
    const { set } = it;
    await set.import(String(set.values.ssl_id));
    const { subject_alternative_names } = set.values;
    const wishes = { profile: refOf(set, { enrollment_method: "agent" }), subject_alternative_names };
    expect(await set.apply(wishes)).toEqual([]);
    expect(set.values.renew_after).toBeNull();
    await set.pass(80);
    await expectSettled(set, wishes);
    expect(await set.orders()).toEqual(["enroll"]);
  });
});
