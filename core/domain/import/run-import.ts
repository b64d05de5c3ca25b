import type { Clock } from "../../base/clock.ts";
import { type WaitOptions, type Watch, watch } from "../../base/deadline.ts";
import { PrivilegeError } from "../../base/errors.ts";
import type { Coverage, ImportSession, ImportStore } from "../import-store.ts";
import type { InventoryAccount, InventoryReader } from "../inventory.ts";
import type { CertificateType } from "../inventory-row.ts";
import { type RefusedImport, refusedImport } from "./as-it-is.ts";
import type { ImportClient, ImportContext, ImportProgress } from "./context.ts";
import { type ImportGap, noteFailure } from "./gaps.ts";
import { importList } from "./list-import.ts";
import { noteSuccessors } from "./note-successors.ts";
import { openSession } from "./open-session.ts";
import { isDue, type Period, periodMs } from "./period.ts";
import { type ImportSettings, type Question, questionsOf, sourcesOf } from "./settings.ts";
import { importAll, importAllByList, importChanges, importNewByList } from "./ssl-import.ts";
import { noteTooLong } from "./too-long.ts";

/** When to ask SCM: `due` after the settings' frequency, `always` now. */
type ImportWhen = "due" | "always";

export interface ImportRequest {
  readonly scm: ImportClient;
  readonly store: ImportStore & Pick<InventoryReader, "query" | "walk">;
  readonly account: InventoryAccount;
  readonly settings: ImportSettings;
  readonly when: ImportWhen;
  /** Judges what is due, and stamps what was imported. */
  readonly clock: Clock;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportOutcome {
  /** Types that were read; none when nothing was due. */
  readonly imported: readonly CertificateType[];
  readonly warnings: readonly ImportGap[];
  /** Null where the store took what was read, or nothing was due. */
  readonly refused: RefusedImport | null;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
}

/** A clock that was ahead by more leaves unknown when its run asked; the overlap of later imports covers less. */
const MOST_AHEAD_MS = 86_400_000;

/** A right that is missing is missing the next minute too; what else failed is tried again at once. */
function lastTry(coverage: Coverage | undefined): Date | null {
  const { knownUntil = null, failure = null } = coverage ?? {};
  if (failure === null || !failure.code.startsWith("privilege.")) return knownUntil;
  return knownUntil !== null && knownUntil > failure.at ? knownUntil : failure.at;
}

/** Whether SCM is to be asked: one answer is missing or old, its last try failed, or we changed something ourselves. */
function isQuestionDue(
  { settings, clock, when }: ImportRequest,
  sources: readonly (Coverage | undefined)[],
  notSince: Date | null,
): boolean {
  const now = clock.now();
  return sources.some((coverage) => {
    const last = lastTry(coverage);
    // Another run that ended while this one waited for it has done the work.
    if (notSince !== null && last !== null && last >= notSince && last <= now) return false;
    return when === "always" || coverage?.isDue === true || isDue(last, settings.frequency, now);
  });
}

function dueQuestions(
  request: ImportRequest,
  coverages: readonly Coverage[],
  notSince: Date | null,
): readonly Question[] {
  const known = new Map(coverages.map((coverage) => [coverage.question, coverage]));
  return questionsOf(request.settings).filter((question) => {
    const { rows, report } = sourcesOf(question);
    const needed = report === null ? [rows] : [rows, report];
    return isQuestionDue(
      request,
      needed.map((name) => known.get(name)),
      notSince,
    );
  });
}

async function importSsl(
  context: ImportContext,
  question: Question,
  fullImportEvery: Period,
): Promise<readonly ImportGap[]> {
  const { knownUntil, walkedAt } = await context.session.coverage(question.name);
  const now = context.clock.now();
  const isAhead = knownUntil !== null && knownUntil.getTime() - now.getTime() > MOST_AHEAD_MS;
  const isFull = knownUntil === null || isAhead || isDue(walkedAt, fullImportEvery, now);
  const since = knownUntil !== null && knownUntil < now ? knownUntil : now;
  try {
    const gap = await (isFull ? importAll(context, question) : importChanges(context, question, since));
    return gap ? [gap] : [];
  } catch (error) {
    if (!(error instanceof PrivilegeError)) throw error;
    // May make no reports, but perhaps read certificates.
    const isWhole =
      knownUntil === null || isAhead || isDue(walkedAt, longer(fullImportEvery, FULL_BY_LIST), now);
    const gap = await (isWhole ? importAllByList(context, question) : importNewByList(context, question));
    return [{ type: "ssl", kind: "slow", error }, ...(gap ? [gap] : [])];
  }
}

/** Without reports a full walk costs a call for each certificate. */
const FULL_BY_LIST: Period = { value: 7, unit: "days" };

function longer(one: Period, other: Period): Period {
  return periodMs(one) > periodMs(other) ? one : other;
}

/** Types are independent: one that fails is named, and stops no other. */
async function importOne(
  context: ImportContext,
  question: Question,
  settings: ImportSettings,
): Promise<readonly ImportGap[]> {
  try {
    const now = context.clock.now();
    await context.session.watch(question.name, new Date(now.getTime() - periodMs(settings.keepChanges)));
    const gaps = await (question.type === "ssl"
      ? importSsl(context, question, settings.fullImportEvery)
      : importList(context, question));
    const long = await noteTooLong(context, question);
    return long === null ? gaps : [...gaps, long];
  } catch (caught) {
    const { type, name } = question;
    return [await noteFailure(context, { source: name, type, kind: "failed" }, caught)];
  }
}

/**
 * Adds up what the steps report, since each counts for itself. Two steps of one phase read the same rows from two sources:
 * what they found adds up, how many rows there are does not.
 */
function totals(onProgress: ImportRequest["onProgress"]) {
  const latest = new Map<object, ImportProgress>();
  const sum = (): Pick<ImportOutcome, "rows" | "added" | "changed"> => {
    const rows = new Map<string, number>();
    let added = 0;
    let changed = 0;
    for (const step of latest.values()) {
      const phase = `${step.type} ${step.phase}`;
      rows.set(phase, Math.max(rows.get(phase) ?? 0, step.rows));
      added += step.added;
      changed += step.changed;
    }
    return { rows: [...rows.values()].reduce((total, count) => total + count, 0), added, changed };
  };
  return {
    sum,
    note(progress: ImportProgress, step: object): void {
      latest.set(step, progress);
      onProgress?.(progress);
    },
  };
}

const NOTHING: ImportOutcome = { imported: [], warnings: [], refused: null, rows: 0, added: 0, changed: 0 };

async function importDue(
  request: ImportRequest,
  session: ImportSession,
  questions: readonly Question[],
  guard: Watch,
): Promise<ImportOutcome> {
  const { scm, clock, settings } = request;
  const { note, sum } = totals(request.onProgress);
  const check = (): void => guard.check();
  const options: WaitOptions = { signal: guard.signal };
  const context: ImportContext = { scm, session, clock, options, check, onProgress: note };
  const warnings: ImportGap[] = [];
  const imported: CertificateType[] = [];
  for (const question of questions) {
    check();
    const gaps = await importOne({ ...context, tooLong: new Set() }, question, settings);
    warnings.push(...gaps);
    if (gaps.every(({ kind }) => kind !== "failed")) imported.push(question.type);
  }
  const [first] = warnings;
  // Nothing at all could be read: that is not an import with a flaw but none.
  if (imported.length === 0 && first !== undefined) throw first.error;
  // Of rows that were not all read, no successor has been lost.
  if (imported.includes("ssl")) await noteSuccessors({ ...request, session });
  return { imported, warnings, refused: null, ...sum() };
}

/**
 * Brings the store up to date with SCM, if that is due: what changed since, or everything when the last full import
 * is too old. One run at a time per account; a run that had to wait does not do again what the other has done.
 * Whatever ends it, rows that arrived stay, and the next run goes on.
 * Where the store takes no changes, an import that is due is refused, and what it holds stays an answer.
 * @throws what kept the first type from being read when none could be; LoginError, CancelledError, StoreError
 */
export async function runImport(request: ImportRequest, options: WaitOptions = {}): Promise<ImportOutcome> {
  const { store, account, settings, when } = request;
  const coverages = await store.coverages(account);
  const due = dueQuestions(request, coverages, null);
  if (due.length === 0) return NOTHING;
  try {
    return await importAlone(request, options);
  } catch (thrown) {
    // Who says "always" wants the present or nothing.
    const refused =
      when === "always" ? null : refusedImport(thrown, { due, all: questionsOf(settings), coverages });
    if (refused === null) throw thrown;
    return { ...NOTHING, refused };
  }
}

async function importAlone(request: ImportRequest, options: WaitOptions): Promise<ImportOutcome> {
  const { store, account, clock } = request;
  const guard = watch("import certificates", options, clock);
  try {
    const { session, waitedSince } = await openSession(request, guard);
    try {
      const questions = dueQuestions(request, await store.coverages(account), waitedSince);
      return questions.length === 0 ? NOTHING : await importDue(request, session, questions, guard);
    } finally {
      await session.release();
    }
  } finally {
    guard.release();
  }
}
