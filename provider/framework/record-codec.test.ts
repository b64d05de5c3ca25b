import { describe, expect, it } from "vitest";
import { nullable, sequence, text, whole } from "./codec.ts";
import { Decimal } from "./decimal.ts";
import { record } from "./record-codec.ts";

const shelf = record({ room: text, floor: nullable(whole), signs: sequence("list", nullable(text)) });
const tree = { room: "hall", floor: Decimal.from(2), signs: ["a", null] };

describe("record", () => {
  it("has the type of its members", () => {
    expect(shelf.type).toEqual({
      kind: "object",
      attributes: {
        room: { kind: "string" },
        floor: { kind: "number" },
        signs: { kind: "list", element: { kind: "string" } },
      },
    });
  });

  it("goes to handlers and back", () => {
    expect(shelf.decode(tree)).toEqual({ room: "hall", floor: 2, signs: ["a", null] });
    expect(shelf.encode(shelf.decode(tree))).toEqual(tree);
    const bare = { room: "hall", signs: [] };
    expect(shelf.encode(bare as never)).toEqual({ ...bare, floor: null });
  });

  it("refuses null where null is not a value, and names the member", () => {
    expect(shelf.shapeProblem?.(tree)).toBeNull();
    expect(shelf.shapeProblem?.({ ...tree, floor: null })).toBeNull();
    expect(shelf.shapeProblem?.({ ...tree, room: null })).toBe("room must not be null");
    expect(shelf.shapeProblem?.({ ...tree, floor: Decimal.from("0.5") })).toBe(
      "floor: a whole number is required, 0.5 is given",
    );
    expect(() => shelf.encode({ room: 5 } as never)).toThrow(
      "room: text was expected from the provider, number came",
    );
    expect(() => shelf.encode("hall" as never)).toThrow(
      "an object was expected from the provider, string came",
    );
  });
});
