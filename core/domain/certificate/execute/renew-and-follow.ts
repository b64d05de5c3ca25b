import { SectigoError } from "../../../base/errors.ts";
import type { Decision } from "../decide/decision.ts";
import { carryToSuccessor } from "./carry-metadata.ts";
import { enrollAndFollow, refuseCancelled } from "./enroll-and-follow.ts";
import { followOrder } from "./follow-order.ts";
import { heldOf, type Life, type LifeOutcome, type LifeRequest, type StandingOrder } from "./life.ts";
import { needsEnrollment, type Renewed, renewOnce } from "./renew-once.ts";
import { successorOrNull } from "./untaken-successor.ts";

type Renewal = Extract<Decision, { act: "renew" }>;

/**
 * Renews exactly once, enrolls where SCM does not renew, and follows what was ordered. While what is held serves well, a
 * failure changes nothing and is an outcome.
 * @throws what keeps it from being ordered, from the hard deadline on
 */
export async function renewAndFollow<R extends LifeRequest>(
  life: Life<R>,
  { reason, isSoft }: Renewal,
): Promise<LifeOutcome<R>> {
  const isFound = reason.code === "renewed_outside";
  try {
    refuseCancelled(life);
    if (reason.code === "due_elsewhere") return await enrollAndFollow(life);
    const renewed = await renewOrNull(life, { isFound, isSoft });
    if (renewed === null) return await enrollAndFollow(life);
    return await followRenewed(life, renewed);
  } catch (error) {
    if (isFound && SectigoError.from(error).code === "state.successor_other_key")
      return { kind: "left_to_others", error };
    if (!isSoft) throw error;
    return { kind: "unchanged", error };
  }
}

/**
 * What was revoked and renewed has a successor already: a run that ended after it had revoked what gave way left it behind,
 * or others ordered it. Only where there is none for this key, a new one is enrolled.
 */
export async function succeedRevoked<R extends LifeRequest>(life: Life<R>): Promise<LifeOutcome<R>> {
  const renewed = await successorOrNull(life, false);
  return renewed === null ? enrollAndFollow(life) : followRenewed(life, renewed);
}

/** @returns null where a new one is to be enrolled, which is told */
async function renewOrNull<R extends LifeRequest>(
  life: Life<R>,
  { isFound, isSoft }: { readonly isFound: boolean; readonly isSoft: boolean },
): Promise<Renewed | null> {
  try {
    return await askToRenew(life, isFound);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    // Where others renewed it, only a successor that came to a bad end leaves anything to order.
    if ((isFound && code !== "state.successor_ended") || !needsEnrollment(thrown, isSoft)) throw thrown;
    life.events.notice({ code: "enrolls_instead", sslId: heldOf(life).sslId, cause: code });
    return null;
  }
}

function askToRenew<R extends LifeRequest>(life: Life<R>, ordersNothing: boolean): Promise<Renewed> {
  return renewOnce(life.client, { ...heldOf(life), ordersNothing }, life.context);
}

async function followRenewed<R extends LifeRequest>(
  life: Life<R>,
  { sslId, kind, old, notices, passed, isProven }: Renewed,
): Promise<LifeOutcome<R>> {
  const order: StandingOrder<R> = { by: "renewal", sslId, isNew: kind === "renewed", former: old, passed };
  life.events.ordered(order);
  for (const notice of notices) life.events.notice({ code: "order", ...notice });
  const isWritten = await carryToSuccessor(life, { sslId, former: old, isProven });
  const outcome = await followOrder(life, order);
  // Its certificate is compared by now, its key among the rest.
  if (!isWritten && outcome.kind === "issued")
    await carryToSuccessor(life, { sslId, former: old, isProven: true });
  return outcome;
}
