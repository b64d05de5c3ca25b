import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const GITHUB = new URL("../../.github", import.meta.url).pathname;
const FOLDER = join(GITHUB, "ISSUE_TEMPLATE");
const forms = readdirSync(FOLDER).filter((name) => name !== "config.yml");

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Source: GitHub, "Syntax for GitHub's form schema". A form with a fault is not offered, and GitHub tells of it nowhere. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  markdown: ["value"],
  input: ["label"],
  textarea: ["label"],
  dropdown: ["label", "options"],
  checkboxes: ["label", "options"],
};

describe.each(forms)("the form %s", (name) => {
  const form = parse(readFileSync(join(FOLDER, name), "utf8")) as {
    readonly name: string;
    readonly description: string;
    readonly body: readonly Field[];
  };

  it("has what GitHub asks for", () => {
    expect([form.name, form.description].map((text) => typeof text)).toEqual(["string", "string"]);
    for (const { type, attributes } of form.body) {
      expect(KINDS).toHaveProperty(type);
      expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...(KINDS[type] ?? [])]));
    }
    const ids = form.body.flatMap(({ id }) => id ?? []);
    const labels = form.body.flatMap(({ attributes }) => attributes.label ?? []);
    expect([new Set(ids).size, new Set(labels).size]).toEqual([ids.length, labels.length]);
    expect(ids).toHaveLength(form.body.filter(({ type }) => type !== "markdown").length);
  });
});

it("weaknesses go to the private form that SECURITY.md names", () => {
  const { contact_links } = parse(readFileSync(join(FOLDER, "config.yml"), "utf8")) as {
    readonly contact_links: readonly {
      readonly url: string;
      readonly name: string;
      readonly about: string;
    }[];
  };
  expect(contact_links.some(({ url }) => url.endsWith("/security/advisories/new"))).toBe(true);
  for (const { url, name, about } of contact_links)
    expect([url, name, about].every((text) => text !== "")).toBe(true);
});

it("what is signed and published has owners of its own", () => {
  const lines = readFileSync(join(GITHUB, "CODEOWNERS"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  for (const line of lines) expect(line).toMatch(/^\S+(?: @[\w-]+(?:\/[\w-]+)?)+$/);
  const paths = lines.map((line) => line.split(" ")[0]);
  expect(paths[0]).toBe("*");
  expect(paths).toEqual(expect.arrayContaining(["/.github/", "/provider/build/"]));
});
