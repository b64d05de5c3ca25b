import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  answerList,
  type Codec,
  date,
  flag,
  idNumber,
  idOrNull,
  integer,
  listOf,
  orElse,
  orNull,
  serial,
  text,
  textLists,
} from "./wire.ts";

function read<T>(codec: Codec<T>, value: unknown): T | "refused" {
  const parsed = codec.safeParse(value);
  return parsed.success ? parsed.data : "refused";
}

const absences = fc.constantFrom(undefined, null, "", "  ");

describe("codecs of the wire", () => {
  it("treat absent, null, empty and blank alike in every optional member", () => {
    const optional = z.object({
      text: orNull(text),
      integer: orNull(integer),
      flag: orElse(flag, false),
      date: orNull(date),
      serial: orNull(serial),
      list: listOf(text),
      lists: textLists,
    });
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("text", "integer", "flag", "date", "serial", "list", "lists", "new"),
          absences,
        ),
        (wire) => {
          expect(read(optional, wire)).toEqual({
            text: null,
            integer: null,
            flag: false,
            date: null,
            serial: null,
            list: [],
            lists: {},
          });
        },
      ),
    );
  });

  it("read whole numbers from numbers and from their digits alike", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        expect(read(integer, number)).toBe(number);
        expect(read(integer, String(number))).toBe(number);
        expect(read(integer, ` ${number} `)).toBe(number);
      }),
    );
  });

  it.each([
    1.5,
    "1.5",
    "0x10",
    "1e3",
    Number.NaN,
    2 ** 53,
    true,
    [],
    {},
  ])("do not take %j for a whole number", (value) => {
    expect(read(integer, value)).toBe("refused");
  });

  it.each([-1, "-7", 1.5])("do not take %j for an id", (value) => {
    expect(read(idNumber, value)).toBe("refused");
  });

  it.each([0, "0", null, "", undefined])("take the reference %j for none", (value) => {
    expect(read(idOrNull, value)).toBeNull();
  });

  it.each([
    [true, true],
    ["TRUE", true],
    ["false", false],
    ["yes", "refused"],
    [1, "refused"],
  ])("read the flag %j as %j", (value, expected) => {
    expect(read(flag, value)).toBe(expected);
  });

  it("give the three spellings of a serial number one form in whole octets", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (octets) => {
        const hex = Buffer.from(octets).toString("hex");
        const colons = (hex.match(/../g) ?? []).join(":");
        expect(read(serial, colons)).toBe(hex.toUpperCase());
        expect(read(serial, colons.toUpperCase())).toBe(hex.toUpperCase());
        expect(read(serial, hex)).toBe(hex.toUpperCase());
      }),
    );
    expect(read(serial, "F0A77")).toBe("0F0A77");
  });

  it("drop empty items of a list and take a single value for a list of one", () => {
    expect(read(listOf(text), ["a", null, "", "b"])).toEqual(["a", "b"]);
    expect(read(listOf(text), "a")).toEqual(["a"]);
    expect(read(answerList(text), null)).toEqual([]);
    expect(read(answerList(text), {})).toBe("refused");
  });

  it("keep those members of an object of lists that are lists of text", () => {
    const wire = {
      RSA: ["2048", 4096],
      EC: "P-256",
      none: [],
      later: { x: 1 },
      nested: [{ y: 2 }],
      blank: null,
    };
    expect(read(textLists, wire)).toEqual({ RSA: ["2048", "4096"], EC: ["P-256"] });
    expect(read(textLists, ["RSA"])).toBe("refused");
  });

  it("keep text exactly, also text that looks like something else", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(read(text, value)).toBe(value);
      }),
    );
    expect(read(text, 4711)).toBe("4711");
  });
});
