import { describe, expect, it } from "vitest";
import { type BookHandlers, book, bookTree, environment } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { readResource } from "./read-resource.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (data: Uint8Array) => new TextDecoder().decode(data);
const STATE = bookTree({ isbn: "1", title: "Emma", pages: n(100), copy_id: n(7), checked: "today" });

const read = (handler: BookHandlers["read"], state = STATE, data = '{ "a": 1 }') =>
  readResource(book({ read: handler }), { state, private: bytes(data) }, environment());

describe("readResource", () => {
  it("answers what was found, and private data byte for byte", async () => {
    const output = await read(async ({ state, timeoutMs, private: data }) => {
      expect([state.copy_id, timeoutMs, data.get("a")]).toEqual([7, 2_000, 1]);
      return { ...state, title: "Persuasion" };
    });
    expect(output.state).toEqual({ ...STATE, title: "Persuasion", pin_wo: undefined });
    expect(textOf(output.private)).toBe('{ "a": 1 }');
    expect(output.diagnostics).toEqual([]);
  });

  it("keeps the user's spelling of what means the same", async () => {
    expect((await read(async ({ state }) => ({ ...state, title: "EMMA" }))).state?.title).toBe("Emma");
  });

  it("fills in what an import left open", async () => {
    const imported = bookTree({ copy_id: n(7) });
    const { state } = await read(async ({ state }) => ({ ...state, isbn: "1", pages: 3 }), imported, "");
    expect(state).toMatchObject({ isbn: "1", pages: n(3), copy_id: n(7) });
  });

  it("answers nothing when the object is gone", async () => {
    const output = await read(async () => null);
    expect(output).toEqual({ state: null, private: new Uint8Array(), diagnostics: [] });
  });

  it("keeps state and private data when it fails", async () => {
    const output = await read(async ({ private: data, warn }) => {
      data.set("a", 2);
      warn("Slow", "It took long.");
      throw new Error("the line is dead");
    });
    expect(output.state).toBe(STATE);
    expect(textOf(output.private)).toBe('{ "a": 1 }');
    expect(output.diagnostics.map((d) => d.severity)).toEqual(["warning", "error"]);
  });

  it("keeps the state when the answer does not fit, naming the attribute", async () => {
    const output = await read(async ({ state }) => ({ ...state, copy_id: "x" as never }));
    expect(output.state).toBe(STATE);
    expect(output.diagnostics).toMatchObject([
      { severity: "error", detail: expect.stringMatching(/^copy_id: /) },
    ]);
  });
});
