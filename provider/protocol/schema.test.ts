import { describe, expect, it } from "vitest";
import { bookAttributes } from "../../test/support/library-provider.ts";
import { listOf, single, string } from "../framework/attribute.ts";
import { Schema_Object_NestingMode, StringKind } from "./gen/tfplugin6_pb.js";
import { schemaTo, stateSchemaTo } from "./schema.ts";

const schema = schemaTo({ version: 3, doc: "A book.", attributes: bookAttributes });
const all = schema.block?.attributes ?? [];
const named = (name: string) => all.find((attribute) => attribute.name === name);
const json = (type: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(type));

describe("schemaTo", () => {
  it("gives version, description and every attribute, by name", () => {
    expect(schema.version).toBe(3n);
    expect(schema.block).toMatchObject({ description: "A book.", descriptionKind: StringKind.MARKDOWN });
    expect(all.map(({ name }) => name)).toEqual(Object.keys(bookAttributes).sort());
  });

  const flags: readonly [string, object][] = [
    ["isbn", { required: true, optional: false, computed: false }],
    ["title", { required: false, optional: true, computed: false }],
    // Without "computed" Terraform would not let a default stand.
    ["pages", { required: false, optional: true, computed: true }],
    ["slot", { required: false, optional: true, computed: true }],
    ["copy_id", { required: false, optional: false, computed: true }],
    ["pin_wo", { optional: true, computed: false, writeOnly: true, sensitive: true }],
    ["tags", { writeOnly: false, sensitive: false, deprecated: false, deprecationMessage: "" }],
  ];
  it.each(flags)("says what %s is", (name, expected) => {
    expect(named(name)).toMatchObject(expected);
  });

  it("gives simple attributes a type and nested ones their members, never both", () => {
    expect(json(named("labels")?.type)).toEqual(["map", "string"]);
    expect(named("labels")?.nestedType).toBeUndefined();
    expect(named("shelf")?.type).toBeUndefined();
    const modes = ["shelf", "chapters", "readers", "copies"].map((name) => named(name)?.nestedType?.nesting);
    const { SINGLE, LIST, SET, MAP } = Schema_Object_NestingMode;
    expect(modes).toEqual([SINGLE, LIST, SET, MAP]);
    const members = named("shelf")?.nestedType?.attributes ?? [];
    expect(members.map(({ name, computed }) => [name, computed])).toEqual([
      ["floor", true],
      ["room", false],
      ["sign", true],
    ]);
  });

  it("says what to use instead of what is deprecated", () => {
    const old = string({ is: "optional", doc: "Old.", deprecated: "Use `new`." });
    const { block } = schemaTo({ version: 0, doc: "A.", attributes: { old } });
    expect(block?.attributes?.[0]).toMatchObject({ deprecated: true, deprecationMessage: "Use `new`." });
  });
});

describe("stateSchemaTo", () => {
  const title = string({ is: "computed", doc: "Its title." });
  const loans = listOf({ title }, { is: "computed", doc: "Loans." });
  const { block } = stateSchemaTo({
    version: 0,
    doc: "A.",
    attributes: {
      loans,
      shelf: single(
        { last: single({ title }, { is: "computed", doc: "Last." }) },
        { is: "optional", doc: "Shelf.", onChange: "update" },
      ),
    },
  });

  it("gives what only the provider sets a plain type, and its members in the text", () => {
    const [attribute] = block?.attributes ?? [];
    expect(attribute?.nestedType).toBeUndefined();
    expect(json(attribute?.type as Uint8Array)).toEqual(["list", ["object", { title: "string" }]]);
    expect(attribute?.description).toBe("Loans.\n\n- `title`: Its title.");
  });

  it("does so inside of what users set, which stays nested", () => {
    const [last] = block?.attributes?.[1]?.nestedType?.attributes ?? [];
    expect(json(last?.type as Uint8Array)).toEqual(["object", { title: "string" }]);
  });
});
