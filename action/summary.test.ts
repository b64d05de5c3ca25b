import { describe, expect, it } from "vitest";
import { cutAtLine } from "./summary.ts";

describe("cutAtLine", () => {
  it("leaves a page alone that fits", () => {
    expect(cutAtLine("a\nb", 3, "cut")).toBe("a\nb");
  });

  it("keeps whole lines only, counts octets, and says that something is missing", () => {
    const page = Array.from({ length: 50 }, () => "ääää").join("\n");
    const cut = cutAtLine(page, 100, "cut");
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(100);
    expect(
      cut
        .split("\n")
        .slice(0, -2)
        .every((line) => line === "ääää"),
    ).toBe(true);
    expect(cut.endsWith("\n\ncut")).toBe(true);
  });
});
