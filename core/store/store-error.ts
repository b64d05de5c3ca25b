import { SectigoError, StoreError } from "../base/errors.ts";

/** Turns whatever is thrown into an error of ours that names the attempt. */
export type Guard = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const ELSEWHERE = 'or name another file in SECTIGO_INVENTORY_STORE ("none" does without a store)';

/** By the result code of SQLite, the extended one where that says more. Source: https://www.sqlite.org/rescode.html */
const BY_RESULT: Readonly<Record<number, readonly [slug: string, says: string, hint: string]>> = {
  3: [
    "read_only",
    "this user may not write to it",
    `Give this user write access to the file and its folder, ${ELSEWHERE}.`,
  ],
  5: [
    "busy",
    "another program has kept it locked for too long",
    "Wait for the other run to end, then run again.",
  ],
  6: [
    "busy",
    "another program has kept it locked for too long",
    "Wait for the other run to end, then run again.",
  ],
  8: ["read_only", "it can't be written to", `Make the file and its folder writable, ${ELSEWHERE}.`],
  10: ["disk", "the disk failed while it was read or written", `Check the disk, ${ELSEWHERE}.`],
  11: [
    "damaged",
    "its content is damaged",
    "Run again: the store is only a copy, and the next import fills a new one.",
  ],
  13: ["full", "the disk is full", `Make room on the disk, ${ELSEWHERE}.`],
  14: [
    "unreachable",
    "the file can't be opened",
    `Check that the folder exists and can be written to, ${ELSEWHERE}.`,
  ],
  // SQLITE_IOERR_WRITE: of the system's errors only ENOSPC is "full" to SQLite.
  778: [
    "disk",
    "it can't be written to: the disk failed, or a quota or a limit on the size of files is reached",
    `Make room or raise the limit, ${ELSEWHERE}.`,
  ],
  26: ["foreign", "the file is not a store of this provider", `Move the file away, ${ELSEWHERE}.`],
};

/** By the names of the system's errors, for what is done to the file without SQLite. */
const BY_SYSTEM: Readonly<Record<string, number>> = {
  EACCES: 3,
  EPERM: 3,
  EROFS: 8,
  ENOSPC: 13,
  EDQUOT: 13,
  EIO: 10,
};

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** SQLite's primary result code of what was caught, the nearest one for an error of the system; undefined for neither. */
export function resultCode(caught: unknown): number | undefined {
  const code = member(caught, "errcode");
  if (typeof code === "number") return code & 0xff;
  const name = member(caught, "code");
  if (typeof name !== "string" || !/^E[A-Z]+$/.test(name)) return undefined;
  return BY_SYSTEM[name] ?? 14;
}

/** Whether another connection has a lock that this one wants. */
export function isBusy(caught: unknown): boolean {
  const result = resultCode(caught);
  return result === 5 || result === 6;
}

/** An error for content that SQLite could read and this store did not write. */
export function damaged(what: string): Error {
  return Object.assign(new Error(what), { errcode: 11 });
}

/** Whether the file itself is broken, so that nothing in it can be relied on. */
export function isDamage(caught: unknown): boolean {
  return resultCode(caught) === 11;
}

/** What was caught while `what` was tried with the store at `path`, as an error of ours. */
export function storeError(what: string, path: string, caught: unknown): SectigoError {
  if (caught instanceof SectigoError) return caught;
  const result = resultCode(caught);
  if (result === undefined) return SectigoError.from(caught);
  const extended = Number(member(caught, "errcode"));
  const [slug, says, hint] = BY_RESULT[extended] ??
    BY_RESULT[result] ?? ["failed", `SQLite says ${result}`, `Check the file, ${ELSEWHERE}.`];
  // The system's message names the path and the reason, never a row.
  return new StoreError(`${what}: the inventory store ${path} can't be used: ${says}`, {
    code: `store.${slug}`,
    hint,
    cause: caught,
  });
}
