import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { bySensors } from "../../by-sensors.ts";
import type { Connection } from "../../connection.ts";
import type { StoredCertificate } from "./values.ts";

type Routed = Pick<StoredCertificate, "profile" | "sensor">;

/** A connection by certain sensors, and what is to be said of that. */
interface Routing {
  readonly api: Connection;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The connection by which a certificate is read and revoked: by its connector's sensors. One that was removed from the
 * provider block must not keep anybody from that, so then all serve.
 */
export function readConnection(api: Connection, { profile }: Routed): Routing {
  const { client, diagnostics } = bySensors(api, profile?.sensors ?? null);
  const isNews = diagnostics.length > 0 && api.catalog.isFirstTime("sensors of a profile have vanished");
  return { api: { ...api, client }, diagnostics: isNews ? diagnostics : [] };
}

/**
 * The connection by which it is ordered: by its one sensor, where it names one, and by no other.
 * @throws ConfigError `config.sensor_unknown`
 */
export function orderConnection(api: Connection, wished: Routed): Routing {
  if (wished.sensor === null) return readConnection(api, wished);
  return { api: { ...api, client: api.client.through([wished.sensor]) }, diagnostics: [] };
}
