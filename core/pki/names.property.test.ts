import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeName } from "./judge-name.ts";
import { nameSet, readSan, sameNames } from "./names.ts";

const name = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc.emailAddress(),
  fc.domain().map((domain) => `*.${domain}`),
);

it("a list of names equals every rearrangement, repetition and change of case of itself", () => {
  const arranged = fc.array(fc.oneof(fc.domain(), fc.ipV6()), { minLength: 1, maxLength: 8 }).chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.subarray(names).map((again) => again.map((each) => each.toUpperCase())),
    ),
  );
  fc.assert(
    fc.property(arranged, ([names, shuffled, again]) => {
      expect(sameNames(names, [...again, ...shuffled])).toBe(true);
    }),
  );
});

it("equality is symmetric, and unequal sets stay unequal in canonical form", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), fc.array(name, { maxLength: 5 }), (one, other) => {
      expect(sameNames(one, other)).toBe(sameNames(other, one));
      expect(sameNames(nameSet(one), nameSet(other))).toBe(sameNames(one, other));
    }),
  );
});

it("the canonical form is its own canonical form", () => {
  fc.assert(
    fc.property(name, (text) => {
      const san = readSan(text);
      expect(readSan(san.value)).toEqual(san);
    }),
  );
});

it("a canonical order does not depend on the order given", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      expect(nameSet(names)).toEqual(nameSet([...names].reverse()));
    }),
  );
});

it("every domain that exists by rule is a valid name, and no text makes judging fail", () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      expect(judgeName(domain)).toBeNull();
    }),
  );
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void judgeName(text)));
});
