import { describe, expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import { makeSbom } from "./sbom.ts";

const PARTS = ["node_modules/zod/a.js", "core/x.ts", "node_modules/@bufbuild/protobuf/b.js"];

describe("makeSbom", () => {
  it("names each package that ships and the runtime, with the checksum of the lock file, and no other", () => {
    const { bomFormat, components, dependencies } = JSON.parse(makeSbom({ version: "1.2.3", parts: PARTS }));
    expect(bomFormat).toBe("CycloneDX");
    expect(components.map(({ name, type }: Record<string, string>) => [name, type])).toEqual([
      ["@bufbuild/protobuf", "library"],
      ["bun", "platform"],
      ["zod", "library"],
    ]);
    const zod = lock.packages["node_modules/zod"];
    expect(components[2]).toMatchObject({
      purl: `pkg:npm/zod@${zod.version}`,
      hashes: [{ alg: "SHA-512", content: Buffer.from(zod.integrity.slice(7), "base64").toString("hex") }],
      licenses: [{ license: { id: "MIT" } }],
    });
    expect(components[0].licenses).toEqual([{ expression: "(Apache-2.0 AND BSD-3-Clause)" }]);
    expect(dependencies[0].dependsOn).toHaveLength(3);
  });

  it("gives the same text for the same content, and another serial number for another", () => {
    const one = makeSbom({ version: "1.2.3", parts: PARTS });
    expect(makeSbom({ version: "1.2.3", parts: PARTS })).toBe(one);
    const serial = (text: string): string => JSON.parse(text).serialNumber;
    expect(serial(one)).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(serial(makeSbom({ version: "1.2.4", parts: PARTS }))).not.toBe(serial(one));
  });
});
