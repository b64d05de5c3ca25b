import {
  type RenewalPolicy,
  type RenewalStanding,
  renewAfter,
  renewalStanding,
} from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import { instantText } from "../../instant-text.ts";
import { windowOf } from "../../renewal-window.ts";
import type { RenewalArgument } from "./renewal-argument.ts";
import type { StoredCertificate } from "./values.ts";

function isRenewalOn(renewal: RenewalArgument | null): boolean {
  return renewal?.enabled !== false;
}

export function switchesLater(renewal: RenewalArgument | null): boolean {
  return renewal?.mode === "order_then_switch";
}

function policyOf(renewal: RenewalArgument | null): RenewalPolicy {
  return { window: windowOf(renewal), hardDeadlineDays: renewal?.hard_deadline_days ?? undefined };
}

type Dates = Pick<StoredCertificate, "not_before" | "not_after" | "ssl_id" | "scm_profile_id">;

/**
 * The certificate that is renewed; null when none ever is: nothing is issued, renewal is off, or SCM has no profile for the
 * record, as of those that other CAs issued.
 */
function renewed(state: Dates, renewal: RenewalArgument | Unknown | null) {
  const { not_before, not_after, ssl_id: sslId, scm_profile_id } = state;
  if (not_before === null || not_after === null || sslId === null || scm_profile_id === null) return null;
  if (renewal instanceof Unknown || !isRenewalOn(renewal)) return null;
  const validity = { notBefore: new Date(not_before), notAfter: new Date(not_after) };
  return { sslId, validity, policy: policyOf(renewal) };
}

/** `renew_after` as it stands in state; null when it is never due. */
export function renewAfterText(state: Dates, renewal: RenewalArgument | Unknown | null): string | null {
  const due = renewed(state, renewal);
  return due && instantText(renewAfter(due.validity, due.policy, due.sslId));
}

/** Where the certificate stands in its renewal window. */
export function standingInWindow(state: Dates, renewal: RenewalArgument | null, now: Date): RenewalStanding {
  const due = renewed(state, renewal);
  return due === null ? { at: "off" } : renewalStanding(due, due.policy, now);
}

/** State of an earlier release says nothing of it, nor does an import. */
export function withRenewal(state: StoredCertificate): StoredCertificate {
  return { ...state, renew_after: renewAfterText(state, state.renewal) };
}
