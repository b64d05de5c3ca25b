import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../test/support/library-provider.ts";
import { list, listOf, map, single, string, text, whole } from "./attribute.ts";
import { Decimal } from "./decimal.ts";
import { formatPath } from "./path.ts";
import { validateConfig } from "./validate.ts";
import { UNKNOWN, type ValueRecord } from "./value.ts";

const n = (source: number | string) => Decimal.from(source);
const judge = (config: ValueRecord, areWriteOnlyAllowed = true) =>
  validateConfig(bookAttributes, bookTree({ isbn: "1", ...config }), { areWriteOnlyAllowed });
const found = (config: ValueRecord, areWriteOnlyAllowed?: boolean) =>
  judge(config, areWriteOnlyAllowed).map(({ summary, path = [] }) => `${summary} @ ${formatPath(path)}`);

describe("validateConfig", () => {
  const cases: readonly [string, ValueRecord, readonly string[]][] = [
    ["a configuration with what is required is fine", {}, []],
    ["null for what is required is not", { isbn: null }, ["Missing required argument @ isbn"]],
    ["an unknown may turn out fine", { isbn: UNKNOWN, pages: UNKNOWN, shelf: UNKNOWN }, []],
    ["a computed attribute is not the user's", { copy_id: n(1) }, ["Read-only attribute @ copy_id"]],
    [
      "a computed attribute is not the user's, known or not",
      { copy_id: UNKNOWN },
      ["Read-only attribute @ copy_id"],
    ],
    [
      "a computed member is not the user's",
      { shelf: { room: "a", floor: null, sign: "b" } },
      ["Read-only attribute @ shelf.sign"],
    ],
    ["a check is asked", { pages: n(0) }, ["Invalid value for pages @ pages"]],
    [
      "a fraction is no whole number, and is not shown to checks",
      { pages: n("0.5") },
      ["Invalid value for pages @ pages"],
    ],
    [
      "a required member may be missing",
      { shelf: { room: null, floor: null } },
      ["Missing required argument @ shelf.room"],
    ],
    [
      "an unknown object hides nothing",
      { shelf: { room: UNKNOWN, floor: n("0.5") } },
      ["Invalid value for shelf.floor @ shelf.floor"],
    ],
    [
      "elements of a list have an index",
      { chapters: [{ name: "a" }, { name: null }] },
      ["Missing required argument @ chapters[1].name"],
    ],
    [
      "elements of a map have a key",
      { copies: { x: { state: null, number: n(1) } } },
      ['Read-only attribute @ copies["x"].number'],
    ],
    [
      "elements of a set have no address of their own",
      { readers: [{ name: null, card: null }] },
      ["Missing required argument @ readers"],
    ],
    [
      "an unknown element is passed over",
      { chapters: [UNKNOWN, { name: null }] },
      ["Missing required argument @ chapters[1].name"],
    ],
    ["null elements are refused", { tags: ["a", null] }, ["Invalid value for tags @ tags"]],
    ["null objects are refused", { chapters: [null] }, ["Invalid value for chapters @ chapters"]],
    ["a set with an unknown element waits", { tags: [UNKNOWN, "a"] }, []],
    [
      "null elements are refused beside unknown ones",
      { tags: [UNKNOWN, null] },
      ["Invalid value for tags @ tags"],
    ],
    [
      "null objects are refused beside unknown ones",
      { chapters: [UNKNOWN, null] },
      ["Invalid value for chapters @ chapters"],
    ],
    ["a map with an unknown value waits", { labels: { a: UNKNOWN } }, []],
    [
      "null in a map is refused beside an unknown",
      { labels: { a: UNKNOWN, b: null } },
      ["Invalid value for labels @ labels"],
    ],
    [
      "a timeout is a duration",
      { timeouts: { create: "soon" } },
      ["Invalid value for timeouts.create @ timeouts.create"],
    ],
  ];
  it.each(cases)("%s", (_name, config, expected) => {
    expect(found(config)).toEqual(expected);
  });

  it("refuses a write-only value where the client would store it, known or not", () => {
    expect(found({ pin_wo: "1234" }, true)).toEqual([]);
    expect(found({ pin_wo: "1234" }, false)).toEqual(["Write-only argument not supported @ pin_wo"]);
    expect(found({ pin_wo: UNKNOWN }, false)).toEqual(["Write-only argument not supported @ pin_wo"]);
    expect(found({ pin_wo: null }, false)).toEqual([]);
  });

  it("says what a required argument is, in a sentence of its own", () => {
    expect(judge({ isbn: null })[0]?.detail).toBe(
      '"isbn" is required; it is absent or null. Number of the edition.',
    );
    expect(judge({ pages: n(0) })[0]?.detail).toBe("1 or more is required, 0 is given.");
  });

  it("warns of what is deprecated, and only when it is used", () => {
    const attributes = { old: string({ is: "optional", doc: "Old.", deprecated: "Use `new` instead." }) };
    const options = { areWriteOnlyAllowed: true };
    expect(validateConfig(attributes, { old: null }, options)).toEqual([]);
    expect(validateConfig(attributes, { old: "a" }, options)).toMatchObject([
      { severity: "warning", detail: "Use `new` instead." },
    ]);
  });

  it("asks the checks of an object only when all its members are fine", () => {
    const room = string({ is: "required", doc: "Room." });
    const shelf = single(
      { room },
      { is: "optional", doc: "Shelf.", checks: [(value) => (value.room.length > 3 ? "too long" : null)] },
    );
    const judged = (room: string | null) =>
      validateConfig({ shelf }, { shelf: { room } }, { areWriteOnlyAllowed: true });
    expect(judged(null)).toHaveLength(1);
    expect(judged("long").map((d) => d.detail)).toEqual(["Too long."]);
    expect(judged("ok")).toEqual([]);
  });
});

