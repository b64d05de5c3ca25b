import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type ClientCertificateDetails,
  type ClientCertificateIdentity,
  clientCertificateDetails,
  clientCertificateList,
} from "../schemas/client-certificates.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface ClientCertificateFilter {
  readonly email?: string | undefined;
  readonly personId?: number | undefined;
  /** Lower case: issued, revoked, expired, … */
  readonly status?: string | undefined;
  readonly scmProfileId?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly backendCertId?: string | undefined;
}

/** Client (S/MIME) certificates. */
export interface ClientCertificates {
  /** De-duplicated by id. */
  list(
    filter?: ClientCertificateFilter & PageChoice,
    options?: WaitOptions,
  ): Paged<ClientCertificateIdentity>;
  get(clientCertId: number, options?: WaitOptions): Promise<ClientCertificateDetails>;
}

const decodeList = jsonDecoder(clientCertificateList);
const decodeDetails = jsonDecoder(clientCertificateDetails);

function query({ status, scmProfileId, ...same }: ClientCertificateFilter) {
  return { ...same, state: status, certTypeId: scmProfileId };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Client certificates". */
export function clientCertificates(caller: Caller): ClientCertificates {
  return {
    list: ({ size, position, ...filter } = {}, options) =>
      pagedCall<ClientCertificateIdentity>(
        caller,
        {
          call: "GET smime",
          what: "list client certificates",
          query: query(filter),
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.clientCertId,
        },
        options,
      ),
    get: (clientCertId, options) =>
      caller.run(
        {
          call: "GET smime/{id}",
          what: `read client certificate ${clientCertId}`,
          params: { clientCertId },
          decode: decodeDetails,
        },
        options,
      ),
  };
}
