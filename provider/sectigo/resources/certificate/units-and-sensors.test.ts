import { describe, expect, it } from "vitest";
import { certificateStage, connection, shop } from "../../../../test/support/certificate-stage.ts";
import { expectSettled, issued, refOf, shopOf } from "../../../../test/support/profile-refs.ts";

describe("S11 business units", () => {
  const RETAIL = { business_units: ["Retail"] };

  it("are those of the profile, and other runs refuse to plan, read and destroy it before any call", async () => {
    await using it = await issued({ business_unit: "Retail" });
    const { set, wishes } = it;
    expect(set.values.business_unit).toBe("Retail");
    set.api = connection(set.scm, undefined, RETAIL);
    await expectSettled(set, wishes);
    set.api = connection(set.scm, undefined, { business_units: ["Wholesale"] });
    await set.scm.control.clearRequests();
    const refusals = [
      ...(await set.refresh()),
      ...(await set.plan(wishes)).diagnostics,
      ...(await set.plan(null)).diagnostics,
    ];
    expect(refusals.map(({ summary }) => summary)).toEqual(
      ["Read", "Change", "Destroy"].map((attempt) =>
        expect.stringMatching(
          new RegExp(`^${attempt} certificate shop.*belongs to business unit "Retail" .config`),
        ),
      ),
    );
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("refuse a certificate that belongs to none, with and without a profile", async () => {
    await using set = await certificateStage();
    set.api = connection(set.scm, undefined, RETAIL);
    for (const wishes of [shop(), shopOf(refOf(set))]) {
      const [found] = (await set.plan(wishes)).diagnostics;
      expect(found?.summary).toMatch(/it belongs to no business unit /);
      expect(found?.detail).toMatch(/This run is for "Retail".*a certificate without a profile has none/s);
    }
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("let an import be read, whose unit is not known yet, and judge it in the plan", async () => {
    await using it = await issued({ business_unit: "Retail" });
    const { set, wishes } = it;
    set.api = connection(set.scm, undefined, RETAIL);
    expect(await set.import(String(set.values.ssl_id))).toEqual([]);
    expect((await set.plan(set.generated)).diagnostics[0]?.summary).toMatch(/belongs to no business unit/);
    expect((await set.plan(wishes)).diagnostics).toEqual([]);
  });
});

describe("sensors of a certificate", () => {
  it("S48 one that is not declared is an error where something is ordered, and nothing to what is kept", async () => {
    await using set = await certificateStage();
    const found = (await set.plan(shop({ sensor: "dc1" }))).diagnostics;
    expect(found).toMatchObject([
      { severity: "error", summary: 'No sensor "dc1" is declared', path: [{ attribute: "sensor" }] },
    ]);
    await set.apply(shop());
    expect(await set.apply(shop({ sensor: "dc1" }))).toEqual([]);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("that a profile of another state names and that are gone are a warning once, and all serve", async () => {
    await using set = await certificateStage();
    const wishes = shopOf(refOf(set, { sensors: ["gone"] }));
    const told = [...(await set.apply(wishes)), ...(await set.refresh())];
    expect(told).toMatchObject([
      { severity: "warning", detail: expect.stringMatching(/^"gone" can't be gone by/) },
    ]);
    expect(set.values.status).toBe("Issued");
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});
