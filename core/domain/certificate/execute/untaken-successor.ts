import { SectigoError } from "../../../base/errors.ts";
import { heldOf, type Life, type LifeRequest } from "./life.ts";
import { type Renewed, renewOnce } from "./renew-once.ts";
import { untaken } from "./renewal-errors.ts";

/**
 * The successor that a run which ended early, or another actor, has ordered, and that is not held; null where there is none for
 * the key that is held.
 * @param isReissued a run that ended early may have gone on to reissue it
 * @throws StateError `state.successor_pending`, `state.successor_unclear`: which certificate a change is for shows later
 */
export async function successorOrNull<R extends LifeRequest>(
  life: Life<R>,
  isReissued: boolean,
): Promise<Renewed | null> {
  try {
    return await renewOnce(life.client, { ...heldOf(life), ordersNothing: true, isReissued }, life.context);
  } catch (thrown) {
    if (/^state\.successor_(missing|other_key|ended)$/.test(SectigoError.from(thrown).code)) return null;
    throw thrown;
  }
}

/** @throws StateError `state.successor_untaken`: an enrollment in the place of what was renewed would lose what is paid for */
export async function refuseUntaken<R extends LifeRequest>(life: Life<R>): Promise<void> {
  const successor = await successorOrNull(life, false);
  if (successor !== null) throw untaken(successor.old, successor.sslId);
}
