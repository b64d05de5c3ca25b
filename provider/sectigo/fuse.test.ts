import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../test/support/certificate-stage.ts";
import { Fuse } from "./fuse.ts";

describe("S72 a fuse", () => {
  it("lets as many through as it is for, each once, and lists them to the next", () => {
    const fuse = new Fuse(2, "order", "max_orders_per_run");
    expect([fuse.count("1", "a"), fuse.count("1", "a"), fuse.count("2", "b")]).toEqual([null, null, null]);
    expect(fuse.count("3", "c")).toMatchObject({
      severity: "error",
      summary: "c: this run would order more than 2 certificates",
      detail: expect.stringMatching(/^Counted before it: a; b\.\n\n.*max_orders_per_run/),
    });
  });

  it("counts what nothing tells apart one by one", () => {
    const fuse = new Fuse(1, "order", "max_orders_per_run");
    expect(fuse.count(null, "a")).toBeNull();
    expect(fuse.count(null, "a")).not.toBeNull();
  });

  it("refuses an order in the plan, and a revocation before it is sent", async () => {
    await using none = await certificateStage({}, undefined, { maxOrders: 0 });
    const [told] = await none.apply(shop());
    expect(told?.summary).toMatch(/would order more than 0 certificates$/);
    await using kept = await certificateStage({}, undefined, { maxRevocations: 0 });
    await kept.apply(shop());
    const refusals = await kept.apply(null);
    expect(refusals[0]?.summary).toMatch(/would revoke more than 0 certificates$/);
    expect((await kept.record).status).toBe("Issued");
  });
});
