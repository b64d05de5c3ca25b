import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanAnswer, Planned, PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { judgeSensorNames } from "../../judge-sensor-names.ts";
import type { ConnectorAttributes } from "./attributes.ts";
import { checkBusinessUnits } from "./business-units.ts";
import { plannedRef } from "./ref.ts";

type Request = PlanRequest<ConnectorAttributes, Connection>;

/** Plans a connector without a call: what it hands on, and whether its sensors and business units are known here. */
export async function planConnector({
  planned,
  prior,
  api,
}: Request): Promise<PlanAnswer<ConnectorAttributes>> {
  if (prior !== null && api !== null) checkBusinessUnits(prior, api, planned === null ? "destroy" : "change");
  if (planned === null) return {};
  if (api === null) return { set: { ref: plannedRef(planned, null, prior) } };
  const { business_unit, import: settings } = planned;
  // What is not known yet is checked in the apply.
  if (!(business_unit instanceof Unknown) && !(settings instanceof Unknown)) {
    const name = planned.name instanceof Unknown ? null : planned.name;
    checkBusinessUnits({ name, business_unit, import: settings }, api, "plan");
  }
  return {
    set: { ref: plannedRef(planned, api.identity, prior) },
    diagnostics: judgeSensors(planned.managing_sensors, api.sensorNames),
  };
}

function judgeSensors(
  names: Planned<ConnectorAttributes>["managing_sensors"],
  declared: readonly string[],
): readonly Diagnostic[] {
  if (names === null || names instanceof Unknown) return [];
  return judgeSensorNames(names, declared, path("managing_sensors"));
}
