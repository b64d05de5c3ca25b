import { expect } from "vitest";

const ESCAPE = String.fromCodePoint(0x1b);
/** A colour, a bell, a right-to-left override, a tag, a zero-width joiner, separators, and commands to GitHub's runner. */
export const HOSTILE =
  `x\n::error::owned\r\n  ::set-output name=owned::1 ##[error]owned ${ESCAPE}[31mred\u0007 ` +
  `\u202Eevil\u2066 \u{E0041}\u{E0042} \u200Dz\u2028::add-mask::a\u0085`;
/** Whatever acts; a line break of ours parts paragraphs. */
const ACTIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
export const COMMAND = /^\s*::|##\[/m;

/** Nothing of it acts, whether it is shown or not, in messages and in what a provider has logged. */
export function expectSilent(
  texts: readonly string[],
  { stderr }: { readonly stderr: readonly string[] },
): void {
  for (const text of texts) {
    expect(text).not.toMatch(ACTIVE);
    expect(text).not.toMatch(COMMAND);
  }
  // Terraform takes each line apart and prints what stands in its members.
  for (const line of stderr)
    for (const member of Object.values(JSON.parse(line) as Record<string, string>)) {
      expect(member).not.toMatch(ACTIVE);
      expect(member).not.toMatch(COMMAND);
    }
}
