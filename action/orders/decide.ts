import { type RenewalPolicy, renewAfter, renewalWindow } from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Existing, Found } from "./existing.ts";

/** What is to be done for a certificate. Whatever orders is counted before the first order goes out. */
export type Decision =
  | { readonly kind: "reuse"; readonly existing: Existing; readonly renewsFrom: Date }
  /** `mayFail`: the old one is good for a while, so a failure is worth a warning only. */
  | { readonly kind: "renew"; readonly existing: Existing; readonly mayFail: boolean }
  | { readonly kind: "replace"; readonly existing: Existing }
  | { readonly kind: "enroll" }
  /** A run before has ordered it; what is left is to wait. */
  | { readonly kind: "adopt"; readonly sslId: number }
  | { readonly kind: "refuse"; readonly summary: string; readonly detail: string };

type Policy = Pick<OrderInputs, "onExisting" | "renewBefore">;

/** Decides by what SCM holds. Pure. */
export function decide(
  { valid, compromised, ordered }: Omit<Found, "marked">,
  policy: Policy,
  now: Date,
): Decision {
  const same = valid.find(({ hasSameKey, hasSameNames }) => hasSameKey && hasSameNames);
  if (same !== undefined) return reuseOrRenew(same, policy, now);
  if (compromised !== null) return refuseKey(compromised);
  if (ordered !== null) return { kind: "adopt", sslId: ordered };
  if (policy.onExisting !== "replace" || valid.length === 0) return { kind: "enroll" };
  // A certificate that was renewed lives on until its end; its successor is the one that serves.
  const [only, ...others] = valid.filter(({ details }) => !details.isRenewed);
  if (only === undefined) return { kind: "enroll" };
  return others.length === 0 ? { kind: "replace", existing: only } : ambiguous([only, ...others]);
}

function reuseOrRenew(existing: Existing, { onExisting, renewBefore }: Policy, now: Date): Decision {
  const { details, chain } = existing;
  const renewal: RenewalPolicy = { window: renewBefore ?? undefined };
  const renewsFrom = renewAfter(chain.leaf, renewal, details.sslId);
  if (onExisting === "reuse" || now < renewsFrom) return { kind: "reuse", existing, renewsFrom };
  const { hardDeadline } = renewalWindow(chain.leaf, renewal);
  return { kind: "renew", existing, mayFail: now < hardDeadline };
}

function refuseKey(sslId: number): Decision {
  return {
    kind: "refuse",
    summary: `Certificate ${sslId}, for this very key, was revoked because the key is compromised`,
    detail: "Make a new key and a new CSR; a compromised key gets no other certificate from here.",
  };
}

function ambiguous(found: readonly Existing[]): Decision {
  const ids = found.map(({ details }) => details.sslId).join(", ");
  return {
    kind: "refuse",
    summary: `Which certificate is to be replaced is not clear: SCM has ${ids} for this common name`,
    detail: "Revoke those that are not needed, or order another beside them with on-existing: renew.",
  };
}

/** Whether it costs money, or would. */
export function isOrder({ kind }: Decision): boolean {
  return kind === "renew" || kind === "replace" || kind === "enroll";
}
