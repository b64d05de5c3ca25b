import { conditionsOfOne } from "./filter-words.ts";
import type { InventoryCondition, InventoryFilter } from "./inventory.ts";
import { type CertificateType, INVENTORY_ATTRIBUTES, type InventoryAttribute } from "./inventory-row.ts";

/** A condition on what only details tell of some types: a call for each certificate. */
interface DearCondition {
  readonly attribute: InventoryAttribute;
  readonly types: readonly CertificateType[];
}

/** Whether the import brings the attribute for all of the types. */
export function isCheap(
  { attribute }: Pick<InventoryCondition, "attribute">,
  types: readonly CertificateType[],
): boolean {
  return typesByDetails(attribute, types).length === 0;
}

function typesByDetails(attribute: InventoryAttribute, types: readonly CertificateType[]) {
  return types.filter((type) => INVENTORY_ATTRIBUTES[attribute].source[type] === "details");
}

/** A condition on the type leaves the others beside it out of the question. */
function narrowed(types: readonly CertificateType[], { conditions = [] }: InventoryFilter) {
  return conditions.reduce<readonly CertificateType[]>((left, condition) => {
    const isOnType =
      condition.attribute === "type" && "anyOf" in condition && condition.operator === "equals";
    return isOnType ? left.filter((type) => condition.anyOf.includes(type)) : left;
  }, types);
}

/** Conditions of a filter and of those in it that the import can't answer for all certificates that they are about. */
export function dearConditions(
  filter: InventoryFilter,
  types: readonly CertificateType[],
): readonly DearCondition[] {
  const own = narrowed(types, filter);
  const dear = conditionsOfOne(filter).flatMap(({ attribute }) => {
    const byDetails = typesByDetails(attribute, own);
    return byDetails.length === 0 ? [] : [{ attribute, types: byDetails }];
  });
  const inner = [...(filter.allOf ?? []), ...(filter.anyOf ?? [])];
  return [...dear, ...inner.flatMap((one) => dearConditions(one, own))];
}
