import { resource } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { assignmentRuleAttributes } from "./assignment-rule/attributes.ts";
import { planRef, refOf } from "./assignment-rule/ref.ts";
import { validateRule } from "./assignment-rule/validate.ts";

const MINUTE_MS = 60_000;

/** `sectigo_assignment_rule`: lives in Terraform's state alone; connectors and inventories apply it. */
export const assignmentRuleResource = resource<Connection>()(
  "assignment_rule",
  {
    version: 0,
    doc:
      "A rule that gives certificates of an inventory tags, owners and custom attributes, by conditions on their attributes. It lives in " +
      "Terraform only: no call is made for it, and SCM's own assignment rules, which move discovered certificates into " +
      "organizations, are something else.",
    attributes: assignmentRuleAttributes,
    timeoutsMs: { create: MINUTE_MS, update: MINUTE_MS, delete: MINUTE_MS, read: MINUTE_MS },
  },
  {
    validate: validateRule,
    plan: async ({ planned, prior }) => (planned === null ? {} : { set: { ref: planRef(planned, prior) } }),
    create: async ({ config }) => ({ ...config, ref: refOf(config, null) }),
    read: async ({ state }) => state,
    update: async ({ config, prior }) => ({ ...config, ref: refOf(config, prior) }),
    delete: async () => undefined,
  },
);
