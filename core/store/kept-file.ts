import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/*
 * A process that closes a file gives back all locks that it has on it, those of SQLite's connections too. So a store's file
 * that is read beside SQLite stays open until the process ends: one descriptor for each file. Source: POSIX, close().
 */
const kept = new Map<string, number>();

/** The one descriptor of a file, for reading; never to be closed. */
export function descriptorOf(path: string): number {
  const { dev, ino } = statSync(path);
  const key = `${dev} ${ino}`;
  const known = kept.get(key);
  if (known !== undefined) {
    // The number of a file that is gone may be given to another.
    if (fstatSync(known).nlink > 0) return known;
    closeSync(known);
  }
  const opened = openSync(path, "r");
  kept.set(key, opened);
  return opened;
}

/** Fills the buffer from a position on. @returns how many octets there were */
export function readAt(path: string, buffer: Buffer, position: number): number {
  return readSync(descriptorOf(path), buffer, 0, buffer.length, position);
}
