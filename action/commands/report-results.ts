import { EXIT, type ExitCode } from "../exit.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Result } from "../orders/result.ts";
import { outputsOf, writeOutputs } from "../outputs.ts";
import type { Step } from "../step.ts";
import { NO_BOUND, summaryOf, writeSummary } from "../summary.ts";

/**
 * Tells what became of the certificates, wherever GitHub shows it.
 * @param isBounded whether `allowed-names` bounds what the command orders
 * @returns how the process ends
 */
export async function reportResults(
  results: readonly Result[],
  { onPending, allowedNames }: Pick<OrderInputs, "onPending" | "allowedNames">,
  step: Step,
  { isBounded = false }: { readonly isBounded?: boolean } = {},
): Promise<ExitCode> {
  const { clock, log } = step;
  for (const problem of results.flatMap(({ problems }) => problems)) log.tell(problem);
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
  writeOutputs(outputsOf(results, clock.now()));
  const unbound = isBounded && allowedNames === null;
  if (unbound) log.say(NO_BOUND);
  await writeSummary(`${summaryOf(results, clock.now())}${unbound ? `\n${NO_BOUND}\n` : ""}`, step);
  if (results.some(isFailed)) return EXIT.failed;
  return pending.length > 0 && onPending === "fail" ? EXIT.pending : EXIT.done;
}

/** A certificate can be delivered and yet lack a name that was ordered. */
function isFailed({ outcome, problems }: Result): boolean {
  return outcome === "failed" || problems.some(({ severity }) => severity === "error");
}
