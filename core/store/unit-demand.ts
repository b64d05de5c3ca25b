import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { BusinessUnits } from "../domain/inventory.ts";
import { all, always, among, any, type Predicate, unless } from "./match.ts";

/** Organizations that are named by a unit, and all others where it is the unit for all. */
export function unitDemand(
  { forAll, byOrganizationId }: BusinessUnits,
  units: readonly string[],
  organization: RawBuilder<unknown>,
): Predicate {
  const named = [...byOrganizationId].flatMap(([id, unit]) => (units.includes(unit) ? [id] : []));
  const demands = [among(organization, named)];
  if (forAll !== null && units.includes(forAll)) {
    const others = unless(among(organization, [...byOrganizationId.keys()]));
    // In cells zero stands for null. Units that go by organization say nothing of an unknown one.
    const isKnown = byOrganizationId.size === 0 ? always : sql<SqlBool>`coalesce(${organization}, 0) <> 0`;
    demands.push(all([isKnown, others]));
  }
  return any(demands);
}
