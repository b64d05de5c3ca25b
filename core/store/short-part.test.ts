import fc from "fast-check";
import { expect, it } from "vitest";
import { INVENTORY_ATTRIBUTES, type InventoryAttribute } from "../domain/inventory-row.ts";
import { compactPart, type RowPart } from "../domain/merge-parts.ts";
import { partOf, SHORT_KEYS, type Short, shortJson, wordsIn } from "./short-part.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("0", "1", "Issued", "issued", "RSA", "\ud800", "shop.test", "\0", "__proto__"),
);
const date = fc.oneof(
  fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
  fc.constantFrom(
    "2026-06-15",
    "2026-06-15T12:00:00.000Z",
    "2026-06-15T12:00:00Z",
    "2026-06-15T12:00:00.001Z",
    "1970-01-01T00:00:00.000Z",
    "-000001-06-15T12:00:00.000Z",
    "soon",
  ),
);
const BY_KIND: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text,
  number: fc.oneof(fc.integer(), fc.constantFrom(0, 1)),
  date,
  flag: fc.boolean(),
  texts: fc.array(text, { maxLength: 3 }),
  fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
};
const ATTRIBUTES = Object.keys(INVENTORY_ATTRIBUTES) as InventoryAttribute[]; // the record's own members
const part = fc
  .record(
    Object.fromEntries(ATTRIBUTES.map((name) => [name, BY_KIND[INVENTORY_ATTRIBUTES[name].kind] ?? text])),
    { requiredKeys: ["type", "certificateId"] },
  )
  .map((made) => compactPart(made as unknown as RowPart)); // any value that the attribute's kind allows

it("reads every part as it was written, whatever SCM said", () => {
  fc.assert(
    fc.property(part, (made) => {
      const texts: string[] = [];
      const json = shortJson(made, (text) => texts.push(text) - 1);
      const short = JSON.parse(json) as Short; // as shortJson made it
      expect(partOf(short, (number) => texts[number] ?? "")).toEqual(made);
      expect(wordsIn(short)).toEqual(texts.map((_, number) => number));
    }),
    { numRuns: 2_000 },
  );
});

it("has a key of its own for each attribute", () => {
  expect(new Set(Object.values(SHORT_KEYS)).size).toBe(ATTRIBUTES.length);
});

it("takes two fifths of the room of plain JSON, so that a million rows stay within a gigabyte", () => {
  const usual: RowPart = {
    ...{ type: "ssl", certificateId: 101_500, commonName: "h500.example.test", status: "Issued" },
    subjectAlternativeNames: ["h500.example.test", "www.h500.example.test"],
    organizationName: "Example Ltd",
    issuer: "CN=Sectigo RSA Organization Validation Secure Server CA,O=Sectigo Limited,L=Salford,C=GB",
    requester: "user176@example.test",
    requested: "2026-01-08T02:50:00.000Z",
    expires: "2026-07-26T02:50:00.000Z",
    ...{ origin: "managed", keyAlgorithm: "EC", keySize: 256, keyStrength: 128 },
  };
  const room = (json: string): number => json.length / JSON.stringify(usual).length;
  expect(room(shortJson(usual, () => 1_000))).toBeLessThan(0.4);
});
