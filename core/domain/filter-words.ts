import { ConfigError } from "../base/errors.ts";
import type { InventoryCondition, InventoryFilter } from "./inventory.ts";
import type { Policy } from "./policies.ts";
import { type LimitWords, outsideCondition } from "./profile/outside-limits.ts";
import { readFilterCondition } from "./rules/filter-conditions.ts";
import type { RuleCondition } from "./rules/rule.ts";

/** A filter as people write it, in Terraform and in files of views. Null and left out are the same. */
export interface FilterWords {
  readonly certificate_types?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly expires_within_days?: number | null;
  /** Names; compared with those of rows. */
  readonly organizations?: readonly string[] | null;
  /** Whether departments of the organizations are in too; false when left out. */
  readonly include_departments?: boolean | null;
  readonly scm_profiles?: readonly string[] | null;
  readonly business_units?: readonly string[] | null;
  readonly tags?: readonly string[] | null;
  readonly owners?: readonly string[] | null;
  readonly text?: string | null;
  readonly conditions?: readonly RuleCondition[] | null;
  readonly violations?: readonly string[] | null;
  readonly unique?: boolean | null;
  /** Told by looking at other rows: no part of what this file makes of the words. */
  readonly has_successor?: boolean | null;
  /** Profiles: certificates that came by them and are outside their limits. Not in `any_of`. */
  readonly outside_limits_of?: readonly LimitWords[] | null;
  readonly any_of?: readonly FilterWords[] | null;
}

/**
 * The filter that the words mean.
 * @throws ConfigError `config.filter` for a condition that can't be; Terraform judges those of its filters before
 */
export function filterOfWords(words: FilterWords): InventoryFilter {
  return {
    conditions: [...(words.conditions ?? []).flatMap(conditionsOf), ...shortcuts(words)],
    expiresWithinDays: words.expires_within_days ?? undefined,
    statuses: words.statuses ?? undefined,
    tags: words.tags ?? undefined,
    owners: words.owners ?? undefined,
    businessUnits: words.business_units ?? undefined,
    text: words.text ?? undefined,
    // Judged before, as the conditions were.
    violations: (words.violations as readonly Policy[] | null | undefined) ?? undefined,
    isUnique: words.unique ?? undefined,
    anyOf: words.any_of?.map(filterOfWords),
  };
}

function conditionsOf(condition: RuleCondition): readonly InventoryCondition[] {
  const read = readFilterCondition(condition);
  if (!("member" in read)) return read;
  throw new ConfigError(`read the inventory: a condition of the filter or view can't be: ${read.problem}`, {
    ...{ code: "config.filter", path: "filter" },
    hint: `Correct its ${read.member}.`,
  });
}

function shortcuts({
  certificate_types,
  organizations,
  scm_profiles,
  outside_limits_of,
}: FilterWords): InventoryCondition[] {
  const oneOf = (
    attribute: "type" | "organizationName" | "scmProfileName",
    anyOf: readonly string[] | null | undefined,
  ) => (anyOf === null || anyOf === undefined ? [] : [{ attribute, operator: "equals", anyOf } as const]);
  return [
    ...oneOf("type", certificate_types),
    ...oneOf("organizationName", organizations),
    ...oneOf("scmProfileName", scm_profiles),
    ...(outside_limits_of ? [outsideCondition(outside_limits_of)] : []),
  ];
}

/** A filter's own conditions; asking for a signature's violation is one on its algorithm. */
export function conditionsOfOne({
  conditions = [],
  violations,
}: InventoryFilter): readonly InventoryCondition[] {
  const signature = { attribute: "signatureAlgorithm", isPresent: true } as const;
  return [...conditions, ...(violations?.includes("sha1_signature") ? [signature] : [])];
}

/** All conditions of a filter and of those in it. */
export function conditionsIn(filter: InventoryFilter): readonly InventoryCondition[] {
  const inner = [...(filter.allOf ?? []), ...(filter.anyOf ?? [])].flatMap(conditionsIn);
  return [...conditionsOfOne(filter), ...inner];
}
