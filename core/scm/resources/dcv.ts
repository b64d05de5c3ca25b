import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type DcvChallenge,
  type DcvRow,
  type DcvStatus,
  dcvChallenge,
  dcvList,
  dcvStatus,
} from "../schemas/domains.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

export type DcvMethod = "http" | "https" | "cname" | "txt" | "email";

interface DcvFilter {
  readonly domain?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly departmentId?: number | undefined;
  readonly status?: string | undefined;
  readonly orderStatus?: string | undefined;
  readonly expiresInDays?: number | undefined;
}

/** Domain control validation before any order. Each call takes the privilege `allowDCV`. */
export interface DomainValidations {
  /** De-duplicated by domain. */
  list(filter?: DcvFilter & PageChoice, options?: WaitOptions): Paged<DcvRow>;
  status(domain: string, options?: WaitOptions): Promise<DcvStatus>;
  /** Makes new tokens; what was published for an earlier start is void. */
  start(method: DcvMethod, domain: string, options?: WaitOptions): Promise<DcvChallenge>;
  /** Tells SCM that the challenge is published. */
  submit(
    method: DcvMethod,
    challenge: {
      readonly domain: string;
      readonly email?: string | undefined;
      readonly dnsConnectorId?: string | undefined;
      readonly dnsProvider?: string | undefined;
    },
    options?: WaitOptions,
  ): Promise<DcvStatus>;
}

const decodeList = jsonDecoder(dcvList);
const decodeStatus = jsonDecoder(dcvStatus);
const decodeChallenge = jsonDecoder(dcvChallenge);

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Domain control validation". */
export function domainValidations(caller: Caller): DomainValidations {
  return {
    list: ({ size, position, ...filter } = {}, options) =>
      pagedCall<DcvRow>(
        caller,
        {
          call: "GET dcv",
          what: "list domain validations",
          query: {
            domain: filter.domain,
            org: filter.organizationId,
            department: filter.departmentId,
            dcvStatus: filter.status,
            orderStatus: filter.orderStatus,
            expiresIn: filter.expiresInDays,
          },
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.domain,
        },
        options,
      ),
    status: (domain, options) =>
      caller.run(
        {
          call: "POST dcv/status",
          what: `read the validation of domain ${quoted(domain)}`,
          body: { domain },
          decode: decodeStatus,
        },
        options,
      ),
    start: (method, domain, options) =>
      caller.run(
        {
          call: "POST dcv/start/{method}",
          what: `start the validation of domain ${quoted(domain)}`,
          params: { method },
          body: { domain },
          decode: decodeChallenge,
        },
        options,
      ),
    submit: (method, { domain, email, dnsConnectorId, dnsProvider }, options) =>
      caller.run(
        {
          call: "POST dcv/submit/{method}",
          what: `submit the validation of domain ${quoted(domain)}`,
          params: { method },
          body: { domain, email, dnsAgentUUID: dnsConnectorId, dnsProviderName: dnsProvider },
          decode: decodeStatus,
        },
        options,
      ),
  };
}
