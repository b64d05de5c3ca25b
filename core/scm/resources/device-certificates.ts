import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { CallName } from "../calls.ts";
import type { Paged } from "../pages.ts";
import {
  type CertificateLocation,
  certificateLocations,
  type ImportResult,
  importResults,
} from "../schemas/certificate-actions.ts";
import type { CustomFieldValue } from "../schemas/certificates.ts";
import {
  type DeviceCertificateDetails,
  type DeviceCertificateIdentity,
  type DeviceEnrollment,
  deviceCertificateDetails,
  deviceCertificateList,
  deviceEnrollment,
} from "../schemas/client-certificates.ts";
import type { Revocation } from "./certificate-decisions.ts";
import { type ImportItem, importItem } from "./certificate-extras.ts";
import { type CollectFormat, type CollectOutcome, collectSpec } from "./collect-spec.ts";
import { countCall, type PageChoice, pagedCall } from "./paged-call.ts";
import { type CustomFields, customFields, type Profiles, profiles } from "./settings.ts";

export interface DeviceCertificateFilter {
  readonly commonName?: string | undefined;
  readonly email?: string | undefined;
  /** Any case; SCM's list wants upper case, which this client sends. */
  readonly status?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly scmProfileId?: number | undefined;
  readonly serialNumber?: string | undefined;
}

export interface DeviceEnrollOrder {
  readonly organizationId: number;
  readonly scmProfileId: number;
  readonly csrPem: string;
  readonly termDays?: number | undefined;
  readonly comments?: string | undefined;
  readonly customFields?: readonly CustomFieldValue[] | undefined;
  /** Parts of the subject by RDN name: commonName, countryName, … */
  readonly subject?: Readonly<Record<string, string>> | undefined;
}

export type DeviceReference = { readonly deviceCertId: number } | { readonly serialNumber: string };

/** Device certificates. */
export interface DeviceCertificates {
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  /** De-duplicated by id. */
  list(
    filter?: DeviceCertificateFilter & PageChoice,
    options?: WaitOptions,
  ): Paged<DeviceCertificateIdentity>;
  count(filter?: DeviceCertificateFilter, options?: WaitOptions): Promise<number>;
  get(deviceCertId: number, options?: WaitOptions): Promise<DeviceCertificateDetails>;
  collect(deviceCertId: number, format: CollectFormat, options?: WaitOptions): Promise<CollectOutcome>;
  /** Enroll, renew and replace are never repeated once a byte may have left. */
  enroll(order: DeviceEnrollOrder, options?: WaitOptions): Promise<DeviceEnrollment>;
  /** A new record with a new id. */
  renew(reference: DeviceReference, options?: WaitOptions): Promise<DeviceEnrollment>;
  replace(
    deviceCertId: number,
    order: { readonly csrPem: string; readonly reason: string; readonly revokesOld: boolean },
    options?: WaitOptions,
  ): Promise<void>;
  revoke(reference: DeviceReference, revocation: Revocation, options?: WaitOptions): Promise<void>;
  approve(deviceCertId: number, message: string, options?: WaitOptions): Promise<void>;
  decline(deviceCertId: number, message: string, options?: WaitOptions): Promise<void>;
  import(items: readonly ImportItem[], options?: WaitOptions): Promise<readonly ImportResult[]>;
  locations(deviceCertId: number, options?: WaitOptions): Promise<readonly CertificateLocation[]>;
}

const decodeList = jsonDecoder(deviceCertificateList);
const decodeDetails = jsonDecoder(deviceCertificateDetails);
const decodeEnrollment = jsonDecoder(deviceEnrollment);
const decodeLocations = jsonDecoder(certificateLocations);
const decodeResults = jsonDecoder(importResults);

function query({ status, organizationId, scmProfileId, ...same }: DeviceCertificateFilter) {
  return { ...same, status: status?.toUpperCase(), orgId: organizationId, certTypeId: scmProfileId };
}

