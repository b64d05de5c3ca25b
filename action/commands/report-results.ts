import { EXIT, type ExitCode } from "../exit.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Result } from "../orders/result.ts";
import { outputsOf, writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { NO_BOUND, problemList, summaryOf, writeSummary } from "../summary.ts";
import { condense, isFailed } from "./condense.ts";

/**
 * Tells what became of the certificates, wherever GitHub shows it.
 * @param isBounded whether `allowed-names` bounds what the command orders
 * @param problems of the plan as a whole: nothing was ordered because of them
 * @returns how the process ends
 */
export async function reportResults(
  all: readonly Result[],
  { onPending, allowedNames }: Pick<OrderInputs, "onPending" | "allowedNames">,
  step: Step,
  {
    isBounded = false,
    problems: ofPlan = [],
  }: { readonly isBounded?: boolean; readonly problems?: readonly Problem[] } = {},
): Promise<ExitCode> {
  const { clock, log, signal } = step;
  const { results, problems: shared, isUnreachable } = condense(all, signal.aborted);
  const problems = [...ofPlan, ...shared];
  for (const problem of [...problems, ...results.flatMap((each) => each.problems)]) log.tell(problem);
  const pending = results.filter(({ outcome }) => outcome === "pending");
  for (const { csrPath, sslId, status } of pending) {
    log.tell({
      severity: onPending === "fail" ? "error" : "notice",
      summary: `Certificate ${sslId} is not issued yet: ${status}`,
      detail:
        "Nothing is lost: run again later, and this order is taken over. It may wait for an administrator's approval.",
      path: csrPath,
    });
  }
  const isWritten = await writeOutputs(outputsOf(results, clock.now()), step);
  const unbound = isBounded && allowedNames === null;
  if (unbound) log.say(NO_BOUND);
  const page = `${summaryOf(results, clock.now())}${problemList(problems)}`;
  await writeSummary(`${page}${unbound ? `\n${NO_BOUND}\n` : ""}`, step);
  if (signal.aborted) return EXIT.cancelled;
  if (ofPlan.length > 0) return EXIT.input;
  if (isUnreachable) return EXIT.unreachable;
  if (results.some(isFailed) || !isWritten) return EXIT.failed;
  return pending.length > 0 && onPending === "fail" ? EXIT.pending : EXIT.done;
}
