import { type Decision, isOrder } from "./decide.ts";
import type { Judged } from "./wanted.ts";

/** A request with all that is known of it before anything is ordered; null: it must not be ordered with. */
export interface Prepared extends Judged {
  readonly decision: Decision | null;
}

/** Those for which something would be ordered. */
export function ordersOf(prepared: readonly Prepared[]): readonly Prepared[] {
  return prepared.filter(({ decision }) => decision !== null && isOrder(decision));
}
