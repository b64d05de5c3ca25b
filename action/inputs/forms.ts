import { ConfigError, nearest, parseShare, quoted } from "../../core/index.ts";

/** The text of one input; empty when it is not given, as the runner has it. */
export type ReadInput = (name: string) => string;

/** A wrong input: which, what was found, what is allowed. */
export function inputFault(name: string, found: string, hint: string): ConfigError {
  return new ConfigError(`read the input ${name}: ${found}`, { code: "config.input", path: name, hint });
}

export function textOrNull(read: ReadInput, name: string): string | null {
  const text = read(name).trim();
  return text === "" ? null : text;
}

/** One value per line; where a value can't hold a comma, also several in one line. Comment lines begin with a hash. */
export function listOf(read: ReadInput, name: string, separator: RegExp = /[\n,]/): readonly string[] {
  return read(name)
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "" && !item.startsWith("#"));
}

/** Lines `Name=value`; a value may hold further equal signs, and may be empty. */
export function fieldsOf(read: ReadInput, name: string): Readonly<Record<string, string>> {
  const fields = listOf(read, name, /\n/).map((line): [string, string] => {
    const at = line.indexOf("=");
    if (at < 1)
      throw inputFault(name, `the line ${quoted(line)} is not Name=value`, "Write one Name=value per line.");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  const names = fields.map(([field]) => field);
  const twice = names.find((field, index) => names.indexOf(field) !== index);
  if (twice !== undefined)
    throw inputFault(name, `${quoted(twice)} stands there twice`, "Keep one of the two lines.");
  return Object.fromEntries(fields);
}

/** YAML's own words, as GitHub's toolkit takes them; null when it is not given. */
export function flagOf(read: ReadInput, name: string): boolean | null {
  const text = textOrNull(read, name);
  if (text === null) return null;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw inputFault(name, `${quoted(text)} is neither true nor false`, "Write true or false.");
}

export function wholeNumber(read: ReadInput, name: string, least: number): number | null {
  const text = textOrNull(read, name);
  if (text === null) return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw inputFault(
    name,
    `${quoted(text)} is not a whole number from ${least} on`,
    `Write a number such as ${least + 29}.`,
  );
}

/** @param words those allowed; the first is what holds when the input is not given */
export function wordOf<const Word extends string>(
  read: ReadInput,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const text = textOrNull(read, name)?.toLowerCase() ?? words[0];
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const [near] = nearest(text, words, 1);
  const meant = near === undefined ? "" : `Did you mean ${near}? `;
  throw inputFault(name, `${quoted(text)} is not known`, `${meant}Choose one of ${words.join(", ")}.`);
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `10m`, `2h`, `1d`; `0` needs no unit. @returns milliseconds */
export function durationMs(read: ReadInput, name: string): number | null {
  const text = textOrNull(read, name);
  if (text === null) return null;
  const [, number, unit = ""] = /^(\d+)\s*([smhd])?$/.exec(text) ?? [];
  const factor = number === "0" ? 1 : UNIT_MS[unit];
  if (number !== undefined && factor !== undefined) return Number(number) * factor;
  throw inputFault(
    name,
    `${quoted(text)} is not a duration`,
    "Write a number with its unit: 90s, 10m, 2h or 1d.",
  );
}

export type RenewBefore = { readonly share: number } | { readonly days: number };

/** How long before its end a certificate is renewed: `30d`, `30 days`, or a share of the lifetime: `1/3`, `25%`. */
export function renewBefore(read: ReadInput, name: string): RenewBefore | null {
  const text = textOrNull(read, name);
  if (text === null) return null;
  const days = /^(\d+)\s*d(?:ays?)?$/i.exec(text)?.[1];
  if (days !== undefined && Number(days) > 0) return { days: Number(days) };
  const share = parseShare(text);
  if (share !== null) return { share };
  throw inputFault(
    name,
    `${quoted(text)} is neither days nor a share of the lifetime`,
    "Write days with their unit (30d), or a share above 0 and below 1 (1/3, 25%).",
  );
}

/**
 * Permissions of a file in octal digits, `0640` or `0o640`.
 * @param most bits that may be set
 */
export function fileMode(read: ReadInput, name: string, most: number): number | null {
  const text = textOrNull(read, name);
  if (text === null) return null;
  const digits = /^0?o?([0-7]{3})$/.exec(text)?.[1];
  const mode = digits === undefined ? Number.NaN : Number.parseInt(digits, 8);
  const found = digits === undefined ? "is not a file mode" : faultOfMode(mode, most);
  if (found === null) return mode;
  throw inputFault(
    name,
    `${quoted(text)} ${found}`,
    `Write octal digits in quotes, such as '0640'.${yamlHint(text)}`,
  );
}

function faultOfMode(mode: number, most: number): string | null {
  if ((mode & 0o111) !== 0) return "would let the file be executed";
  if ((mode & 0o400) === 0) return "would keep its own owner from reading it";
  if ((mode & 0o002) !== 0) return "would let everybody write to it";
  // As of 0420, which is what is left of a decimal number.
  if (((mode >> 3) & ~(mode >> 6) & 0o7) !== 0) return "would give the group more than the owner";
  return (mode & ~most) === 0 ? null : `is wider than 0${most.toString(8)}`;
}

/** YAML reads 0o640 and, in its older version, 0640 as a number, which arrives here in decimal digits. */
function yamlHint(text: string): string {
  const octal = /^[1-9]\d{2}$/.test(text) ? Number(text).toString(8) : "";
  return /^[4-7][0-6][0-6]$/.test(octal) ? ` ${text} is what YAML makes of 0o${octal} without quotes.` : "";
}
