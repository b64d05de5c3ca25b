import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../../test/support/library-provider.ts";
import { UNKNOWN, type ValueRecord } from "../value.ts";
import { type Place, rewrite } from "./rewrite.ts";

/** The doc of every attribute that is visited, with the place it was visited at. */
function visits(config: ValueRecord, prior: ValueRecord | null, planned: ValueRecord) {
  const seen = new Map<string, Place[]>();
  rewrite(bookAttributes, { config: bookTree(config), prior, planned: bookTree(planned) }, (attr, place) => {
    seen.set(attr.spec.doc, [...(seen.get(attr.spec.doc) ?? []), place]);
    return place.planned;
  });
  return (doc: string) => seen.get(doc) ?? [];
}

describe("rewrite", () => {
  it("leaves a plan as it is when nothing is changed", () => {
    const planned = bookTree({
      shelf: { room: "a", floor: null, sign: null },
      chapters: [{ name: "a", ordinal: UNKNOWN }, UNKNOWN, null],
      copies: { constructor: { state: null, number: null } },
      readers: [{ name: UNKNOWN, card: null }],
      labels: UNKNOWN,
    });
    expect(
      rewrite(bookAttributes, { config: planned, prior: null, planned }, (_attr, place) => place.planned),
    ).toEqual(planned);
  });

  it("matches the elements of a list by position", () => {
    const config = { chapters: [{ name: "b" }, { name: "new" }] };
    const prior = bookTree({ chapters: [{ name: "a", ordinal: null }] });
    const at = visits(config, prior, config);
    expect(at("Name of the chapter.")).toEqual([
      { config: "b", prior: "a", planned: "b", isNew: false },
      { config: "new", prior: null, planned: "new", isNew: true },
    ]);
  });

  it("matches the elements of a map by key, and only by keys it has", () => {
    const config = { copies: { constructor: { state: "worn" }, second: { state: null } } };
    const prior = bookTree({ copies: { second: { state: "new", number: null } } });
    const at = visits(config, prior, config);
    expect(at("How worn it is.")).toEqual([
      { config: "worn", prior: null, planned: "worn", isNew: true },
      { config: null, prior: "new", planned: null, isNew: false },
    ]);
  });

  it("does not go into objects that the configuration does not have", () => {
    const planned = { shelf: { room: "a", floor: null, sign: "b" } };
    expect(visits({ shelf: null }, null, planned)("Room.")).toEqual([]);
    expect(visits({ shelf: UNKNOWN }, null, { shelf: UNKNOWN })("Room.")).toEqual([]);
    expect(visits({ shelf: { room: "a" } }, null, planned)("Room.")).toHaveLength(1);
  });

  it("does not go into sets", () => {
    const config = { readers: [{ name: "a", card: null }] };
    expect(visits(config, null, config)("Name of the reader.")).toEqual([]);
  });
});
