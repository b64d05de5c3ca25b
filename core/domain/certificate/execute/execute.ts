import { BugError } from "../../../base/errors.ts";
import type { Decision } from "../decide/decision.ts";
import { enrollAndFollow } from "./enroll-and-follow.ts";
import { followOrder } from "./follow-order.ts";
import { endedOf, type Life, type LifeOutcome, type LifeRequest } from "./life.ts";
import { renewAndFollow, succeedRevoked } from "./renew-and-follow.ts";
import { replaceAndFollow } from "./replace-and-follow.ts";
import { refuseUntaken } from "./untaken-successor.ts";

/** A decision that something is to be done for. */
export type Executable = Extract<Decision, { act: "enroll" | "renew" | "replace" | "adopt" | "await" }>;

/**
 * Runs a decision to its end: places what it orders, exactly once, follows that until it is issued or time is up, and tells
 * each step by an event.
 * @throws what keeps it from being ordered; once an order stands nothing is thrown
 */
export async function execute<R extends LifeRequest>(
  decision: Executable,
  life: Life<R>,
): Promise<LifeOutcome<R>> {
  const outcome = await run(decision, life);
  if (outcome.kind !== "not_issued" && outcome.kind !== "not_followed") return outcome;
  const ended = endedOf(life);
  return ended === null ? outcome : { kind: "nothing_valid", ended, cause: outcome };
}

function run<R extends LifeRequest>(decision: Executable, life: Life<R>): Promise<LifeOutcome<R>> {
  switch (decision.act) {
    case "renew":
      return renewAndFollow(life, decision);
    case "replace":
      return replaceAndFollow(life, decision);
    case "await":
      return followOrder(life, { by: "earlier_run", sslId: onItsWay(life), isNew: false });
    case "adopt":
      return enrollAndFollow(life);
    case "enroll":
      return enrollBeside(life, decision);
  }
}

async function enrollBeside<R extends LifeRequest>(
  life: Life<R>,
  { reason }: Extract<Executable, { act: "enroll" }>,
): Promise<LifeOutcome<R>> {
  if (reason.code === "revoked" && reason.mayBeRenewed) return succeedRevoked(life);
  if (reason.code === "changed" && reason.mayBeRenewed) await refuseUntaken(life);
  return enrollAndFollow(life);
}

function onItsWay<R extends LifeRequest>({ pending }: Life<R>): number {
  if (pending !== null) return pending;
  throw new BugError("follow an order: none is on its way", {
    code: "bug.nothing_pending",
    hint: "Report this.",
  });
}
