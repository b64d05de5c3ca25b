import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { UNKNOWN } from "./value.ts";
import { planningView, settable, stored } from "./view.ts";

describe("what handlers see", () => {
  it("takes a value with any unknown part for unknown while planning", () => {
    const view = planningView(
      bookAttributes,
      bookTree({ isbn: UNKNOWN, tags: ["a", UNKNOWN], labels: { a: "b" }, pages: Decimal.from(3) }),
    );
    expect(view).toMatchObject({ isbn: UNKNOWN, tags: UNKNOWN, labels: { a: "b" }, pages: 3, title: null });
  });

  it("has no computed attributes in what the user may write", () => {
    expect(Object.keys(settable(bookAttributes))).toContain("slot");
    expect(Object.keys(settable(bookAttributes))).not.toContain("copy_id");
  });

  it("has no write-only attributes in what is stored", () => {
    expect(Object.keys(stored(bookAttributes))).toContain("pin_version");
    expect(Object.keys(stored(bookAttributes))).not.toContain("pin_wo");
  });
});
