import { type SqlBool, sql } from "kysely";
import type { InventoryQuery } from "../domain/inventory.ts";
import { all, among, type Predicate } from "./match.ts";
import { unitDemand } from "./unit-demand.ts";

/** Values that more than one record of the account has, by the column's index alone. */
function shared(account: number, column: "serial_number" | "sha1_hash"): Predicate {
  const name = sql.ref(column);
  return sql<SqlBool>`${sql.ref(`n.${column}`)} in (
    select ${name} from name where account = ${account} and ${name} is not null
    group by ${name} having count(*) > 1)`;
}

/**
 * Rows (`c`) of which no better record of the same certificate is shown: one of the same hash, or of the same serial number
 * and issuer. Ordered ones are better than discovered ones, and those than uploaded ones; then the smaller id is. Only
 * records that the view and the units show count: what stands for another must be there.
 */
export function isFirst(
  { view, filter = {} }: Pick<InventoryQuery, "view" | "filter">,
  account: number,
): Predicate {
  const { organizationIds, businessUnits } = view;
  const organization = sql.ref("o.organization_id");
  const better = sql<SqlBool>`o.type = d.type and
    (o.origin < d.origin or (o.origin = d.origin and o.certificate_id < d.certificate_id))`;
  const demands: Predicate[] = [better];
  if (organizationIds !== undefined) demands.push(among(organization, organizationIds));
  if (filter.businessUnits !== undefined)
    demands.push(unitDemand(businessUnits, filter.businessUnits, organization));
  const seconds = (column: "serial_number" | "sha1_hash", same: Predicate) => sql`
    select n.certificate from name n, certificate d
    where n.account = ${account} and d.id = n.certificate and ${shared(account, column)} and exists (
      select 1 from name m, certificate o
      where m.account = ${account} and ${sql.ref(`m.${column}`)} = ${sql.ref(`n.${column}`)} and o.id = m.certificate
        and ${all([...demands, same])})`;
  const sameIssuer = sql<SqlBool>`o.issuer = d.issuer`;
  return sql<SqlBool>`c.id not in (${seconds("serial_number", sameIssuer)})
    and c.id not in (${seconds("sha1_hash", sql<SqlBool>`true`)})`;
}
