import type { Clock } from "../../base/clock.ts";
import { type WaitOptions, type Watch, watch } from "../../base/deadline.ts";
import { PrivilegeError, type SectigoError } from "../../base/errors.ts";
import type { Coverage, ImportSession, ImportStore } from "../import-store.ts";
import type { InventoryAccount } from "../inventory.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { ImportClient, ImportContext, ImportProgress } from "./context.ts";
import { importList } from "./list-import.ts";
import { openSession } from "./open-session.ts";
import { isDue, type Period } from "./period.ts";
import { type ImportSettings, type Question, questionsOf } from "./settings.ts";
import { importAll, importAllByList, importChanges, importNewByList } from "./ssl-import.ts";

/** When to ask SCM: `due` after the settings' frequency, `always` now. */
type ImportWhen = "due" | "always";

export interface ImportRequest {
  readonly scm: ImportClient;
  readonly store: ImportStore;
  readonly account: InventoryAccount;
  readonly settings: ImportSettings;
  readonly when: ImportWhen;
  /** Judges what is due, and stamps what was imported. */
  readonly clock: Clock;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** One type could not be read, or not in the cheap way; the others were. */
interface ImportWarning {
  readonly type: CertificateType;
  /** `skipped`: its rows are as old as before. `slow`: read by a call for each certificate. */
  readonly kind: "skipped" | "slow";
  readonly error: SectigoError;
}

export interface ImportOutcome {
  /** Types that were read; none when nothing was due. */
  readonly imported: readonly CertificateType[];
  readonly warnings: readonly ImportWarning[];
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
}

function dueQuestions(
  { settings, clock, when }: ImportRequest,
  coverages: readonly Coverage[],
  notSince: Date | null,
): readonly Question[] {
  const known = new Map(coverages.map((coverage) => [coverage.question, coverage.knownUntil]));
  return questionsOf(settings).filter(({ name }) => {
    const last = known.get(name) ?? null;
    // Another run that ended while this one waited for it has done the work.
    if (notSince !== null && last !== null && last >= notSince) return false;
    return when === "always" || isDue(last, settings.frequency, clock.now());
  });
}

async function importSsl(
  context: ImportContext,
  question: Question,
  fullImportEvery: Period,
): Promise<ImportWarning | null> {
  const { knownUntil, walkedAt } = await context.session.coverage(question.name);
  const isFull = knownUntil === null || isDue(walkedAt, fullImportEvery, context.clock.now());
  try {
    await (isFull ? importAll(context, question) : importChanges(context, question, knownUntil));
    return null;
  } catch (error) {
    if (!(error instanceof PrivilegeError)) throw error;
    // May make no reports, but perhaps read certificates.
    await (isFull ? importAllByList(context, question) : importNewByList(context, question));
    return { type: "ssl", kind: "slow", error };
  }
}

async function importOne(
  context: ImportContext,
  question: Question,
  settings: ImportSettings,
): Promise<ImportWarning | null> {
  try {
    if (question.type === "ssl") return await importSsl(context, question, settings.fullImportEvery);
    await importList(context, question);
    return null;
  } catch (error) {
    if (error instanceof PrivilegeError) return { type: question.type, kind: "skipped", error };
    throw error;
  }
}

/** Adds up what the steps report, since each counts for itself. */
function totals(onProgress: ImportRequest["onProgress"]) {
  const latest = new Map<string, ImportProgress>();
  const sum = (): Pick<ImportOutcome, "rows" | "added" | "changed"> => {
    const all = [...latest.values()];
    const of = (name: "rows" | "added" | "changed"): number =>
      all.reduce((total, one) => total + one[name], 0);
    return { rows: of("rows"), added: of("added"), changed: of("changed") };
  };
  return {
    sum,
    note(progress: ImportProgress): void {
      latest.set(`${progress.type} ${progress.phase}`, progress);
      onProgress?.(progress);
    },
  };
}

const NOTHING: ImportOutcome = { imported: [], warnings: [], rows: 0, added: 0, changed: 0 };

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
  const warnings: ImportWarning[] = [];
  const imported: CertificateType[] = [];
  for (const question of questions) {
    check();
    const warning = await importOne(context, question, settings);
    if (warning !== null) warnings.push(warning);
    if (warning?.kind !== "skipped") imported.push(question.type);
  }
  const [first] = warnings;
  // Nothing at all may be read: that is no import with a flaw but none.
  if (imported.length === 0 && first !== undefined) throw first.error;
  return { imported, warnings, ...sum() };
}

/**
 * Brings the store up to date with SCM, if that is due: what changed since, or everything when the last full import
 * is too old. One run at a time per account; a run that had to wait does not do again what the other has done.
 * Whatever ends it, rows that arrived stay, and the next run goes on.
 * @throws PrivilegeError when nothing may be read at all, CancelledError, StoreError, and what SCM's calls throw
 */
export async function runImport(request: ImportRequest, options: WaitOptions = {}): Promise<ImportOutcome> {
  const { store, account, clock } = request;
  if (dueQuestions(request, await store.coverages(account), null).length === 0) return NOTHING;
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
