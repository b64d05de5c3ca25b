import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../../test/support/arbitrary-value.ts";
import { bookAttributes } from "../../../test/support/library-provider.ts";
import { arbitraryConfig, fillObject, proposedNew } from "../../../test/support/terraform-core.ts";
import { checkApplied } from "../check/check-applied.ts";
import { checkPlan } from "../check/check-plan.ts";
import { UNKNOWN, type ValueRecord } from "../value.ts";
import { planPipeline } from "./pipeline.ts";
import { changedAttributes } from "./steps.ts";

const known = arbitraryConfig(bookAttributes, { mayBeUnknown: false });
const any = arbitraryConfig(bookAttributes, { mayBeUnknown: true });

const planned = (config: ValueRecord, prior: ValueRecord | null) =>
  planPipeline(bookAttributes, { config, prior }, proposedNew(bookAttributes, prior, config));
const applied = (config: ValueRecord, prior: ValueRecord | null) =>
  fillObject(bookAttributes, planned(config, prior));

describe("planPipeline", () => {
  it("plans what Terraform accepts, on create and on update", () => {
    fc.assert(
      fc.property(known, any, (first, second) => {
        expect(
          checkPlan(bookAttributes, { config: second, prior: null, planned: planned(second, null) }),
        ).toEqual([]);
        const prior = applied(first, null);
        expect(checkPlan(bookAttributes, { config: second, prior, planned: planned(second, prior) })).toEqual(
          [],
        );
      }),
    );
  });

  it("plans nothing when the same configuration is planned a second time", () => {
    fc.assert(
      fc.property(known, known, (first, second) => {
        const state = applied(second, applied(first, null));
        expect(plain(planned(second, state))).toEqual(plain(state));
      }),
    );
  });

  it("leaves unknown nothing that apply can't fill in", () => {
    fc.assert(
      fc.property(known, (config) => {
        const plan = planned(config, null);
        expect(checkApplied(bookAttributes, plan, fillObject(bookAttributes, plan))).toEqual([]);
      }),
    );
  });

  it("never plans a write-only value", () => {
    fc.assert(
      fc.property(any, (config) => {
        expect(planned(config, null).pin_wo).toBeNull();
      }),
    );
  });

  it("stays with what it planned when unknown values become known", () => {
    fc.assert(
      fc.property(known, known, fc.constantFrom("title", "slot", "tags", "shelf"), (first, config, name) => {
        const prior = applied(first, null);
        const early = planned({ ...config, [name]: UNKNOWN }, prior);
        const late = planned(config, prior);
        // What was known early is the same late: all that changed was unknown, or is the argument itself.
        const different = changedAttributes(bookAttributes, early, late);
        for (const other of different) {
          if (other !== name)
            expect(plain(early[other] ?? null)).toEqual(plain(partlyUnknown(early[other] ?? null)));
        }
      }),
    );
  });
});

/** A value that has an unknown part, or none at all: then the comparison fails and shows it. */
function partlyUnknown(value: ValueRecord[string]): ValueRecord[string] {
  return JSON.stringify(plain(value)).includes('"unknown":true') ? value : "was known before";
}
