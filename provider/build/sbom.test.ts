import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { lockedPackage } from "./lock-file.ts";
import { makeSbom } from "./sbom.ts";

const WANTED = {
  version: "1.2.3",
  runtimes: ["@oven/bun-linux-x64"],
  parts: ["node_modules/zod/a.js", "core/x.ts", "node_modules/@bufbuild/protobuf/b.js"],
};

describe("makeSbom", () => {
  it("names each package that ships and the runtime, with the checksum of the lock file", () => {
    const { bomFormat, components, dependencies } = JSON.parse(makeSbom(WANTED));
    expect(bomFormat).toBe("CycloneDX");
    expect(components.map(({ name, type }: Record<string, string>) => [name, type])).toEqual([
      ["@bufbuild/protobuf", "library"],
      ["zod", "library"],
      ["@oven/bun-linux-x64", "platform"],
    ]);
    const zod = lock.packages["node_modules/zod"];
    expect(components[1]).toMatchObject({
      purl: `pkg:npm/zod@${zod.version}`,
      hashes: [{ alg: "SHA-512", content: Buffer.from(zod.integrity.slice(7), "base64").toString("hex") }],
      licenses: [{ license: { id: "MIT" } }],
    });
    expect(components[0].licenses).toEqual([{ expression: "(Apache-2.0 AND BSD-3-Clause)" }]);
    expect(dependencies[0].dependsOn).toHaveLength(3);
  });

  it("nests what is inside the runtime, with references that are the only ones of their kind", () => {
    const { components } = JSON.parse(
      makeSbom({ ...WANTED, runtimes: ["@oven/bun-linux-x64", "@oven/bun-darwin-x64"] }),
    );
    type Component = { readonly name: string; readonly components?: readonly Component[]; "bom-ref": string };
    const nested = (components as Component[]).flatMap((each) => each.components ?? []);
    expect(nested.map(({ name }) => name)).toEqual(expect.arrayContaining(["boringssl", "sqlite", "tinycc"]));
    const refs = [...components, ...nested].map((each: Component) => each["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
  });

  it("has what a package depends on, all the way, said to be left out where it is, and none of the tools", () => {
    const parts = ["node_modules/@grpc/grpc-js/a.js", "node_modules/@grpc/proto-loader/b.js"];
    const { components, dependencies } = JSON.parse(makeSbom({ ...WANTED, parts }));
    const scopes = new Map(components.map(({ name, scope }: Record<string, string>) => [name, scope]));
    expect(scopes.get("@grpc/proto-loader")).toBe("required");
    expect(scopes.get("y18n")).toBe("excluded");
    const refs = new Set(components.map((each: Record<string, string>) => each["bom-ref"]));
    type Edge = { readonly ref: string; readonly dependsOn: readonly string[] };
    for (const { dependsOn } of dependencies as Edge[]) {
      for (const ref of dependsOn) expect(refs).toContain(ref);
    }
    const tools = Object.keys(packageJson.devDependencies).filter(
      (name) => lockedPackage(`node_modules/${name}`)?.dev,
    );
    expect(tools.length).toBeGreaterThan(20);
    expect(tools.filter((name) => scopes.has(name))).toEqual([]);
  });

  it("names of two licences the one that a package is used under", () => {
    const sbom = JSON.parse(makeSbom({ ...WANTED, parts: ["node_modules/node-forge/lib/asn1.js"] }));
    const forge = sbom.components.find(({ name }: Record<string, string>) => name === "node-forge");
    expect(forge?.licenses).toEqual([{ license: { id: "BSD-3-Clause" } }]);
  });

  it("gives the same text for the same content, and another serial number for another", () => {
    const one = makeSbom(WANTED);
    expect(makeSbom(WANTED)).toBe(one);
    const serial = (text: string): string => JSON.parse(text).serialNumber;
    expect(serial(one)).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(serial(makeSbom({ ...WANTED, version: "1.2.4" }))).not.toBe(serial(one));
  });
});
