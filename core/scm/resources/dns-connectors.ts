import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import { type DnsConnector, dnsConnectorList, names } from "../schemas/dns-connectors.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

/** Programs of Sectigo's that write DNS records. */
export interface DnsConnectors {
  list(filter?: PageChoice, options?: WaitOptions): Paged<DnsConnector>;
  /** Providers that it can write to, such as `cloudflare`. */
  providers(dnsConnectorId: string, options?: WaitOptions): Promise<readonly string[]>;
}

const decodeNames = jsonDecoder(names);
const decodeConnectors = jsonDecoder(dnsConnectorList);

/** Source: Admin Operations OpenAPI file 25.9.2, "DNS connectors". */
export function dnsConnectors(caller: Caller): DnsConnectors {
  return {
    list: (page = {}, options) =>
      pagedCall<DnsConnector>(
        caller,
        {
          call: "GET connector/dns",
          what: "list DNS connectors",
          page,
          decode: decodeConnectors,
          identify: (row) => row.dnsConnectorId,
        },
        options,
      ),
    providers: (dnsConnectorId, options) =>
      caller.run(
        {
          call: "GET connector/dns/{id}/provider",
          what: `list the providers of DNS connector ${quoted(dnsConnectorId)}`,
          params: { connectorId: dnsConnectorId },
          decode: decodeNames,
        },
        options,
      ),
  };
}