describe("a value of which a part is unknown", () => {
  const atMost2 = (values: readonly unknown[]) => (values.length > 2 ? "at most 2 are allowed" : null);
  const atLeast1 = (values: readonly unknown[]) => (values.length < 1 ? "at least 1 is wanted" : null);
  const rules = { is: "optional", doc: "Some.", checks: [atLeast1], partChecks: [atMost2] } as const;
  const attributes = {
    words: list(text, rules),
    numbers: list(whole, rules),
    shelves: listOf({ room: string({ is: "required", doc: "Room." }) }, rules),
    labels: map(text, {
      is: "optional",
      doc: "Labels.",
      partChecks: [(labels) => (Object.hasOwn(labels, "forbidden") ? "forbidden is Terraform's" : null)],
    }),
    range: single(
      { from: string({ is: "optional", doc: "From." }), to: string({ is: "optional", doc: "To." }) },
      {
        is: "optional",
        doc: "Range.",
        checks: [({ from, to }) => ((from ?? "") > (to ?? "") ? "it ends before it begins" : null)],
        // An unknown member is no text, so it breaks nothing.
        partChecks: [({ from }) => (from === "never" ? "it never begins" : null)],
      },
    ),
  } as const;
  const none = { words: null, numbers: null, shelves: null, labels: null, range: null };
  const said = (config: ValueRecord) =>
    validateConfig(attributes, { ...none, ...config }, { areWriteOnlyAllowed: true }).map(
      ({ detail }) => detail,
    );

  const cases: readonly [string, ValueRecord, readonly string[]][] = [
    ["waits when it is unknown as a whole", { words: UNKNOWN, range: UNKNOWN, labels: UNKNOWN }, []],
    ["waits when what is known breaks no rule", { words: [UNKNOWN, "a", "b"] }, []],
    ["waits with rules that the unknown may fulfil", { words: [UNKNOWN] }, []],
    [
      "is wrong when what is known breaks a rule",
      { words: ["a", UNKNOWN, "b", "c"] },
      ["At most 2 are allowed."],
    ],
    [
      "is wrong by one element",
      { numbers: [UNKNOWN, n("0.5")] },
      ["A whole number is required, 0.5 is given."],
    ],
    [
      "counts only objects that are known as a whole",
      { shelves: [{ room: UNKNOWN }, { room: "a" }, { room: "b" }] },
      [],
    ],
    [
      "is wrong by the objects that are",
      { shelves: [{ room: UNKNOWN }, { room: "a" }, { room: "b" }, { room: "c" }] },
      ["At most 2 are allowed."],
    ],
    ["is wrong by a key of a map", { labels: { a: UNKNOWN, forbidden: "b" } }, ["Forbidden is Terraform's."]],
    ["is wrong by a member of an object", { range: { from: "never", to: UNKNOWN } }, ["It never begins."]],
    ["waits for the member that decides", { range: { from: UNKNOWN, to: "a" } }, []],
    ["is judged by both kinds of rules once it is known", { words: [] }, ["At least 1 is wanted."]],
    ["is judged by part rules once it is known", { words: ["a", "b", "c"] }, ["At most 2 are allowed."]],
  ];
  it.each(cases)("%s", (_name, config, expected) => {
    expect(said(config)).toEqual(expected);
  });
});
