import { describe, expect, it } from "vitest";
import * as forms from "./forms.ts";

const given = (text: string) => () => text;

describe("what inputs may look like", () => {
  it("reads lists by lines and commas, without comments and blanks", () => {
    expect(forms.listOf(given("a.test, b.test\n# later\n\n c.test "), "x")).toEqual([
      "a.test",
      "b.test",
      "c.test",
    ]);
  });

  it("reads fields, values with equal signs among them", () => {
    expect(forms.fieldsOf(given("Cost centre = 4711\nNote=a=b\nEmpty="), "x")).toEqual({
      "Cost centre": "4711",
      Note: "a=b",
      Empty: "",
    });
  });

  it.each([
    ["90s", 90_000],
    ["10m", 600_000],
    ["2 h", 7_200_000],
    ["0", 0],
    ["", null],
  ])("reads the duration %j", (text, ms) => {
    expect(forms.durationMs(given(text), "wait")).toBe(ms);
  });

  it.each([
    ["30d", { days: 30 }],
    ["30 days", { days: 30 }],
    ["1/3", { share: 1 / 3 }],
    ["25%", { share: 0.25 }],
    ["", null],
  ])("reads the window %j", (text, window) => {
    expect(forms.renewBefore(given(text), "renew-before")).toEqual(window);
  });

  it.each([
    ["0640", 0o640],
    ["600", 0o600],
    ["0o640", 0o640],
    ["", null],
  ])("reads the mode %j", (text, mode) => {
    expect(forms.fileMode(given(text), "key-mode", 0o640)).toBe(mode);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["a line without a name", () => forms.fieldsOf(given("=x"), "custom-fields"), /is not Name=value/],
    [
      "a name that stands there twice",
      () => forms.fieldsOf(given("A=1\nA=2"), "custom-fields"),
      /"A".*twice/,
    ],
    ["yes for true", () => forms.flagOf(given("yes"), "comment"), /"yes"/],
    ["a number below the least", () => forms.wholeNumber(given("0"), "max-orders", 1), /from 1 on/],
    ["a number with a sign", () => forms.wholeNumber(given("-3"), "max-orders", 1), /not a whole number/],
    ["a word that is not known", () => forms.wordOf(given("buy"), "command", ["enroll", "check"]), /"buy"/],
    ["a duration without a unit", () => forms.durationMs(given("10"), "wait"), /not a duration/],
    ["a window of no length", () => forms.renewBefore(given("0d"), "renew-before"), /neither/],
    ["a window of the whole lifetime", () => forms.renewBefore(given("1/1"), "renew-before"), /neither/],
    ["a mode that is none", () => forms.fileMode(given("rw-"), "key-mode", 0o640), /not a file mode/],
    ["YAML's 0o640", () => forms.fileMode(given("416"), "key-mode", 0o640), /"416".*execut/],
    ["YAML's 0o644", () => forms.fileMode(given("420"), "certificate-mode", 0o664), /more than the owner/],
    ["execute bits", () => forms.fileMode(given("0755"), "certificate-mode", 0o664), /executed/],
    ["a file its owner can't read", () => forms.fileMode(given("0040"), "key-mode", 0o640), /its own owner/],
    [
      "a file that all may write",
      () => forms.fileMode(given("0666"), "certificate-mode", 0o664),
      /everybody/,
    ],
    ["a key that all may read", () => forms.fileMode(given("0644"), "key-mode", 0o640), /wider than 0640/],
  ])("refuses %s, by the input's name", (_name, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ code: "config.input", path: expect.any(String) }));
  });
});
