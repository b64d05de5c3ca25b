import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../../test/support/library-provider.ts";
import { integer, single, string } from "../attribute.ts";
import { Decimal } from "../decimal.ts";
import { path } from "../path.ts";
import { UNKNOWN, type Value, type ValueRecord } from "../value.ts";
import {
  applyDefaults,
  changedAttributes,
  completeConfig,
  dropWriteOnly,
  isRecordOnly,
  keepSpelling,
  markComputedUnknown,
  recreatePaths,
  restoreKept,
} from "./steps.ts";

const n = (source: number | string) => Decimal.from(source);

describe("applyDefaults", () => {
  const defaulted = (config: ValueRecord, planned: ValueRecord = config) =>
    applyDefaults(bookAttributes, { config: bookTree(config), prior: null }, bookTree(planned));

  it("fills in what the configuration leaves out, at any depth", () => {
    const planned = defaulted({ shelf: { room: "a", floor: null, sign: null } });
    expect(planned.pages).toEqual(n(100));
    expect(planned.shelf).toEqual({ room: "a", floor: n(1), sign: null });
  });

  it("takes the place of the prior value, which Terraform proposes for what is left out", () => {
    expect(defaulted({}, { pages: n(5) }).pages).toEqual(n(100));
  });

  it("leaves what is configured, known or not", () => {
    expect(defaulted({ pages: n(5) }).pages).toEqual(n(5));
    expect(defaulted({ pages: UNKNOWN }).pages).toBe(UNKNOWN);
    expect(defaulted({ shelf: UNKNOWN }).shelf).toBe(UNKNOWN);
  });

  it("takes the default of an object whole, whatever defaults its members have", () => {
    const unit = string({ is: "optional", doc: "Unit.", orElse: "hours" });
    const every = single({ unit }, { is: "optional", doc: "How often.", orElse: { unit: "days" } });
    expect(completeConfig({ every }, { every: null })).toEqual({ every: { unit: "days" } });
    expect(completeConfig({ every }, { every: { unit: null } })).toEqual({ every: { unit: "hours" } });
  });

  it("does not touch the prior value of an object that the provider decided", () => {
    const size = integer({ is: "optional", doc: "Size.", orElse: 1 });
    const box = single({ size }, { is: "optionalComputed", doc: "Box." });
    const objects = { config: { box: null }, prior: { box: { size: n(5) } } };
    expect(applyDefaults({ box }, objects, { box: { size: n(5) } })).toEqual({ box: { size: n(5) } });
  });
});

describe("dropWriteOnly", () => {
  it("nulls what is never stored, and nothing else", () => {
    const object = bookTree({ isbn: "1", pin_wo: "secret", pin_version: n(1) });
    expect(dropWriteOnly(bookAttributes, object)).toEqual({ ...object, pin_wo: null });
    expect(dropWriteOnly(bookAttributes, bookTree({ pin_wo: UNKNOWN })).pin_wo).toBeNull();
  });
});

describe("keepSpelling", () => {
  const kept = (earlier: ValueRecord | null, object: ValueRecord) =>
    keepSpelling(bookAttributes, earlier === null ? null : bookTree(earlier), bookTree(object));

  const titles: readonly [string, Value, Value, Value][] = [
    ["keeps the earlier spelling of what means the same", "Emma", "EMMA", "Emma"],
    ["takes a new meaning", "Emma", "Persuasion", "Persuasion"],
    ["takes a value where there was none", null, "EMMA", "EMMA"],
    ["takes null where there was a value", "Emma", null, null],
    ["leaves an unknown unknown", "Emma", UNKNOWN, UNKNOWN],
    ["takes a value where an unknown was planned", UNKNOWN, "EMMA", "EMMA"],
  ];
  it.each(titles)("%s", (_name, earlier, now, expected) => {
    expect(kept({ title: earlier }, { title: now }).title).toBe(expected);
  });

  it("works inside nested objects", () => {
    const shelf = (room: string) => ({ shelf: { room, floor: null, sign: null } });
    expect(kept(shelf("A"), shelf(" A ")).shelf).toMatchObject({ room: "A" });
  });

  it("has nothing to keep on create", () => {
    expect(kept(null, { title: "EMMA" }).title).toBe("EMMA");
  });
});

