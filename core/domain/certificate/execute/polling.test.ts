import { default as fc } from "fast-check";
import { describe, expect, it } from "vitest";
import { pauseAfter } from "./polling.ts";

describe("pauseAfter", () => {
  it("looks often at first, so that a private CA costs no wait, and never less than every minute", () => {
    expect(pauseAfter(0)).toBe(1000);
    expect(pauseAfter(3_600_000)).toBe(60_000);
  });

  it("never gets shorter while one waits", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_000_000 }), fc.nat({ max: 4_000_000 }), (one, more) => {
        expect(pauseAfter(one + more)).toBeGreaterThanOrEqual(pauseAfter(one));
      }),
    );
  });

  it("looks first when others of the kind were about to be issued, and as often as ever from then on", () => {
    expect([0, 15_000, 20_000].map((waited) => pauseAfter(waited, 20_000))).toEqual([15_000, 5000, 5000]);
    expect(pauseAfter(0, 2000)).toBe(1500);
    // An hour was a person's approval.
    expect([0, 15_000].map((waited) => pauseAfter(waited, 3_600_000))).toEqual([15_000, 15_000]);
  });

  it("makes few enough looks in ten minutes", () => {
    let looks = 0;
    for (let waited = 0; waited < 600_000; waited += pauseAfter(waited)) looks += 1;
    expect(looks).toBeLessThan(45);
  });
});
