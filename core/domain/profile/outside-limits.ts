import { createHash } from "node:crypto";
import { isAllowedName } from "../certificate/judge/allowed-names.ts";
import type { InventoryCondition, JudgedSet } from "../inventory.ts";
import type { InventoryRow } from "../inventory-row.ts";
import type { Limit } from "./limits.ts";

/** A profile's limits and where its certificates are, in the words of its `ref`; null and left out are the same. */
export interface LimitWords {
  readonly enrollment_method?: string | null;
  readonly organization_id?: number | null;
  readonly scm_profile_id?: number | null;
  readonly allowed_names?: readonly string[] | null;
  readonly key_types?: readonly string[] | null;
  readonly term_days?: number | null;
}

/** Limits that are broken; empty where none is; null where SCM tells too little. */
type Outside = readonly Limit[] | null;

/**
 * Holds a certificate against the limits of the profiles that it can have come by: those of its organization and SCM
 * profile, ordered by ACME or not as the profile's method says. One that allows it is enough, since SCM does not tell
 * which of several profiles it was.
 * @returns what it breaks of the profile that it breaks least; empty also where it comes by none of them
 */
export function outsideLimits(row: InventoryRow, profiles: readonly LimitWords[]): Outside {
  const judged = profiles.map((limits) => ({ isOf: isOf(row, limits), broken: brokenBy(row, limits) }));
  const sure = judged.filter(({ isOf }) => isOf === true).map(({ broken }) => broken);
  const possible = judged.filter(({ isOf }) => isOf === null).map(({ broken }) => broken);
  if (sure.some((broken) => broken?.length === 0)) return [];
  if (sure.length === 0) return possible.every((broken) => broken?.length === 0) ? [] : null;
  if (possible.some((broken) => broken === null || broken.length === 0)) return null;
  return sure.reduce((least, broken) =>
    least === null || broken === null ? null : broken.length < least.length ? broken : least,
  );
}

/** The condition that a certificate is known to be outside the limits. */
export function outsideCondition(profiles: readonly LimitWords[]): InventoryCondition {
  const words = profiles.map((limits) => [
    ...[limits.enrollment_method === "acme", limits.organization_id ?? null, limits.scm_profile_id ?? null],
    ...[limits.allowed_names ?? null, limits.key_types ?? null, limits.term_days ?? null],
  ]);
  const judged: JudgedSet = {
    name: `outside limits 1 ${createHash("sha256").update(JSON.stringify(words)).digest("hex")}`,
    holds: (row) => (outsideLimits(row, profiles)?.length ?? 0) > 0,
    isUnknown: (row) => outsideLimits(row, profiles) === null,
  };
  return { attribute: "certificateId", judged, isIn: true };
}

/** Whether it can have come by the profile; null where SCM does not tell. What was not ordered in SCM came by none. */
function isOf(
  { type, origin, requestedVia, organizationId, scmProfileId }: InventoryRow,
  limits: LimitWords,
): boolean | null {
  const isAcme = limits.enrollment_method === "acme";
  const same = (found: number | null, wanted: number | null | undefined) =>
    wanted === null || wanted === undefined ? true : found === null ? null : found === wanted;
  const answers = [
    type === "ssl" && origin === "managed",
    same(organizationId, limits.organization_id),
    same(scmProfileId, limits.scm_profile_id),
    requestedVia === null ? null : (requestedVia.trim().toUpperCase() === "ACME") === isAcme,
  ];
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}

function brokenBy(row: InventoryRow, { allowed_names, key_types, term_days }: LimitWords): Outside {
  const verdicts: readonly (readonly [Limit, boolean | null])[] = [
    ["allowed_names", allowed_names ? hasOtherNames(row, allowed_names) : false],
    ["key_types", key_types ? hasOtherKey(row, key_types) : false],
    ["term_days", term_days ? (row.termDays === null ? null : row.termDays > term_days) : false],
  ];
  const broken = verdicts.filter(([, isBroken]) => isBroken === true).map(([limit]) => limit);
  return broken.length === 0 && verdicts.some(([, isBroken]) => isBroken === null) ? null : broken;
}

/** Without its alternative names not all names of a certificate are known. */
function hasOtherNames(
  { commonName, subjectAlternativeNames }: InventoryRow,
  patterns: readonly string[],
): boolean | null {
  const names = [...(commonName === null ? [] : [commonName]), ...subjectAlternativeNames];
  if (names.some((name) => !isAllowedName(name, patterns))) return true;
  return subjectAlternativeNames.length === 0 ? null : false;
}

function hasOtherKey({ keyAlgorithm, keySize }: InventoryRow, keyTypes: readonly string[]): boolean | null {
  if (keyAlgorithm === null || keySize === null) return null;
  const key = keyAlgorithm === "EC" ? `EC P-${keySize}` : `${keyAlgorithm} ${keySize}`;
  return !keyTypes.some((text) => text.trim().toUpperCase() === key);
}
