import { isFailed, type Result } from "../orders/result.ts";
import type { Problem } from "../problem.ts";

/** Results without what many of them share, and that told once. */
interface Condensed {
  readonly results: readonly Result[];
  /** Of the run as a whole. */
  readonly problems: readonly Problem[];
  /** Every certificate that failed did so because SCM went away. */
  readonly isUnreachable: boolean;
}

const MOST_NAMES = 20;
const CANCELLED = /^cancelled\./;
/** As the exit code of a run that fails as a whole has it. */
export const AWAY = /^(outage|lost|rate)\./;

/**
 * What ends many certificates at one stroke (a cancelled run, SCM that went away) is told once, with what had been done.
 * Pure.
 */
export function condense(results: readonly Result[], isCancelled: boolean): Condensed {
  const cancelled = results.filter((result) => isFailedBy(result, CANCELLED));
  const cut = results.filter((result) => isFailedBy(result, AWAY));
  const shared = new Set(isCancelled ? [...cancelled, ...cut] : cut.length > 1 ? cut : []);
  const rest = results.map((result) =>
    shared.has(result)
      ? { ...result, problems: result.problems.filter(({ severity }) => severity !== "error") }
      : result,
  );
  const [outage] = cut;
  return {
    results: rest,
    problems: isCancelled
      ? [tellCancelled(results, shared)]
      : cut.length > 1 && outage
        ? [tellOutage(outage, cut)]
        : [],
    isUnreachable: cut.length > 0 && results.every((each) => !isFailed(each) || cut.includes(each)),
  };
}

function isFailedBy({ outcome, problems }: Result, family: RegExp): boolean {
  const errors = problems.filter(({ severity }) => severity === "error");
  return outcome === "failed" && errors.length > 0 && errors.every(({ code = "" }) => family.test(code));
}

function tellCancelled(results: readonly Result[], stopped: ReadonlySet<Result>): Problem {
  const done = results.filter((result) => !stopped.has(result) && result.sslId !== null);
  const left = results.filter((result) => stopped.has(result));
  const standing = listed(done.map(({ name, sslId, outcome }) => `${name} (${sslId}, ${outcome})`));
  return {
    severity: "error",
    summary: `The run was cancelled: ${done.length} of ${results.length} certificates were at their end or ordered, ${left.length} had not come so far`,
    detail:
      `In SCM: ${standing || "none"}. Not begun, or stopped before an order: ${listed(left.map(({ name }) => name)) || "none"}. ` +
      "Run again to continue; orders that went out are taken over.",
    path: null,
    code: "cancelled.run",
  };
}

function tellOutage({ problems }: Result, cut: readonly Result[]): Problem {
  const first = problems.find(({ severity }) => severity === "error");
  return {
    severity: "error",
    summary: `SCM went away, and ${cut.length} certificates could not be cared for. ${first?.summary ?? ""}`,
    detail: `${first?.detail ?? ""} They are: ${listed(cut.map(({ name }) => name))}.`,
    path: null,
    code: first?.code ?? "outage",
  };
}

/** Names for people, the first of many. */
export function listed(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${names.slice(0, MOST_NAMES).join(", ")}${more}`;
}
