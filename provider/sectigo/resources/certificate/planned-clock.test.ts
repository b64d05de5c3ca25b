import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";

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

  it("keeps nothing in an empty plan", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const { private: kept } = await set.plan(QUARTER, true, NOTHING);
    expect(kept).toEqual(set.private);
  });
});
