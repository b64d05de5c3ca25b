import { describe, expect, it } from "vitest";
import { smallMachO } from "./fixtures/small-executables.ts";
import { readMachO } from "./inspect/mach-o.ts";
import { signAdHoc } from "./sign-ad-hoc.ts";

const PAGE = 4096;

describe("signAdHoc", () => {
  it.each([
    ["larger than the former one", 16],
    ["smaller than the former one", 2 * PAGE],
  ])("signs every page and all load commands when the signature is %s", (_name, signatureSize) => {
    const file = smallMachO({ pages: 4, signatureSize });
    const signed = signAdHoc(file, "provider");
    expect(readMachO(signed)).toEqual({
      processor: "amd64",
      signature: { isAdHoc: true, identifier: "provider", pages: 4, brokenPages: [] },
    });
    const linkEdit = 104;
    const start = Number(signed.readBigUInt64LE(linkEdit + 40));
    expect(start + Number(signed.readBigUInt64LE(linkEdit + 48))).toBe(signed.length);
    expect(Number(signed.readBigUInt64LE(linkEdit + 32))).toBeGreaterThanOrEqual(signed.length - start);
    expect(signed.subarray(512, 4 * PAGE)).toEqual(file.subarray(512, 4 * PAGE));
  });

  it("gives the same octets when it signs what it has signed", () => {
    const once = signAdHoc(smallMachO({ pages: 3, signatureSize: 16 }), "provider");
    expect(signAdHoc(once, "provider").equals(once)).toBe(true);
  });

  it("refuses a file whose signature is not at its end", () => {
    const file = Buffer.concat([smallMachO({ pages: 3, signatureSize: 16 }), Buffer.from("more")]);
    expect(() => signAdHoc(file, "provider")).toThrow("not the last thing");
  });
});
