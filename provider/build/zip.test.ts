import { describe, expect, it } from "vitest";
import { unzip } from "./fixtures/unzip.ts";
import { makeZip } from "./zip.ts";

const ENTRIES = [
  { name: "lib/provider", content: Buffer.from("program ".repeat(1_000)), isExecutable: true },
  { name: "LICENSE", content: Buffer.from("täxt"), isExecutable: false },
  { name: "empty", content: Buffer.alloc(0), isExecutable: false },
];

describe("makeZip", () => {
  it("keeps names, contents, order and the right to execute", async () => {
    const read = unzip(await makeZip(ENTRIES));
    expect(read.map(({ name, mode }) => [name, mode])).toEqual([
      ["lib/provider", 0o100755],
      ["LICENSE", 0o100644],
      ["empty", 0o100644],
    ]);
    expect(read.map(({ content }) => content)).toEqual(ENTRIES.map(({ content }) => content));
  });

  it("gives the same octets for the same files", async () => {
    expect((await makeZip(ENTRIES)).equals(await makeZip(ENTRIES))).toBe(true);
  });
});
