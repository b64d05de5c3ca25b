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
      detail: expect.stringMatching(/^Counted before it: a; b\. .*\n\n.*max_orders_per_run/),
    });
  });

  it("explains once, with the first ten and how many more, and gives the others one line with their number", () => {
    const fuse = new Fuse(100, "order", "max_orders_per_run");
    const told = Array.from({ length: 1_000 }, (_, at) => fuse.count(String(at), `certificate ${at + 1}`));
    const [first, second, ...others] = told.slice(100);
    expect(told.slice(0, 100)).toEqual(Array(100).fill(null));
    expect(first?.detail).toMatch(/^Counted before it: (certificate \d+; ){10}and 90 more\. /);
    expect(second).toEqual({
      severity: "error",
      summary: "certificate 102: number 102 of the at most 100 certificates that this run may order",
      detail: "",
    });
    expect(others.at(-1)?.summary).toMatch(/number 1000 of/);
    // The same instance, asked again, has the same answer.
    expect(fuse.count("101", "certificate 102")).toEqual(second);
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
