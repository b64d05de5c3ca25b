import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanList } from "./san-list.ts";

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);
const name = fc
  .tuple(fc.constantFrom("", "*."), fc.array(label, { minLength: 1, maxLength: 3 }))
  .map(([star, labels]) => star + labels.join("."));

describe("sanList", () => {
  it("finds the same names in every form of one list, in their order", () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(sanList(names.join("; "))).toEqual(names);
        expect(sanList(names.join(","))).toEqual(names);
        expect(sanList(names.map((one) => `dNSName=${one}`).join(", "))).toEqual(names);
        expect(sanList(names.map((one) => `DNS Name= ${one}`).join(";"))).toEqual(names);
      }),
    );
  });

  it.each([null, "", " ", ";", " , ; "])("finds none in %j", (text) => {
    expect(sanList(text)).toEqual([]);
  });

  it("keeps addresses of both families whole", () => {
    expect(sanList("iPAddress=192.0.2.1, iPAddress=2001:db8::1")).toEqual(["192.0.2.1", "2001:db8::1"]);
  });
});
