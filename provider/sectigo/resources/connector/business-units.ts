import { quoted } from "../../../../core/index.ts";
import type { Stored } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import type { ConnectorAttributes } from "./attributes.ts";

type Guarded = Pick<Stored<ConnectorAttributes>, "name" | "business_unit" | "import">;

/**
 * The connector's own unit, and those that its import gives to certificates.
 * @param attempt verb for the message: read, change
 * @throws ConfigError `config.business_unit`
 */
export function checkBusinessUnits(
  { name, business_unit, import: settings }: Guarded,
  { businessUnits }: Connection,
  attempt: string,
): void {
  const what = `${attempt} connector ${quoted(name ?? "")}`;
  businessUnits.check(business_unit, what);
  const given = [
    settings?.business_unit ?? null,
    ...Object.values(settings?.business_units_by_organization ?? {}),
  ];
  for (const unit of given) if (unit !== null) businessUnits.check(unit, `${what}, its import`);
}
