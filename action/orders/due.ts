import { renewAfter } from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Result } from "./result.ts";

const DAY_MS = 86_400_000;

/** From when on the next runs renew it, as the decision has it. */
export function withRenewal(
  result: Result,
  { onExisting, renewBefore }: Pick<OrderInputs, "onExisting" | "renewBefore">,
): Result {
  const { chain, sslId } = result;
  if (chain === null || sslId === null || onExisting === "reuse") return result;
  return { ...result, renewsFrom: renewAfter(chain.leaf, { window: renewBefore ?? undefined }, sslId) };
}

/** What is delivered with fewer days than the step asks for fails it: an alarm that needs no other tool. */
export function withDaysLeft(result: Result, least: number | null, now: Date): Result {
  const { chain, sslId, csrPath, problems } = result;
  if (least === null || chain === null) return result;
  const days = Math.floor((chain.leaf.notAfter.getTime() - now.getTime()) / DAY_MS);
  if (days >= least) return result;
  const problem = {
    severity: "error",
    summary: `Certificate ${sslId} ends in ${days} days, on ${chain.leaf.notAfter.toISOString().slice(0, 10)}`,
    detail: `fail-below-days asks for ${least}. See why it was not renewed: the log says what was decided for it.`,
    path: csrPath,
    code: "state.days_left",
  } as const;
  return { ...result, problems: [...problems, problem] };
}
