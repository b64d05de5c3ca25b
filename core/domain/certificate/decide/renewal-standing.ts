import { type RenewalPolicy, renewAfter, renewalWindow, type Validity } from "./renewal.ts";

/** Where a certificate stands in its renewal window. */
export type RenewalStanding =
  /** It is never renewed: nothing is issued, or the user does not want it. */
  | { readonly at: "off" }
  | { readonly at: "early"; readonly since: Date; readonly until: Date }
  /** `hard`: the hard deadline has passed, and a failure is an error now. */
  | { readonly at: "due" | "hard"; readonly since: Date; readonly until: Date };

export function renewalStanding(
  { sslId, validity }: { readonly sslId: number; readonly validity: Validity },
  policy: RenewalPolicy,
  now: Date,
): RenewalStanding {
  const since = renewAfter(validity, policy, sslId);
  const until = validity.notAfter;
  if (now < since) return { at: "early", since, until };
  const { hardDeadline } = renewalWindow(validity, policy);
  return { at: now >= hardDeadline ? "hard" : "due", since, until };
}
