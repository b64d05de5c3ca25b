import { bool, integer, single, string, type ValueOf } from "../../../framework/attribute.ts";
import { oneWindow, windowMembers } from "../../renewal-window.ts";

export const renewalArgument = single(
  {
    enabled: bool({
      is: "optional",
      doc: "Whether a plan renews it when its window is open; true when left out. False leaves renewal to SCM.",
    }),
    ...windowMembers,
    hard_deadline_days: integer({
      is: "optional",
      doc: "How many days before the end a failed renewal turns from a warning into an error. Default: 7, or a sixth of the lifetime where that is less.",
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
    doc: "When to renew: in the last third of the lifetime where neither certificate nor profile says anything. What the certificate says goes before the profile.",
    checks: [oneWindow],
  },
);

export type RenewalArgument = ValueOf<typeof renewalArgument>;
