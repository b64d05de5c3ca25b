import { dataSource } from "../../framework/data-source.ts";
import type { Connection } from "../connection.ts";
import { statusAttributes } from "../connector-status/attributes.ts";
import { readStatus } from "../connector-status/read-status.ts";

/** `data.sectigo_connector_status`: how a connector is at this very moment. Reads only, and never fails for an outage. */
export const connectorStatusDataSource = dataSource<Connection>()(
  "connector_status",
  {
    doc: "How a connector is at this moment: tried anew at every read, and kept in no resource's state.",
    timeoutMs: 120_000,
    attributes: statusAttributes,
  },
  { read: readStatus },
);
