import type { Change } from "./situation.ts";

/**
 * What has to be done for one certificate, and why. Both front ends obey it; neither decides.
 * `refuse` is about what was asked for, `hold` about the world: there a person has to decide, and until the certificate's
 * hard deadline nothing else may stand still for it.
 */
export type Decision =
  | { readonly act: "keep"; readonly reason: KeepReason }
  | { readonly act: "enroll"; readonly reason: EnrollReason }
  /** SCM reissues it under the same id. */
  | { readonly act: "replace"; readonly sslId: number; readonly reason: ReplaceReason }
  /** `isSoft`: what is held serves well for a while, so that a failure is worth a warning. */
  | { readonly act: "renew"; readonly reason: RenewReason; readonly isSoft: boolean }
  /** A run before has ordered it: it is taken over and followed. */
  | { readonly act: "adopt"; readonly sslId: number; readonly reason: OnItsWay }
  | { readonly act: "await"; readonly reason: OnItsWay | SuccessorOnItsWay }
  /** `isHard`: the hard deadline has passed, so it is an error for this certificate alone. */
  | { readonly act: "hold"; readonly reason: HoldReason; readonly isHard: boolean }
  | { readonly act: "refuse"; readonly reason: RefuseReason };

export type Reason = Decision["reason"];

type OnItsWay = { readonly code: "on_its_way"; readonly status: string };
type SuccessorOnItsWay = {
  readonly code: "successor_on_its_way";
  readonly sslId: number;
  readonly isIssued: boolean;
};
type Changed = {
  readonly code: "changed";
  readonly changes: readonly Change[];
  /** A renewal may exist that is not held. It is paid for, so it is looked for first, and the change is made to it. */
  readonly mayBeRenewed: boolean;
};
type SuccessorRefused = {
  readonly code: "successor_refused";
  readonly sslId: number;
  readonly status: string;
};

/** A renewal came with names that were not ordered: a person has to decide before anything is bought again. */
type SuccessorUnusable = { readonly code: "successor_unusable"; readonly sslId: number };

type KeepReason =
  /** `renewsFrom`: null when it is never renewed. */
  | { readonly code: "serves"; readonly renewsFrom: Date | null }
  /** It was revoked, and the user has said to leave it. `revocation` as RFC 5280 §5.3.1 numbers it. */
  | { readonly code: "revocation_accepted"; readonly revocation: number }
  | OnItsWay
  | SuccessorOnItsWay;

type EnrollReason =
  | { readonly code: "nothing_held" }
  | Changed
  /** `mayBeRenewed`: SCM says that a renewal exists, which is looked for first. */
  | { readonly code: "revoked"; readonly revocation: number; readonly mayBeRenewed: boolean }
  /** The request before was refused, and what is asked for now differs. */
  | { readonly code: "asked_anew"; readonly status: string }
  /** What should follow was refused, and there is no more time. */
  | SuccessorRefused;

type ReplaceReason =
  | Changed
  | { readonly code: "key_lost" }
  /** It has the name, and another key or other names: `on-existing: replace`. */
  | { readonly code: "same_name" };

type RenewReason =
  | { readonly code: "due"; readonly since: Date; readonly until: Date }
  /** The same of one that was found or uploaded: SCM can't renew it, so a new one is enrolled in its place. */
  | { readonly code: "due_elsewhere"; readonly since: Date; readonly until: Date }
  | { readonly code: "expired"; readonly until: Date }
  /** Another actor renewed it; its successor is found, and nothing is ordered. */
  | { readonly code: "renewed_outside" };

/** A revocation after which a person has to decide. */
export type RevocationReason =
  /** Its use was ended on purpose. */
  | { readonly code: "revoked_on_purpose"; readonly revocation: number; readonly hasChanges: boolean }
  /** `isSameKey` null: the key asked for can't be compared. */
  | { readonly code: "key_compromised"; readonly sslId: number; readonly isSameKey: boolean | null };

type RenewalFutile = { readonly code: "renewal_futile"; readonly until: Date };
type TakenOver = { readonly code: "taken_over"; readonly holder: string | null };

type HoldReason =
  | RenewalFutile
  | TakenOver
  | RevocationReason
  | { readonly code: "request_refused"; readonly status: string; readonly on: string | null }
  | SuccessorRefused
  | SuccessorUnusable;

type RefuseReason =
  | TakenOver
  | RevocationReason
  | { readonly code: "change_impossible"; readonly change: Change }
  /** `sslId` of the successor that is on its way; null when it is the order itself. */
  | { readonly code: "under_way"; readonly changes: readonly Change[]; readonly sslId: number | null }
  | { readonly code: "several_of_the_name"; readonly sslIds: readonly number[] }
  | { readonly code: "others_of_the_name"; readonly sslIds: readonly number[] }
  /** Another request of this run goes by it. */
  | { readonly code: "used_by_another"; readonly sslId: number };

/** How a log shows a decision: the same words whichever front end took it, so that two logs can be compared. */
export function decisionText(act: string, code: string): string {
  return `decision=${act} reason=${code}`;
}

/** Whether it costs money, or would. */
export function isOrder(decision: Decision): boolean {
  if (decision.act === "renew") return decision.reason.code !== "renewed_outside";
  return decision.act === "enroll" || decision.act === "replace";
}
