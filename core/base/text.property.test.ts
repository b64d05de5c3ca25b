import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText, quoted } from "./text.ts";

/** Written anew, by category: what a terminal, a log parser or an eye could be led astray by. */
const harmful = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Format characters of scripts and notations: they shape their neighbours and can't hide or reorder text. */
const inert =
  /[\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1345f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}-\u{e007f}]/u;

describe("plainText", () => {
  it("leaves nothing active in any text of ordinary planes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // Soft hyphens, tags and the like are format characters too, but act on nothing.
        const acting = Array.from(plainText(text)).filter((sign) => harmful.test(sign) && !inert.test(sign));
        expect(acting).toEqual([]);
      }),
    );
  });

  it("keeps ordinary text as it is, and cuts at whole characters", () => {
    expect(plainText("Müller & Söhne, 東京 😀")).toBe("Müller & Söhne, 東京 😀");
    expect(plainText("😀😀😀😀", 2)).toBe("😀😀…");
    expect(quoted('a"b')).toBe('"a"b"');
  });

  it.each([
    "a\u0000b",
    "a\u001b[31mb",
    "a\u202eb",
    "a\u2028b",
    "a\u200bb",
    "a\ud800b",
    "a\ufeffb",
  ])("escapes the active character in %j", (text) => {
    expect(plainText(text)).toMatch(/^a\\u\{[0-9a-f]+\}.*b$/);
    expect(plainText(text)).not.toMatch(harmful);
  });
});
