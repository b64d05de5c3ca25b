import type { ScmClient } from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import { bySensors } from "../by-sensors.ts";
import type { Connection } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";

type Bound = Pick<Operation<Connection>, "api" | "warn"> & {
  readonly config: { readonly connector: ConnectorRef };
};

/** A client that goes by the connector's sensors. */
export function boundClient({ api, config, warn }: Bound): ScmClient {
  const { client, diagnostics } = bySensors(api, config.connector.sensors);
  for (const { summary, detail } of diagnostics) warn(summary, detail);
  return client;
}
