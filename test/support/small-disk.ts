import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function run(...[command = "", ...args]: readonly string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? null : (error?.message ?? stderr);
}

/** A file system of its own that is soon full, in memory, in an empty folder; null where this user may not mount. */
export function smallDisk(megabytes: number, path = mkdtempSync(join(tmpdir(), "sectigo-disk-"))) {
  const options = (size: number): string => `mode=0777,size=${size}m`;
  if (run("mount", "-t", "tmpfs", "-o", options(megabytes), "tmpfs", path) !== null) {
    rmdirSync(path);
    return null;
  }
  return {
    path,
    grow(size: number): void {
      const refused = run("mount", "-o", `remount,${options(size)}`, path);
      if (refused !== null) throw new Error(`the small disk did not grow: ${refused}`);
    },
    /** Nothing can be written any more, not even by root. */
    freeze(): void {
      const refused = run("mount", "-o", "remount,ro", path);
      if (refused !== null) throw new Error(`the small disk can be written to: ${refused}`);
    },
    [Symbol.dispose](): void {
      // Of a test that failed a program may still write there: it is let go when that has ended.
      run("umount", "--lazy", path);
      rmdirSync(path);
    },
  };
}
