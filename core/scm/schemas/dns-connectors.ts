import * as z from "zod/mini";
import { answerList, orElse, orNull, ownList, text } from "./wire.ts";

/** A program of Sectigo's that writes DNS records. */
export interface DnsConnector {
  /** Not a number. */
  readonly dnsConnectorId: string;
  readonly name: string;
  /** CONNECTED, NOT_CONNECTED, … */
  readonly status: string | null;
  readonly version: string | null;
  readonly hostname: string | null;
}

const dnsConnector = z.pipe(
  z.object({
    id: text,
    name: orElse(text, ""),
    status: orNull(text),
    version: orNull(text),
    hostname: orNull(text),
  }),
  z.transform(({ id, ...same }): DnsConnector => ({ dnsConnectorId: id, ...same })),
);

export const dnsConnectorList = ownList("DNS connectors", dnsConnector);

/** Names such as ROUTE_53. */
export const names = answerList(text);
