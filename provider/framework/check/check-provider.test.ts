import { describe, expect, it } from "vitest";
import { book, catalogue, type Library, library } from "../../../test/support/library-provider.ts";
import { type AnyAttr, integer, listOf, mapOf, setOf, single, string } from "../attribute.ts";
import type { Provider } from "../provider.ts";
import type { Resource } from "../resource.ts";
import { checkProvider } from "./check-provider.ts";

const fine = string({ is: "optional", onChange: "update", doc: "Fine." });
const nested = { is: "optional", onChange: "update", doc: "Nested." } as const;
/** Past the compiler, as a cast or a computed spec would be. */
const forced = (spec: object): AnyAttr => string(spec as never);
const member = (spec: object): never => forced(spec) as never;

const withSpec = (spec: Partial<Resource<Library>["spec"]>, name = "book") =>
  library({ resources: [{ ...book(), name, spec: { ...book().spec, ...spec } }] });
const withAttributes = (attributes: Readonly<Record<string, AnyAttr>>) => withSpec({ attributes });

describe("checkProvider", () => {
  it("finds nothing wrong with a provider that uses everything there is", () => {
    expect(checkProvider(library())).toEqual([]);
  });

  const cases: readonly [string, Provider<Library>, readonly string[]][] = [
    [
      "a name that Terraform refuses",
      withAttributes({ "Bad-Name": fine }),
      ["resource book: Bad-Name: a name is lower-case letters, digits and underscores, no digit first"],
    ],
    [
      "a name that is Terraform's own",
      withAttributes({ count: fine }),
      ['resource book: "count" is Terraform\'s'],
    ],
    [
      "such a name further down, which is allowed",
      withAttributes({ a: single({ count: string({ is: "optional", doc: "Count." }) }, nested) }),
      [],
    ],
    [
      "a setting that is Terraform's own",
      library({ attributes: { alias: fine } }),
      ['provider: "alias" is Terraform\'s'],
    ],
    [
      "a setting that is computed",
      library({ attributes: { a: string({ is: "computed", doc: "A." }) } }),
      ["provider: a: nothing computes a setting"],
    ],
    [
      "a setting that is write-only",
      library({ attributes: { a: string({ is: "optional", doc: "A.", writeOnly: true }) } }),
      ["provider: a: writeOnly has a meaning in resources only"],
    ],
    [
      "an attribute without words",
      withAttributes({ a: forced({ is: "optional", doc: " " }) }),
      ["resource book: a: has no doc"],
    ],
    ["a type without words", withSpec({ doc: "" }), ["resource book: has no doc"]],
    ["a type name that is none", withSpec({}, "Book"), ['resource Book: "Book" is no name of a type']],
    [
      "computed and write-only",
      withAttributes({ a: forced({ is: "computed", doc: "A.", writeOnly: true }) }),
      ["resource book: a: writeOnly and computed exclude each other"],
    ],
    [
      "a write-only value that is compared",
      withAttributes({ a: forced({ is: "optional", doc: "A.", writeOnly: true, onChange: "update" }) }),
      ["resource book: a: a writeOnly value is never compared or stored: no onChange, same or orElse"],
    ],
    [
      "a default for what is required",
      withAttributes({ a: forced({ is: "required", doc: "A.", orElse: "b" }) }),
      ["resource book: a: only what is optional has a default"],
    ],
    [
      "a default of another type",
      withAttributes({ a: forced({ is: "optional", doc: "A.", orElse: 5 }) }),
      ["resource book: a: its default fails: text was expected from the provider, number came"],
    ],
    [
      "a default that its own check refuses",
      withAttributes({
        a: integer({ is: "optional", onChange: "update", doc: "A.", orElse: 0, checks: [() => "too small"] }),
      }),
      ["resource book: a: its default fails: too small"],
    ],
    [
      "a default for an object with computed members",
      withAttributes({
        a: single({ b: string({ is: "computed", doc: "B." }) }, { ...nested, orElse: { b: null } }),
      }),
      ["resource book: a: a default for an object with computed members leaves those null for ever"],
    ],
    [
      "what users set being kept",
      withAttributes({ a: forced({ is: "optional", doc: "A.", keep: true }) }),
      ["resource book: a: only what is computed can be kept"],
    ],
    [
      "what users set being nullable",
      withAttributes({ a: forced({ is: "optional", doc: "A.", nullable: true }) }),
      ["resource book: a: only what is computed is nullable"],
    ],
    [
      "checks of what no user sets",
      withAttributes({ a: string({ is: "computed", doc: "A.", checks: [() => null] }) }),
      ["resource book: a: checks judge what users write, not this"],
    ],
    [
      "a deprecation without advice",
      withAttributes({ a: forced({ is: "optional", doc: "A.", deprecated: "" }) }),
      ["resource book: a: deprecated does not say what to use instead"],
    ],
    [
      "a member that says what its change means",
      withAttributes({ a: single({ b: member({ is: "optional", doc: "B.", onChange: "update" }) }, nested) }),
      ["resource book: a.b: onChange belongs to the attribute that holds it"],
    ],
    [
      "a write-only member",
      withAttributes({ a: mapOf({ b: member({ is: "optional", doc: "B.", writeOnly: true }) }, nested) }),
      ["resource book: a.b: writeOnly belongs to the attribute that holds it"],
    ],
    [
      "a member kept by its position",
      withAttributes({ a: listOf({ b: string({ is: "computed", doc: "B.", keep: true }) }, nested) }),
      ["resource book: a.b: keep in a list would follow the position, not the element"],
    ],
    [
      "a computed member of a set",
      withAttributes({ a: setOf({ b: member({ is: "computed", doc: "B." }) }, nested) }),
      ["resource book: a.b: nothing in a set may be computed, defaulted or respelled"],
    ],
    [
      "a default deep inside a set",
      withAttributes({
        a: setOf(
          {
            b: single(
              { c: string({ is: "optional", doc: "C.", orElse: "d" }) },
              { is: "optional", doc: "B." },
            ),
          },
          nested,
        ),
      }),
      ["resource book: a.b.c: nothing in a set may be computed, defaulted or respelled"],
    ],
    [
      "a version without a way to it",
      withSpec({ version: 2, upgrades: { 1: (old) => old } }),
      ["resource book: state of version 0 can't be upgraded"],
    ],
    [
      "an upgrade from a version that never was",
      withSpec({ version: 0, upgrades: { 3: (old) => old } }),
      ["resource book: an upgrade from version 3 is never used"],
    ],
    ["a version that is none", withSpec({ version: -1 }), ["resource book: version -1 is no version"]],
    [
      "no time for an operation",
      withSpec({ timeoutsMs: { create: 0, read: 1, update: 1, delete: 1 } }),
      ["resource book: timeoutsMs.create is 0"],
    ],
    [
      "no time for a data source",
      library({ dataSources: [{ ...catalogue, spec: { ...catalogue.spec, timeoutMs: 0 } }] }),
      ["data source catalogue: timeoutMs is 0"],
    ],
    [
      "a resource declared twice",
      library({ resources: [book(), book()] }),
      ["resource book: declared twice"],
    ],
  ];
  it.each(cases)("finds %s", (_name, provider, expected) => {
    expect(checkProvider(provider)).toEqual(expected);
  });
});
