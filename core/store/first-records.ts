import { type SqlBool, sql } from "kysely";
import type { InventoryQuery } from "../domain/inventory.ts";
import { all, among, any, type Predicate } from "./match.ts";
import { unitDemand } from "./unit-demand.ts";

/**
 * Rows (`c`) of which a better record of the same certificate is shown: one of the same hash, or of the same serial number
 * and issuer. Ordered ones are better than discovered ones, and those than uploaded ones; then the smaller id is. Only
 * records that the view and the units show count: what stands for another must be there. Few are looked at: an import marks
 * the records that share a hash or a number.
 */
export function isSecond(
  { view, filter = {} }: Pick<InventoryQuery, "view" | "filter">,
  account: number,
): Predicate {
  const { organizationIds, businessUnits } = view;
  const organization = sql.ref("o.organization_id");
  const demands: Predicate[] = [
    sql<SqlBool>`o.type = c.type and (o.origin < c.origin or (o.origin = c.origin and o.certificate_id < c.certificate_id))`,
  ];
  if (organizationIds !== undefined) demands.push(among(organization, organizationIds));
  if (filter.businessUnits !== undefined)
    demands.push(unitDemand(businessUnits, filter.businessUnits, organization));
  const hasBetter = (column: "serial_number" | "sha1_hash", same: readonly Predicate[]): Predicate =>
    sql<SqlBool>`exists (
      select 1 from name n, name m, certificate o
      where n.certificate = c.id and m.account = ${account} and ${sql.ref(`m.${column}`)} = ${sql.ref(`n.${column}`)}
        and o.id = m.certificate and ${all([...demands, ...same])})`;
  const isAlike = any([
    hasBetter("serial_number", [sql<SqlBool>`o.issuer = c.issuer`]),
    hasBetter("sha1_hash", []),
  ]);
  return all([sql<SqlBool>`c.shared = 1`, isAlike]);
}
