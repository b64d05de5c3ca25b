import { quoted } from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import { bySensors } from "../../by-sensors.ts";
import type { Connection } from "../../connection.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import type { PlannedProfile, StoredProfile } from "./values.ts";

/**
 * Whether the connector is one of this account, and of a business unit that this run may touch.
 * @throws ConfigError `config.other_account`, `config.not_a_ref`, `config.business_unit`
 */
export function checkConnector(
  { name, connector }: Pick<PlannedProfile, "name" | "connector">,
  api: Connection,
  attempt: "plan" | "create" | "change",
): void {
  if (connector === null || connector instanceof Unknown) return;
  refuseOtherAccount(connector, api.identity, "connector");
  const label = typeof name === "string" ? ` ${quoted(name)}` : "";
  api.businessUnits.check(connector.business_unit, `${attempt} profile${label}`, HINT);
}

/**
 * The same of a profile that is there. One that belongs to no unit yet may be given to one, so `change` lets it pass.
 * @throws ConfigError `config.business_unit`
 */
export function checkUnit(
  { name, business_unit }: Pick<StoredProfile, "name" | "business_unit">,
  { businessUnits }: Connection,
  attempt: "read" | "change" | "destroy",
): void {
  if (business_unit === null && attempt === "change") return;
  businessUnits.check(business_unit, `${attempt} profile ${quoted(name ?? "")}`, HINT);
}

const HINT =
  "Run it where that unit is allowed by SECTIGO_BUSINESS_UNITS and the provider's business_units. The unit is that of the " +
  "profile's connector; one that it gets now is recorded by `apply -refresh=false`.";

/** The connection by the connector's sensors; vanished ones do not keep anything in SCM as it is. */
export function connectionBy(api: Connection, ref: Pick<ProfileRef, "sensors"> | null): Connection {
  return { ...api, client: bySensors(api, ref?.sensors ?? null).client };
}
