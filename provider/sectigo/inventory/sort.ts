import { attributeName, SORT_ATTRIBUTES, type SortAttribute } from "../../../core/index.ts";

const BY_NAME: ReadonlyMap<string, SortAttribute> = new Map(
  SORT_ATTRIBUTES.map((attribute) => [attributeName({ attribute, fieldName: null }), attribute]),
);

/** What an inventory can be sorted by, as users name it. */
export const SORT_NAMES: readonly string[] = [...BY_NAME.keys()];

/** Undefined leaves the order to the inventory. */
export function sortOf(
  sort: { readonly by: string; readonly descending: boolean | null } | null,
): { readonly by: SortAttribute; readonly descending: boolean } | undefined {
  const by = sort === null ? undefined : BY_NAME.get(sort.by);
  return by === undefined ? undefined : { by, descending: sort?.descending ?? false };
}
