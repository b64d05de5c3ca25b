import { describe, expect, it } from "vitest";
import { PrivateData } from "./private.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (data: Uint8Array) => new TextDecoder().decode(data);

describe("PrivateData", () => {
  it("gives unchanged bytes back as they came, spaces and order included", () => {
    const data = new PrivateData(bytes('{ "b": 1,  "a": 2 }'));
    expect(data.get("b")).toBe(1);
    data.set("a", 2);
    data.delete("c");
    expect(textOf(data.toBytes())).toBe('{ "b": 1,  "a": 2 }');
  });

  it("writes what changed, sorted, so that equal content is equal bytes", () => {
    const data = new PrivateData(bytes('{"b":1}'));
    data.set("a", { x: [null] });
    expect(textOf(data.toBytes())).toBe('{"a":{"x":[null]},"b":1}');
    data.delete("a");
    expect(textOf(data.toBytes())).toBe('{"b":1}');
  });

  it("is empty when its last value is deleted, and when it never had one", () => {
    const data = new PrivateData(bytes('{"b":1}'));
    data.delete("b");
    expect(data.toBytes()).toHaveLength(0);
    expect(new PrivateData(new Uint8Array()).toBytes()).toHaveLength(0);
    expect(new PrivateData(new Uint8Array()).get("toString")).toBeUndefined();
  });

  it("passes on bytes of another hand untouched, and complains only when they are read", () => {
    const data = new PrivateData(bytes("[1]"));
    expect(textOf(data.toBytes())).toBe("[1]");
    expect(() => data.get("a")).toThrow(/JSON object is expected/);
    expect(() => new PrivateData(bytes("\u0000")).set("a", 1)).toThrow(SyntaxError);
  });
});
