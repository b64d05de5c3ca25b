import { describe, expect, it } from "vitest";
import { book, environment } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { importResource } from "./import-resource.ts";

const { explain } = environment();

describe("importResource", () => {
  it("answers what the id tells, everything else null", () => {
    const { state, diagnostics } = importResource(book(), "12", explain);
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ copy_id: Decimal.from(12), isbn: null, title: null });
    expect(state).not.toHaveProperty("pin_wo");
  });

  it("explains an id that can't be read, and one that does not fit", () => {
    const failing = book({
      importState: () => {
        throw new Error("write it like 12");
      },
    });
    expect(importResource(failing, "x", explain).diagnostics).toMatchObject([{ detail: "write it like 12" }]);
    expect(importResource(book(), "x", explain)).toMatchObject({
      state: null,
      diagnostics: [{ severity: "error" }],
    });
  });

  it("says so when a resource has no import", () => {
    const { handlers, ...rest } = book();
    const { importState: _, ...others } = handlers;
    expect(importResource({ ...rest, handlers: others }, "12", explain)).toMatchObject({
      state: null,
      diagnostics: [{ summary: "Import not supported" }],
    });
  });
});
