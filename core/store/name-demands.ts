import { type SqlBool, sql } from "kysely";
import type { InventoryCondition } from "../domain/inventory.ts";
import { CERTIFICATE_TYPES, type InventoryAttribute } from "../domain/inventory-row.ts";
import type { Names } from "../domain/present-names.ts";
import { type Demand, rowDemand, type Searched, turned, wordDemand } from "./conditions.ts";
import { all, among, any, type Predicate, textMatches, unless } from "./match.ts";

/** Attributes that show the catalog's present name of an id, and the part of the catalog. */
export const NAME_KINDS: Readonly<Partial<Record<InventoryAttribute, keyof Names>>> = {
  organizationName: "organizations",
  scmProfileName: "profiles",
};

const SSL = CERTIFICATE_TYPES.indexOf("ssl");

export function asksNames(condition: InventoryCondition): condition is Searched {
  return NAME_KINDS[condition.attribute] !== undefined && !("judged" in condition);
}

/** Ids whose present name is what is asked for; of a negated condition those that it leaves out. */
function wantedIds(names: ReadonlyMap<number, string>, condition: Searched): number[] {
  return [...names].flatMap(([id, name]) =>
    !("anyOf" in condition) || textMatches(name, condition.operator, condition.anyOf) ? [id] : [],
  );
}

interface NameContext {
  readonly names: Names;
  /** Ids of organizations that rows have; zero for none. */
  readonly tenants: readonly number[];
}

/**
 * A condition on the name of an organization or SCM profile, by the ids that bear it now: what rows show is what it means. Only
 * ids that the catalog does not know are asked for by the name that their rows were read with.
 */
export function nameDemand(condition: Searched, { names, tenants }: NameContext): Demand {
  const kind = NAME_KINDS[condition.attribute] ?? "organizations";
  const wanted = wantedIds(names[kind], condition);
  if (kind === "profiles")
    return rowDemand(condition, profileDemand(condition, [...names.profiles.keys()], wanted));
  const unknown = tenants.filter((id) => !names.organizations.has(id));
  const asked = new Set(wanted);
  const ids = tenants.filter((id) => asked.has(id));
  if (unknown.length === 0)
    return {
      on: "cell",
      facet: "organization",
      predicate: (columns) => turned(condition, among(columns("organization_id"), ids)),
    };
  const column = sql`coalesce(c.organization_id, 0)`;
  const asRead = all([among(column, unknown), wordDemand(sql.ref("c.organization"), condition)]);
  return rowDemand(condition, any([among(column, ids), asRead]));
}

/** Profiles of other types have ids of their own, and the names that their rows were read with. */
function profileDemand(condition: Searched, known: readonly number[], wanted: readonly number[]): Predicate {
  const isOneOf = (ids: readonly number[]): Predicate =>
    all([sql<SqlBool>`c.type = ${sql.lit(SSL)}`, among(sql.ref("c.scm_profile_id"), ids)]);
  const asRead = wordDemand(sql.ref("c.scm_profile"), condition);
  return any([isOneOf(wanted), all([unless(isOneOf(known)), asRead])]);
}
