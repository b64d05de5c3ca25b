import { describe, expect, it } from "vitest";
import { readWhole } from "./der.ts";
import { oidText, stringText } from "./der-values.ts";
import { readName } from "./distinguished-name.ts";

const read = (hex: string) => readWhole(Buffer.from(hex.replaceAll(" ", ""), "hex"));

describe("an element", () => {
  it("keeps the octets it was written with, whatever the form of its length", () => {
    const whole = "30 80 30 81 03 04 01 ff 24 80 04 02 aa bb 00 00 00 00";
    const [definite, indefinite] = read(whole).children;
    expect(read(whole).raw.toString("hex")).toBe(whole.replaceAll(" ", ""));
    expect(definite?.raw.toString("hex")).toBe("3081030401ff");
    expect(definite?.children[0]?.value.toString("hex")).toBe("ff");
    expect(indefinite?.raw.toString("hex")).toBe("24800402aabb0000");
    expect(indefinite?.value.toString("hex")).toBe("0402aabb");
  });

  it.each([
    ["of an odd length, of another class", "30 07 9e 03 41 42 43 04 00", "414243"],
    ["of an odd length at the end of its parent", "30 03 9e 01 41", "41"],
    ["that is empty", "30 04 9e 00 04 00", ""],
  ])("with number 30 %s is read to its end and no further", (_case, hex, value) => {
    const [odd, ...others] = read(hex).children;
    expect(odd?.tag).toBe(0x9e);
    expect(odd?.value.toString("hex")).toBe(value);
    expect(others.every(({ tag }) => tag === 0x04)).toBe(true);
  });

  it.each([
    ["cut off in its length", "30 82 01", "the data end in the middle of an element"],
    ["cut off in its contents", "04 05 01 02", "an element of 5 bytes has only 2"],
    ["longer than its parent", "30 03 04 04 01 02 03 04", "an element"],
    ["with other bytes behind it", "04 01 ff 00", "1 bytes follow the end"],
    ["of a length that no file has", "04 85 01 00 00 00 00", "an element"],
    ["with a tag above 30", "30 05 1f 81 01 01 ff", "tag numbers above 30"],
    ["without an end", "30 80 04 01 ff", "the data end in the middle of an element"],
    ["primitive without a length", "04 80 01 00 00", "a primitive element has no length"],
    ["nested too deep", `${"30 80 ".repeat(40)}${"00 00 ".repeat(40)}`, "elements are nested too deep"],
    ["that is a truth value of two octets", "01 02 ff ff", "a truth value"],
    ["that is a bit string of nine bits of padding", "03 02 09 00", "a bit string"],
    ["that is an object identifier without an end", "06 02 2a 86", "an object identifier"],
  ])("%s is refused in words", (_case, hex, found) => {
    expect(() => read(hex)).toThrow(found);
  });
});

describe("values", () => {
  it.each([
    ["1.2.840.113549.1.1.11", "06 09 2a 86 48 86 f7 0d 01 01 0b"],
    ["2.999.3", "06 03 88 37 03"],
  ])("OID %s is read", (dotted, hex) => {
    expect(oidText(read(hex))).toBe(dotted);
  });

  it("the OID of a UUID is read, though its arc has 128 bits", () => {
    // The example of ITU-T X.667.
    const dotted = `2.25.${BigInt("0xf81d4fae7dec11d0a76500a0c91e6bf6")}`;
    expect(oidText(readWhole(uuidOid("f81d4fae7dec11d0a76500a0c91e6bf6")))).toBe(dotted);
  });

  it("a BMPString is read, an odd one is refused", () => {
    expect(stringText(read("1e 04 00 fc 20 ac"))).toBe("ü€");
    expect(() => stringText(read("1e 03 00 fc 20"))).toThrow("a text ends in the middle of a character");
  });
});

/** Arc 25 below 2, and the number of the UUID in groups of seven bits. */
function uuidOid(hex: string): Buffer {
  const octets: number[] = [];
  for (let rest = BigInt(`0x${hex}`); rest > 0n; rest >>= 7n)
    octets.unshift(Number(rest & 0x7fn) | (octets.length === 0 ? 0 : 0x80));
  return Buffer.from([0x06, octets.length + 1, 2 * 40 + 25, ...octets]);
}

describe("a distinguished name", () => {
  const attribute = "30 09 06 03 55 04 03 0c 02 61 62";
  it("is a SEQUENCE of SETs", () => {
    expect(readName(read(`30 0d 31 0b ${attribute}`)).text).toBe("CN=ab");
    expect(() => readName(read(`31 0d 31 0b ${attribute}`))).toThrow("a distinguished name is missing");
    expect(() => readName(read(`30 0d 30 0b ${attribute}`))).toThrow("is not a set");
  });
});
