import { describe, expect, it } from "vitest";
import { declaredProvider } from "../sectigo/declared-provider.ts";
import { declare } from "./declare-arguments.ts";
import { findEnumerations } from "./enumerations.ts";

const WORDS = { ProfileConfig: { trustType: ["public", "private"], types: ["ssl", "client"] } };

/** Lines of an interface `ProfileConfig`, declared anew. */
function declared(...lines: readonly string[]): readonly string[] {
  const text = ["export interface ProfileConfig {", ...lines, "}"].join("\n");
  return declare(text, WORDS, () => undefined)
    .split("\n")
    .slice(1, -1);
}

describe("declare", () => {
  it.each([
    [
      "an object",
      "readonly connector?: ProfileConnector;",
      "readonly connector?: ProfileConnector | cdktf.IResolvable;",
    ],
    [
      "elements of a list",
      "readonly rules?: ProfileRules[] | cdktf.IResolvable;",
      "readonly rules?: (ProfileRules | cdktf.IResolvable)[] | cdktf.IResolvable;",
    ],
    [
      "what sets an object later",
      "putConnector(value: ProfileConnector): void;",
      "putConnector(value: ProfileConnector | cdktf.IResolvable): void;",
    ],
    ["words", "readonly trustType: string;", 'readonly trustType: "public" | "private" | cdktf.IResolvable;'],
    [
      "words in a list",
      "readonly types?: string[];",
      'readonly types?: ("ssl" | "client" | cdktf.IResolvable)[] | cdktf.IResolvable;',
    ],
  ])("takes an expression for %s", (_what, line, expected) => {
    expect(declared(`    ${line}`)).toEqual([`    ${expected}`]);
  });

  it("takes an expression for a map, and changes nothing else that ends alike", () => {
    const map = ["    readonly fields?: {", "        [key: string]: string;", "    };"];
    const read = ["    get fields(): {", "        [key: string]: string;", "    };"];
    expect(declared(...map, ...read)).toEqual([...map.slice(0, 2), "    } | cdktf.IResolvable;", ...read]);
  });

  it("leaves texts, numbers and what is read alone", () => {
    const lines = [
      "    readonly name: string;",
      "    readonly termDays?: number;",
      "    get ref(): ProfileRefOutputReference;",
      "    get trustType(): string;",
    ];
    expect(declared(...lines)).toEqual(lines);
  });

  it("refuses words for what is not text", () => {
    expect(() => declared("    readonly trustType: number;")).toThrow('number can\'t be one of "public"');
  });
});

describe("findEnumerations", () => {
  it("finds what the provider's checks allow, under the generator's names", () => {
    expect(findEnumerations(declaredProvider())).toMatchObject({
      CertificateConfig: { onPending: ["wait", "return", "fail"] },
      ConnectorImport: { certificateTypes: ["ssl", "client", "device"] },
      ConnectorImportFrequency: { unit: ["minutes", "hours", "days", "weeks"] },
      AssignmentRuleConfig: { match: ["all", "any"] },
      DataSectigoInventoryConfig: { refresh: expect.arrayContaining(["due", "never"]) },
    });
  });
});
