import { expect, it } from "vitest";
import { listOf, single, string } from "../framework/attribute.ts";
import { unjudgedMembers } from "./unjudged-members.ts";

const spec = { is: "optional", doc: "Some." } as const;
const wrong = { checks: [() => "wrong"], partChecks: [() => []] } as never;

it("judges no member of a ref, at any depth, and leaves types and words as they are", () => {
  const name = string({ ...spec, ...(wrong as object) });
  const members = { name, place: single({ name, places: listOf({ name }, spec) }, spec) };
  const unjudged = unjudgedMembers(members);
  expect(unjudged.place.type).toEqual(members.place.type);
  const { nested } = unjudged.place;
  const inner = nested?.attributes.places?.nested?.attributes.name;
  for (const each of [unjudged.name, nested?.attributes.name, inner]) {
    expect(each?.spec).toEqual(spec);
  }
});
