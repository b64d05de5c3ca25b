import type { EnvironmentVariables } from "../base/environment.ts";

/** Null: no guard, all units and none. */
export type AllowedUnits = readonly string[] | null;

/**
 * Business units that a run may work for: those that it is given, as far as the environment (`SECTIGO_BUSINESS_UNITS`) lists
 * them too, so that who writes a configuration or a workflow can narrow what the environment allows and never widen it. A
 * guard against accidents: SCM knows nothing of business units, and authority is a matter of its roles.
 */
export function allowedUnits(
  given: readonly string[] | null,
  { SECTIGO_BUSINESS_UNITS: variable }: EnvironmentVariables,
): AllowedUnits {
  const ofEnvironment = variable ? listed(variable) : null;
  if (given === null || ofEnvironment === null) return given ?? ofEnvironment;
  return given.filter((unit) => ofEnvironment.includes(unit));
}

/** What belongs to no unit is not allowed either: leaving the unit out would be the way around the guard. */
export function permitsUnit(allowed: AllowedUnits, unit: string | null): boolean {
  return allowed === null || (unit !== null && allowed.includes(unit));
}

/** By commas or lines; a list of nothing but those allows nothing. */
function listed(variable: string): readonly string[] {
  return variable
    .split(/[\n,]/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== "");
}
