import { type Decision, decide, isOrder, type Situation } from "../../../../core/index.ts";

/**
 * What a plan does for one certificate: the ladder's decision, bent by what is Terraform's alone. The resource is never
 * recreated by us: Terraform destroys before it creates, so a recreated certificate would be revoked before its successor
 * lives.
 */
export type PlanDecision =
  | Decision
  /** Something is known only during the apply. `due`: why it may be renewed then, where the plan knows already. */
  | { readonly act: "decideAtApply"; readonly mayOrder: boolean; readonly due: Renewal["reason"] | null }
  /** A renewal is planned alone, so it follows in the next plan. */
  | { readonly act: "renewLater"; readonly reason: Renewal["reason"] }
  /** The plan that imports takes over what is there as it stands. */
  | { readonly act: "takeOver"; readonly instead: Exclude<PlanDecision, { act: "keep" | "takeOver" }> };

type Renewal = Extract<Decision, { act: "renew" }>;

type Keep = Extract<PlanDecision, { act: "keep" | "renewLater" }>;

/** Code of the reason for the log; `open` where only the apply can tell. */
export function reasonCode(decision: PlanDecision): string {
  switch (decision.act) {
    case "decideAtApply":
      return decision.due?.code ?? "open";
    case "takeOver":
      return reasonCode(decision.instead);
    default:
      return decision.reason.code;
  }
}

export interface PlanSituation {
  readonly situation: Situation;
  /** An order argument is known only after apply. */
  readonly isOpen: boolean;
  /** Any argument is: what the user changes can't be told yet. */
  readonly isAnyOpen: boolean;
  /** The user changed something, whatever it is. */
  readonly hasOtherChange: boolean;
  /** No read has followed the one of its import. */
  readonly isImported: boolean;
}

export function planDecision(plan: PlanSituation): PlanDecision {
  const { situation, isOpen } = plan;
  if (situation.held === null) return decide(situation);
  if (isOpen) return { act: "decideAtApply", mayOrder: true, due: null };
  const decision = beside(decide(situation), plan);
  const isOpenRenewal = decision.act === "renewLater" || decision.act === "keep";
  const left = plan.isAnyOpen && isOpenRenewal ? leaveOpen(plan, decision) : decision;
  return asTakenOver(left, plan);
}

/** Beside another change a renewal would come and go between plan and apply as its window opens in between. */
function beside(decision: Decision, { hasOtherChange }: PlanSituation): Decision | Keep {
  if (decision.act !== "renew" || !hasOtherChange) return decision;
  return decision.isSoft || !isOrder(decision) ? { act: "renewLater", reason: decision.reason } : decision;
}

/**
 * An argument that is open may come out as it was, and then a renewal is the only change, planned or opened by the time
 * that passes until the apply. Terraform lets an apply fill only what the plan left unknown.
 */
function leaveOpen({ situation: { held } }: PlanSituation, decision: Keep): PlanDecision {
  // What waits for its order, or is left as it is, is not renewed.
  if (held === null || (decision.act === "keep" && decision.reason.code !== "serves")) return decision;
  const { renewal, isRenewedOutside } = held;
  if (renewal.at === "off" && !isRenewedOutside) return decision;
  if (renewal.at === "off" || renewal.at === "early")
    return { act: "decideAtApply", mayOrder: false, due: null };
  const due = { code: "due", since: renewal.since, until: renewal.until } as const;
  return { act: "decideAtApply", mayOrder: true, due };
}

/**
 * Adopting orders nothing: the plan that imports a certificate takes it over as it stands, whatever time or SCM have made
 * of it, so that an account is adopted before anything of it is paid for. The next plan decides as ever. What the user
 * changes in the same plan is the user's word, and counts.
 */
function asTakenOver(decision: PlanDecision, { situation, isImported }: PlanSituation): PlanDecision {
  if (decision.act === "keep" || decision.act === "takeOver" || situation.changes.length > 0) return decision;
  return isImported ? { act: "takeOver", instead: decision } : decision;
}
