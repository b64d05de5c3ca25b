import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { library } from "../../test/support/library-provider.ts";
import { Examples } from "./examples.ts";
import { Guides } from "./guides.ts";
import { type Around, makePages } from "./pages.ts";

const folder = mkdtempSync(join(tmpdir(), "examples-"));
const FILES: Readonly<Record<string, string>> = {
  "guides/lending.md":
    '---\npage_title: "Lending"\ndescription: How to.\n---\n\n# Lending\n\n[Books](../resources/book.md)\n',
  "provider/provider.tf": 'provider "library" {}\n',
  "resources/library_book/resource.tf": 'resource "library_book" "one" {}\n',
  "resources/library_book/import.tf": "import {}\n",
  "resources/library_book/import.sh": "terraform import library_book.one 7\n",
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

const examples = new Examples(folder);
const around = (own: Examples): Around => ({
  examples: own,
  guides: new Guides(join(folder, "guides")),
  subcategoryOf: (page) => (page === "resources/book" ? "Books" : null),
  fillIndex: ({ example, schema }) => `${example}\n\n${schema}`,
});
const pages = makePages(library(), around(examples));
const book = pages.get("resources/book.md") ?? "";

describe("makePages", () => {
  it("has a page where a registry looks for one, for everything that the provider serves", () => {
    expect([...pages.keys()].sort()).toEqual([
      "data-sources/catalogue.md",
      "ephemeral-resources/card.md",
      "functions/count_words.md",
      "functions/shelfmark.md",
      "index.md",
      "resources/book.md",
    ]);
  });

  it("begins with what registries and search engines show", () => {
    expect(book).toMatch(
      /^---\npage_title: "library_book Resource - library"\nsubcategory: "Books"\ndescription: "A book\."\n---\n/,
    );
  });

  it.each([
    [
      "a required argument, and what its change does",
      "- `isbn` (String) Number of the edition. Changing it destroys",
    ],
    ["a default", "- `pages` (Number) Number of pages. Default: `100`."],
    ["a secret that is not stored", "- `pin_wo` (String, Sensitive, Write-only) Opens the case."],
    [
      "a nested object, by a link",
      "- `shelf` (Attributes) Where it stands. (see [below for nested schema](#nestedatt--shelf))",
    ],
    [
      "what that link leads to",
      '<a id="nestedatt--shelf"></a>\n### Nested Schema for `shelf`\n\nRequired:\n\n- `room`',
    ],
    [
      "the time that operations have",
      "Defaults of `timeouts`: `create` 1s, `read` 2s, `update` 3s, `delete` 4s.",
    ],
    ["how to import", "## Import\n\n```terraform\nimport {}\n```"],
    ["what an identity consists of", "- `copy_id` (Number, Required) Number in the catalogue."],
  ])("says of a resource %s", (_what, text) => {
    expect(book).toContain(text);
  });

  it("names the guides that link to a page", () => {
    expect(book).toContain("\n\nGuides: [Lending](../guides/lending.md).\n\n## Example Usage\n");
    expect(pages.get("data-sources/catalogue.md")).not.toContain("Guides:");
  });

  it("says of a resource that can't be imported just that", () => {
    const { resources, ...rest } = library();
    const lasting = resources.map(({ handlers: { importState: _, ...handlers }, ...each }) => ({
      ...each,
      handlers,
    }));
    const made = makePages({ ...rest, resources: lasting }, around(new Examples(folder)));
    expect(made.get("resources/book.md")).toMatch(
      /## Import\n\nIt can't be imported; declare it and apply\.\n$/,
    );
  });

  it("says of a function its signature, arguments, result, and that it is deprecated", () => {
    const shelfmark = pages.get("functions/shelfmark.md");
    expect(shelfmark).toContain("shelfmark(room string, floor number) object");
    expect(shelfmark).toContain("1. `floor` (Number, may be null) Floor; null for the ground.");
    expect(shelfmark).toContain("object({\n  mark = string\n  floor = number\n})");
    const countWords = pages.get("functions/count_words.md");
    expect(countWords).toContain("count_words(except list(string), titles… string) number");
    expect(countWords).toContain("**Deprecated.** Count them yourself.");
  });

  it("remembers the examples that are missing", () => {
    expect(examples.missing).toEqual([
      "data-sources/library_catalogue/data-source.tf",
      "ephemeral-resources/library_card/ephemeral-resource.tf",
      "functions/shelfmark/function.tf",
      "functions/count_words/function.tf",
    ]);
  });
});
