import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { readAt } from "./kept-file.ts";
import { damaged, isBusy } from "./store-error.ts";

/*
 * SQLite notices damage to the structure of a file, not to what stands in it. So a store is sealed when it is closed: a
 * CRC-32 over the whole file stands in the header's user version, which travels with every copy. Zero says that the file was
 * written to since. Source: https://www.sqlite.org/fileformat.html, "The Database Header".
 */
const SEAL = { start: 60, length: 4 } as const;
/** What SQLite changes in the header when the seal is written: the change counter, the seal, the counter it is valid for. */
const NOT_COUNTED = [{ start: 24, length: 4 }, SEAL, { start: 92, length: 4 }] as const;
const HEADER_BYTES = 100;
const CHUNK_BYTES = 4 << 20;

function chunksOf(path: string, visit: (chunk: Buffer, position: number) => void): void {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let position = 0; ; ) {
    const length = readAt(path, chunk, position);
    if (length === 0) return;
    visit(chunk.subarray(0, length), position);
    position += length;
  }
}

/** Never zero, in the range of SQLite's integer. */
function sumOf(path: string): number {
  let sum = 0;
  chunksOf(path, (chunk, position) => {
    if (position === 0)
      for (const { start, length } of NOT_COUNTED)
        chunk.fill(0, start, Math.min(start + length, chunk.length));
    sum = crc32(chunk, sum);
  });
  return (sum | 0) === 0 ? 1 : sum | 0;
}

function sealIn(path: string): number {
  const header = Buffer.alloc(HEADER_BYTES);
  return readAt(path, header, 0) < HEADER_BYTES ? 0 : header.readInt32BE(SEAL.start);
}

/** Whether what was committed stands in the file alone. */
export function isWhole(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** Changes with every write to the file itself. Source: https://www.sqlite.org/fileformat.html, "File change counter". */
export function traceOf(path: string): string {
  const header = Buffer.alloc(HEADER_BYTES);
  return header.subarray(0, readAt(path, header, 0)).toString("hex");
}

/**
 * Compares a closed store with its seal. One that others have open, or that was never closed, has none.
 * @throws what the store takes for damage
 */
export function checkSeal(path: string): void {
  for (;;) {
    const seal = sealIn(path);
    if (seal === 0 || !isWhole(path)) return;
    if (sumOf(path) === seal) return;
    // Another process may have begun to write while this one read.
    if (sealIn(path) === seal && isWhole(path)) throw damaged("the file is not as it was closed");
  }
}

function pragma(opened: DatabaseSync, text: string): number {
  return Number(Object.values(opened.prepare(`pragma ${text}`).get() ?? {})[0]);
}

/** For a writer, inside its transaction. */
export const BREAK_SEAL = "pragma user_version = 0";

function isSealed(opened: DatabaseSync): boolean {
  return pragma(opened, "user_version") !== 0;
}

/** Seals what was written, unless others are still at work: the last of them does it. */
export function seal(opened: DatabaseSync, path: string): void {
  if (isSealed(opened) || pragma(opened, "wal_checkpoint(truncate)") !== 0) return;
  try {
    opened.exec("begin immediate");
  } catch (error) {
    if (isBusy(error)) return;
    throw error;
  }
  // No process writes now, and nothing is in the log: the file holds all of it.
  if (isWhole(path)) opened.exec(`pragma user_version = ${sumOf(path)}`);
  opened.exec("commit; pragma wal_checkpoint(truncate)");
}
