import { describe, expect, it } from "vitest";
import { book } from "../../test/support/library-provider.ts";
import { upgradeState } from "./upgrade-state.ts";

const versioned = (version: number) => ({ ...book({}, { version }).spec, name: "book" });

describe("upgradeState", () => {
  it("passes the current version through", () => {
    const raw = { isbn: "1", surplus: [1] };
    expect(upgradeState(versioned(0), 0, raw)).toEqual({ state: raw, diagnostics: [] });
  });

  it("brings an older version to the current one", () => {
    expect(upgradeState(versioned(1), 0, { isbn: "1", name: "Emma" }).state).toEqual({
      isbn: "1",
      title: "Emma",
    });
  });

  it("says which versions it reads when it has no way from this one", () => {
    const { state, diagnostics } = upgradeState(versioned(1), 7, {});
    expect(state).toBeNull();
    expect(diagnostics).toMatchObject([
      { severity: "error", detail: expect.stringMatching(/version 7 of book; this release reads 0, 1\./) },
    ]);
  });
});
