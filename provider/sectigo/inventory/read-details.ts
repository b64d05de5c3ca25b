import {
  attributeName,
  ConfigError,
  dearConditions,
  fillDetails,
  type InventoryQuery,
  type InventoryStore,
  isCheap,
} from "../../../core/index.ts";
import type { Filling } from "./fill-store.ts";

/** Beyond so many a call for each is mostly a mistake. */
const MOST_DETAILS = 10_000;

/**
 * Reads details, a call for each certificate: of the rows that will be shown where `details` asks for that, and of all
 * that the rest of the filter leaves where a condition is about something that only details tell.
 * @throws ConfigError `config.too_many_details`
 */
export async function readDetailsFor(
  { api, scm, account, wait, settings }: Filling,
  {
    store,
    query,
    isAsked,
  }: { readonly store: InventoryStore; readonly query: InventoryQuery; readonly isAsked: boolean },
): Promise<void> {
  const conditions = query.filter?.conditions ?? [];
  const cheap = conditions.filter((condition) => isCheap(condition, settings.certificateTypes));
  const needsMore = dearConditions(query.filter ?? {}, settings.certificateTypes).length > 0;
  if (!needsMore && !isAsked) return;
  // What lies deeper is left out as a whole where details are what it is about.
  const isDeep = needsMore && cheap.length === conditions.length;
  const shallow = isDeep ? { violations: undefined, allOf: undefined, anyOf: undefined } : {};
  const filter = { ...query.filter, ...shallow, conditions: cheap };
  const limit = needsMore ? MOST_DETAILS : Math.min(query.limit ?? 0, MOST_DETAILS);
  const { rows, total } = await store.query({ ...query, filter, limit });
  if (needsMore && total > MOST_DETAILS) throw tooMany(total, settings);
  const { clock } = api;
  await fillDetails({ scm, store, account, rows, olderThan: settings.fullImportEvery, clock }, wait);
}

/**
 * What costs a call for each certificate is asked for in words.
 * @throws ConfigError `config.details`
 */
export function refuseUnaskedDetails({ filter, settings }: Filling, isAsked: boolean): void {
  if (isAsked) return;
  const [dear] = dearConditions(filter, settings.certificateTypes);
  if (dear === undefined) return;
  const { attribute, types } = dear;
  const name = attributeName({ attribute, fieldName: null });
  throw new ConfigError(
    `read the inventory: a condition on ${name} takes a call for each certificate of type ${types.join(", ")}`,
    {
      ...{ code: "config.details", path: "details" },
      hint: "Set details = true to allow these calls, or narrow certificate_types to those whose import brings it.",
    },
  );
}

function tooMany(total: number, { certificateTypes: types }: Filling["settings"]): ConfigError {
  const narrower = types.length > 1 ? "certificate_types, " : "";
  return new ConfigError(
    `read the inventory: a condition needs details of ${total} certificates, a call for each; ${MOST_DETAILS} are allowed`,
    {
      ...{ code: "config.too_many_details", path: "filter" },
      hint: `Narrow the filter by what the import brings: ${narrower}organizations, dates, names.`,
    },
  );
}
