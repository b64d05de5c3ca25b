import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { domainResource } from "../domain.ts";

const LABS = { organization_id: 7108, certificate_types: ["SSL"], privileges: null };
const WEB = { organization_id: 7019, certificate_types: ["SSL", "SMIME"], privileges: ["DOMAIN"] };
const shop = { name: "shop.test", delegations: [LABS] };

async function detailsOf(stage: ResourceStage) {
  return (await stage.scm.call("GET", `/domain/v1/${stage.values.domain_id}`)).json;
}

describe("sectigo_domain", () => {
  it("S87 is made, delegated, suspended and deleted; the plan after each is empty", async () => {
    await using stage = await resourceStage(domainResource);
    expect(await stage.apply(shop)).toEqual([]);
    await stage.isSettled(shop);
    const wider = { ...shop, active: false, delegations: [LABS, WEB] };
    expect(await stage.apply(wider)).toEqual([]);
    expect(await detailsOf(stage)).toMatchObject({
      state: "SUSPENDED",
      delegations: [
        { orgId: 7108, certTypes: ["SSL"] },
        { orgId: 7019, certTypes: ["SSL", "SMIME"], domainCertificateRequestPrivileges: ["DOMAIN"] },
      ],
    });
    await stage.refresh();
    await stage.isSettled(wider);
    const narrower = { ...shop, delegations: [{ ...WEB, certificate_types: ["SMIME"] }] };
    expect(await stage.apply(narrower)).toEqual([]);
    expect(await detailsOf(stage)).toMatchObject({
      state: "ACTIVE",
      delegations: [{ orgId: 7019, certTypes: ["SMIME"] }],
    });
    const id = stage.values.domain_id;
    expect(await stage.apply(null)).toEqual([]);
    expect((await stage.scm.call("GET", `/domain/v1/${id}`)).status).toBe(404);
  });

  it("finds what was changed outside, and leaves delegations alone that it does not name", async () => {
    await using stage = await resourceStage(domainResource);
    await stage.apply(shop);
    const path = `/domain/v1/${stage.values.domain_id}`;
    await stage.scm.call("POST", `${path}/delegation`, { orgId: 7003, certTypes: ["SSL"] });
    await stage.refresh();
    await stage.isSettled(shop);
    await stage.scm.call("PUT", `${path}/suspend`);
    await stage.scm.call("DELETE", `${path}/delegation`, { orgId: 7108, certTypes: ["SSL"] });
    await stage.refresh();
    expect(stage.values).toMatchObject({ active: false, delegations: [] });
    await stage.apply(shop);
    expect(await detailsOf(stage)).toMatchObject({
      state: "ACTIVE",
      delegations: [{ orgId: 7003 }, { orgId: 7108 }],
    });
    await stage.scm.call("DELETE", path);
    await stage.refresh();
    expect(stage.state).toBeNull();
  });

  it("a delegation that waits for approval is a state, and its approval is seen", async () => {
    await using stage = await resourceStage(domainResource);
    await stage.apply(shop);
    await stage.scm.control.changeDomain("shop.test", { delegatedTo: [], requestedBy: [7108] });
    await stage.refresh();
    expect(stage.values).toMatchObject({ delegation_status: "REQUESTED", requested_by: [7108] });
    await stage.isSettled(shop);
    await stage.scm.call("POST", `/domain/v1/${stage.values.domain_id}/delegation/approve`, { orgId: 7108 });
    await stage.refresh();
    expect(stage.values).toMatchObject({ delegation_status: "ACTIVE", requested_by: [] });
    await stage.isSettled(shop);
  });

  it("refuses a domain that is there, with the way to take it over; an imported one stays after a destroy", async () => {
    await using stage = await resourceStage(domainResource);
    const labs = { name: "Labs.test", delegations: [{ ...LABS, privileges: ["DOMAIN", "SUBDOMAIN"] }] };
    const [found] = await stage.apply(labs);
    expect(found?.severity).toBe("error");
    expect(`${found?.summary} ${found?.detail}`).toMatch(/id 806.*: import sectigo_domain\.<name> 806/s);
    stage.takeOver("labs.test");
    await stage.refresh();
    expect(stage.values).toMatchObject({ domain_id: 806, name: "labs.test" });
    await stage.isSettled({ ...labs, name: "labs.test" });
    expect(await stage.apply(null)).toMatchObject([{ severity: "warning", summary: /stays in SCM/ }]);
    expect((await stage.scm.call("GET", "/domain/v1/806")).status).toBe(200);
  });

  it("a creation whose answer was lost is found again by its name", async () => {
    await using stage = await resourceStage(domainResource);
    await stage.scm.control.plantFault({ route: "POST /domain/v1", kind: "reset-after" });
    expect(await stage.apply(shop)).toEqual([]);
    await stage.isSettled(shop);
    expect(await stage.apply(null)).toEqual([]);
  });
});
