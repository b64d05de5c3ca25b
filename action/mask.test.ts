import { describe, expect, it } from "vitest";
import { linesToMask } from "./mask.ts";

describe("linesToMask", () => {
  it.each<[string, string, string[]]>([
    ["a password as it is, however short", "s3c", ["s3c"]],
    ["nothing of an empty text", " \n ", []],
    [
      "the body of a key, not its armour nor its short last line",
      "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqG\r\nSM49AgEGCCqGSM49\nAA==\n-----END PRIVATE KEY-----\n",
      ["MIGHAgEAMBMGByqG", "SM49AgEGCCqGSM49"],
    ],
    ["a line that stands there twice once", "abcdefgh\nabcdefgh", ["abcdefgh"]],
  ])("S67 masks %s", (_name, secret, lines) => {
    expect(linesToMask(secret)).toEqual(lines);
  });

  it("S67 leaves the armour of a lone line alone, or every certificate in the log would be masked", () => {
    expect(linesToMask("-----BEGIN CERTIFICATE-----")).toEqual([]);
  });
});
