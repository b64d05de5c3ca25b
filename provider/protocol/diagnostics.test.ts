import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { error } from "../framework/diagnostics.ts";
import { diagnosticsTo } from "./wire.ts";

const shown = (summary: string, detail = ""): { summary: string; detail: string } => {
  const [diagnostic] = diagnosticsTo([error(summary, detail)]);
  return { summary: String(diagnostic?.summary), detail: String(diagnostic?.detail) };
};

describe("text of strangers in a diagnostic", () => {
  it("acts on no terminal and gives no command to a runner", () => {
    const name = "a\u001b[31mred\u202egnp.exe\u{e0041}\n::error::stolen\r\u2066x";
    const { summary } = shown(`Enroll "${name}"`);
    expect(summary).toBe(
      'Enroll "a\\u{1b}[31mred\\u{202e}gnp.exe\\u{e0041}\\u{a}::error::stolen\\u{d}\\u{2066}x"',
    );
    expect(shown("x", `what was found:\n::error::${name}\n  ##[group]y`).detail.split("\n")).toEqual([
      "what was found:",
      expect.stringMatching(/^\\u\{3a\}:error::a/),
      expect.stringMatching(/^\\u\{3a\}:error::stolen/),
      "  #\\u{23}[group]y",
    ]);
  });

  it("leaves what people write as it is, paragraphs too", () => {
    const text = "Prüfe „shop“ – 漢字, 🙂 and C:\\dir::x.\n\nThen: run again.";
    expect(shown("Ünïcode ::", text)).toEqual({ summary: "Ünïcode ::", detail: text });
  });

  it("holds for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (summary, detail) => {
        const seen = shown(summary, detail);
        expect(seen.summary).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(seen.detail.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(seen.detail).not.toMatch(/^\s*::|##\[/m);
      }),
    );
  });
});
