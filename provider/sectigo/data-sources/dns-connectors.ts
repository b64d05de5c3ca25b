import { listOf, set, string, text } from "../../framework/attribute.ts";
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
          providers: set(text, {
            is: "computed",
            doc: "Providers that it can write to, for `dns_provider`; read by a call for each connector.",
          }),
        },
        { is: "computed", doc: "The connectors, by name." },
      ),
    },
  },
  {
    async read(request) {
      const { dnsConnectors } = request.api.client;
      const wait = waitOf(request);
      const found = [];
      for await (const { dnsConnectorId: id, name, status } of dnsConnectors.list({}, wait))
        found.push({ id, name, status, providers: await dnsConnectors.providers(id, wait) });
      return { dns_connectors: found.sort((one, other) => (one.name < other.name ? -1 : 1)) };
    },
  },
);
