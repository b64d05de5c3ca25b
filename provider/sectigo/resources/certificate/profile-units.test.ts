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

  it("let an import be read, whose unit nobody knows yet, and judge it in the plan", async () => {
    await using it = await issued({ business_unit: "Retail" });
    const { set, wishes } = it;
    set.api = connection(set.scm, undefined, RETAIL);
    expect(await set.import(String(set.values.ssl_id))).toEqual([]);
    expect((await set.plan(set.generated)).diagnostics[0]?.summary).toMatch(/belongs to no business unit/);
    expect((await set.plan(wishes)).diagnostics).toEqual([]);
  });
});
