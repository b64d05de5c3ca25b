import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../test/support/library-provider.ts";
import { dv } from "../../test/support/library-service.ts";
import { Decimal } from "../framework/decimal.ts";
import { Recent } from "./recent.ts";
import { objectFrom, objectTo, repeatedFrom } from "./wire.ts";

const octets = (...bytes: number[]) => Uint8Array.from(bytes);

describe("Recent", () => {
  it("makes a value once for the same octets, wherever they lie", () => {
    const recent = new Recent<string>();
    expect(recent.of(octets(1, 2), () => "first")).toBe("first");
    expect(recent.of(octets(0, 1, 2).subarray(1), () => "second")).toBe("first");
    expect(recent.of(octets(1, 2, 0), () => "another")).toBe("another");
  });

  it("keeps nothing of what failed", () => {
    const recent = new Recent<string>();
    const failing = () => {
      throw new TypeError("torn");
    };
    expect(() => recent.of(octets(1), failing)).toThrow("torn");
    expect(recent.of(octets(1), () => "mended")).toBe("mended");
  });

  it("forgets the oldest of many", () => {
    const recent = new Recent<number>();
    for (let at = 0; at < 300; at += 1) recent.of(octets(at >> 8, at & 255), () => at);
    expect(recent.of(octets(1, 43), () => -1)).toBe(299);
    expect(recent.of(octets(0, 0), () => -1)).toBe(-1);
  });
});

describe("an object on the wire", () => {
  const emma = bookTree({ title: "Emma", pages: Decimal.from(12) });

  it("is decoded once by one declaration, and anew by another", () => {
    const wire = dv(emma);
    const found = repeatedFrom(bookAttributes, wire);
    expect(found).toEqual(emma);
    expect(repeatedFrom(bookAttributes, dv(emma))).toBe(found);
    expect(repeatedFrom({ title: bookAttributes.title }, wire)).toEqual({ title: "Emma" });
  });

  it("is not kept when it holds what is never stored", () => {
    const secret = bookTree({ title: "Emma", pin_wo: "1234" });
    const found = repeatedFrom(bookAttributes, dv(secret));
    expect(found).toEqual(secret);
    expect(repeatedFrom(bookAttributes, dv(secret))).not.toBe(found);
  });

  it("is encoded once by one declaration, and anew by another", () => {
    expect(objectTo(bookAttributes, emma)).toBe(objectTo(bookAttributes, emma));
    const { title } = bookAttributes;
    expect(objectFrom({ title }, objectTo({ title }, emma))).toEqual({ title: "Emma" });
  });
});