function enrollBody({ organizationId, scmProfileId, csrPem, termDays, subject, ...same }: DeviceEnrollOrder) {
  const optionalFields = subject && Object.entries(subject).map(([name, value]) => ({ name, value }));
  return {
    ...same,
    orgId: organizationId,
    certType: scmProfileId,
    csr: csrPem.trim(),
    term: termDays,
    optionalFields,
  };
}

/** Names a certificate in words, and in the parameters of either form of a call. */
function referred(reference: DeviceReference) {
  return "serialNumber" in reference
    ? {
        name: `with serial number ${quoted(reference.serialNumber)}`,
        params: { serial: reference.serialNumber },
      }
    : { name: `${reference.deviceCertId}`, params: { deviceCertId: reference.deviceCertId } };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Device certificates". */
export function deviceCertificates(caller: Caller): DeviceCertificates {
  const act = async (
    spec: { call: CallName; what: string; params: Readonly<Record<string, string | number>>; body: object },
    options?: WaitOptions,
  ): Promise<void> => {
    await caller.run<null>(
      { ...spec, decode: noContent, recover: ({ vendorCode }) => (vendorCode === -159 ? null : undefined) },
      options,
    );
  };
  const list: DeviceCertificates["list"] = ({ size, position, ...filter } = {}, options) =>
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
    );
  return {
    profiles: profiles(caller, "GET device/types"),
    customFields: customFields(caller, "GET device/customFields"),
    list,
    count: (filter = {}, options) =>
      countCall(
        caller,
        { call: "HEAD device", what: "count device certificates", query: query(filter) },
        () => list(filter, options),
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
    collect: (deviceCertId, format, options) =>
      caller.run(
        collectSpec({
          call: "GET device/collect/{id}",
          what: `collect device certificate ${deviceCertId}`,
          params: { deviceCertId },
          query: { format },
        }),
        options,
      ),
    enroll: (order, options) =>
      caller.run(
        {
          call: "POST device/enroll",
          what: `enroll a device certificate in organization ${order.organizationId}`,
          body: enrollBody(order),
          decode: decodeEnrollment,
        },
        options,
      ),
    renew: (reference, options) => {
      const { name, params } = referred(reference);
      const call =
        "serialNumber" in reference ? "POST device/renew/serial/{serial}" : "POST device/renew/order/{id}";
      const what = `renew device certificate ${name}`;
      return caller.run({ call, what, params, body: {}, decode: decodeEnrollment }, options);
    },
    replace: (deviceCertId, { csrPem, reason, revokesOld }, options) =>
      act(
        {
          call: "POST device/replace/order/{id}",
          what: `replace device certificate ${deviceCertId}`,
          params: { deviceCertId },
          body: { csr: csrPem.trim(), reason, revoke: revokesOld },
        },
        options,
      ),
    revoke: (reference, { reasonCode, reason }, options) => {
      const { name, params } = referred(reference);
      const call =
        "serialNumber" in reference ? "POST device/revoke/serial/{serial}" : "POST device/revoke/order/{id}";
      return act(
        { call, what: `revoke device certificate ${name}`, params, body: { reasonCode, reason } },
        options,
      );
    },
    approve: (deviceCertId, message, options) =>
      act(
        {
          call: "POST device/approve/{id}",
          what: `approve device certificate ${deviceCertId}`,
          params: { deviceCertId },
          body: { message },
        },
        options,
      ),
    decline: (deviceCertId, message, options) =>
      act(
        {
          call: "POST device/decline/{id}",
          what: `decline device certificate ${deviceCertId}`,
          params: { deviceCertId },
          body: { message },
        },
        options,
      ),
    import: (items, options) =>
      caller.run(
        {
          call: "POST device/import",
          what: `import ${items.length} device certificates`,
          body: items.map(importItem),
          decode: decodeResults,
        },
        options,
      ),
    locations: (deviceCertId, options) =>
      caller.run(
        {
          call: "GET device/{id}/location",
          what: `list the locations of device certificate ${deviceCertId}`,
          params: { deviceCertId },
          decode: decodeLocations,
        },
        options,
      ),
  };
}
