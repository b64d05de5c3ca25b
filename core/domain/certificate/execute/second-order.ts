import { SectigoError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { Verdict } from "../judge/judge-candidates.ts";
import type { OrderContext, OrderNotice } from "./order-context.ts";
import {
  candidateRules,
  lookForOrders,
  type OrderIntent,
  type OrderOnceRequest,
  orderIntent,
  type Placed,
} from "./order-intent.ts";
import { tellTwin } from "./order-notices.ts";
import { judgeAll } from "./take-over.ts";

/**
 * Looks for a second order once more, when the wait for issue is over: a list that lags may not have shown it before.
 * @returns what is to be said; nothing when there is none, or it can't be told
 */
export async function findTwin(
  client: ScmClient,
  request: OrderOnceRequest,
  { sslId, compared }: Pick<Placed, "sslId" | "compared">,
  context: OrderContext,
): Promise<readonly OrderNotice[]> {
  const intent = orderIntent(client, request, context);
  const twin = await twinAmong(intent, await ordersBeside(intent, sslId, compared), sslId);
  return twin === null ? [] : [tellTwin(twin, sslId, false)];
}

/**
 * Two runs at the same moment both look before either has ordered. Looking once more finds the other's: the older of the
 * two stays, ours is declined if that is still possible. That there are two is told in any case.
 */
export async function declineTwin(
  intent: OrderIntent,
  others: readonly CertificateDetails[],
  sslId: number,
): Promise<readonly OrderNotice[]> {
  const twin = await twinAmong(intent, others, sslId);
  if (twin === null) return [];
  const isDeclined = await declineOurs(intent, sslId);
  return [tellTwin(twin, sslId, isDeclined)];
}

/**
 * The order is placed; that it can't be compared with others is not a reason to lose it, so then there are none.
 * @param compared ids of records that were there before it, which are not read again
 */
export async function ordersBeside(
  intent: OrderIntent,
  sslId: number,
  compared: readonly number[],
): Promise<readonly CertificateDetails[]> {
  try {
    return await lookForOrders(intent, [sslId, ...compared]);
  } catch (thrown) {
    warnUncompared(intent, sslId, thrown);
    return [];
  }
}

/** Of two orders one is enough, also where nothing proves that both are ours, and where each run has made a key of its own. */
const TWINS: readonly Verdict[] = ["ours", "unproved", "other_key"];

async function twinAmong(
  intent: OrderIntent,
  others: readonly CertificateDetails[],
  sslId: number,
): Promise<number | null> {
  if (others.length === 0) return null;
  try {
    const rules = await candidateRules(intent);
    for (const { details, verdict } of await judgeAll(
      intent,
      others.filter((other) => other.sslId < sslId),
      rules,
    ))
      if (TWINS.includes(verdict)) return details.sslId;
    return null;
  } catch (thrown) {
    warnUncompared(intent, sslId, thrown);
    return null;
  }
}

function warnUncompared({ context }: OrderIntent, sslId: number, thrown: unknown): void {
  const { code } = SectigoError.from(thrown);
  context.log?.warn("could not look for a second order", { sslId, code });
}

async function declineOurs({ client, context }: OrderIntent, sslId: number): Promise<boolean> {
  const why = "The same certificate was ordered by another run at the same moment";
  try {
    const { outcome } = await client.certificates.decline(sslId, why, context);
    return outcome === "declined";
  } catch (thrown) {
    // Not allowed, not in time, out of order: it is placed all the same, and its id must not get lost.
    const { code } = SectigoError.from(thrown);
    context.log?.warn("could not decline a second order", { sslId, code });
    return false;
  }
}
