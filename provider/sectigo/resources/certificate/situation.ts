import {
  type Clock,
  isRenewalFutile,
  readCertificatePem,
  readCsr,
  readPrivateKey,
  type Situation,
  sameKey,
  standingOf,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { Unknown } from "../../../framework/value.ts";
import { ORDER_ARGUMENTS } from "./attributes.ts";
import { followedBy } from "./followed.ts";
import { readLastSeen } from "./last-seen.ts";
import { type Comparison, orderChanges } from "./order-changes.ts";
import type { PlanSituation } from "./plan-decision.ts";
import { readPrivateData } from "./private-data.ts";
import { FOREIGN_NAMES } from "./publish.ts";
import { standingInWindow } from "./renewal-policy.ts";
import type { PlannedCertificate, PlanningConfig, StoredCertificate } from "./values.ts";

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
  const end = prior.not_after === null ? followedBy(prior, data)?.notAfter : new Date(prior.not_after);
  return (end ?? now) < now;
}

/** Whether what a renewal brought is not better than what it followed. */
function isFutile(
  { not_before, not_after, ssl_id }: StoredCertificate,
  data: PrivateData,
  now: Date,
): boolean {
  if (not_before === null || not_after === null) return false;
  const [id, end] = (readPrivateData(data).renewedFrom ?? "").split(" ");
  const ends = end !== undefined && id === String(ssl_id) ? [new Date(end)] : [];
  return isRenewalFutile({ notBefore: new Date(not_before), notAfter: new Date(not_after) }, ends, now);
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

/** While a successor is on its way, it is what the configuration asked for; only what differs from then counts. */
function changesOf(comparison: Comparison) {
  const { planned, prior } = comparison;
  const isAsOrdered = ORDER_ARGUMENTS.every((name) => isEqual(planned[name], prior[name]));
  return prior.pending !== null && isAsOrdered ? [] : orderChanges(comparison);
}

/** Whether the user changed anything at all: values that stay were given their earlier spelling before. */
export function hasOtherChange(planned: PlannedCertificate, prior: StoredCertificate): boolean {
  return SETTABLE.some((name) => !isEqual(planned[name], prior[name]));
}

const SETTABLE = [
  ...ORDER_ARGUMENTS,
  ...(["profile", "sensor", "skip_validation_check", "validation"] as const),
  ...(["term_days", "comments", "external_requesters", "custom_fields", "renewal", "trust_type"] as const),
  ...(["on_pending", "when_revoked", "when_missing", "revoke_on_destroy", "timeouts"] as const),
  ...(["revocation_reason", "revoke_superseded", "preferred_chain", "on_mismatch"] as const),
] as const;

function isEqual(one: unknown, other: unknown): boolean {
  return !(one instanceof Unknown) && JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the request's key is the current certificate's; null when one of the two is not known to us. */
function compareKeys({ planned, prior, leaf, madeCsr, writeOnlyKey }: Comparison): boolean | null {
  // A key that is made anew for the order is another one.
  if (planned.csr_pem === null && planned.private_key !== null) return false;
  const { csr_pem: csr } = planned;
  const request = prior.csr_pem ?? madeCsr;
  const known = leaf()?.publicKey ?? (request === null ? null : readCsr(request).publicKey);
  if (known === null) return null;
  if (typeof csr === "string") return sameKey(readCsr(csr).publicKey, known);
  return typeof writeOnlyKey === "string" ? sameKey(readPrivateKey(writeOnlyKey).publicKey, known) : null;
}
