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

  it("makes few enough looks in ten minutes", () => {
    let looks = 0;
    for (let waited = 0; waited < 600_000; waited += pauseAfter(waited)) looks += 1;
    expect(looks).toBeLessThan(45);
  });
});
