import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startProxy, type TestProxy } from "../support/proxies.ts";
import { connectorOf, methodStage } from "./support/methods.ts";
import type { Stage } from "./support/scm.ts";
import { expectNowhere } from "./support/secrets.ts";

const ACCESS_CODE = "a-code-that-nobody-else-has";
const EXAMPLES = new URL("../../examples/methods", import.meta.url);

/** A way to SCM for the example that needs one; the others don't ask for it. */
const sensors = (proxy: TestProxy) => ({
  TF_VAR_sensors: JSON.stringify([{ name: "dc1", proxy_url: proxy.url }]),
});

const exportsOf = (set: Stage, proxy?: TestProxy) => ({
  ...connectorOf(set),
  ...(proxy && sensors(proxy)),
  TF_VAR_access_code: ACCESS_CODE,
});

async function apply(set: Stage, proxy?: TestProxy): Promise<void> {
  await set.workspace.init();
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], exportsOf(set, proxy));
}

/** Exit code and words of a plan for what was just applied. */
async function secondPlan(set: Stage, proxy?: TestProxy): Promise<unknown> {
  const args = ["plan", "-detailed-exitcode", "-no-color"];
  const { code, stderr } = await set.workspace.run(args, exportsOf(set, proxy));
  return { code, stderr };
}

const destroy = (set: Stage, proxy?: TestProxy) =>
  set.workspace.must(["destroy", "-auto-approve", "-no-color"], exportsOf(set, proxy));

/** Web forms that the example made, with their accounts. */
const forms = async ({ scm }: Stage) =>
  (await scm.control.endpoints()).filter(({ accounts }) => accounts.length > 0);

describe("examples of the seven enrollment methods", () => {
  it.each(readdirSync(EXAMPLES).sort())("S43 %s: apply, empty second plan, destroy", async (method) => {
    await using proxy = await startProxy();
    await using set = await methodStage(method);
    const before = await set.scm.control.endpoints();
    await apply(set, proxy);
    expect(await secondPlan(set, proxy)).toEqual({ code: 0, stderr: "" });
    await destroy(set, proxy);
    expect(await set.scm.control.endpoints()).toEqual(before);
    expect(await set.scm.control.acmeAccounts()).toEqual([]);
    const left = (await set.scm.control.certificates()).map(({ status }) => status);
    expect(left.filter((status) => status === "Issued")).toEqual([]);
    expectNowhere(set.workspace, { "the access code": ACCESS_CODE });
  });

  it("there is one for each method", () => {
    expect(readdirSync(EXAMPLES).sort()).toEqual([
      ...["acme", "admin_web_request", "agent", "browser_pkcs12", "csr", "rest_api", "sensor"],
    ]);
  });
});

describe("S44 admin_web_request", () => {
  it("the apply ends while an administrator has not decided, and a later refresh has the certificate", async () => {
    await using set = await methodStage("admin_web_request", { autoApprove: false });
    await apply(set);
    const [request] = await set.scm.control.certificates();
    expect(request?.status).toBe("Requested");
    expect(await secondPlan(set)).toMatchObject({ code: 0 });
    await set.scm.control.act(request?.sslId ?? 0, "approve");
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], exportsOf(set));
    const state = await set.workspace.state();
    expect(state.values("sectigo_certificate.shop").certificate_pem).toMatch(/BEGIN CERTIFICATE/);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("its web form approves nothing automatically", async () => {
    await using set = await methodStage("admin_web_request");
    await apply(set);
    expect(await forms(set)).toMatchObject([{ accounts: [{ autoApprove: false }] }]);
  });
});

describe("S45 browser_pkcs12", () => {
  it("the form has the code, drift is found and healed, and the address is shown", async () => {
    await using set = await methodStage("browser_pkcs12");
    await apply(set);
    const [form] = await forms(set);
    expect(form).toMatchObject({
      name: "Certificates for people",
      accounts: [{ csrGenerationMethod: "BROWSER", accessCode: ACCESS_CODE.length, autoApprove: false }],
    });
    const { enrollment_url } = (await set.workspace.state()).values("sectigo_profile.people");
    expect(enrollment_url).toMatch(/\/customer\/cst01234\/ssl\/certificates-for-people$/);
    await set.scm.control.changeEndpointAccount(form?.id ?? 0, form?.accounts[0]?.id ?? 0, {
      autoApprove: true,
    });
    const drift = ["plan", "-refresh-only", "-detailed-exitcode", "-no-color"];
    const found = await set.workspace.run(drift, exportsOf(set));
    expect([found.code, found.stdout]).toEqual([
      2,
      expect.stringMatching(/automatic approval: true instead of false/),
    ]);
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], exportsOf(set));
    expect(await forms(set)).toMatchObject([
      { accounts: [{ autoApprove: false, accessCode: ACCESS_CODE.length }] },
    ]);
    expect((await set.workspace.run(drift, exportsOf(set))).code).toBe(0);
    expectNowhere(set.workspace, { "the access code": ACCESS_CODE });
  });
});

describe("an access code that SCM refuses", () => {
  it("is struck from SCM's own words, from the log at TRACE and from all that is left", async () => {
    await using set = await methodStage("browser_pkcs12");
    const description = `The access code ${ACCESS_CODE} was used before`;
    const refusal = { kind: "status", status: 400, code: -1601, description } as const;
    await set.scm.control.plantFault({ route: "POST /endpoint/v1/{id}/account", times: 5, ...refusal });
    await set.workspace.init();
    const { code, stderr } = await set.workspace.run(["apply", "-auto-approve", "-no-color"], exportsOf(set));
    expect(code).toBe(1);
    expect(stderr.replaceAll(/[\s│]+/g, " ")).toMatch(/The access code \S*redacted\S* was used before/);
    expectNowhere(set.workspace, { "the access code": ACCESS_CODE });
  });
});

describe("S46 csr", () => {
  it("people with the right group enroll at the form, and Terraform orders by REST", async () => {
    await using set = await methodStage("csr");
    await apply(set);
    expect(await forms(set)).toMatchObject([
      { accounts: [{ csrGenerationMethod: "PROVIDED", accountAuthMethod: "IDP_ASSERTIONS_MAPPING" }] },
    ]);
    expect(await set.scm.control.certificates()).toMatchObject([{ status: "Issued", orgId: 7019 }]);
  });
});
