/** What changes between a plan and its apply: the apply looks again, and orders or revokes nothing that it may not. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import {
  CertificateStage,
  certificateStage,
  connection,
  shop,
} from "../../../../test/support/certificate-stage.ts";
import { issued } from "../../../../test/support/profile-refs.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const RENEWED = ["enroll", "renewById"];

describe("a saved plan", () => {
  it("does not renew what SCM has been told to renew automatically since", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.pass(140);
    await set.refresh();
    const autoRenewDetails = { state: "Scheduled", daysBeforeExpiration: 30 };
    const { ssl_id: sslId, serial_number } = set.values;
    const told = await set.applySaved(shop(), () =>
      set.scm.call("PUT", "/ssl/v1", { sslId, autoRenewDetails }),
    );
    expect(told).toMatchObject([
      {
        summary: expect.stringMatching(/could not be renewed yet$/),
        detail: expect.stringMatching(/\[state\.auto_renewal\]/),
      },
    ]);
    expect(set.values).toMatchObject({ ssl_id: sslId, serial_number });
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("renews where nothing has changed since", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.pass(140);
    await set.refresh();
    expect(await set.applySaved(shop(), () => undefined)).toEqual([]);
    expect(await set.orders()).toEqual(RENEWED);
  });

  it("enrolls where it would have exchanged a certificate that has ended since, though it keeps the plan's instant", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.pass(20);
    const other = shop({ csr_pem: makeCsr("shop.example.test").csr });
    expect(await set.applySaved(other, () => set.pass(200), "1.16")).toEqual([]);
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
    expect(set.values).toMatchObject({ key_matches: true, status: "Issued" });
  });

  it("S11 revokes nothing in a run for another business unit", async () => {
    await using it = await issued({ business_unit: "Retail" });
    const { set } = it;
    const { ssl_id } = set.values;
    const told = await set.applySaved(null, async () => {
      await set.api.client.close();
      set.api = connection(set.scm, undefined, { business_units: ["Wholesale"] });
      await set.scm.control.clearRequests();
    });
    expect(told).toMatchObject([
      {
        severity: "error",
        summary: expect.stringMatching(/^Destroy certificate .*belongs to business unit "Retail"/),
      },
    ]);
    expect(await set.scm.control.requests()).toEqual([]);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Issued");
  });
});

describe("an order that another administrator placed", () => {
  it("is not taken over, though scope and key are the same", async () => {
    const origin = { scope: "shop", runUrl: null };
    await using set = await certificateStage({}, "jo", { login: "jo", origin });
    await set.apply(shop());
    const own = new CertificateStage(set.scm, undefined, { login: set.scm.username, origin });
    const told = await own.apply(shop());
    expect(told).toMatchObject([
      { severity: "error", summary: expect.stringMatching(/SCM holds this order already: \d+ \(Issued\)/) },
    ]);
    expect(own.state).toBeNull();
    expect(await set.orders()).toEqual(["enroll"]);
    await own.api.client.close();
  });
});

const QUARTER = shop({ term_days: 90 });

const NOTHING = new Uint8Array();

describe("a saved plan under a client that hands private data on", () => {
  it("renews in its apply what it planned to renew, though time has passed", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    await set.pass(64);
    const first = await set.plan(QUARTER, true, NOTHING);
    expect(first.planned).toMatchObject({ ssl_id: UNKNOWN });
    await set.pass(3);
    const second = await set.plan(QUARTER, true, first.private);
    expect(second.planned).toEqual(first.planned);
  });

  it("orders nothing in its apply though the hard deadline passes in between, and decides by it in the next plan", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    await set.pass(80);
    const changed = { ...QUARTER, comments: "before the deadline" };
    const first = await set.plan(changed, true, NOTHING);
    expect(first.planned).toMatchObject({ ssl_id: set.state?.ssl_id });
    await set.pass(8);
    // Without the memory the same question is answered by the new time, and Terraform refuses the apply.
    expect((await set.plan(changed)).planned).toMatchObject({ ssl_id: UNKNOWN });
    const second = await set.plan(changed, true, first.private);
    expect(second.planned).toEqual(first.planned);
  });

  it("renews as planned on a machine whose clock is behind that of the plan", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.pass(140);
    expect(await set.applySaved(shop(), () => set.pass(-20), "1.16")).toEqual([]);
    expect(await set.orders()).toEqual(RENEWED);
  });

  it("keeps nothing in an empty plan", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const { private: kept } = await set.plan(QUARTER, true, NOTHING);
    expect(kept).toEqual(set.private);
  });
});
