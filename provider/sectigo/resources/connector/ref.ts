import type { Config, Planned, Stored } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { AccountIdentity } from "../../connection.ts";
import { type ConnectorRef, sameRef } from "../../connector-ref.ts";
import type { ConnectorAttributes } from "./attributes.ts";

type Wanted = Config<ConnectorAttributes>;

/** What the connector hands on. One that says the same as before stays as it was written. */
export function refOf(
  wanted: Wanted,
  identity: AccountIdentity,
  prior: Stored<ConnectorAttributes> | null,
): ConnectorRef {
  const ref: ConnectorRef = {
    host: identity.host,
    customer_uri: identity.customerUri,
    name: wanted.name,
    business_unit: wanted.business_unit,
    sensors: wanted.managing_sensors,
    // A member without a value is not printed, and most connectors are verified.
    verify: wanted.verify === false ? false : null,
    import: wanted.import,
    views: wanted.views,
  };
  const before = prior?.ref ?? null;
  return before !== null && sameRef(before, ref) ? before : ref;
}

/** Known as soon as everything in it is, so that what depends on it is judged in the first plan. */
export function plannedRef(
  planned: Planned<ConnectorAttributes>,
  identity: AccountIdentity | null,
  prior: Stored<ConnectorAttributes> | null,
): ConnectorRef | Unknown {
  const { ref: _computed, ...wanted } = planned;
  const isKnown = Object.values(wanted).every((value) => !(value instanceof Unknown));
  if (!isKnown || identity === null) return UNKNOWN;
  // Nothing of it is unknown, and what is required was given.
  return refOf(wanted as Wanted, identity, prior);
}
