import { describe, expect, it } from "vitest";
import { book, environment } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { importByIdentity, importResource } from "./import-resource.ts";
import { UNKNOWN } from "./value.ts";

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

describe("importByIdentity", () => {
  const identity = { copy_id: Decimal.from(12), isbn: null };

  it("answers what the identity tells, everything else null", () => {
    const { state, diagnostics } = importByIdentity(book(), identity, explain);
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ copy_id: Decimal.from(12), isbn: null, title: null });
    expect(state).not.toHaveProperty("pin_wo");
  });

  it.each([
    ["incomplete", { ...identity, copy_id: null }, "Missing required argument"],
    ["no whole number", { ...identity, copy_id: Decimal.from("0.5") }, "Invalid value for copy_id"],
    ["unknown", { ...identity, isbn: UNKNOWN }, "Import not supported"],
  ])("refuses one that is %s", (_name, wrong, summary) => {
    expect(importByIdentity(book(), wrong, explain)).toMatchObject({
      state: null,
      diagnostics: [{ summary }],
    });
  });

  it("explains what the resource makes of it, and says so when it makes nothing", () => {
    const { spec, ...rest } = book();
    const { identity: declared, ...others } = spec;
    const find = () => {
      throw new Error("no such copy");
    };
    const failing = { ...rest, spec: { ...spec, ...(declared && { identity: { ...declared, find } }) } };
    expect(importByIdentity(failing, identity, explain).diagnostics).toMatchObject([
      { detail: "no such copy" },
    ]);
    expect(importByIdentity({ ...rest, spec: others }, identity, explain).diagnostics).toMatchObject([
      { summary: "Import not supported" },
    ]);
  });
});
