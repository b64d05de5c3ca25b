import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "../base/clock.ts";
import { silentLogger } from "../base/log.ts";
import { openStore } from "./open-store.ts";

/** Permissions do not bind root: then a child that is another user reads. */
const READER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const READER_SCRIPT = new URL("../../test/support/read-store.ts", import.meta.url).pathname;
const ACCOUNT = { host: "cert-manager.com", customerUri: "cst01234", administrator: "svc-certs" };

let root: string;
let folder: string;
let path: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "sectigo-read-only-"));
  folder = join(root, "mounted");
  mkdirSync(folder);
  path = join(folder, "inventory.sqlite");
  const store = await openStore({ path, clock: systemClock(), log: silentLogger });
  const session = await store.tryImport(ACCOUNT);
  const part = (certificateId: number) => ({ type: "ssl", certificateId, status: "Issued" }) as const;
  await session?.put("bulk", [part(1), part(2), part(3)], new Date());
  await session?.release();
  await store.close();
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(root, { recursive: true });
});

function makeReadOnly(): void {
  chmodSync(root, 0o755);
  if (READER.uid !== undefined) chownSync(path, READER.uid, READER.gid);
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
}

/** What the store tells a user who can't write to it. */
function readStore(): Readonly<Record<string, unknown>> {
  const { stdout, stderr } = spawnSync(process.execPath, [READER_SCRIPT, path], {
    ...READER,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

it("S86 answers from a place that can't be written to, labels by rules, and refuses imports in words", () => {
  makeReadOnly();
  const files = readdirSync(folder);
  const answer = readStore();
  expect(answer).toMatchObject({ total: 3, labelled: 3, tagged: 3, tags: ["web"] });
  expect(answer.code).toBe("store.read_only");
  expect(answer.hint).toContain('refresh to "never"');
  expect([readdirSync(folder), (statSync(path).mode & 0o777).toString(8)]).toEqual([files, "444"]);
});

it("answers nothing there from a store that was not closed", () => {
  writeFileSync(`${path}-wal`, "what was written last");
  makeReadOnly();
  expect(readStore()).toMatchObject({
    code: "store.read_only",
    message: expect.stringContaining("not closed"),
  });
});

it("answers nothing there from a damaged store, and leaves it", async () => {
  const { open } = await import("node:fs/promises");
  const file = await open(path, "r+");
  await file.write(Buffer.from([255, 255, 255]), 0, 3, statSync(path).size - 20);
  await file.close();
  makeReadOnly();
  expect(readStore()).toMatchObject({ code: "store.read_only", message: expect.stringContaining("damaged") });
  expect(statSync(path).isFile()).toBe(true);
});
