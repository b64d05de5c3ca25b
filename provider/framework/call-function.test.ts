import { describe, expect, it } from "vitest";
import { countWords, shelfmark } from "../../test/support/library-functions.ts";
import { callFunction } from "./call-function.ts";
import { Decimal } from "./decimal.ts";
import { error } from "./diagnostics.ts";
import { nullable, type ProviderFunction, providerFunction, text } from "./function.ts";
import { UNKNOWN, type Value } from "./value.ts";

const n = (source: number | string) => Decimal.from(source);
const explain = (thrown: unknown) =>
  error("Library failed", thrown instanceof Error ? thrown.message : String(thrown));
const call = (called: ProviderFunction, ...given: readonly Value[]) => callFunction(called, given, explain);

/** A body that answers what its declaration does not allow; the compiler would refuse it without the cast. */
const answering = (answer: unknown) =>
  providerFunction(
    "odd",
    { summary: "Odd", doc: "Odd.", parameters: {}, returns: text },
    () => answer as never,
  );

describe("callFunction", () => {
  const results: readonly [string, ProviderFunction, readonly Value[], Value][] = [
    ["hands arguments over by name", shelfmark, ["hall", n(2)], { mark: "hall/2", floor: n(2) }],
    ["lets null through where it is a value", shelfmark, ["hall", null], { mark: "hall/0", floor: null }],
    ["answers unknown for an unknown argument", shelfmark, [UNKNOWN, n(2)], UNKNOWN],
    ["answers unknown for an argument with an unknown part", countWords, [["a", UNKNOWN], "b c"], UNKNOWN],
    ["takes no further arguments", countWords, [[]], n(0)],
    ["takes many further arguments", countWords, [["the"], "the end", "Emma", "a b"], n(4)],
    ["asks although one is unknown where that was declared", countWords, [[], "a", UNKNOWN], UNKNOWN],
  ];
  it.each(results)("%s", async (_name, called, given, result) => {
    expect(await call(called, ...given)).toEqual({ result });
  });

  const problems: readonly [string, ProviderFunction, readonly Value[], object][] = [
    ["too few arguments", shelfmark, ["hall"], { text: "2 arguments are wanted, 1 came" }],
    ["too many arguments", shelfmark, ["a", null, "b"], { text: "2 arguments are wanted, 3 came" }],
    ["none where some are wanted", countWords, [], { text: "at least 1 arguments are wanted, 0 came" }],
    ["null where it is not a value", shelfmark, [null, null], { text: "null is not allowed", argument: 0 }],
    [
      "null among further arguments",
      countWords,
      [[], "a", null],
      { text: "null is not allowed", argument: 2 },
    ],
    [
      "a fraction",
      shelfmark,
      ["a", n("0.5")],
      { text: "a whole number is required, 0.5 is given", argument: 1 },
    ],
    ["null elements", countWords, [["a", null]], { text: "null elements are not allowed", argument: 0 }],
    ["what a check refuses", shelfmark, ["", null], { text: "a room has a name", argument: 0 }],
    [
      "what a check refuses beside an unknown argument",
      shelfmark,
      ["", UNKNOWN],
      { text: "a room has a name", argument: 0 },
    ],
    ["what the body refuses", shelfmark, ["cellar", n(1)], { text: "the cellar has none", argument: 1 }],
    ["what it refuses further behind", countWords, [[], "a", ""], { text: "a title has words", argument: 2 }],
    ["anything else thrown", shelfmark, ["roof", null], { text: "Library failed: no books there" }],
    [
      "a result of another type",
      answering(5),
      [],
      { text: "Library failed: text was expected from the provider, number came" },
    ],
    [
      "null that was not declared",
      answering(null),
      [],
      { text: "Library failed: the result is null, which was not declared" },
    ],
    [
      "unknown out of nothing unknown",
      answering(UNKNOWN),
      [],
      { text: "Library failed: the result is unknown although every argument is known" },
    ],
  ];
  it.each(problems)("names %s", async (_name, called, given, problem) => {
    expect(await call(called, ...given)).toEqual({ problem });
  });

  it("answers null where it was declared", async () => {
    const spec = { summary: "None", doc: "None.", parameters: {}, returns: nullable(text) };
    expect(await call(providerFunction("none", spec, () => null))).toEqual({ result: null });
  });

  it("blames no argument when the body blames one that is not there", async () => {
    const spec = { summary: "Odd", doc: "Odd.", parameters: {}, returns: text };
    const odd = providerFunction("odd", spec, (_given, { refuse }) => {
      throw refuse("nothing" as never, "it is missing");
    });
    expect(await call(odd)).toEqual({ problem: { text: "it is missing" } });
  });
});
