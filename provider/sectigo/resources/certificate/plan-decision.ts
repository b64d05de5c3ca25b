import {
  type Clock,
  type Decision,
  decide,
  isOrder,
  readCertificatePem,
  type Situation,
  standingOf,
} from "../../../../core/index.ts";
import type { PlanMemory } from "../../../framework/plan-memory.ts";
import type { Json, PrivateData } from "../../../framework/private.ts";
import { Unknown } from "../../../framework/value.ts";
import { ORDER_ARGUMENTS } from "./attributes.ts";
import { type Comparison, changesOf, compareKeys, hasOtherChange, SETTABLE } from "./order-changes.ts";
import { FOREIGN_NAMES, isFutile, predecessorOf, readLastSeen, readPrivateData } from "./private-data.ts";
import {
  type PlannedCertificate,
  type PlanningConfig,
  type StoredCertificate,
  standingInWindow,
} from "./state.ts";

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

interface PlanSituation {
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

interface Question {
  readonly planned: PlannedCertificate;
  readonly prior: StoredCertificate | null;
  readonly config: PlanningConfig | null;
  readonly private: PrivateData;
  /** Null while the provider is not configured: then nothing that depends on the time is judged. */
  readonly clock: Clock | null;
  /** Ids that this walk has imported; null while the provider is not configured. */
  readonly justImported: ReadonlySet<number> | null;
}

/** What the ladder needs, read off prior state, plan, what SCM last said, and the time; and what is the plan's alone. */
export function readSituation(question: Question): PlanSituation {
  const { planned, prior, private: data, justImported } = question;
  const isOpen = ORDER_ARGUMENTS.some((name) => planned[name] instanceof Unknown);
  const isAnyOpen = SETTABLE.some((name) => planned[name] instanceof Unknown);
  const isImported = prior !== null && (justImported?.has(prior.ssl_id ?? 0) ?? false);
  if (prior === null || prior.ssl_id === null) {
    const situation = {
      ...NOTHING_ELSE,
      changes: [],
      held: null,
      successor: null,
      wishes: wishesOf(planned),
    };
    return { situation, isOpen, isAnyOpen, isImported, hasOtherChange: false };
  }
  const comparison = comparisonOf(question, prior);
  const situation = {
    ...NOTHING_ELSE,
    held: heldOf(question, prior, isOpen ? null : comparison),
    changes: isOpen ? [] : changesOf(comparison),
    successor: successorOf(prior, data),
    wishes: wishesOf(planned),
  };
  return { situation, isOpen, isAnyOpen, isImported, hasOtherChange: hasOtherChange(planned, prior) };
}

/** A state says what is held; nothing is looked for in SCM by name. */
const NOTHING_ELSE = { replaceable: [], compromised: null } as const;

function heldOf(
  { planned, clock, private: data }: Question,
  prior: StoredCertificate,
  comparison: Comparison | null,
): Situation["held"] {
  const kept = readPrivateData(data);
  const now = clock?.now() ?? null;
  const status = prior.status ?? "Issued";
  const standing = standingOf(status);
  const renewal = planned.renewal instanceof Unknown ? null : planned.renewal;
  return {
    ...{ sslId: prior.ssl_id ?? 0, status, standing, origin: "state" },
    hasCertificate: prior.certificate_pem !== null,
    isExpired: now !== null && isOver(prior, data, now),
    isSameKey: comparison === null || standing !== "revoked" ? null : compareKeys(comparison),
    isKeyLost: kept.isKeyLost,
    takenOver: kept.takenBy === null ? null : { holder: kept.takenBy || null },
    isRenewedOutside: kept.isRenewed && !kept.isSuccessorForeign && isRenewalKnown(planned),
    ...readLastSeen(data),
    renewal: now === null ? { at: "off" } : standingInWindow(prior, renewal, now),
    isRenewalFutile: now !== null && isFutile(prior, data, now),
  };
}

/** Whether the certificate in state has ended, or the one that gave its place to a request. */
function isOver(prior: StoredCertificate, data: PrivateData, now: Date): boolean {
  const end = prior.not_after === null ? predecessorOf(prior, data)?.notAfter : new Date(prior.not_after);
  return (end ?? now) < now;
}

function successorOf({ pending }: StoredCertificate, data: PrivateData): Situation["successor"] {
  if (pending === null) return null;
  const { pendingEnd, isSuccessorIssued } = readPrivateData(data);
  const isUnusable = pendingEnd === FOREIGN_NAMES;
  return { sslId: pending.ssl_id ?? 0, end: pendingEnd, isIssued: isSuccessorIssued, isUnusable };
}

function isRenewalKnown({ renewal }: PlannedCertificate): boolean {
  return !(renewal instanceof Unknown);
}

function wishesOf({ renewal, on_pending, when_revoked }: PlannedCertificate): Situation["wishes"] {
  return {
    waits: on_pending !== "return",
    // The schema lets only these words in.
    whenRevoked: typeof when_revoked === "string" ? (when_revoked as WhenRevoked) : "by_reason",
    switchesLater: !(renewal instanceof Unknown) && renewal?.mode === "order_then_switch",
    replacesOthers: false,
  };
}

type WhenRevoked = Situation["wishes"]["whenRevoked"];

function comparisonOf({ planned, config, private: data }: Question, prior: StoredCertificate): Comparison {
  const { certificate_pem: pem } = prior;
  return {
    planned,
    prior,
    leaf: () => (pem === null ? null : readCertificatePem(pem)),
    madeCsr: readPrivateData(data).madeCsr,
    isKeyForeign: readPrivateData(data).isKeyForeign,
    writeOnlyKey: config?.private_key_wo ?? null,
  };
}

/**
 * The time that a plan decides by. In the plan that an apply asks for, and in the apply, it is that of the plan that people
 * have seen, where the client hands it on: a renewal window or a deadline that opens in between changes nothing then.
 */
export function planningClock(clock: Clock, memory: PlanMemory | null): Clock {
  const planned = plannedClock(clock, memory?.before);
  memory?.keep({ at: planned.now().toISOString() });
  return planned;
}

/** @param memory what the plan kept; undefined where there is none */
function plannedClock(clock: Clock, memory: Json | undefined): Clock {
  const at = instantOf(memory);
  return at === null ? clock : { now: () => at, wait: (ms, signal) => clock.wait(ms, signal) };
}

/**
 * The time that an apply decides by: that of its plan, unless the certificate has ended since. What has ended can be neither
 * renewed nor reissued, and an enrollment leaves the same unknown values in a plan.
 * @param notAfter end of the certificate in state; null where it has none
 */
export function applyClock(clock: Clock, memory: Json | undefined, notAfter: string | null): Clock {
  const hasEnded = notAfter !== null && new Date(notAfter) <= clock.now();
  return hasEnded ? clock : plannedClock(clock, memory);
}

function instantOf(memory: Json | undefined): Date | null {
  if (typeof memory !== "object" || memory === null || !("at" in memory)) return null;
  const { at } = memory;
  const date = typeof at === "string" ? new Date(at) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
