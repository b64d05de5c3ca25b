import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCovered, NOTHING_LOADED, nextWindow, withLoaded, withTooLarge } from "./report-windows.ts";

/** A day that is asked for, and what the report around it turns out to weigh. */
const step = fc.record({
  day: fc.integer({ min: -4_000, max: 40_000 }),
  bytes: fc.integer({ min: 0, max: 20_000_000 }),
});

describe("any walk over reports", () => {
  it("asks for windows that hold the day and nothing that is covered", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8_000_000 }),
        (steps, target) => {
          let loaded = NOTHING_LOADED;
          for (const { day, bytes } of steps) {
            if (isCovered(loaded, day)) continue;
            const window = nextWindow(loaded, day, target);
            expect(window.first).toBeLessThanOrEqual(day);
            expect(window.last).toBeGreaterThanOrEqual(day);
            expect(window.last - window.first).toBeLessThan(1_200);
            for (const { first, last } of loaded.windows)
              expect(window.last < first || last < window.first).toBe(true);
            loaded =
              bytes > 8_000_000
                ? withTooLarge(loaded, { window, bytes: 8_000_000, isAhead: false })
                : withLoaded(loaded, { window, bytes, isAhead: false });
          }
        },
      ),
    );
  });

  it("ends: a day that is always too large is let go of after a few tries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), (widest) => {
        let loaded = { ...NOTHING_LOADED, widest };
        let tries = 0;
        for (; !isCovered(loaded, 7); tries += 1)
          loaded = withTooLarge(loaded, {
            window: nextWindow(loaded, 7, 4_000_000),
            bytes: 8_000_000,
            isAhead: false,
          });
        expect(tries).toBeLessThanOrEqual(6);
      }),
    );
  });
});
