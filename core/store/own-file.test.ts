import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../base/clock.ts";
import { silentLogger } from "../base/log.ts";
import { openStore } from "./open-store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sectigo-own-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (path: string) => openStore({ path, clock: systemClock(), log: silentLogger });
const mode = (path: string): number => statSync(path).mode & 0o777;

describe("the store touches only its own file", () => {
  it.each([
    ["a folder", (path: string) => mkdirSync(path, { mode: 0o755 }), /there is a folder/],
    [
      "a link",
      (path: string) => {
        writeFileSync(`${path}.target`, "", { mode: 0o644 });
        symlinkSync(`${path}.target`, path);
      },
      /there is a link/,
    ],
    [
      "a text",
      (path: string) => writeFileSync(path, "terraform {}\n".repeat(20), { mode: 0o644 }),
      /not a store of this provider/,
    ],
    [
      "another program's database",
      (path: string) => {
        const other = new DatabaseSync(path);
        other.exec("create table t (a)");
        other.close();
      },
      /database of another program/,
    ],
  ])("and refuses %s in words, with its mode as it was", async (_name, make, words) => {
    const path = join(folder, "store");
    make(path);
    const before = mode(path);
    await expect(open(path)).rejects.toMatchObject({
      code: "store.foreign",
      message: expect.stringMatching(words),
    });
    expect(mode(path)).toBe(before);
  });

  it("refuses a device", async () => {
    await expect(open("/dev/null")).rejects.toMatchObject({ code: "store.foreign" });
  });

  it("takes an empty file and its own, and makes them the user's alone", async () => {
    const path = join(folder, "store");
    writeFileSync(path, "", { mode: 0o644 });
    for (const wide of [0o644, 0o666]) {
      chmodSync(path, wide);
      const store = await open(path);
      await store.close();
      expect(mode(path)).toBe(0o600);
    }
  });
});
