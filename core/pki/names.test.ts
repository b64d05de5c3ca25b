import { describe, expect, it } from "vitest";
import { judgeName } from "./judge-name.ts";
import { namesMissing, readSan, sameNames, withCommonName } from "./names.ts";

describe("readSan", () => {
  it.each([
    ["Shop.Example.TEST", "dns", "shop.example.test"],
    ["shop.example.test.", "dns", "shop.example.test"],
    [" shop.example.test ", "dns", "shop.example.test"],
    ["*.Example.test", "dns", "*.example.test"],
    ["bücher.example.test", "dns", "xn--bcher-kva.example.test"],
    ["*.BÜCHER.test", "dns", "*.xn--bcher-kva.test"],
    ["10.0.0.1", "ip", "10.0.0.1"],
    ["2001:DB8:0:0:0:0:0:1", "ip", "2001:db8::1"],
    ["::ffff:10.0.0.1", "ip", "::ffff:a00:1"],
    ["1.2", "dns", "1.2"],
    ["Ops@Example.TEST", "email", "Ops@example.test"],
    ["HTTPS://Example.TEST/Path", "uri", "https://example.test/Path"],
    ["spiffe://Example.test/ns/Web", "uri", "spiffe://example.test/ns/Web"],
    ["URN:uuid:AB", "uri", "urn:uuid:AB"],
  ])("reads %s as %s %s", (text, kind, value) => {
    expect(readSan(text)).toEqual({ kind, value });
  });
});

describe("sameNames", () => {
  it.each([
    ["order and case do not count", ["a.test", "B.test"], ["b.test", "A.test"], true],
    ["repetition does not count", ["a.test", "a.test"], ["A.TEST."], true],
    ["U-labels equal their A-labels", ["bücher.test"], ["xn--bcher-kva.test"], true],
    ["spellings of one IPv6 address are equal", ["2001:db8::1"], ["2001:0db8:0:0::1"], true],
    ["a mapped IPv4 address is another name", ["::ffff:10.0.0.1"], ["10.0.0.1"], false],
    ["a wildcard is not the name below it", ["*.a.test"], ["b.a.test"], false],
    ["mail addresses differ by case before the @", ["Ops@a.test"], ["ops@a.test"], false],
    ["one more name makes a difference", ["a.test"], ["a.test", "b.test"], false],
    ["two empty lists are equal", [], [], true],
  ])("%s", (_name, one, other, same) => {
    expect(sameNames(one, other)).toBe(same);
    expect(sameNames(other, one)).toBe(same);
  });
});

describe("the common name", () => {
  it("counts among the names, once", () => {
    expect(sameNames(withCommonName("Shop.test", ["www.shop.test"]), ["shop.test", "www.shop.test"])).toBe(
      true,
    );
    expect(withCommonName("shop.test", ["shop.test"])).toHaveLength(1);
  });

  it.each([null, ""])("is left out when it is %j", (commonName) => {
    expect(withCommonName(commonName, ["a.test"])).toEqual([{ kind: "dns", value: "a.test" }]);
  });
});

it("namesMissing says which names the other list lacks", () => {
  expect(namesMissing(["b.test", "A.test", "10.0.0.1"], ["a.test"])).toEqual([
    { kind: "dns", value: "b.test" },
    { kind: "ip", value: "10.0.0.1" },
  ]);
});

describe("judgeName", () => {
  it.each([
    "shop.example.test",
    "*.example.test",
    "intranet",
    "a_b.example.test",
    "bücher.example.test",
    "xn--bcher-kva.test",
    "1.example.test",
    "10.0.0.1",
    "2001:db8::1",
    "ops@example.test",
    "spiffe://example.test/web",
    `${"a".repeat(63)}.test`,
  ])("finds nothing wrong with %s", (name) => {
    expect(judgeName(name)).toBeNull();
  });

  it.each([
    ["", "is empty"],
    ["a.test,b.test", "one name each"],
    ["a b", "blank"],
    ["a..test", "two dots"],
    [".a.test", "begins with one"],
    ["-a.test", "inner hyphens"],
    ["a-.test", "inner hyphens"],
    ["a!.test", "inner hyphens"],
    ["a.*.test", "leftmost"],
    ["w*.a.test", "part of a label"],
    ["*", "without a domain"],
    ["*.", "without a domain"],
    ["300.1.1.1", "IP address"],
    ["10.0.0.0/8", "slash"],
    ["a.test:443", "port"],
    ["fe80::1%eth0", "zone"],
    ["https://a.test/", "host name alone"],
    ["@a.test", "mail address"],
    ["ops@a..test", "two dots"],
    [`${"a".repeat(64)}.test`, "63"],
    [`${"a.".repeat(130)}test`, "253"],
    ["xn--a\u00ad.test", ""],
  ])("says why %j can't be certified", (name, reason) => {
    expect(judgeName(name)).toContain(reason);
  });
});
