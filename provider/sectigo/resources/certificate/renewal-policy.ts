import { parseShare, type RenewalPolicy, renewAfter, renewalWindow } from "../../../../core/index.ts";
import { bool, integer, single, string, type ValueOf } from "../../../framework/attribute.ts";
import { Unknown } from "../../../framework/value.ts";
import type { StoredCertificate } from "./values.ts";

export const renewalArgument = single(
  {
    enabled: bool({
      is: "optional",
      doc: "Whether a plan renews it when its window is open; true when left out. False leaves renewal to SCM or to nobody.",
    }),
    window_share: string({
      is: "optional",
      doc: "How long before its end it may be renewed, as a share of its lifetime: `1/3` (default; `1/2` up to ten days), `0.25`, `25%`.",
      checks: [
        (value) =>
          parseShare(value) === null
            ? `a share between 0 and 1 is required, such as "1/3" or "0.25"; "${value}" is given`
            : null,
      ],
    }),
    window_days: integer({
      is: "optional",
      doc: "The same in days. At most two thirds of the lifetime count.",
      checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
    }),
    hard_deadline_days: integer({
      is: "optional",
      doc: "From how many days before its end on a failed renewal is an error instead of a warning. Default: 7, or a sixth of the lifetime where that is less.",
      checks: [(value) => (value >= 0 ? null : `0 or more is required, ${value} is given`)],
    }),
    mode: string({
      is: "optional",
      doc: "`in_one_apply` (default): order, wait, publish. `order_then_switch`: the apply only orders, and a later refresh publishes the new certificate once it is issued; for dependents that must not be changed twice.",
      checks: [
        (value) =>
          ["in_one_apply", "order_then_switch"].includes(value)
            ? null
            : `one of "in_one_apply", "order_then_switch" is required, "${value}" is given`,
      ],
    }),
  },
  {
    is: "optional",
    onChange: "update",
    doc: "When it is renewed. Without it: in the last third of its lifetime.",
    checks: [
      ({ window_share, window_days }) =>
        window_share !== null && window_days !== null
          ? "window_share and window_days exclude each other; give one of them"
          : null,
    ],
  },
);

export type RenewalArgument = ValueOf<typeof renewalArgument>;

export function isRenewalOn(renewal: RenewalArgument | null): boolean {
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
