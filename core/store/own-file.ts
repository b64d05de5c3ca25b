import { fchmodSync, lstatSync, type Stats } from "node:fs";
import { StoreError } from "../base/errors.ts";
import { descriptorOf, readAt } from "./kept-file.ts";

/** SQLite's first octets. Source: https://www.sqlite.org/fileformat.html */
const SQLITE = "SQLite format 3\0";
/** Names the file's kind in its header: "SCTI". Source: https://www.sqlite.org/fileformat.html#application_id */
export const APPLICATION_ID = 0x53435449;
const APPLICATION_ID_OFFSET = 68;
/** Bits of a mode that let anybody else read, write or run. */
const OTHERS = 0o077;
const HEADER_LENGTH = APPLICATION_ID_OFFSET + 4;

/** What stands at the path, in words; null for a plain file. Links are not followed: what they lead to is another's. */
function kindOf(found: Stats): string | null {
  if (found.isFile()) return null;
  if (found.isSymbolicLink()) return "a link";
  if (found.isDirectory()) return "a folder";
  return "no plain file";
}

function refuse(path: string, what: string): StoreError {
  return new StoreError(`open the inventory store ${path}: ${what}`, {
    code: "store.foreign",
    path: "store",
    hint: 'Name a file of its own in SECTIGO_INVENTORY_STORE ("none" does without a store).',
  });
}

function checkKind(path: string, found: Stats): void {
  const kind = kindOf(found);
  if (kind !== null) throw refuse(path, `there is ${kind}`);
  // Windows has no numbers of users.
  if (process.getuid !== undefined && found.uid !== process.getuid()) {
    throw refuse(path, "the file belongs to another user");
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  return header.subarray(0, readAt(path, header, 0));
}

function isOurs(header: Buffer): boolean {
  return header.length === HEADER_LENGTH && header.readInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID;
}

/** Whether the header says that the file is ours: the one thing that still can be told of a damaged one. */
export function isOwnFile(path: string): boolean {
  return isOurs(readHeader(path));
}

/**
 * Refuses what is not a plain file of this user, before anything opens or changes it.
 * @throws StoreError `store.foreign` for folders, links, devices and other users' files
 */
export function checkPlainFile(path: string): void {
  checkKind(path, lstatSync(path));
}

/**
 * Makes sure that only this user can read the file: by its descriptor, and once it is known to be ours, which is empty or
 * has our mark. What a file is that others can't read anyway, SQLite tells.
 * @throws StoreError `store.foreign`
 */
export function protectFile(path: string): void {
  const found = lstatSync(path);
  checkKind(path, found);
  if ((found.mode & OTHERS) === 0) return;
  const header = readHeader(path);
  if (header.length === 0 || isOurs(header)) fchmodSync(descriptorOf(path), 0o600);
  else if (!header.toString("latin1").startsWith(SQLITE)) {
    throw refuse(path, "the file is not a store of this provider");
  }
}
