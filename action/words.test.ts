import { describe, expect, it } from "vitest";
import { INPUT_NAMES } from "./inputs/names.ts";
import { WORDS } from "./words.ts";

/** Of SCM's answer: no input holds it. */
const { access_token: _, ...SETTINGS } = WORDS;
const texts = Object.values(SETTINGS).map((word) => (typeof word === "string" ? word : word(7)));

describe("WORDS", () => {
  it("names inputs that there are", () => {
    const settings = texts.filter((text) => !text.includes(" "));
    expect(settings.length).toBeGreaterThan(10);
    expect(INPUT_NAMES).toEqual(expect.arrayContaining(settings));
  });

  it("sets inputs that there are", () => {
    const set = texts.flatMap((text) => [...text.matchAll(/([a-z-]+):/g)].map(([, name]) => name));
    expect(set).toContain("ssl-id");
    expect(INPUT_NAMES).toEqual(expect.arrayContaining(set));
  });

  it("has nothing of Terraform's", () => {
    expect(texts.join(" ")).not.toMatch(/[a-z]_[a-z]|terraform|\bplan\b|\bimport\b/i);
  });
});
