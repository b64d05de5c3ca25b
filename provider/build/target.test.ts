import { describe, expect, it } from "vitest";
import { folderOf, layoutOf } from "./package-layout.ts";
import { TARGETS, targetOf } from "./target.ts";

describe("targetOf", () => {
  it.each([
    ["linux", "x64", "linux_amd64", "bun-linux-x64-baseline", ""],
    ["linux", "arm64", "linux_arm64", "bun-linux-arm64", ""],
    ["darwin", "arm64", "darwin_arm64", "bun-darwin-arm64", ""],
    ["win32", "x64", "windows_amd64", "bun-windows-x64-baseline", ".exe"],
    ["win32", "arm64", "windows_arm64", "bun-windows-arm64", ".exe"],
  ] as const)("knows %s on %s", (system, processor, platform, bunTarget, suffix) => {
    expect(targetOf(system, processor)).toMatchObject({ platform, bunTarget, suffix });
  });

  it("names the machines there are when asked for another", () => {
    expect(() => targetOf("freebsd", "x64")).toThrow(
      "no package is built for freebsd_amd64; there are linux_amd64,",
    );
  });
});

describe("layoutOf", () => {
  it.each(TARGETS)("has one file only that Terraform can take for the provider: $platform", (target) => {
    const names = Object.values(layoutOf(target, "1.2.3")).filter((file) => file !== null);
    const taken = [...new Set(names)].filter((file) => file.startsWith("terraform-provider-sectigo"));
    expect(taken).toEqual([`terraform-provider-sectigo_v1.2.3${target.suffix}`]);
  });

  it("lies in the mirror where Terraform looks", () => {
    expect(folderOf("/m", targetOf("linux", "arm64"), "1.2.3")).toBe(
      "/m/registry.terraform.io/scm-as-code/sectigo/1.2.3/linux_arm64",
    );
  });
});
