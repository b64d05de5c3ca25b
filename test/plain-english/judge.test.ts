import { expect, it } from "vitest";
import { judge } from "./judge.ts";

const linesOf = (file: string, source: string): readonly number[] =>
  judge(file, () => source).map(({ line }) => line);

it("finds words in comments, strings and templates, and none in code", () => {
  const source = [
    "/** For whoever reads. */",
    'const wish = wished("it is no JSON here");',
    "const found = `the key of $" + "{wish.nobody ?? { wish }} is no key`; // by itself",
    "const pattern = /nobody's \"wish/;",
    "const after = wishes.nobody;",
    "throw new Error('what somebody did');",
  ];
  expect(linesOf("examples/x.ts", source.join("\n"))).toEqual([1, 2, 3, 3, 6]);
});

it("leaves out names, and what is good English", () => {
  const source =
    'import "./wished-form.ts";\ntell("wishes");\ntell("there is no such file, which is no longer read");\n';
  expect(linesOf("examples/x.ts", source)).toEqual([]);
});

it("reads Markdown without its code and its links' targets", () => {
  const source = [
    "Nobody reads this.",
    "",
    "```hcl",
    "# nobody",
    "```",
    "",
    "[what](nobody.md) `nobody says`",
    "It is no joke.",
  ];
  expect(linesOf("docs/guides/x.md", source.join("\n"))).toEqual([1, 8]);
});

it("reads comments of HCL and YAML, and leaves out what is generated", () => {
  expect(linesOf("examples/x.tf", 'a = "by itself"\n# by itself\n')).toEqual([2]);
  expect(linesOf("docs/resources/x.md", "Nobody.")).toEqual([]);
  expect(linesOf("picture.png", "nobody cares")).toEqual([]);
});

it("reads the names of tests, and nothing else of their files", () => {
  const source = [
    "// nobody",
    'it("tells all", () => tell("what nobody knows"));',
    'describe.each(CASES)("what nobody knows", () => {',
    "  it.skipIf(isOld)(",
    "    `is no file of $" + "{name}`,",
    '] as const)("asks for what was wished", { timeout: 1 }, () => {});',
  ];
  expect(linesOf("core/x.test.ts", source.join("\n"))).toEqual([3, 5, 6]);
  expect(linesOf("test/acceptance/x.test.ts", source.join("\n"))).toEqual([3, 5, 6]);
});
