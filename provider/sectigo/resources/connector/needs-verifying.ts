import type { State, Stored } from "../../../framework/resource.ts";
import type { ConnectorAttributes } from "./attributes.ts";

/** At the start, when the account or the sensors are others, and when `verify` is switched on; never by time. */
export function needsVerifying(
  { ref, verify }: State<ConnectorAttributes>,
  prior: Stored<ConnectorAttributes> | null,
): boolean {
  if (verify === false) return false;
  const before = prior?.ref ?? null;
  if (before === null || before.verify === false) return true;
  const isSameAccount = before.host === ref.host && before.customer_uri === ref.customer_uri;
  return !isSameAccount || JSON.stringify(before.sensors) !== JSON.stringify(ref.sensors);
}
