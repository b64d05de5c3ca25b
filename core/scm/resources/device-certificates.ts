import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type DeviceCertificateDetails,
  type DeviceCertificateIdentity,
  deviceCertificateDetails,
  deviceCertificateList,
} from "../schemas/client-certificates.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface DeviceCertificateFilter {
  readonly commonName?: string | undefined;
  readonly email?: string | undefined;
  /** Any case; SCM's list wants upper case, which this client sends. */
  readonly status?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly scmProfileId?: number | undefined;
  readonly serialNumber?: string | undefined;
}

/** Device certificates. */
export interface DeviceCertificates {
  /** De-duplicated by id. */
  list(
    filter?: DeviceCertificateFilter & PageChoice,
    options?: WaitOptions,
  ): Paged<DeviceCertificateIdentity>;
  get(deviceCertId: number, options?: WaitOptions): Promise<DeviceCertificateDetails>;
}

const decodeList = jsonDecoder(deviceCertificateList);
const decodeDetails = jsonDecoder(deviceCertificateDetails);

function query({ status, organizationId, scmProfileId, ...same }: DeviceCertificateFilter) {
  return { ...same, status: status?.toUpperCase(), orgId: organizationId, certTypeId: scmProfileId };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Device certificates". */
export function deviceCertificates(caller: Caller): DeviceCertificates {
  return {
    list: ({ size, position, ...filter } = {}, options) =>
      pagedCall<DeviceCertificateIdentity>(
        caller,
        {
          call: "GET device",
          what: "list device certificates",
          query: query(filter),
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.deviceCertId,
        },
        options,
      ),
    get: (deviceCertId, options) =>
      caller.run(
        {
          call: "GET device/{id}",
          what: `read device certificate ${deviceCertId}`,
          params: { deviceCertId },
          decode: decodeDetails,
        },
        options,
      ),
  };
}
