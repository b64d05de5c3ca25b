import { describe, expect, it } from "vitest";
import { book, bookTree } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { identify } from "./identify.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";

const n = (source: number) => Decimal.from(source);
const STATE = bookTree({ copy_id: n(7), isbn: "1" });
const known = (members: ValueRecord = {}) => ({ copy_id: n(7), isbn: "1", ...members });

describe("identify", () => {
  it("says who an object is", () => {
    expect(identify(book(), STATE, null)).toEqual({ identity: known(), diagnostics: [] });
    expect(identify(book(), STATE, known())).toEqual({ identity: known(), diagnostics: [] });
  });

  it("fills in what was not known", () => {
    expect(identify(book(), STATE, known({ isbn: null }))).toEqual({ identity: known(), diagnostics: [] });
  });

  it.each([
    ["one part", { isbn: "2" }, 'isbn was "2" and is "1" now'],
    ["a number", { copy_id: n(8) }, "copy_id was 8 and is 7 now"],
  ])("holds on to what it was when %s differs, and says so", (_name, before, words) => {
    const { identity, diagnostics } = identify(book(), STATE, known(before));
    expect(identity).toEqual(known(before));
    expect(diagnostics).toMatchObject([{ severity: "error", summary: "Identity changed" }]);
    expect(diagnostics[0]?.detail).toContain(words);
  });

  it("keeps what it was while the state does not say", () => {
    const bare = bookTree({ isbn: "1" });
    expect(identify(book(), bare, null)).toEqual({ identity: null, diagnostics: [] });
    expect(identify(book(), bare, known())).toEqual({ identity: known(), diagnostics: [] });
  });

  it("has nothing to say of what is gone, and of resources without one", () => {
    expect(identify(book(), null, known())).toEqual({ identity: null, diagnostics: [] });
    const { spec, ...rest } = book();
    const { identity: _, ...others } = spec;
    expect(identify({ ...rest, spec: others }, STATE, null)).toEqual({ identity: null, diagnostics: [] });
  });

  const odd = (of: () => unknown): Resource<never> => {
    const { spec, ...rest } = book();
    const { identity } = spec;
    if (identity === undefined) throw new Error("the book has an identity");
    return { ...rest, spec: { ...spec, identity: { ...identity, of: of as never } } };
  };

  it.each([
    ["answers another type", () => ({ copy_id: "7", isbn: null })],
    [
      "fails",
      () => {
        throw new Error("no idea");
      },
    ],
  ])("only warns when the resource %s: an error would destroy what was just created", (_name, of) => {
    const { identity, diagnostics } = identify(odd(of), STATE, null);
    expect([identity, diagnostics]).toMatchObject([
      null,
      [{ severity: "warning", summary: "Identity not known" }],
    ]);
  });
});
