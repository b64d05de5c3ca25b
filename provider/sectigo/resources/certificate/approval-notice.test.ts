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
