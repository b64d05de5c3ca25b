import { closeSync, openSync } from "node:fs";

/**
 * Makes an empty file for this user alone, unless there is one. One that is there is never opened: a process that closes a
 * file gives back all locks that it has on it, those of SQLite's connections too. Source: POSIX, close() and fcntl().
 */
export function makeFile(path: string): void {
  try {
    closeSync(openSync(path, "ax", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
