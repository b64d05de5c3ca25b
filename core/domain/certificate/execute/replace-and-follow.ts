import type { Decision } from "../decide/decision.ts";
import { carryMetadata, carryToSuccessor, writeMetadata } from "./carry-metadata.ts";
import { refuseCancelled } from "./enroll-and-follow.ts";
import { followOrder } from "./follow-order.ts";
import type { Life, LifeOutcome, LifeRequest, Replacement } from "./life.ts";
import { replaceOnce } from "./replace-once.ts";
import { successorOrNull } from "./untaken-successor.ts";

/**
 * Has SCM reissue a certificate under its id, exactly once, and follows it; the successor of what was renewed in its place, where
 * there is one that is not held.
 */
export async function replaceAndFollow<R extends LifeRequest>(
  life: Life<R>,
  { sslId: heldId, reason }: Extract<Decision, { act: "replace" }>,
): Promise<LifeOutcome<R>> {
  const { client, context, events, subjectAlternativeNames } = life;
  refuseCancelled(life);
  const mayBeRenewed = reason.code === "changed" && reason.mayBeRenewed;
  const successor = mayBeRenewed ? await successorOrNull(life, true) : null;
  const sslId = successor?.sslId ?? heldId;
  const { request, metadataBefore, ...rest } = await life.replacement();
  // SCM takes neither comments nor requesters nor fields with it. Before it, so that a refusal leaves everything as it was.
  if (successor !== null)
    await carryToSuccessor(life, { sslId, former: successor.old, isProven: successor.isProven });
  else await writeBefore(life, { sslId, before: metadataBefore, nonce: rest.nonce });
  const { csrPem } = request;
  const once = { ...rest, sslId, csrPem, subjectAlternativeNames };
  const { kind, formerSerial, former } = await replaceOnce(client, once, context);
  const order = {
    ...({ by: "replacement", sslId, isNew: kind === "replaced", formerSerial, request } as const),
    // What is held and gives way is known to the caller.
    passed: [...(successor?.passed ?? []), ...(former === null ? [] : [former])],
  };
  events.ordered(order);
  return followOrder(life, order);
}

/** A run without memory goes by what SCM holds, and may be allowed to replace but not to edit. */
function writeBefore<R extends LifeRequest>(
  life: Life<R>,
  {
    sslId,
    before,
    nonce,
  }: Pick<Replacement<R>, "nonce"> & {
    readonly sslId: number;
    readonly before: Replacement<R>["metadataBefore"];
  },
): Promise<void> {
  const { client, context, metadata: asked } = life;
  if (before === null) return carryMetadata(life, { sslId, nonce });
  return writeMetadata(client, { sslId, prior: before, asked, nonce }, context);
}
