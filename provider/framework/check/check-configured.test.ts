import { expect, it } from "vitest";
import { shelf, stamp } from "../../../test/support/library-lists.ts";
import { book, library } from "../../../test/support/library-provider.ts";
import { action } from "../action.ts";
import { single, string } from "../attribute.ts";
import { checkProvider } from "./check-provider.ts";

const doc = "Some.";

it("finds nothing in lists and actions that clients take", () => {
  expect(checkProvider(library({ listResources: [shelf()], actions: [stamp()] }))).toEqual([]);
});

it("finds a list without its resource, and one whose resource has no identity", () => {
  const { spec, ...rest } = book();
  const { identity: _, ...others } = spec;
  expect(checkProvider(library({ listResources: [shelf()], resources: [] }))).toEqual([
    "list resource book: there is no resource of that name",
  ]);
  expect(
    checkProvider(library({ listResources: [shelf()], resources: [{ ...rest, spec: others }] })),
  ).toEqual(["list resource book: the resource has no identity"]);
});

it("finds what is computed, defaulted, write-only or stored in a configuration, at any depth", () => {
  const odd = action<null>()(
    "odd",
    {
      doc,
      timeoutMs: 0,
      attributes: {
        made: string({ is: "computed", doc }),
        term: string({ is: "optional", doc, orElse: "x" }),
        pin: string({ is: "optional", doc, writeOnly: true }),
        kept: string({ is: "optional", doc, onChange: "update" }),
        inner: single({ made: string({ is: "computed", doc }) }, { is: "optional", doc }),
      },
    },
    { invoke: async () => undefined },
  );
  const computed = "nothing computes a part of this configuration, and a default counts as that";
  expect(checkProvider(library({ actions: [odd as never] }))).toEqual([
    `action odd: made: ${computed}`,
    `action odd: term: ${computed}`,
    "action odd: pin: writeOnly has a meaning in resources only",
    "action odd: kept: nothing of it is stored, so no change means anything",
    `action odd: inner: made: ${computed}`,
    "action odd: timeoutMs is 0",
  ]);
});
