import { parseShare, type RenewalPolicy, renewAfter, renewalWindow } from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import type { RenewalArgument } from "./renewal-argument.ts";
import type { StoredCertificate } from "./values.ts";

function isRenewalOn(renewal: RenewalArgument | null): boolean {
  return renewal?.enabled !== false;
}

export function switchesLater(renewal: RenewalArgument | null): boolean {
  return renewal?.mode === "order_then_switch";
}

function policyOf(renewal: RenewalArgument | null): RenewalPolicy {
  const { window_share: share, window_days: days, hard_deadline_days: hard } = renewal ?? {};
  const window = share ? { share: parseShare(share) ?? 1 / 3 } : days ? { days } : undefined;
  return { window, hardDeadlineDays: hard ?? undefined };
}

type Dates = Pick<StoredCertificate, "not_before" | "not_after">;

/** The validity that a state holds; null while nothing is issued. */
function validityOf({ not_before, not_after }: Dates) {
  if (not_before === null || not_after === null) return null;
  return { notBefore: new Date(not_before), notAfter: new Date(not_after) };
}

/** `renew_after` as it stands in state; null when it is never due. */
export function renewAfterText(
  state: Dates & Pick<StoredCertificate, "ssl_id">,
  renewal: RenewalArgument | Unknown | null,
): string | null {
  const validity = validityOf(state);
  if (validity === null || state.ssl_id === null || renewal instanceof Unknown || !isRenewalOn(renewal))
    return null;
  return renewAfter(validity, policyOf(renewal), state.ssl_id)
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z");
}

export type RenewalStanding =
  | { readonly at: "off" }
  | { readonly at: "early" }
  /** `hard`: a failure is an error now. */
  | { readonly at: "due" | "hard"; readonly because: string };

/** Where the certificate stands in its renewal window, and why, in words for the plan. */
export function renewalStanding(
  state: Dates & Pick<StoredCertificate, "ssl_id">,
  renewal: RenewalArgument | null,
  now: Date,
): RenewalStanding {
  const validity = validityOf(state);
  const due = renewAfterText(state, renewal);
  if (validity === null || due === null) return { at: "off" };
  if (now < new Date(due)) return { at: "early" };
  const { hardDeadline } = renewalWindow(validity, policyOf(renewal));
  const because =
    now > validity.notAfter
      ? `it expired on ${state.not_after}`
      : `its renewal window is open since ${due}, and it ends on ${state.not_after}`;
  return { at: now >= hardDeadline ? "hard" : "due", because };
}
