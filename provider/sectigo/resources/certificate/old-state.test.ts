/** A state that was restored from a backup, two renewals old: the youngest of the line is taken over, and nothing is ordered. */
import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const QUARTER = shop({ term_days: 90 });

describe("S15 a state two renewals old", () => {
  it.each([
    ["as SCM is seen to behave", {}],
    ["where `renewed` is said late", { renewedLagMs: 1e12 }],
    ["with comments that a renewal takes along", { strict: { renewalCopiesComments: true } }],
  ])("finds the youngest of the line, and orders nothing, %s", async (_what, choices) => {
    await using set = await certificateStage(choices, undefined, { origin: { scope: "shop", runUrl: null } });
    await set.apply(QUARTER);
    const former = { state: set.state, private: set.private };
    for (const days of [64, 140]) {
      await set.pass(days);
      await set.refresh();
      await set.apply(QUARTER);
    }
    const { ssl_id, serial_number } = set.values;
    const orders = await set.orders();
    expect(orders).toEqual(["enroll", "renewById", "renewById"]);
    Object.assign(set, former);
    for (const _ of [1, 2]) {
      await set.refresh();
      await set.apply(QUARTER);
    }
    expect(set.values).toMatchObject({ ssl_id, serial_number, status: "Issued", pending: null });
    expect(await set.orders()).toEqual(orders);
    await set.refresh();
    expect((await set.plan(QUARTER)).planned).toEqual(set.state);
  });

  it("lists the one between, which is still valid, and revokes it with the others", async () => {
    await using set = await certificateStage({}, undefined, { origin: { scope: "shop", runUrl: null } });
    await set.apply(QUARTER);
    const former = { state: set.state, private: set.private };
    await set.pass(64);
    await set.refresh();
    await set.apply(QUARTER);
    const { ssl_id, serial_number, not_after } = set.values;
    await set.pass(140);
    await set.refresh();
    await set.apply(QUARTER);
    Object.assign(set, former);
    await set.refresh();
    await set.apply(QUARTER);
    expect(set.values.superseded).toEqual([{ ssl_id, serial_number, not_after }]);
    await set.apply({ ...QUARTER, revoke_superseded: true });
    await set.apply(null);
    const alive = (await set.scm.control.certificates()).filter(({ status }) => status === "Issued");
    // The first of the line has ended by its dates.
    expect(alive.map(({ sslId }) => sslId)).not.toContain(ssl_id);
  });
});
