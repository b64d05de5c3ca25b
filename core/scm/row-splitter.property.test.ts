import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowSplitter } from "./row-splitter.ts";

/** Cuts octets at the given places, whatever stands there. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

function split(text: string, cuts: readonly number[]): { rows: unknown[]; isEnded: boolean } {
  const splitter = new RowSplitter("reports");
  const rows = pieces(Buffer.from(text), cuts).flatMap((piece) =>
    splitter.push(piece).map((row): unknown => JSON.parse(row.toString())),
  );
  return { rows, isEnded: splitter.isEnded };
}

const row = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 3 }));
const others = fc.dictionary(
  fc.string().filter((name) => name !== "reports"),
  fc.jsonValue({ maxDepth: 2 }),
);

describe("RowSplitter", () => {
  it("finds the rows that JSON has, wherever the answer is cut", () => {
    fc.assert(
      fc.property(
        fc.record({ before: others, rows: fc.array(row), after: others, indent: fc.nat({ max: 2 }) }),
        fc.array(fc.nat(), { maxLength: 40 }),
        ({ before, rows, after, indent }, cuts) => {
          const text = JSON.stringify({ ...before, reports: rows, ...after }, null, indent);
          // What JSON itself makes of it: members of both sides may share names, and -0 becomes 0.
          const read: unknown = JSON.parse(text);
          expect(split(text, cuts)).toEqual({ rows: Reflect.get(Object(read), "reports"), isEnded: true });
        },
      ),
    );
  });

  it("says that an answer is not whole as long as its last bracket is missing", () => {
    const text = '{"statusCode":0,"reports":[{"id":1},{"id":2}]}';
    for (let end = 0; end < text.length; end += 1) {
      const splitter = new RowSplitter("reports");
      splitter.push(Buffer.from(text.slice(0, end)));
      expect(splitter.isEnded).toBe(false);
    }
  });

  it("takes a list of another name, or a list within a row, for no rows", () => {
    expect(split('{"other":[{"id":1}],"x":"reports","reports":[{"reports":[{"id":3}]}]}', [])).toEqual({
      rows: [{ reports: [{ id: 3 }] }],
      isEnded: true,
    });
  });
});

it("passes over rows that are too long, whole or in pieces, and goes on after them", () => {
  const long = `{"id": 7, "unit": {"id": 8}, "text": "${'x\\"}'.repeat(1_500_000)}"}`;
  for (const cuts of [[], [100_000, 2_000_000, 4_400_000, 5_000_000]]) {
    const splitter = new RowSplitter("reports");
    const text = Buffer.from(`{"reports": [{"id": 1}, ${long}, {"id": 2}]}`);
    const rows = pieces(text, cuts).flatMap((piece) => splitter.push(piece).map(String));
    expect(rows).toEqual(['{"id": 1}', '{"id": 2}']);
    expect(splitter.passedOver.map((head) => head.toString().slice(0, 9))).toEqual(['{"id": 7,']);
    expect([splitter.isEnded, splitter.isStuck]).toEqual([true, false]);
  }
});
