import { describe, expect, it } from "vitest";
import { remembering } from "./remember.ts";

describe("remembering", () => {
  it("reads each text once, and knows its canonical form too", () => {
    let reads = 0;
    const read = remembering(
      (text) => {
        reads += 1;
        return { text: text.trim() };
      },
      { most: 10, alias: ({ text }) => text },
    );
    expect(read(" a ")).toBe(read(" a "));
    expect(read("a")).toBe(read(" a "));
    expect(reads).toBe(1);
  });

  it("keeps no more than it may, and those asked for last", () => {
    const reads: string[] = [];
    const read = remembering(
      (text) => {
        reads.push(text);
        return { text };
      },
      { most: 2 },
    );
    for (const text of ["a", "b", "a", "c", "a", "b"]) read(text);
    expect(reads).toEqual(["a", "b", "c", "b"]);
  });

  it("keeps no error", () => {
    let reads = 0;
    const read = remembering(
      (): string => {
        reads += 1;
        throw new Error("unreadable");
      },
      { most: 2 },
    );
    expect(() => read("a")).toThrow("unreadable");
    expect(() => read("a")).toThrow("unreadable");
    expect(reads).toBe(2);
  });
});
