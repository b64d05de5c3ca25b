import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "./write-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sectigo-action-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string, mode = 0o644) => ({ path: join(folder, name), content, mode });
const modeOf = (name: string) => statSync(join(folder, name)).mode & 0o777;

describe("writeWhole", () => {
  it("writes with the modes asked for, over what was there, and leaves nothing else", async () => {
    writeFileSync(join(folder, "a.pem"), "old", { mode: 0o666 });
    await writeWhole([file("a.pem", "new"), file("a.key.pem", "key", 0o600)], () => 0.5);
    expect(readFileSync(join(folder, "a.pem"), "utf8")).toBe("new");
    expect([modeOf("a.pem"), modeOf("a.key.pem")]).toEqual([0o644, 0o600]);
    expect(readdirSync(folder).sort()).toEqual(["a.key.pem", "a.pem"]);
  });

  it("replaces a link instead of writing through it", async () => {
    writeFileSync(join(folder, "target"), "untouched");
    symlinkSync(join(folder, "target"), join(folder, "a.pem"));
    await writeWhole([file("a.pem", "new")], () => 0.5);
    expect(readFileSync(join(folder, "target"), "utf8")).toBe("untouched");
    expect(readFileSync(join(folder, "a.pem"), "utf8")).toBe("new");
  });

  it("writes nothing at all when one of the files can't be", async () => {
    const nowhere = { path: join(folder, "nowhere", "b.pem"), content: "new", mode: 0o644 };
    await expect(writeWhole([file("a.pem", "new"), nowhere], () => 0.5)).rejects.toMatchObject({
      code: "config.file_unwritable",
      message: expect.stringContaining("ENOENT"),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves no part behind when the move fails", async () => {
    mkdirSync(join(folder, "a.pem"));
    await expect(writeWhole([file("a.pem", "new")], () => 0.5)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder)).toEqual(["a.pem"]);
  });
});
