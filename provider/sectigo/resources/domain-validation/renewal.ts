import type { RenewalPolicy } from "../../../../core/index.ts";
import { bool, single, type ValueOf } from "../../../framework/attribute.ts";
import { oneWindow, windowMembers, windowOf } from "../../renewal-window.ts";

export const validationRenewal = single(
  {
    enabled: bool({ is: "optional", doc: "Whether a plan renews it in time; true when left out." }),
    ...windowMembers,
  },
  {
    is: "optional",
    onChange: "record",
    doc: "When a new challenge is started while the validation still counts.",
    checks: [oneWindow],
  },
);

type ValidationRenewal = ValueOf<typeof validationRenewal>;

export function isRenewalOn(renewal: ValidationRenewal | null): boolean {
  return renewal?.enabled !== false;
}

export function policyOf(renewal: ValidationRenewal | null): RenewalPolicy {
  return { window: windowOf(renewal) };
}
