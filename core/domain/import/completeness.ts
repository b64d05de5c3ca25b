import type { Coverage } from "../import-store.ts";
import type { CertificateType } from "../inventory-row.ts";
import { periodMs } from "./period.ts";
import { type ImportSettings, type Question, questionsOf, sourcesOf } from "./settings.ts";
import { MISSING_LONG_ROWS } from "./too-long.ts";

/** What an answer lacks. Texts are sentences without their full stop. */
export interface InventoryGap {
  /** Null where it concerns all types. */
  readonly type: CertificateType | null;
  readonly missing: string;
  readonly why: string;
}

/** How far an answer from the store can be trusted. */
export interface Completeness {
  /** Everything that was asked for is known, and no older than it may be. */
  readonly isComplete: boolean;
  /** The oldest of the types; null while one of them was never read to its end. */
  readonly importedAt: Date | null;
  /** Types that were read to their end, in the order of the settings. */
  readonly importedAtByType: ReadonlyMap<CertificateType, Date>;
  readonly gaps: readonly InventoryGap[];
}

/** An import that is late by more than another interval is not on its way any more. */
const INTERVALS = 2;

type Known = ReadonlyMap<string, Coverage>;

/** @returns null while one of the sources was never read to its end */
function oldest(sources: readonly (Coverage | undefined)[]): Date | null {
  const times = sources.map((coverage) => coverage?.knownUntil?.getTime() ?? null);
  return times.some((time) => time === null) ? null : new Date(Math.min(...times.map(Number)));
}

function rowsGap(question: Question, coverage: Coverage | undefined): InventoryGap[] {
  const { type } = question;
  const failure = coverage?.failure ?? null;
  const since = coverage?.knownUntil?.toISOString() ?? null;
  const why = failure?.why ?? "no import has come to its end yet";
  if (since === null) {
    const missing = coverage?.isWalking
      ? "the first import is under way: rows that have not arrived yet are missing"
      : "nothing was imported yet: all rows are missing";
    return [{ type, missing, why }];
  }
  return failure === null ? [] : [{ type, missing: `whatever changed since ${since}`, why }];
}

function reportGap({ type }: Question, coverage: Coverage | undefined, isKnown: boolean): InventoryGap[] {
  const failure = coverage?.failure ?? null;
  if (!isKnown || (failure === null && coverage?.knownUntil)) return [];
  const what =
    type === "client" ? "organization, unit and person" : "end, organization, unit and serial number";
  const missing = coverage?.knownUntil
    ? `${what} of rows that came since ${coverage.knownUntil.toISOString()}`
    : `${what} of all rows`;
  return [{ type, missing, why: failure?.why ?? "the report was never read" }];
}

function removalsGap({ type }: Question, coverage: Coverage | undefined): InventoryGap[] {
  const failure = coverage?.failure ?? null;
  return failure === null
    ? []
    : [{ type, missing: "the removal of rows that SCM no longer shows", why: failure.why }];
}

function longRowsGap({ type }: Question, coverage: Coverage | undefined): InventoryGap[] {
  const failure = coverage?.failure ?? null;
  return failure === null ? [] : [{ type, missing: MISSING_LONG_ROWS, why: failure.why }];
}

function ageGap(
  { type }: Question,
  at: Date | null,
  { settings, now }: { readonly settings: ImportSettings; readonly now: Date },
): InventoryGap[] {
  const { value, unit } = settings.frequency;
  const mostMs = INTERVALS * periodMs(settings.frequency);
  if (at === null || Math.abs(now.getTime() - at.getTime()) <= mostMs) return [];
  const missing = `whatever changed since ${at.toISOString()}`;
  const why =
    at > now
      ? "the clock of an earlier run was ahead, so that it is not known when it asked"
      : `SCM was last asked longer ago than twice the interval of ${value} ${unit}`;
  return [{ type, missing, why }];
}

function gapsOf(question: Question, known: Known, about: Parameters<typeof ageGap>[2]) {
  const { rows, report, removals, longRows } = sourcesOf(question);
  const sources = (report === null ? [rows] : [rows, report]).map((name) => known.get(name));
  const at = oldest(sources);
  const isKnown = Boolean(known.get(rows)?.knownUntil);
  const failed = [
    ...rowsGap(question, known.get(rows)),
    ...(report === null ? [] : reportGap(question, known.get(report), isKnown)),
    ...removalsGap(question, known.get(removals)),
    ...longRowsGap(question, known.get(longRows)),
  ];
  return { type: question.type, at, gaps: failed.length > 0 ? failed : ageGap(question, at, about) };
}

/** Judges what is known of everything that these settings ask for. Without a type to ask for, nothing is missing. */
export function judgeCompleteness(
  settings: ImportSettings,
  coverages: readonly Coverage[],
  now: Date,
): Completeness {
  const known = new Map(coverages.map((coverage) => [coverage.question, coverage]));
  const each = questionsOf(settings).map((question) => gapsOf(question, known, { settings, now }));
  const times = each.map(({ at }) => at);
  const isKnown = each.length > 0 && times.every((at) => at !== null);
  const gaps = each.flatMap((one) => one.gaps);
  return {
    isComplete: gaps.length === 0,
    importedAt: isKnown ? new Date(Math.min(...times.map(Number))) : null,
    importedAtByType: new Map(each.flatMap(({ type, at }) => (at === null ? [] : [[type, at] as const]))),
    gaps,
  };
}
