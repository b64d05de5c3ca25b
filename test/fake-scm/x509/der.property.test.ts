import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsr } from "./csr.ts";
import {
  childrenOf,
  DerError,
  element,
  objectIdentifier,
  readElement,
  readObjectIdentifier,
  sequence,
  unsignedInteger,
} from "./der.ts";
import { makeCsr } from "./make-csr.ts";

const octets = fc
  .tuple(fc.constantFrom(0, 1, 127, 128, 255, 256, 65_535, 65_536), fc.nat({ max: 255 }))
  .map(([length, octet]) => Buffer.alloc(length, octet));

describe("DER", () => {
  test("what is written is read again, of any length", () => {
    fc.assert(
      fc.property(fc.array(octets, { maxLength: 4 }), (contents) => {
        const whole = readElement(sequence(...contents.map((content) => element(0x04, content))));
        const read = childrenOf(whole).map(({ content }) => content);
        // Compared by Buffer itself: the matcher would walk each octet as a property.
        expect(
          read.map((content, index) => content.equals(contents[index] ?? Buffer.alloc(0))),
        ).toStrictEqual(contents.map(() => true));
      }),
      { numRuns: 30 },
    );
  });

  test("numbers and object identifiers come back as they were", () => {
    const arcs = fc.array(fc.nat({ max: 2 ** 31 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom("1.2", "2.5", "0.9", "1.39"), arcs, (start, rest) => {
        const dotted = [start, ...rest].join(".");
        expect(readObjectIdentifier(readElement(objectIdentifier(dotted)))).toBe(dotted);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n }), (number) => {
        const hex = number.toString(16);
        const source = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
        const { content } = readElement(unsignedInteger(source));
        expect(BigInt(`0x${content.toString("hex")}`)).toBe(number);
        expect((content[0] ?? 0) & 0x80).toBe(0);
      }),
    );
  });

  test("garbage is refused in words, never by another error", () => {
    const { csr } = makeCsr("a.test");
    const der = Buffer.from(csr.replace(/-----[^-]+-----/g, ""), "base64");
    fc.assert(
      fc.property(fc.nat({ max: der.length - 1 }), fc.nat({ max: 255 }), (place, octet) => {
        const spoilt = Buffer.from(der);
        spoilt[place] = octet;
        const result = parseCsr(spoilt.toString("base64"));
        if (octet === der[place]) expect(typeof result).toBe("object");
        else expect(result).toBeTypeOf("string");
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (garbage) => {
        try {
          readElement(Buffer.from(garbage));
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
