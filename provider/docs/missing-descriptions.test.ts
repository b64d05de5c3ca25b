import { expect, it } from "vitest";
import { library } from "../../test/support/library-provider.ts";
import { single, string } from "../framework/attribute.ts";
import { parameter, providerFunction, text } from "../framework/function.ts";
import { missingDescriptions } from "./missing-descriptions.ts";

it("finds nothing where everything is described", () => {
  expect(missingDescriptions(library())).toEqual([]);
});

it("names what has no description, at any depth, and what has none that is a sentence", () => {
  const settings = {
    token: string({ is: "optional", doc: "" }),
    shelf: single({ room: string({ is: "optional", doc: "a room" }) }, { is: "optional", doc: "A shelf." }),
  };
  const upper = providerFunction(
    "upper",
    {
      summary: "Upper case",
      doc: "Says it louder.",
      parameters: { word: parameter(text, { doc: " " }) },
      returns: text,
    },
    ({ word }) => word,
  );
  expect(missingDescriptions(library({ attributes: settings, functions: [upper] }))).toEqual([
    "provider.token",
    "provider.shelf.room",
    "function upper: word",
  ]);
});
