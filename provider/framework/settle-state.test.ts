import { describe, expect, it } from "vitest";
import { bookAttributes, bookState, bookTree } from "../../test/support/library-provider.ts";
import { string } from "./attribute.ts";
import { checkApplied } from "./check/check-applied.ts";
import { Decimal } from "./decimal.ts";
import { encodeAnswer, settleState } from "./settle-state.ts";
import { UNKNOWN, type ValueRecord } from "./value.ts";
import { stored } from "./view.ts";

const n = (source: number) => Decimal.from(source);
const kept = stored(bookAttributes);
const config = {
  isbn: "1",
  title: "Emma",
  pages: 100,
  price: null,
  is_lent: null,
  tags: ["a", "b"],
  labels: null,
  shelf: null,
  chapters: null,
  copies: null,
  readers: null,
  pin_wo: null,
  pin_version: null,
  slot: null,
  timeouts: null,
};
const ANSWER = bookState(config);
const PLANNED: ValueRecord = bookTree({
  isbn: "1",
  title: "Emma",
  pages: n(100),
  tags: ["b", "a"],
  slot: UNKNOWN,
  copy_id: UNKNOWN,
  due: UNKNOWN,
  checked: UNKNOWN,
});

describe("settleState", () => {
  it("takes an answer that is what was planned, without a word", () => {
    const { state, diagnostics } = settleState(kept, PLANNED, ANSWER);
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ slot: "A1", copy_id: n(7), due: null, checked: "today" });
    expect(checkApplied(bookAttributes, PLANNED, state)).toEqual([]);
  });

  it("holds what came out otherwise to the plan, and says which it was without showing values", () => {
    const { state, diagnostics } = settleState(kept, PLANNED, {
      ...ANSWER,
      title: "Persuasion",
      price: Decimal.from(3),
    });
    expect(state).toMatchObject({ title: "Emma", price: null });
    expect(checkApplied(bookAttributes, PLANNED, state)).toEqual([]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: "Planned value kept: title" },
      { severity: "warning", summary: "Planned value kept: price" },
    ]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/Persuasion|Emma/);
  });

  it("keeps the planned spelling of what means the same, without a word", () => {
    const { state, diagnostics } = settleState(kept, PLANNED, { ...ANSWER, title: "EMMA" });
    expect(state.title).toBe("Emma");
    expect(diagnostics).toEqual([]);
  });

  it("stores null for what has no usable value, and says so: throwing would lose the object", () => {
    const { state, diagnostics } = settleState(kept, PLANNED, {
      ...ANSWER,
      copy_id: "s3cret",
      checked: UNKNOWN,
    });
    expect(state).toMatchObject({ isbn: "1", copy_id: null, checked: null });
    expect(diagnostics.map((d) => `${d.severity}: ${d.summary}`)).toEqual([
      "warning: Unusable value: copy_id",
      "warning: Unusable value: checked",
    ]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/s3cret/);
  });

  it("survives an answer that is nothing at all", () => {
    const { state } = settleState(kept, PLANNED, undefined as never); // what a cast lets through
    expect(state).toMatchObject({ isbn: "1", title: "Emma", copy_id: null });
  });
});

describe("encodeAnswer", () => {
  it("survives a comparison of spellings that fails", () => {
    const title = string({
      is: "optional",
      doc: "Title.",
      same: () => {
        throw new Error("can't compare");
      },
    });
    expect(encodeAnswer({ title }, { title: "a" }, { title: "b" }).state).toEqual({ title: "b" });
  });
});
