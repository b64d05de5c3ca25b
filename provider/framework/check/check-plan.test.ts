import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../../test/support/library-provider.ts";
import { Decimal } from "../decimal.ts";
import { UNKNOWN, type ValueRecord } from "../value.ts";
import { checkPlan } from "./check-plan.ts";

const n = (source: number) => Decimal.from(source);
const check = (config: ValueRecord, planned: ValueRecord, prior: ValueRecord | null = null) =>
  checkPlan(bookAttributes, {
    config: bookTree(config),
    prior: prior && bookTree(prior),
    planned: bookTree(planned),
  });

describe("checkPlan", () => {
  const cases: readonly [string, ValueRecord, ValueRecord, ValueRecord | null, readonly string[]][] = [
    ["what is configured is planned", { title: "a" }, { title: "a" }, null, []],
    [
      "another spelling on create is refused",
      { title: "a" },
      { title: "A" },
      null,
      ["title: planned otherwise than configured"],
    ],
    ["the prior spelling on update is fine", { title: "a" }, { title: "A" }, { title: "A" }, []],
    [
      "the prior value is no answer to null",
      { title: null },
      { title: "A" },
      { title: "A" },
      ["title: planned although it is neither configured nor computed"],
    ],
    [
      "an unknown stays unknown",
      { title: UNKNOWN },
      { title: "a" },
      null,
      ["title: planned otherwise than configured"],
    ],
    [
      "a configured value does not become unknown",
      { title: "a" },
      { title: UNKNOWN },
      null,
      ["title: planned otherwise than configured"],
    ],
    [
      "a computed attribute is free",
      {},
      { copy_id: UNKNOWN, due: "x", slot: UNKNOWN, pages: n(1) },
      null,
      [],
    ],
    [
      "a configured computed attribute is not",
      { slot: "a" },
      { slot: UNKNOWN },
      null,
      ["slot: planned otherwise than configured"],
    ],
    [
      "a write-only value is not planned",
      { pin_wo: "a" },
      { pin_wo: "a" },
      null,
      ["pin_wo: a write-only value is planned"],
    ],
    [
      "computed members are free",
      { chapters: [{ name: "a", ordinal: null }] },
      { chapters: [{ name: "a", ordinal: UNKNOWN }] },
      null,
      [],
    ],
    [
      "configured members are not",
      { chapters: [{ name: "a", ordinal: null }] },
      { chapters: [{ name: "b", ordinal: null }] },
      null,
      ["chapters[0].name: planned otherwise than configured"],
    ],
    [
      "a list keeps its length",
      { chapters: [] },
      { chapters: [{ name: "a", ordinal: null }] },
      null,
      ["chapters: planned with another length than configured"],
    ],
    [
      "an unknown element stays",
      { chapters: [UNKNOWN, { name: "a", ordinal: null }] },
      { chapters: [UNKNOWN, { name: "a", ordinal: UNKNOWN }] },
      null,
      [],
    ],
    [
      "a map keeps its keys",
      { copies: { a: { state: null, number: null } } },
      { copies: {} },
      null,
      ["copies: planned with other keys than configured"],
    ],
    [
      "members of a map are judged",
      { copies: { a: { state: "x", number: null } } },
      { copies: { a: { state: null, number: UNKNOWN } } },
      null,
      ['copies["a"].state: planned otherwise than configured'],
    ],
    [
      "an object is not planned away",
      { shelf: { room: "a", floor: null, sign: null } },
      { shelf: null },
      null,
      ["shelf: planned otherwise than configured"],
    ],
    [
      "a set is planned as configured",
      { readers: [{ name: "a", card: null }] },
      { readers: [{ name: "a", card: n(1) }] },
      null,
      ["readers: planned otherwise than configured"],
    ],
  ];
  it.each(cases)("%s", (_name, config, planned, prior, expected) => {
    expect(check(config, planned, prior)).toEqual(expected);
  });
});
