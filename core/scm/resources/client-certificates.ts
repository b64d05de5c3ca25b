import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { jsonDecoder, noContent } from "../answer.ts";
import type { CallSpec } from "../call-spec.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type CertificateLocation,
  certificateLocation,
  certificateLocations,
} from "../schemas/certificate-actions.ts";
import type { CustomFieldValue } from "../schemas/certificates.ts";
import {
  type ClientCertificateDetails,
  type ClientCertificateIdentity,
  clientCertificateDetails,
  clientCertificateList,
  clientEnrollment,
} from "../schemas/client-certificates.ts";
import type { Revocation } from "./certificate-decisions.ts";
import { type CollectFormat, type CollectOutcome, collectSpec } from "./collect-spec.ts";
import { countCall, type PageChoice, pagedCall } from "./paged-call.ts";
import { type CustomFields, customFields, type Profiles, profiles } from "./settings.ts";

export interface ClientCertificateFilter {
  readonly email?: string | undefined;
  readonly personId?: number | undefined;
  /** Lower case: issued, revoked, expired, … */
  readonly status?: string | undefined;
  readonly scmProfileId?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly backendCertId?: string | undefined;
}

/** The person is made when SCM does not know the address. */
export interface ClientEnrollOrder {
  readonly organizationId: number;
  readonly scmProfileId: number;
  readonly csrPem: string;
  readonly termDays: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly middleName?: string | undefined;
  readonly secondaryEmails?: readonly string[] | undefined;
  readonly comments?: string | undefined;
  readonly customFields?: readonly CustomFieldValue[] | undefined;
}

/** SCM answers orders for client certificates with the CA's id only, and takes the same to collect and revoke. */
export interface ClientOrderAnswer {
  readonly backendCertId: string | null;
}

/** Client (S/MIME) certificates. */
export interface ClientCertificates {
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  /** De-duplicated by id. */
  list(
    filter?: ClientCertificateFilter & PageChoice,
    options?: WaitOptions,
  ): Paged<ClientCertificateIdentity>;
  count(filter?: ClientCertificateFilter, options?: WaitOptions): Promise<number>;
  /** The classic host's call; the Admin host has a filter of `list` for it. */
  byPersonEmail(email: string, options?: WaitOptions): Promise<readonly ClientCertificateIdentity[]>;
  get(clientCertId: number, options?: WaitOptions): Promise<ClientCertificateDetails>;
  collect(backendCertId: string, format: CollectFormat, options?: WaitOptions): Promise<CollectOutcome>;
  /** Never repeated once a byte may have left. */
  enroll(order: ClientEnrollOrder, options?: WaitOptions): Promise<ClientOrderAnswer>;
  renew(reference: ClientReference, options?: WaitOptions): Promise<ClientOrderAnswer>;
  /** Deprecated by SCM in favour of a new enrollment. */
  replace(
    backendCertId: string,
    order: { readonly csrPem: string; readonly reason: string },
    options?: WaitOptions,
  ): Promise<void>;
  revoke(
    reference: ClientReference | { readonly email: string },
    revocation: Revocation,
    options?: WaitOptions,
  ): Promise<void>;
  locations(clientCertId: number, options?: WaitOptions): Promise<readonly CertificateLocation[]>;
  location(clientCertId: number, locationId: number, options?: WaitOptions): Promise<CertificateLocation>;
}

export type ClientReference = { readonly backendCertId: string } | { readonly serialNumber: string };

const decodeList = jsonDecoder(clientCertificateList);
const decodeDetails = jsonDecoder(clientCertificateDetails);
const decodeOrder = jsonDecoder(clientEnrollment);
const decodeLocations = jsonDecoder(certificateLocations);
const decodeLocation = jsonDecoder(certificateLocation);

function query({ status, scmProfileId, ...same }: ClientCertificateFilter) {
  return { ...same, state: status, certTypeId: scmProfileId };
}

function enrollBody({ organizationId, scmProfileId, csrPem, termDays, ...same }: ClientEnrollOrder) {
  return { ...same, orgId: organizationId, certType: scmProfileId, csr: csrPem.trim(), term: termDays };
}

