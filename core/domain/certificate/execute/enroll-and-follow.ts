import { CancelledError } from "../../../base/errors.ts";
import { followOrder } from "./follow-order.ts";
import type { Life, LifeOutcome, LifeRequest } from "./life.ts";
import { noteKept } from "./mark-order.ts";
import { orderOnce } from "./order-once.ts";
import { findTwin } from "./second-order.ts";

/** Sooner after a look for a second order another one finds nothing new. */
const LEAST_LAG_MS = 1000;

/** Enrolls exactly once, or takes over what an earlier run has ordered, and follows it. */
export async function enrollAndFollow<R extends LifeRequest>(life: Life<R>): Promise<LifeOutcome<R>> {
  const { client, context, events } = life;
  refuseCancelled(life);
  const { request, once } = await life.enrollment();
  const placed = await orderOnce(client, once, context);
  const { sslId, nonce, formerNonce, kind, notices } = placed;
  const isNew = kind === "enrolled";
  const lookedAt = context.clock.now();
  events.ordered({ by: "enrollment", sslId, isNew, nonce, formerNonce, request });
  for (const notice of notices) events.notice({ code: "order", ...notice });
  const outcome = await followOrder(life, { by: "enrollment", sslId, isNew, nonce, formerNonce, request });
  // Another key would be no sign of a lost one from here on.
  if ((outcome.kind === "issued" || outcome.kind === "unusable") && once.isLeft && once.key === "made")
    await noteKept(client, outcome.issue.details, once.origin, context);
  // A list that lags shows a second order only later; what is issued at once is looked at again by the next run, while it is young.
  const hasWaited = context.clock.now().getTime() - lookedAt.getTime() >= LEAST_LAG_MS;
  if (isNew && hasWaited && notices.length === 0 && outcome.kind !== "left")
    for (const notice of await findTwin(client, once, placed, context))
      events.notice({ code: "order", ...notice });
  return outcome;
}

/** Calls that order come to their end when a run is cancelled, so that none is lost; none begins after. */
export function refuseCancelled<R extends LifeRequest>({ wait }: Life<R>): void {
  if (!wait.signal?.aborted) return;
  throw new CancelledError("order a certificate: the run was cancelled before", {
    code: "cancelled.stopped",
    hint: "Run again to continue.",
  });
}
