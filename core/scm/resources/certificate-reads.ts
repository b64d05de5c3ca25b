import type { WaitOptions } from "../../base/deadline.ts";
import { ContractError } from "../../base/errors.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type CertificateDetails,
  type CertificateIdentity,
  type CertificateStatus,
  certificateDetails,
  certificateIdentityList,
} from "../schemas/certificates.ts";
import { type CollectFormat, type CollectOutcome, collectSpec } from "./collect-spec.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

/** What the list can be narrowed by. SCM has no filter by date; whether text matches whole or in part is not documented. */
export interface CertificateFilter {
  readonly commonName?: string | undefined;
  readonly subjectAlternativeName?: string | undefined;
  readonly status?: CertificateStatus | undefined;
  readonly scmProfileId?: number | undefined;
  /** Organization or department. */
  readonly organizationId?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly requester?: string | undefined;
  readonly externalRequester?: string | undefined;
  readonly requestedVia?: string | undefined;
  readonly issuer?: string | undefined;
  readonly vendor?: string | undefined;
  readonly sha1Hash?: string | undefined;
  readonly sha256Hash?: string | undefined;
}

/** Filter and page in one. */
interface CertificateListOptions extends CertificateFilter, PageChoice {}

export interface CertificateReads {
  /** Awaitable first page, async-iterable rows de-duplicated by `sslId`. */
  list(filter?: CertificateListOptions, options?: WaitOptions): Paged<CertificateIdentity>;
  /** @throws NotFoundError also when the record is not visible to this administrator */
  get(sslId: number, options?: WaitOptions): Promise<CertificateDetails>;
  /** "Not yet" is an outcome, not an error. @throws StateError `state.revoked`, NotFoundError */
  collect(sslId: number, format: CollectFormat, options?: WaitOptions): Promise<CollectOutcome>;
}

const decodeDetails = jsonDecoder(certificateDetails);
const decodeIdentities = jsonDecoder(certificateIdentityList);

function query({ scmProfileId, organizationId, ...sameNames }: CertificateFilter) {
  return { ...sameNames, sslTypeId: scmProfileId, orgId: organizationId };
}

function listOf(caller: Caller, choice: CertificateListOptions, options?: WaitOptions) {
  const { size, position, ...filter } = choice;
  return pagedCall<CertificateIdentity>(
    caller,
    {
      call: "GET ssl",
      what: "list certificates",
      query: query(filter),
      page: { size, position },
      decode: decodeIdentities,
      identify: (row) => row.sslId,
    },
    options,
  );
}

/** What has an id alone, as the answer to an order has, would pass for a record whose names and comments were removed. */
function isEmpty({ status, commonName, organizationId, requested }: CertificateDetails): boolean {
  return status === "Unknown" && commonName === null && organizationId === null && requested === null;
}

/** Reading SSL certificates. Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificateReads(caller: Caller): CertificateReads {
  return {
    list: (filter = {}, options) => listOf(caller, filter, options),
    get: async (sslId, options) => {
      const what = `read certificate ${sslId}`;
      const details = await caller.run(
        { call: "GET ssl/{sslId}", what, params: { sslId }, decode: decodeDetails },
        options,
      );
      if (isEmpty(details)) {
        throw new ContractError(`${what}: the answer has an id, and nothing else of a certificate's record`, {
          code: "contract.no_record",
          hint: "It may be the answer to another call. Try again; if it stays so, tell the operator of what stands between here and SCM.",
        });
      }
      if (details.sslId === sslId) return details;
      // Whatever stands in it would be taken for what was asked about, and acted on.
      throw new ContractError(`${what}: SCM answered with record ${details.sslId}`, {
        code: "contract.other_record",
        hint: "Try again; if it stays so, give Sectigo's support both ids.",
      });
    },
    collect: (sslId, format, options) =>
      caller.run(
        collectSpec({
          call: "GET ssl/collect/{sslId}",
          what: `collect certificate ${sslId}`,
          params: { sslId, format },
        }),
        options,
      ),
  };
}
