import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walkList } from "./list-walk.ts";

type Move = {
  readonly kind: "add-front" | "add-back" | "remove";
  readonly at: number;
  readonly count: number;
};

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("add-front" as const, "add-back" as const, "remove" as const),
  at: fc.nat(),
  count: fc.integer({ min: 1, max: 150 }),
});

/** A list that moves after each page. */
function movingList(size: number, moves: readonly Move[], total: "counted" | "uncounted") {
  let rows = Array.from({ length: size }, (_, index) => index + 1);
  const removed = new Set<number>();
  let next = size + 1;
  let pages = 0;
  const act = ({ kind, at, count }: Move): void => {
    const fresh = Array.from({ length: count }, () => next++);
    if (kind === "add-front") rows = [...fresh, ...rows];
    else if (kind === "add-back") rows = [...rows, ...fresh];
    else for (const row of rows.splice(rows.length === 0 ? 0 : at % rows.length, count)) removed.add(row);
  };
  return {
    removed,
    source: {
      what: "list numbers",
      identify: (row: number) => row,
      async fetch(position: number, length: number) {
        const items = rows.slice(position, position + length);
        const page = { items, total: total === "counted" ? rows.length : null };
        const made = moves[pages];
        pages += 1;
        if (made !== undefined) act(made);
        return page;
      },
    },
  };
}

describe("walkList", () => {
  it("S24 shows every row that was there all the time, while others come and go", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1_500 }),
        fc.array(move, { maxLength: 12 }),
        fc.constantFrom("counted" as const, "uncounted" as const),
        async (size, moves, total) => {
          const { source, removed } = movingList(size, moves, total);
          const seen = new Set<number>();
          await walkList(source, {
            options: {},
            onRows: async (rows) => {
              for (const row of rows) seen.add(row);
            },
          });
          const stayed = Array.from({ length: size }, (_, index) => index + 1).filter(
            (row) => !removed.has(row),
          );
          expect(stayed.filter((row) => !seen.has(row))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives up on a server that sends the same page for ever", async () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    const source = {
      what: "list numbers",
      identify: (row: number) => row,
      fetch: async () => ({ items, total: 1_000_000 }),
    };
    const walk = walkList(source, { options: {}, onRows: async () => undefined });
    await expect(walk).rejects.toMatchObject({ code: "contract.paging" });
  });

  it.each([0, 200])("refuses an empty page below the announced total, after %i rows", async (given) => {
    const all = Array.from({ length: given }, (_, index) => index);
    let calls = 0;
    const fetch = async (position: number) => {
      calls += 1;
      return { items: position === 0 ? all : [], total: 201 };
    };
    const source = { what: "list numbers", identify: (row: number) => row, fetch };
    const walk = walkList(source, { options: {}, onRows: async () => undefined });
    await expect(walk).rejects.toMatchObject({ code: "contract.list_breaks_off" });
    expect(calls).toBeLessThan(5);
  });

  it("takes the end where the total shrank meanwhile", async () => {
    const totals = [2, 2, 0];
    const fetch = async (position: number) => ({
      items: position === 0 && totals.length === 3 ? [7] : [],
      total: totals.shift() ?? 0,
    });
    const source = { what: "list numbers", identify: (row: number) => row, fetch };
    const seen: number[] = [];
    await walkList(source, { options: {}, onRows: async (rows) => void seen.push(...rows) });
    expect(seen).toEqual([7]);
  });
});
