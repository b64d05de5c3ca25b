import { describe, expect, it } from "vitest";
import { logLines, logText, markdownCode, markdownText, mermaidText } from "./escape.ts";

describe("logText", () => {
  it.each([
    ["a command at the start", "::set-output name=x::y"],
    ["a command behind blanks", "  ::error::boo"],
    ["a command of the old form, anywhere", "fine ##[error]boo"],
    ["the old form with a hash too many", "###[error]boo"],
    ["a command on a line of its own", "fine\n::stop-commands::x"],
    ["a command behind a carriage return", "fine\r::error::x"],
  ])("S67 breaks up %s", (_name, hostile) => {
    const text = logText(hostile);
    expect(text).not.toMatch(/^\s*::|##\[|[\r\n]/);
  });

  it("S67 keeps addresses and ordinary words as they are", () => {
    expect(logText("shop.example.test, 2001:db8::1 and #4711")).toBe(
      "shop.example.test, 2001:db8::1 and #4711",
    );
  });

  it("S67 shows what would act on a terminal", () => {
    expect(logText("a\u001b[2Jb\u202ec")).toBe("a\\u{1b}[2Jb\\u{202e}c");
  });

  it("escapes several lines each for itself", () => {
    expect(logLines("one\n::two::")).toEqual(["one", "\\u{3a}:two::"]);
  });
});

describe("markdownCode", () => {
  it.each([
    ["a span that ends early", "a`b @octocat", "`a\\u{60}b @octocat`"],
    ["a table's border", "a|b", "`a\\u{7c}b`"],
    ["a line break", "a\n| x | y |", "`a\\u{a}\\u{7c} x \\u{7c} y \\u{7c}`"],
    ["nothing", " ", "–"],
  ])("S67 disarms %s", (_name, hostile, shown) => {
    expect(markdownCode(hostile)).toBe(shown);
  });

  it("S67 has exactly two backticks, whatever the text", () => {
    expect(markdownCode("``` ~~~ <img src=x> [a](b)").match(/`/g)).toHaveLength(2);
  });
});

describe("markdownText", () => {
  it.each([
    ["HTML", "<img src=x onerror=y>", /(?<!\\)<(?!!-- -->)/],
    ["links", "[click](https://evil.test)", /(?<!\\)\[|:\/\//],
    ["mentions", "thanks @octocat", /@\w/],
    ["references", "see #12 and GH-12", /#\d|GH-\d/],
    ["bare links", "www.evil.test", /www\./],
    ["emphasis and tables", "**a** | `b` ~c~", /(?<!\\)[*|`~]/],
  ])("S67 takes %s apart", (_name, hostile, forbidden) => {
    expect(markdownText(hostile)).not.toMatch(forbidden);
  });

  it("leaves a plain sentence readable", () => {
    expect(markdownText("The term of 365 days is not offered.")).toBe("The term of 365 days is not offered.");
  });
});

describe("mermaidText", () => {
  it("S67 keeps names and nothing that has a meaning to the diagram", () => {
    expect(mermaidText("*.shop-1.example.test")).toBe("*.shop-1.example.test");
    expect(mermaidText('a:b;c#d["x"]\n```')).toBe("a_b_c_d__x___u_a____");
    expect(mermaidText("::")).toBe("__");
    expect(mermaidText("")).toBe("unnamed");
  });
});