/** Where a revocation goes: by the CA's id, by serial number, or all of a mail address. */
function revokeSpec(
  reference: ClientReference | { readonly email: string },
  { reasonCode, reason }: Revocation,
) {
  const body = { reasonCode, reason };
  if ("email" in reference) {
    const what = `revoke all client certificates of ${quoted(reference.email)}`;
    return { call: "POST smime/revoke", what, body: { ...body, email: reference.email } } as const;
  }
  if ("serialNumber" in reference) {
    const what = `revoke the client certificate with serial number ${quoted(reference.serialNumber)}`;
    const params = { serial: reference.serialNumber };
    return { call: "POST smime/revoke/serial/{serial}", what, params, body } as const;
  }
  const what = `revoke client certificate ${quoted(reference.backendCertId)}`;
  return { call: "POST smime/revoke/order/{backendCertId}", what, params: { ...reference }, body } as const;
}

function renewSpec(reference: ClientReference): Omit<CallSpec<ClientOrderAnswer>, "decode"> {
  if ("serialNumber" in reference) {
    const what = `renew the client certificate with serial number ${quoted(reference.serialNumber)}`;
    return {
      call: "POST smime/renew/serial/{serial}",
      what,
      params: { serial: reference.serialNumber },
      body: {},
    };
  }
  const what = `renew client certificate ${quoted(reference.backendCertId)}`;
  return { call: "POST smime/renew/order/{backendCertId}", what, params: { ...reference }, body: {} };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Client certificates". */
export function clientCertificates(caller: Caller): ClientCertificates {
  const list: ClientCertificates["list"] = ({ size, position, ...filter } = {}, options) =>
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
    );
  return {
    profiles: profiles(caller, "GET smime/types"),
    customFields: customFields(caller, "GET smime/customFields"),
    list,
    count: (filter = {}, options) =>
      countCall(
        caller,
        { call: "HEAD smime", what: "count client certificates", query: query(filter) },
        () => list(filter, options),
        options,
      ),
    byPersonEmail: (email, options) =>
      caller.run(
        {
          call: "GET smime/byPersonEmail/{email}",
          what: `list client certificates of ${quoted(email)}`,
          params: { email },
          decode: decodeList,
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
    collect: (backendCertId, format, options) =>
      caller.run(
        collectSpec({
          call: "GET smime/collect/{backendCertId}",
          what: `collect client certificate ${quoted(backendCertId)}`,
          params: { backendCertId },
          query: { format },
        }),
        options,
      ),
    enroll: (order, options) => {
      const what = `enroll a client certificate for ${quoted(order.email)}`;
      return caller.run(
        { call: "POST smime/enroll", what, body: enrollBody(order), decode: decodeOrder },
        options,
      );
    },
    renew: (reference, options) => caller.run({ ...renewSpec(reference), decode: decodeOrder }, options),
    async replace(backendCertId, { csrPem, reason }, options) {
      const what = `replace client certificate ${quoted(backendCertId)}`;
      const spec = {
        call: "POST smime/replace/order/{backendCertId}",
        what,
        params: { backendCertId },
      } as const;
      await caller.run({ ...spec, body: { csr: csrPem.trim(), reason }, decode: noContent }, options);
    },
    async revoke(reference, revocation, options) {
      await caller.run<null>(
        {
          ...revokeSpec(reference, revocation),
          decode: noContent,
          recover: ({ vendorCode }) => (vendorCode === -159 ? null : undefined),
        },
        options,
      );
    },
    locations: (clientCertId, options) =>
      caller.run(
        {
          call: "GET smime/{id}/location",
          what: `list the locations of client certificate ${clientCertId}`,
          params: { clientCertId },
          decode: decodeLocations,
        },
        options,
      ),
    location: (clientCertId, locationId, options) =>
      caller.run(
        {
          call: "GET smime/{id}/location/{locationId}",
          what: `read location ${locationId} of client certificate ${clientCertId}`,
          params: { clientCertId, locationId },
          decode: decodeLocation,
        },
        options,
      ),
  };
}
