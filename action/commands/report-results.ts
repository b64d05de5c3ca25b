import { EXIT, type ExitCode } from "../exit.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { isFailed, type Result, withDaysLeft, withRenewal } from "../orders/result.ts";
import { MOST_JOBS, outputsOf, writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import { recordOf } from "../record.ts";
import { fileLink } from "../report-place.ts";
import type { Step } from "../step.ts";
import { headline, NO_BOUND, summaryOf, writeSummary } from "../summary.ts";
import { condense } from "./condense.ts";

type ReportedInputs = Pick<
  OrderInputs,
  "onPending" | "allowedNames" | "failBelowDays" | "onExisting" | "renewBefore"
>;

/**
 * Tells what became of the certificates, wherever GitHub shows it.
 * @param isBounded whether `allowed-names` bounds what the command orders
 * @param problems of the plan as a whole: nothing was ordered because of them
 * @param where orders went, as Markdown
 * @returns how the process ends
 */
export async function reportResults(
  all: readonly Result[],
  { onPending, allowedNames, failBelowDays, onExisting, renewBefore }: ReportedInputs,
  step: Step,
  {
    isBounded = false,
    problems: ofPlan = [],
    where = "",
  }: { readonly isBounded?: boolean; readonly problems?: readonly Problem[]; readonly where?: string } = {},
): Promise<ExitCode> {
  const { clock, log, signal } = step;
  const now = clock.now();
  const dated = all.map((each) => withRenewal(each, { onExisting, renewBefore }));
  const judged = dated.map((each) => withDaysLeft(each, failBelowDays, now));
  const { results, problems: shared, isUnreachable } = condense(judged, signal.aborted);
  const problems = [...ofPlan, ...shared];
  for (const problem of [...problems, ...results.flatMap((each) => each.problems)]) log.tell(problem);
  // Who cancelled a run is told once what stands in SCM, these among it.
  const waiting = signal.aborted ? [] : results.filter(({ outcome }) => outcome === "pending");
  const pending = waiting.map(pendingProblem(onPending));
  for (const problem of pending) log.tell(problem);
  const failing = onPending === "fail" ? [...problems, ...pending] : problems;
  const unbound = isBounded && allowedNames === null;
  if (unbound) log.say(NO_BOUND);
  sayEnds(results, { now, log });
  const isWritten = await writeOutputs(outputsOf(results, failing, now), step);
  tellCut(results, step);
  const linked = (path: string): string => fileLink(path, step.variables.GITHUB_SHA ?? null, step.variables);
  const page = summaryOf(results, failing, { linked, now });
  await writeSummary(`${page}${unbound ? `\n${NO_BOUND}\n` : ""}${where === "" ? "" : `\n${where}`}`, step);
  if (signal.aborted) return EXIT.cancelled;
  if (ofPlan.length > 0) return EXIT.input;
  if (isUnreachable) return EXIT.unreachable;
  if (results.some(isFailed) || !isWritten) return EXIT.failed;
  return pending.length > 0 && onPending === "fail" ? EXIT.pending : EXIT.done;
}

/** Its code makes a step that fails for it say so in its outputs. */
function pendingProblem(onPending: OrderInputs["onPending"]): (result: Result) => Problem {
  return ({ csrPath, successor, ...own }) => {
    const { sslId, status } = successor ?? own;
    return {
      severity: onPending === "fail" ? "error" : "notice",
      summary: `Certificate ${sslId} is not issued yet: ${status}`,
      detail:
        "Nothing is lost: run again later, and this order is taken over. It may wait for an administrator's approval.",
      path: csrPath,
      code: "pending.not_issued",
    };
  };
}

/** One closing line for each certificate, and one for the run: what a reader scrolls down to. */
function sayEnds(
  results: readonly Result[],
  { now, log }: { readonly now: Date; readonly log: Step["log"] },
): void {
  for (const result of results) {
    const { name, outcome, sslId, notAfter, daysLeft, changed } = recordOf(result, now);
    const id = sslId === null ? "" : ` ${sslId}`;
    const end = notAfter === null ? "" : `, valid until ${notAfter.slice(0, 10)} (${daysLeft} days)`;
    log.say(`${name}: ${outcome}${id}${end}${changed ? ", to deploy" : ""}`);
  }
  log.say(`Certificates: ${headline(results)}`);
}

function tellCut(results: readonly Result[], { log }: Step): void {
  const jobs = results.filter(({ chain, outcome }) => chain !== null && outcome !== "failed").length;
  if (jobs <= MOST_JOBS) return;
  log.tell({
    severity: "notice",
    summary: `The output matrix has the first ${MOST_JOBS} of ${jobs} certificates`,
    detail: "GitHub starts no more jobs of one matrix. Use a step for each part, or the output certificates.",
    path: null,
  });
}
