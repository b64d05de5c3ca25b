import { describe, expect, it } from "vitest";
import type { Library } from "../../../test/support/library.ts";
import { card } from "../../../test/support/library-ephemeral.ts";
import { countWords, shelfmark } from "../../../test/support/library-functions.ts";
import { book, bookIdentity, catalogue, library } from "../../../test/support/library-provider.ts";
import {
  type AnyAttr,
  integer,
  list,
  listOf,
  map,
  mapOf,
  set,
  setOf,
  single,
  string,
  text,
} from "../attribute.ts";
import type { Provider } from "../provider.ts";
import type { Resource } from "../resource.ts";
import { checkProvider } from "./check-provider.ts";

const { rest } = countWords.spec;
const fine = string({ is: "optional", onChange: "update", doc: "Fine." });
const nested = { is: "optional", onChange: "update", doc: "Nested." } as const;
/** Past the compiler, as a cast or a computed spec would be. */
const forced = (spec: object): AnyAttr => string(spec as never);
const member = (spec: object): never => forced(spec) as never;

const withSpec = (spec: Partial<Resource<Library>["spec"]>, name = "book") =>
  library({ resources: [{ ...book(), name, spec: { ...book().spec, ...spec } }] });
const withIdentity = (own: object) => withSpec({ identity: { ...book().spec.identity, ...own } as never });
const withFunction = (spec: object, name = "shelfmark") =>
  library({ functions: [{ ...shelfmark, name, spec: { ...shelfmark.spec, ...spec } as never }] });
const withCard = (spec: object, name = "card") =>
  library({ ephemeralResources: [{ ...card(), name, spec: { ...card().spec, ...spec } }] });
const withMove = (own: object) =>
  withSpec({ moves: [{ provider: "a/b", type: "b_c", schemaVersion: 0, state: () => null, ...own }] });
const withAttributes = (attributes: Readonly<Record<string, AnyAttr>>) => withSpec({ attributes });

const secrets = listOf(
  { key: string({ is: "computed", sensitive: true, doc: "Key." }) },
  { is: "computed", doc: "Held." },
);

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
      "a secret in an object that only the provider sets",
      withAttributes({ held: secrets }),
      ["resource book: held: a computed object with a sensitive member is sensitive as a whole"],
    ],
    [
      "a secret in an object of a data source",
      library({
        dataSources: [
          {
            ...catalogue,
            spec: { ...catalogue.spec, attributes: { ...catalogue.spec.attributes, held: secrets } },
          },
        ],
      }),
      ["data source catalogue: held: a computed object with a sensitive member is sensitive as a whole"],
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
    ["a type name that is none", withSpec({}, "Book"), ['resource Book: "Book" is not a name for a type']],
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
    ["a version that is none", withSpec({ version: -1 }), ["resource book: version -1 is not a version"]],
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
    [
      "an ephemeral resource's words, name and time",
      withCard({ doc: "", timeoutMs: 0 }, "Card"),
      [
        'ephemeral resource Card: "Card" is not a name for a type',
        "ephemeral resource Card: has no doc",
        "ephemeral resource Card: timeoutMs is 0",
      ],
    ],
    [
      "a write-only value of what is never stored",
      withCard({ attributes: { a: string({ is: "optional", doc: "A.", writeOnly: true }) } }),
      ["ephemeral resource card: a: writeOnly has a meaning in resources only"],
    ],
    [
      "an ephemeral resource declared twice",
      library({ ephemeralResources: [card(), card()] }),
      ["ephemeral resource card: declared twice"],
    ],
    [
      "a function's name and words",
      withFunction({ summary: "Two\nlines", doc: " ", deprecated: "" }, "shelf-mark"),
      [
        'function shelf-mark: "shelf-mark" is not a name for a function',
        "function shelf-mark: its summary is one line",
        "function shelf-mark: has no doc",
        "function shelf-mark: deprecated does not say what to use instead",
      ],
    ],
    [
      "a function without a result",
      withFunction({ returns: undefined }),
      ["function shelfmark: returns nothing"],
    ],
    [
      "a result that is no type",
      withFunction({ returns: { type: { kind: "film" } } }),
      ["function shelfmark: returns nothing"],
    ],
    [
      "parameters without name, doc or type",
      withFunction({ parameters: { "0": { spec: { doc: "" } } } }),
      [
        'function shelfmark: "0" is not a name for a parameter',
        "function shelfmark: 0: has no doc",
        "function shelfmark: 0: has no type",
      ],
    ],
    [
      "two parameters of one name",
      library({
        functions: [
          { ...countWords, spec: { ...countWords.spec, ...(rest && { rest: { ...rest, name: "except" } }) } },
        ],
      }),
      ["function count_words: except: declared twice"],
    ],
    [
      "a function declared twice",
      library({ functions: [shelfmark, shelfmark] }),
      ["function shelfmark: declared twice"],
    ],
    [
      "an identity of nothing",
      withIdentity({ attributes: {} }),
      ["resource book: identity: nothing in it is required, so an import by it could be empty"],
    ],
    [
      "a computed part of an identity",
      withIdentity({ attributes: { ...bookIdentity, a: string({ is: "computed", doc: "A." }) } }),
      ["resource book: identity: a: an import gives it, so it is required or optional"],
    ],
    [
      "parts of an identity that Terraform refuses",
      withIdentity({
        attributes: {
          ...bookIdentity,
          a: map(text, { is: "optional", doc: "A." }),
          b: set(text, { is: "optional", doc: "B." }),
          c: single({}, { is: "optional", doc: "C." }),
          d: list(text, { is: "optional", doc: "D." }),
        },
      }),
      ["a", "b", "c"].map(
        (name) =>
          `resource book: identity: ${name}: an identity is made of text, numbers, booleans and lists of them`,
      ),
    ],
    [
      "a part of an identity that is not compared as it is",
      withIdentity({
        attributes: { ...bookIdentity, a: forced({ is: "optional", doc: "A.", same: () => true }) },
      }),
      ["resource book: identity: a: an identity is compared and shown as it is"],
    ],
    [
      "a part of an identity without words",
      withIdentity({ attributes: { ...bookIdentity, A: forced({ is: "optional", doc: "" }) } }),
      [
        "resource book: identity: A: has no doc",
        "resource book: identity: A: a name is lower-case letters, digits and underscores, no digit first",
      ],
    ],
    [
      "an identity without a way to its version",
      withIdentity({ version: 1 }),
      ["resource book: identity: an identity of version 0 can't be upgraded"],
    ],
    [
      "a move from an address with a host",
      withMove({ provider: "registry.terraform.io/a/b" }),
      ['resource book: a move comes from "namespace/type", not from "registry.terraform.io/a/b"'],
    ],
    [
      "a move from no type and no version",
      withMove({ type: "", schemaVersion: -1 }),
      [
        'resource book: a move comes from "", which is not a name for a type',
        "resource book: a move comes from version -1, which is not a version",
      ],
    ],
  ];
  it.each(cases)("finds %s", (_name, provider, expected) => {
    expect(checkProvider(provider)).toEqual(expected);
  });
});
