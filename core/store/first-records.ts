import { type SqlBool, sql } from "kysely";
import type { InventoryQuery } from "../domain/inventory.ts";
import { all, among, not, type Predicate } from "./match.ts";
import type { SqlForms } from "./sql-forms.ts";
import { unitDemand } from "./unit-demand.ts";

/** Values that more than one record of the account has, by the column's index alone. */
function shared(account: number, column: "serial_number" | "sha1_hash", forms: SqlForms): Predicate {
  const name = sql.ref(column);
  return forms.oneOf(
    sql.ref(`n.${column}`),
    sql`select ${name} from name where account = ${account} and ${name} is not null
      group by ${name} having count(*) > 1`,
  );
}

/**
 * Rows (`c`) of which no better record of the same certificate is shown: one of the same hash, or of the same serial number
 * and issuer. Ordered ones are better than discovered ones, and those than uploaded ones; then the smaller id is. Only
 * records that the view and the units show count: what stands for another must be there.
 */
export function isFirst(
  { view, filter = {} }: Pick<InventoryQuery, "view" | "filter">,
  account: number,
  forms: SqlForms,
): Predicate {
  const { organizationIds, businessUnits } = view;
  const organization = sql.ref("o.organization_id");
  const better = sql<SqlBool>`o.type = d.type and
    (o.origin < d.origin or (o.origin = d.origin and o.certificate_id < d.certificate_id))`;
  const demands: Predicate[] = [better];
  if (organizationIds !== undefined) demands.push(among(organization, organizationIds));
  if (filter.businessUnits !== undefined)
    demands.push(unitDemand(businessUnits, filter.businessUnits, organization));
  const isSecond = (column: "serial_number" | "sha1_hash", same: Predicate): Predicate =>
    forms.named({
      table: sql`name n, certificate d`,
      id: sql.ref("n.certificate"),
      where: sql<SqlBool>`n.account = ${account} and d.id = n.certificate and ${shared(account, column, forms)} and exists (
        select 1 from name m, certificate o
        where m.account = ${account} and ${sql.ref(`m.${column}`)} = ${sql.ref(`n.${column}`)} and o.id = m.certificate
          and ${all([...demands, same])})`,
    });
  const sameIssuer = sql<SqlBool>`o.issuer = d.issuer`;
  return all([not(isSecond("serial_number", sameIssuer)), not(isSecond("sha1_hash", sql<SqlBool>`true`))]);
}
