import { describe, expect, it } from "vitest";
import type { DcvRow } from "../../scm/schemas/domains.ts";
import { endsBefore, validationEnds } from "./validation-ends.ts";

const NOW = new Date("2026-06-10T12:00:00Z");

function row(domain: string, expires: string | null, more: Partial<DcvRow> = {}): DcvRow {
  const usual = { status: "VALIDATED", method: "CNAME_CSR_HASH", orderStatus: null, orderMethod: null };
  return { ...usual, domain, expires, ...more };
}

describe("when validations end", () => {
  it("tells each domain's state, the earliest end first", () => {
    const rows = [
      row("late.test", "2027-01-01"),
      row("never.test", null),
      row("new.test", null, { status: "NOT_VALIDATED" }),
      row("soon.test", "2026-06-30"),
      row("today.test", "2026-06-10"),
      row("over.test", "2026-06-01", { status: "EXPIRED" }),
      row("lagging.test", "2026-06-09"),
    ];
    expect(
      validationEnds(rows, NOW, 30).map(({ domain, state, daysLeft }) => [domain, state, daysLeft]),
    ).toEqual([
      ["over.test", "ended", -9],
      ["lagging.test", "ended", -1],
      ["today.test", "ends", 0],
      ["soon.test", "ends", 20],
      ["late.test", "valid", 205],
      ["never.test", "valid", null],
      ["new.test", "absent", null],
    ]);
  });

  it("counts within the days asked for", () => {
    expect(validationEnds([row("a.test", "2026-06-30")], NOW, 20)).toMatchObject([{ state: "valid" }]);
    expect(validationEnds([row("a.test", "2026-06-30")], NOW, 21)).toMatchObject([{ state: "ends" }]);
  });
});

describe("validations that end before a renewal", () => {
  const renewAt = new Date("2026-09-01T00:00:00Z");
  const found = (names: readonly string[], rows: readonly DcvRow[]) =>
    endsBefore(names, rows, { now: NOW, renewAt }).map(({ domain }) => domain);

  it.each([
    ["one that ends before", [row("a.test", "2026-08-30")], ["a.test"]],
    ["one that ends on the day before, as a whole day", [row("a.test", "2026-08-31")], ["a.test"]],
    ["one that ends on that day", [row("a.test", "2026-09-01")], []],
    ["one that is over already: the order itself is judged by it", [row("a.test", "2026-06-01")], []],
    ["one that has no end", [row("a.test", null)], []],
    ["another that covers it longer", [row("a.test", "2026-08-01"), row("www.a.test", "2027-01-01")], []],
    [
      "one by a file, which does not cover it",
      [row("a.test", "2026-08-01", { method: "HTTP_CSR_HASH" })],
      [],
    ],
    ["another domain's", [row("b.test", "2026-08-01")], []],
  ])("%s", (_, rows, domains) => {
    expect(found(["www.a.test"], rows)).toEqual(domains);
  });

  it("names a domain once, however many names hang on it", () => {
    expect(found(["a.test", "www.a.test", "*.a.test"], [row("a.test", "2026-08-01")])).toEqual(["a.test"]);
  });
});
