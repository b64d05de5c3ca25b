import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const WAY_OUT = /If this stops a destroy, run `destroy -refresh=false`\.$/;

async function living(wishes = shop()): Promise<CertificateStage> {
  const set = await certificateStage();
  expect(await set.apply(wishes)).toEqual([]);
  return set;
}

const errors = (diagnostics: readonly Diagnostic[]) => diagnostics.filter((d) => d.severity === "error");

describe("the plan of a certificate", () => {
  it("orders what does not exist: id, status and all values are known after apply", async () => {
    await using set = await certificateStage();
    const { planned, diagnostics } = await set.plan(shop());
    expect(diagnostics).toEqual([]);
    expect(planned).toMatchObject({ ssl_id: UNKNOWN, status: UNKNOWN, certificate_pem: UNKNOWN });
    expect(await set.calls("POST")).toEqual([]);
  });

  it("knows that a first order has no successor, so that Terraform prints no line for it", async () => {
    await using set = await certificateStage();
    expect((await set.plan(shop())).planned).toMatchObject({ pending: null, superseded: UNKNOWN });
    expect(await set.apply(shop({ on_pending: "return" }))).not.toContainEqual(
      expect.objectContaining({ severity: "error" }),
    );
    expect(set.state).toMatchObject({ pending: null });
  });

  it("is empty when nothing changed, and asks SCM nothing", async () => {
    await using set = await living();
    await set.scm.control.clearRequests();
    const { planned, diagnostics } = await set.plan(shop());
    expect(planned).toEqual(set.state);
    expect(diagnostics).toEqual([]);
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("judges without SCM while the provider's settings are unknown", async () => {
    await using set = await certificateStage();
    const weak = makeCsr("shop.example.test", "RSA-1024").csr;
    const { diagnostics } = await set.plan(shop({ csr_pem: weak, organization_id: 1 }), false);
    expect(diagnostics).toMatchObject([{ summary: /1024/, path: [{ attribute: "csr_pem" }] }].map(matching));
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("says all that is missing at once, each with the way out", async () => {
    await using set = await certificateStage();
    const { diagnostics } = await set.plan({ custom_fields: { "Cost centre": "1" } });
    expect(diagnostics.map(({ path }) => path)).toEqual(
      ["profile", "csr_pem"].map((attribute) => [{ attribute }]),
    );
    for (const { detail } of diagnostics) expect(detail).toMatch(WAY_OUT);
  });

  it("ends the error of a catalog that fails with the way out as well", async () => {
    await using set = await certificateStage();
    await set.scm.control.plantFault({ route: "GET /organization/v1", kind: "html", status: 503, times: 99 });
    const [found] = (await set.plan(shop())).diagnostics;
    expect(found?.summary).toMatch(/^List organizations: .*HTTP 503\]$/);
    expect(found?.detail).toMatch(WAY_OUT);
  });

  it("orders without SCM's lists where the administrator may not see them", async () => {
    await using set = await certificateStage();
    const route = "GET /ssl/v1/customFields";
    const description = "You are not authorized to perform this action.";
    await set.scm.control.plantFault({
      route,
      kind: "status",
      status: 403,
      code: -3,
      description,
      times: 99,
    });
    expect(await set.apply(shop())).toEqual([]);
    expect(set.values.status).toBe("Issued");
  });

  it("stops asking when it is interrupted", async () => {
    await using set = await certificateStage();
    set.stop();
    const [found] = (await set.plan(shop())).diagnostics;
    expect(found?.summary).toMatch(/stopped .*\[cancelled\.stopped\]$/);
  });

  it.each([
    ["enrolled", "organization_id", shop({ organization_id: 7108 }), /it is 7003, and 7108 is configured/],
    ["enrolled", "scm_profile_id", shop({ scm_profile_id: 3325 }), /it is 3312, and 3325 is configured/],
    [
      "replaced",
      "csr_pem",
      shop({ csr_pem: makeCsr("shop.example.test").csr }),
      /its key is not the certificate's/,
    ],
    [
      "replaced",
      "subject_alternative_names",
      shop({ subject_alternative_names: ["api.example.test"] }),
      /the certificate lacks api\.example\.test, the configuration lacks www\.shop\.example\.test/,
    ],
    [
      "replaced",
      "subject_alternative_names",
      shop({ subject_alternative_names: null }),
      /configuration lacks www\.shop\.example\.test/,
    ],
  ])("S54 says that it will be %s for another %s, and why", async (act, name, wishes, says) => {
    await using set = await living();
    const { diagnostics, planned, requiresReplace } = await set.plan(wishes);
    const [found] = diagnostics.filter(({ severity }) => severity === "warning");
    expect(found?.summary).toContain(`shop.example.test (ssl_id ${set.values.ssl_id}, serial `);
    expect(found?.summary).toContain(act);
    expect(found?.detail).toContain(`${name}: `);
    expect(found?.detail).toMatch(says);
    expect(planned?.certificate_pem).toBe(UNKNOWN);
    expect(requiresReplace).toEqual([]);
  });

  it.each([
    ["case, order and a final dot of names", { subject_alternative_names: ["WWW.Shop.Example.Test."] }],
    [
      "the common name among the names",
      { subject_alternative_names: ["shop.example.test", "www.shop.example.test"] },
    ],
    [
      "a request with other line breaks",
      { csr_pem: `\r\n${String(shop().csr_pem).replaceAll("\n", "\r\n")}` },
    ],
  ])("takes %s for no other certificate", async (_name, change) => {
    await using set = await living();
    const { planned, diagnostics } = await set.plan(shop(change));
    expect(diagnostics).toEqual([]);
    expect(planned).toMatchObject({ ssl_id: set.state?.ssl_id, certificate_pem: set.state?.certificate_pem });
  });

  it("takes arguments that are left out for no other certificate, and names them", async () => {
    await using set = await living();
    const change = { organization_id: null, scm_profile_id: null };
    const { planned, diagnostics } = await set.plan(shop(change));
    const summary = expect.stringContaining("does not say organization_id and scm_profile_id");
    expect(diagnostics).toMatchObject([{ severity: "warning", summary }]);
    expect(planned).toMatchObject({ ssl_id: set.state?.ssl_id, certificate_pem: set.state?.certificate_pem });
  });

  it("leaves the decision to apply while an argument is unknown, and then orders nothing if all is as before", async () => {
    await using set = await living();
    const open = await set.plan(shop({ csr_pem: UNKNOWN }));
    expect(open.planned).toMatchObject({ ssl_id: UNKNOWN, certificate_pem: UNKNOWN });
    expect(open.diagnostics).toEqual([]);
    expect((await set.plan(shop())).planned).toEqual(set.state);
  });

  it("judges a comment that is to be written, and leaves one alone that SCM holds", async () => {
    await using set = await living();
    const long = "x".repeat(1000);
    expect((await set.plan(shop({ comments: long }))).diagnostics).toMatchObject([
      { severity: "error", path: [{ attribute: "comments" }] },
    ]);
    await set.api.client.certificates.update(set.values.ssl_id ?? 0, { comments: long });
    await set.import(String(set.values.ssl_id));
    expect((await set.plan(set.generated)).diagnostics).toEqual([]);
  });

  it("judges custom fields that are to be written by SCM's list", async () => {
    await using set = await living();
    const found = await set.plan(shop({ custom_fields: { "Cost center": "1" } }));
    expect(errors(found.diagnostics)).toMatchObject([
      { path: [{ attribute: "custom_fields" }, { key: "Cost center" }] },
    ]);
    expect(
      (await set.plan(shop({ custom_fields: { "Cost centre": "1", "Go-live": "now" } }))).diagnostics,
    ).toEqual([]);
  });

  it("warns by name of what a destroy revokes, and not of what has expired or ended", async () => {
    await using set = await living();
    const [warning] = (await set.plan(null)).diagnostics;
    expect(warning?.summary).toBe(
      `Certificate shop.example.test (ssl_id ${set.values.ssl_id}, serial ${set.values.serial_number}) will be revoked`,
    );
    await set.api.clock.wait(200 * 86_400_000);
    expect((await set.plan(null)).diagnostics).toEqual([]);
  });

  it("says that destroying declines a request that waits for an administrator", async () => {
    await using set = await certificateStage({}, "requester");
    await set.apply(shop({ timeouts: { create: "1s", read: null, update: null, delete: null } }));
    const [warning] = (await set.plan(null)).diagnostics;
    expect(warning?.summary).toMatch(
      /^Certificate request shop\.example\.test \(ssl_id \d+\) is still Requested$/,
    );
    expect(warning?.detail).toMatch(/declines it while it waits/);
    const [waiting] = (await set.plan(shop())).diagnostics;
    expect(waiting?.detail).toMatch(/administrator has to approve/);
  });
});

/** Texts to match in place of texts. */
function matching({ summary, ...rest }: { summary: RegExp; path: unknown }) {
  return { ...rest, summary: expect.stringMatching(summary) };
}
