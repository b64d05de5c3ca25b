import { describe, expect, it } from "vitest";
import { formatPath, type Path, path } from "./path.ts";

describe("formatPath", () => {
  const cases: readonly [Path, string][] = [
    [path("title"), "title"],
    [path("shelf", "room"), "shelf.room"],
    [[{ attribute: "chapters" }, { index: 2 }, { attribute: "name" }], "chapters[2].name"],
    [[{ attribute: "labels" }, { key: 'a "b"' }], 'labels["a \\"b\\""]'],
    [[], ""],
  ];
  it.each(cases)("writes %j as a person would", (steps, expected) => {
    expect(formatPath(steps)).toBe(expected);
  });
});
