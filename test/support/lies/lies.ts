import type { SeededRandom } from "../../fake-scm/random.ts";

/** An answer of SCM as it came, and as the proxy passes it on. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a liar knows when it draws. */
export interface Knowledge {
  readonly random: SeededRandom;
  /** Answers to other calls, and to the same one, oldest first. */
  readonly otherAnswers: readonly Told[];
  readonly formerAnswers: readonly Told[];
  /** Ids of records that belong to others. */
  readonly foreignIds: readonly number[];
}

/** Turns an answer into a lie; null when the answer has nothing to lie about in this way. */
export type Lie = (told: Told, knowledge: Knowledge) => Told | null;

type Members = Readonly<Record<string, unknown>>;
const DAY_MS = 86_400_000;
const DATES = ["requested", "approved", "issued", "expires", "revoked", "renewedDate"] as const;
const SERIAL = "0B:AD:5E:71:A1:50:0D:1E";

/** The lies that the brief of this test names, each in the words of a log. */
export const LIES = {
  "ids swapped": (told, knowledge) =>
    withRows(told, (rows) => {
      const ids = rows.map(({ sslId }) => sslId);
      if (ids.length > 1) return rows.map((row, at) => withId(row, ids[(at + 1) % ids.length]));
      const [foreign] = drawn(knowledge.random, knowledge.foreignIds);
      return rows.map((row) => withId(row, foreign));
    }),
  "serials changed": (told) =>
    withMembers(told, (row) => ("serialNumber" in row ? { ...row, serialNumber: SERIAL } : row)),
  "totals wrong": (told, { random }) => {
    const total = Number(told.headers["x-total-count"]);
    if (Number.isNaN(total)) return null;
    const wrong = [0, total + 1, total + 400, Math.max(0, total - 1), -1][random.below(5)];
    return { ...told, headers: { ...told.headers, "x-total-count": String(wrong) } };
  },
  "dates moved": (told, { random }) => {
    const days = [-4_000, -200, -1, 1, 200, 4_000][random.below(6)] ?? 1;
    return withMembers(told, (row) => ({
      ...row,
      ...Object.fromEntries(DATES.filter((name) => row[name]).map((name) => [name, moved(row[name], days)])),
    }));
  },
  "names dropped": (told) =>
    withMembers(told, (row) => {
      if (Array.isArray(row.subjectAlternativeNames) && row.subjectAlternativeNames.length > 1)
        return { ...row, subjectAlternativeNames: row.subjectAlternativeNames.slice(1) };
      return "commonName" in row ? { ...row, commonName: "", subjectAlternativeNames: [] } : row;
    }),
  "the answer of another call": (_, { random, otherAnswers }) => drawn(random, otherAnswers)[0] ?? null,
  truncated: (told, { random }) =>
    told.body.length < 2 ? null : { ...told, body: told.body.subarray(0, random.below(told.body.length)) },
  "rows repeated": (told) => withRows(told, (rows) => rows.flatMap((row) => [row, row])),
  "an answer repeated": (_, { random, formerAnswers }) => drawn(random, formerAnswers)[0] ?? null,
  // The proxy itself waits; see `isLate`.
  late: (told) => told,
} satisfies Readonly<Record<string, Lie>>;

export type LieName = keyof typeof LIES;
export const LIE_NAMES = Object.keys(LIES) as readonly LieName[]; // the keys of that object

function drawn<Value>(random: SeededRandom, values: readonly Value[]): readonly Value[] {
  return values.length === 0 ? [] : [values[random.below(values.length)] as Value]; // below the length
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function jsonOf({ body, headers }: Told): unknown {
  return /json/.test(headers["content-type"] ?? "") ? JSON.parse(body.toString("utf8") || "null") : null;
}

/** Rows of a list, or the one record of an answer, that have an id of a certificate. */
function withRows(told: Told, change: (rows: readonly Members[]) => readonly Members[]): Told | null {
  const json = jsonOf(told);
  if (told.status >= 300) return null;
  const isRow = (value: unknown): value is Members => isMembers(value) && "sslId" in value;
  if (Array.isArray(json)) return json.length > 0 && json.every(isRow) ? written(told, change(json)) : null;
  return isRow(json) ? written(told, change([json])[0]) : null;
}

function withMembers(told: Told, change: (row: Members) => Members): Told | null {
  const json = jsonOf(told);
  if (isMembers(json) && Array.isArray(json.reports))
    return written(told, { ...json, reports: json.reports.map((row: Members) => change(row)) });
  return withRows(told, (rows) => rows.map(change));
}

function withId(row: Members, id: unknown): Members {
  return { ...row, sslId: id, ...("id" in row ? { id } : {}) };
}

function written(told: Told, json: unknown): Told {
  return { ...told, body: Buffer.from(JSON.stringify(json)) };
}

/** SCM's dates of details are `MM/dd/yyyy`, those of reports ISO 8601; each keeps its form. */
function moved(date: unknown, days: number): unknown {
  const text = String(date);
  const isAmerican = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  const [, month, day, year] = isAmerican ?? [];
  const instant = Date.parse(isAmerican ? `${year}-${month}-${day}` : text);
  if (Number.isNaN(instant)) return date;
  const iso = new Date(instant + days * DAY_MS).toISOString();
  if (!isAmerican) return text.includes("T") ? iso : iso.slice(0, 10);
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;
}
