import { describe, expect, it } from "vitest";
import { decodeKey } from "./decode-key.ts";

const read = (text: string, before = "", after = ""): string => {
  const octets = new TextEncoder().encode(text);
  const around = new TextEncoder().encode(`${before}${text}${after}`);
  return decodeKey(around, new TextEncoder().encode(before).length, octets.length);
};

describe("decodeKey", () => {
  it.each([
    "",
    "a",
    "constructor",
    "Ünïcode \u{1f511}",
    "\ufeffwith a mark",
    "x".repeat(64),
    "y".repeat(5_000),
  ])("reads %j where it stands, again and again", (text) => {
    expect(read(text, "before", "after")).toBe(text);
    expect(read(text, "b", "a")).toBe(text);
  });

  it("tells apart many keys of one length, whatever of them is remembered", () => {
    const keys = Array.from({ length: 100 }, (_, at) => `key_${String(at).padStart(3, "0")}`);
    expect([...keys, ...keys].map((key) => read(key))).toEqual([...keys, ...keys]);
  });
});
