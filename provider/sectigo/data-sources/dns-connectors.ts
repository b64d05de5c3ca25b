import { listOf, string } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";

/** `data.sectigo_dns_connectors`: SCM's programs that publish DNS records of validations. */
export const dnsConnectorsDataSource = dataSource<Connection>()(
  "dns_connectors",
  {
    doc: "SCM's DNS connectors: programs that publish the record of a domain validation at a DNS provider. Their ids go to `sectigo_domain_validation`.",
    timeoutMs: 60_000,
    attributes: {
      dns_connectors: listOf(
        {
          id: string({ is: "computed", doc: "SCM's id of the connector." }),
          name: string({ is: "computed", doc: "Its name." }),
          status: string({
            is: "computed",
            nullable: true,
            doc: "`CONNECTED`, `NOT_CONNECTED` or `NOT_AVAILABLE`; null when SCM does not say.",
          }),
        },
        { is: "computed", doc: "The connectors, by name." },
      ),
    },
  },
  {
    async read(request) {
      const found = [];
      for await (const { dnsConnectorId: id, name, status } of request.api.client.dnsConnectors.list(
        {},
        waitOf(request),
      ))
        found.push({ id, name, status });
      return { dns_connectors: found.sort((one, other) => (one.name < other.name ? -1 : 1)) };
    },
  },
);
