import { parseShare, type RenewalPolicy } from "../../../../core/index.ts";
import { bool, integer, single, string, type ValueOf } from "../../../framework/attribute.ts";

export const validationRenewal = single(
  {
    enabled: bool({ is: "optional", doc: "Whether a plan renews it in time; true when left out." }),
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
  },
  {
    is: "optional",
    onChange: "record",
    doc: "When a new challenge is started while the validation still counts.",
    checks: [
      ({ window_share, window_days }) =>
        window_share !== null && window_days !== null
          ? "window_share and window_days exclude each other; give one of them"
          : null,
    ],
  },
);

type ValidationRenewal = ValueOf<typeof validationRenewal>;

export function isRenewalOn(renewal: ValidationRenewal | null): boolean {
  return renewal?.enabled !== false;
}

export function policyOf(renewal: ValidationRenewal | null): RenewalPolicy {
  const { window_share: share, window_days: days } = renewal ?? {};
  if (share) return { window: { share: parseShare(share) ?? 1 / 3 } };
  return days ? { window: { days } } : {};
}
