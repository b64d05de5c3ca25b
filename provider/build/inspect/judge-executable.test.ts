import { describe, expect, it } from "vitest";
import { smallElf, smallMachO, smallPe } from "../fixtures/small-executables.ts";
import { signAdHoc } from "../sign-ad-hoc.ts";
import { TARGETS, type Target } from "../target.ts";
import { judgeExecutable } from "./judge-executable.ts";

const X64 = 62;
const ARM64 = 183;
const LOADER = "/lib64/ld-linux-x86-64.so.2";

function target(platform: string): Target {
  const found = TARGETS.find((each) => each.platform === platform);
  if (found === undefined) throw new Error(`there is no target ${platform}`);
  return found;
}

describe("judgeExecutable", () => {
  it.each([
    ["linux_amd64", smallElf({ machine: X64, loader: LOADER })],
    ["linux_arm64", smallElf({ machine: ARM64, loader: "/lib/ld-linux-aarch64.so.1" })],
    ["windows_amd64", smallPe({ machine: 0x8664, subsystem: 3 })],
    ["windows_arm64", smallPe({ machine: 0xaa64, subsystem: 3, relocationsAt: 4096 })],
    ["darwin_amd64", signAdHoc(smallMachO({ pages: 5, signatureSize: 100 }), "x")],
  ])("has nothing to say about a program that %s can start", (platform, octets) => {
    expect(judgeExecutable(octets, target(platform))).toEqual([]);
  });

  it.each([
    {
      says: "another processor",
      octets: smallElf({ machine: ARM64, loader: LOADER }),
      platform: "linux_amd64",
      complaint: "it is built for arm64",
    },
    {
      says: "another system",
      octets: smallPe({ machine: 0x8664, subsystem: 3 }),
      platform: "darwin_amd64",
      complaint: "it is a program for windows",
    },
    {
      says: "a loader that the launcher does not look for",
      octets: smallElf({ machine: X64, loader: "/lib/ld-musl-x86_64.so.1" }),
      platform: "linux_amd64",
      complaint:
        "its loader is /lib/ld-musl-x86_64.so.1, and the launcher looks for /lib64/ld-linux-x86-64.so.2",
    },
    {
      says: "a window program, which has no pipes",
      octets: smallPe({ machine: 0x8664, subsystem: 2 }),
      platform: "windows_amd64",
      complaint: "it is not a console program",
    },
    {
      says: "a newer glibc than is promised",
      octets: Buffer.concat([
        smallElf({ machine: X64, loader: LOADER }),
        Buffer.from("\0GLIBC_2.2\0GLIBC_2.28\0"),
      ]),
      platform: "linux_amd64",
      complaint: "it needs glibc 2.28, and 2.17 is promised",
    },
    {
      says: "a newer Windows than is promised",
      octets: smallPe({ machine: 0x8664, subsystem: 3, windows: 11 }),
      platform: "windows_amd64",
      complaint: "it needs Windows 11, and 10 is promised",
    },
    {
      says: "a signature that is not of this program",
      octets: smallPe({ machine: 0x8664, subsystem: 3, signatureAt: 768 }),
      platform: "windows_amd64",
      complaint: "it carries the signature of another program",
    },
  ])("names $says", ({ octets, platform, complaint }) => {
    expect(judgeExecutable(octets, target(platform))).toEqual([complaint]);
  });

  it("counts the pages that are not what was signed", () => {
    const octets = signAdHoc(smallMachO({ pages: 5, signatureSize: 100 }), "x");
    octets[2 * 4096 + 7] = 0;
    expect(judgeExecutable(octets, target("darwin_amd64"))).toEqual([
      "its signature is broken: 1 of 5 pages are not what was signed",
    ]);
  });

  it("refuses an image that was cut short, and what is not an executable", () => {
    const cut = smallPe({ machine: 0x8664, subsystem: 3, sectionSize: 513 });
    expect(() => judgeExecutable(cut, target("windows_amd64"))).toThrow("section .bun ends at 1025");
    const moved = smallPe({ machine: 0x8664, subsystem: 3, relocationsAt: 8192 });
    expect(() => judgeExecutable(moved, target("windows_amd64"))).toThrow("relocations begin at 8192");
    const script = Buffer.from("#!/bin/sh\necho hello\n");
    expect(() => judgeExecutable(script, target("linux_amd64"))).toThrow("neither an ELF");
  });
});
