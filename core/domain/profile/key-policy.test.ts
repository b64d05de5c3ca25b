import { expect, it } from "vitest";
import { allowedKeyTypes, judgeKeyType, judgeKeyTypes } from "./key-policy.ts";

const OFFERED = { RSA: ["2048", "3072"], EC: ["P-256", "P-384"] };

it.each([["RSA 2048"], ["EC P-384"], ["ec p-256"]])("%s is a key type", (text) => {
  expect(judgeKeyType(text)).toBeNull();
});

it.each([["RSA"], ["RSA 1024"], ["P-256"], ["EC secp256k1"], [""]])("%j is none", (text) => {
  expect(judgeKeyType(text)).toBeTypeOf("string");
});

it("S40 proposes what SCM offers in place of what it does not", () => {
  const profile = { name: "OV", keyTypes: OFFERED };
  expect(judgeKeyTypes(["RSA 4096", "EC P-256"], profile)).toEqual([
    {
      summary: 'The SCM profile "OV" does not offer RSA 4096',
      detail:
        "It offers RSA 2048, RSA 3072, EC P-256, EC P-384. Choose among these, or leave key_types out to take them all.",
    },
  ]);
  expect(judgeKeyTypes(null, profile)).toEqual([]);
  expect(judgeKeyTypes(["RSA 4096"], { name: "OV", keyTypes: {} })).toEqual([]);
});

it.each([
  [null, OFFERED, OFFERED],
  [["ec P-256", "RSA 4096"], OFFERED, { EC: ["P-256"] }],
  [["EC P-256", "EC P-384"], {}, { EC: ["P-256", "P-384"] }],
])("the keys of %j within %j are %j", (wished, offered, allowed) => {
  expect(allowedKeyTypes(wished, offered)).toEqual(allowed);
});
