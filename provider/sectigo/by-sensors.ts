import { quoted, type ScmClient } from "../../core/index.ts";
import { type Diagnostic, warning } from "../framework/diagnostics.ts";
import type { Connection } from "./connection.ts";

/** A client that goes by certain sensors, and what is to be said of that. */
interface BoundClient {
  readonly client: ScmClient;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The client by the sensors that a `ref` names; null goes by all of the provider's. A `ref` from another state may name a
 * sensor that was since removed: that is a warning, and then all serve.
 */
export function bySensors(api: Connection, names: readonly string[] | null): BoundClient {
  const vanished = (names ?? []).filter((name) => !api.sensorNames.includes(name));
  if (vanished.length === 0) return { client: api.client.through(names), diagnostics: [] };
  const instead =
    api.sensorNames.length === 0 ? "requests go without a sensor" : "all that are declared serve";
  return {
    client: api.client,
    diagnostics: [
      warning(
        "A connector names sensors that the provider block does not declare",
        `${vanished.map(quoted).join(", ")} can't be gone by, so ${instead}. Apply the connector's configuration again, or declare the sensor.`,
      ),
    ],
  };
}
