import { describe, expect, it } from "vitest";
import { bookTree } from "../../test/support/library-provider.ts";
import { timeoutMs, timeouts } from "./timeouts.ts";
import { UNKNOWN } from "./value.ts";

const spec = { timeoutsMs: { create: 1, read: 2, update: 3, delete: 4 } };

describe("timeouts", () => {
  it("takes the user's time, else the resource's own", () => {
    const object = bookTree({ timeouts: { create: "2m", read: null, update: UNKNOWN, delete: "soon" } });
    expect(timeoutMs(spec, "create", object)).toBe(120_000);
    expect(timeoutMs(spec, "read", object)).toBe(2);
    expect(timeoutMs(spec, "update", object)).toBe(3);
    expect(timeoutMs(spec, "delete", object)).toBe(4);
    expect(timeoutMs(spec, "delete", bookTree({}))).toBe(4);
    expect(timeoutMs(spec, "delete", {})).toBe(4);
  });

  it("asks for durations and changes nothing but what is stored", () => {
    expect(timeouts.spec.onChange).toBe("record");
    const check = timeouts.nested?.attributes.create?.spec.checks?.[0];
    expect(check?.("1h" as never)).toBeNull();
    expect(check?.("later" as never)).toMatch(/not a duration/);
  });
});