describe("markComputedUnknown", () => {
  const marked = (config: ValueRecord, planned: ValueRecord = config) =>
    markComputedUnknown(bookAttributes, { config: bookTree(config), prior: null }, bookTree(planned));

  it("marks what is computed and not configured, at any depth", () => {
    const planned = marked({
      isbn: "1",
      chapters: [{ name: "a", ordinal: null }, UNKNOWN],
      copies: { x: { state: null, number: null } },
      shelf: { room: UNKNOWN, floor: null, sign: null },
    });
    expect(planned).toMatchObject({ isbn: "1", title: null, copy_id: UNKNOWN, due: UNKNOWN, slot: UNKNOWN });
    expect(planned.chapters).toEqual([{ name: "a", ordinal: UNKNOWN }, UNKNOWN]);
    expect(planned.copies).toEqual({ x: { state: null, number: UNKNOWN } });
    expect(planned.shelf).toEqual({ room: UNKNOWN, floor: null, sign: UNKNOWN });
  });

  it("leaves what is optional and computed when it is configured", () => {
    expect(marked({ slot: "B2" }).slot).toBe("B2");
  });

  it("leaves a default: the configuration is silent, the plan is not", () => {
    expect(marked({}, { pages: n(100) }).pages).toEqual(n(100));
  });

  it("leaves the elements of sets", () => {
    const readers = [{ name: "a", card: null }];
    expect(marked({ readers }).readers).toEqual(readers);
  });
});

describe("restoreKept", () => {
  const restored = (prior: ValueRecord | null, planned: ValueRecord, config: ValueRecord = {}) =>
    restoreKept(
      bookAttributes,
      { config: bookTree(config), prior: prior === null ? null : bookTree(prior) },
      bookTree(planned),
    );

  it("restores what is kept, and only that", () => {
    const planned = restored({ copy_id: n(7), checked: "today" }, { copy_id: UNKNOWN, checked: UNKNOWN });
    expect(planned).toMatchObject({ copy_id: n(7), checked: UNKNOWN });
  });

  it("keeps what is optional and computed while it is not configured", () => {
    expect(restored({ slot: "A1" }, { slot: UNKNOWN }).slot).toBe("A1");
    expect(restored({ slot: "A1" }, { slot: UNKNOWN }, { slot: UNKNOWN }).slot).toBe(UNKNOWN);
    expect(restored({ slot: "A1" }, { slot: "B2" }, { slot: "B2" }).slot).toBe("B2");
  });

  it("keeps null where null is a value", () => {
    expect(restored({ due: null, slot: null }, { due: UNKNOWN, slot: UNKNOWN })).toMatchObject({
      due: null,
      slot: null,
    });
  });

  it("does not keep null where it only means that it is not filled in yet", () => {
    expect(restored({ copy_id: null }, { copy_id: UNKNOWN }).copy_id).toBe(UNKNOWN);
  });

  it("keeps nothing on create", () => {
    expect(restored(null, { due: UNKNOWN, slot: UNKNOWN })).toMatchObject({ due: UNKNOWN, slot: UNKNOWN });
  });

  it("keeps members of objects that were there, and none of new ones", () => {
    const copies = (number: Value) => ({ state: null, number });
    const planned = restored(
      { copies: { old: copies(n(3)) } },
      { copies: { old: copies(UNKNOWN), new: copies(UNKNOWN) } },
      { copies: { old: copies(null), new: copies(null) } },
    );
    expect(planned.copies).toEqual({ old: copies(n(3)), new: copies(UNKNOWN) });
  });
});

describe("what changed", () => {
  it("is found by meaning: other digits of a number and another order of a set do not count as a change", () => {
    const prior = bookTree({ price: n("1.50"), tags: ["a", "b"], title: "a" });
    expect(
      changedAttributes(bookAttributes, prior, bookTree({ price: n("1.5"), tags: ["b", "a"], title: "b" })),
    ).toEqual(["title"]);
  });

  it("counts an unknown as a change", () => {
    expect(changedAttributes(bookAttributes, bookTree({ isbn: "1" }), bookTree({ isbn: UNKNOWN }))).toEqual([
      "isbn",
    ]);
  });

  const recordOnly: readonly [readonly string[], boolean][] = [
    [[], true],
    [["timeouts"], true],
    [["timeouts", "is_lent"], true],
    [["timeouts", "title"], false],
    [["copy_id"], false],
  ];
  it.each(recordOnly)("of %j is worth no more than a note: %j", (changed, expected) => {
    expect(isRecordOnly(bookAttributes, changed)).toBe(expected);
  });

  it("recreates by sorted paths of the attributes that say so", () => {
    const attributes = {
      b: string({ is: "required", onChange: "recreate", doc: "B." }),
      a: string({ is: "required", onChange: "recreate", doc: "A." }),
      c: string({ is: "required", onChange: "update", doc: "C." }),
    };
    expect(recreatePaths(attributes, ["b", "c", "a"])).toEqual([path("a"), path("b")]);
  });
});
