import { spawnSync } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { expect, it } from "vitest";
import { ACCOUNT, sslPart, viewOf } from "../../test/support/inventory.ts";
import { systemClock } from "../base/clock.ts";
import { openMemoryStore } from "./memory-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const OPEN_FILE = new URL("./open-file.ts", import.meta.url).href;
/** More than the cache holds. */
const FILL = `create table t (a); insert into t values (zeroblob(40000000)); select length(a) as n from t`;

/** SQLite's own temporary files that this process holds, by their former names. */
function unnamed(): readonly string[] {
  const held = readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      // That of the listing is closed by now.
      return [];
    }
  });
  return held.filter((path) => path.includes("etilqs_"));
}

it("what is not kept leaves no file, whatever happens to the process", async () => {
  const store = await openMemoryStore(systemClock());
  const session = await store.tryImport(ACCOUNT);
  const comments = "x".repeat(9_000);
  for (let batch = 0; batch < 5; batch += 1) {
    const parts = Array.from({ length: 500 }, (_, index) => sslPart(batch * 500 + index + 1, { comments }));
    await session?.put("bulk", parts, NOW);
  }
  await session?.release();
  expect(unnamed()).not.toEqual([]);
  expect(unnamed().every((path) => path.endsWith(" (deleted)"))).toBe(true);
  expect((await store.query({ view: viewOf(), now: NOW })).total).toBe(2_500);
  await store.close();
  expect(unnamed()).toEqual([]);
});

it("does without a file where none may be written", () => {
  const script = `const { openUnnamed } = await import(${JSON.stringify(OPEN_FILE)});
    const opened = await openUnnamed();
    const [make, put, read] = ${JSON.stringify(FILL)}.split("; ");
    opened.exec(make + ";" + put);
    console.log(opened.prepare(read).get().n);`;
  const command = `ulimit -f 0; exec "$0" --input-type=module -e '${script}' | cat`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command, process.execPath], { encoding: "utf8" });
  expect(stdout, stderr).toBe("40000000\n");
});
