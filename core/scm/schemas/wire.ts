import * as z from "zod/mini";
import { readScmDate } from "./dates.ts";

/*
 * SCM leaves empty members out, but some builds send null or "" (seen in public clients' tests). Every member is
 * therefore read by one of the codecs below, which treat absent, null, "" and blanks alike; unknown members are
 * dropped. An optional member is `T | null` afterwards: one kind of absence.
 */

export type Codec<T> = z.ZodMiniType<T, unknown>;

function blankToNull(value: unknown): unknown {
  return typeof value === "string" && value.trim() === "" ? null : (value ?? null);
}

/** Makes a member optional: null when it is absent, null, "" or blank. */
export function orNull<T>(codec: Codec<T>) {
  return z.pipe(z.transform(blankToNull), z.nullable(codec));
}

/** Makes a member optional with a value in its place. */
export function orElse<T>(codec: Codec<T>, fallback: T) {
  return z.pipe(
    orNull(codec),
    z.transform((value) => value ?? fallback),
  );
}

/** Turns a value by `read`, whose null means "not of this form"; `expected` completes the message. */
function reader<T>(expected: string, read: (value: unknown) => T | null) {
  return z.pipe(
    z.unknown(),
    z.transform((value: unknown, context): T => {
      const made = read(value);
      if (made !== null) return made;
      context.issues.push({ code: "custom", message: `${expected} expected`, input: undefined });
      return z.NEVER;
    }),
  );
}

function readText(value: unknown): string | null {
  if (typeof value === "string") return value;
  // Some builds send numbers where the reference shows text, and the other way round.
  return typeof value === "number" ? String(value) : null;
}

function readInteger(value: unknown): number | null {
  const number = typeof value === "string" && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : undefined;
  return word === "true" ? true : word === "false" ? false : null;
}

/** Upper-case hex in whole octets without colons, whichever of SCM's spellings came (`4F:0A`, plain, zeros stripped). */
function readSerial(value: unknown): string | null {
  const text = readText(value);
  if (text === null) return null;
  const digits = text.replace(/[:\s]/g, "").toUpperCase();
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

/** Whatever text SCM sends, unchanged; numbers become their digits. */
export const text = reader("text", readText);

/** Text that each row of its kind has: an answer without it belongs to another call. */
export const ownText = z.pipe(z.transform(blankToNull), text);
/** Whole numbers, also as numeric text; terms, counts, reason codes. */
export const integer = reader("a whole number", readInteger);
/** Ids of SCM's records: whole numbers, not negative, also as numeric text. */
export const idNumber = reader("an id (a whole number, not negative)", (value) => {
  const number = readInteger(value);
  return number !== null && number >= 0 ? number : null;
});
/** An id that we will act on: 0 would be no record's. */
export const newId = reader("an id (a whole number of at least 1)", (value) => {
  const number = readInteger(value);
  return number !== null && number >= 1 ? number : null;
});
/** A reference to another record: some builds write 0 for "none". */
export const idOrNull = z.pipe(
  orNull(idNumber),
  z.transform((value) => (value === 0 ? null : value)),
);
/** Numbers of which 0 means "none yet": terms. */
export const countOrNull = idOrNull;
export const flag = reader("true or false", readFlag);
export const date = reader("a date", (value) => (typeof value === "string" ? readScmDate(value) : null));
export const serial = reader("a serial number", readSerial);

/** A list that may be absent; blank and null items are dropped. A single value counts as a list of one. */
export function listOf<T>(codec: Codec<T>) {
  const present = z.transform((value: unknown): unknown[] => {
    const list = Array.isArray(value) ? value : [value];
    return list.filter((item) => blankToNull(item) !== null);
  });
  return z.pipe(present, z.array(codec));
}

/** Members of an object that are lists of text; others are unknown members like everywhere else, and dropped. */
function readTextLists(value: unknown): Record<string, string[]> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const lists = Object.entries(value).flatMap(([name, member]): [string, string[]][] => {
    const parsed = listOf(text).safeParse(member);
    return parsed.success && parsed.data.length > 0 ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(lists);
}

/** An object whose members are lists of text, such as key types: `{"RSA": ["2048"]}`. */
export const textLists = orElse(reader("an object of lists", readTextLists), {});

/** A whole answer that is a list; `null` for an empty one has been seen. */
export function answerList<T>(codec: Codec<T>) {
  return z.pipe(
    z.transform((value: unknown) => value ?? []),
    z.array(codec),
  );
}

/** Members that the rows of one list alone have. Source: SCM REST API reference, May 2025, examples of each list. */
const HALLMARKS: Readonly<Record<string, string>> = {
  departments: "organizations",
  mandatory: "custom fields",
  terms: "profiles",
  keyTypes: "profiles",
  sslId: "SSL certificates",
  dcvStatus: "domain validations",
};

function listOfRow(row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const mark = Object.keys(row).find((name) => Object.hasOwn(HALLMARKS, name));
  return mark === undefined ? null : (HALLMARKS[mark] ?? null);
}

/**
 * A whole answer that is a list of `kind`. Many lists have rows of an id and a name, so a row is refused that has what only
 * another list's rows have: it is the answer to another call, and its ids would be taken for ours.
 */
export function ownList<T>(kind: string, codec: Codec<T>) {
  const own = z.transform((row: unknown, context) => {
    const list = listOfRow(row);
    if (list !== null && list !== kind)
      context.issues.push({
        code: "custom",
        message: `must be a row of ${kind}, not of ${list}`,
        input: row,
      });
    return row;
  });
  return answerList(z.pipe(own, codec));
}
