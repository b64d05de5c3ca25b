import type { Attributes } from "../attribute.ts";
import type { ValueRecord } from "../value.ts";
import {
  applyDefaults,
  changedAttributes,
  dropWriteOnly,
  isRecordOnly,
  keepSpelling,
  markComputedUnknown,
  type PlanObjects,
  restoreKept,
} from "./steps.ts";

/**
 * What is planned before the resource itself is asked, in the order that Terraform's own framework keeps: proposed →
 * defaults → spelling → write-only → unknown where something changed → kept values.
 *
 * Nothing changed: the prior state itself, which is what makes a second plan empty. Only stored settings changed: nothing
 * becomes unknown, since no handler will be called.
 * Source: hashicorp/terraform-plugin-framework, internal/fwserver/server_planresourcechange.go.
 */
export function planPipeline(
  attributes: Attributes,
  objects: PlanObjects,
  proposed: ValueRecord,
): ValueRecord {
  const { prior } = objects;
  const defaulted = applyDefaults(attributes, objects, proposed);
  const wished = dropWriteOnly(attributes, keepSpelling(attributes, prior, defaulted));
  if (prior !== null) {
    if (wished === prior) return prior;
    const changed = changedAttributes(attributes, prior, wished);
    if (changed.length === 0) return prior;
    if (isRecordOnly(attributes, changed)) return wished;
  }
  return restoreKept(attributes, objects, markComputedUnknown(attributes, objects, wished));
}
