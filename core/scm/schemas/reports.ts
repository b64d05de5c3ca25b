import * as z from "zod/mini";
import { type CustomFieldValue, canonicalStatus, customFieldValues, splitAddresses } from "./certificates.ts";
import type { ScmDate } from "./dates.ts";
import { sanList } from "./san-list.ts";
import { countOrNull, date, idNumber, idOrNull, listOf, orElse, orNull, serial, text } from "./wire.ts";

/** All reports come in one envelope. A missing list is an empty one; a status code other than 0 has not been seen. */
function report<T>(row: z.ZodMiniType<T, unknown>) {
  return z.pipe(
    z.object({ reports: listOf(row) }),
    z.transform((wire): readonly T[] => wire.reports),
  );
}

/** A row of the SSL report. Its dates have times, unlike those of the details. */
export interface SslReportRow {
  readonly sslId: number;
  readonly organizationId: number | null;
  readonly organizationName: string | null;
  readonly commonName: string | null;
  readonly subjectAlternativeNames: readonly string[];
  /** As in the details; reports know further display texts. */
  readonly status: string;
  readonly orderNumber: string | null;
  readonly backendCertId: string | null;
  readonly scmProfileId: number | null;
  readonly scmProfileName: string | null;
  readonly termDays: number | null;
  readonly issuer: string | null;
  readonly requester: string | null;
  readonly approver: string | null;
  readonly externalRequesters: readonly string[];
  readonly comments: string | null;
  readonly requested: ScmDate | null;
  readonly approved: ScmDate | null;
  readonly declined: ScmDate | null;
  /** Not in the reference; some hosts send it. */
  readonly issued: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly replaced: ScmDate | null;
  /** Reports strip leading zeros unless asked not to, which this client does. */
  readonly serialNumber: string | null;
  readonly requestedVia: string | null;
  readonly keyType: string | null;
  readonly sha1Hash: string | null;
  readonly customFields: readonly CustomFieldValue[];
}

export const sslReportRow = z.pipe(
  z.object({
    id: idNumber,
    orgId: idOrNull,
    organizationName: orNull(text),
    commonName: orNull(text),
    subjAltNames: orNull(text),
    status: orElse(text, "Unknown"),
    orderNumber: orNull(text),
    backendCertId: orNull(text),
    typeId: idOrNull,
    type: orNull(text),
    term: countOrNull,
    issuer: orNull(text),
    requester: orNull(text),
    approver: orNull(text),
    externalRequester: orNull(text),
    comments: orNull(text),
    requested: orNull(date),
    approved: orNull(date),
    declined: orNull(date),
    issued: orNull(date),
    expires: orNull(date),
    revoked: orNull(date),
    replaced: orNull(date),
    serialNumber: orNull(serial),
    requestedVia: orNull(text),
    publicKeyType: orNull(text),
    sha1: orNull(text),
    customFields: customFieldValues,
  }),
  z.transform(
    ({
      id,
      orgId,
      typeId,
      type,
      term,
      subjAltNames,
      externalRequester,
      publicKeyType,
      sha1,
      ...same
    }): SslReportRow => ({
      ...same,
      sslId: id,
      organizationId: orgId,
      subjectAlternativeNames: sanList(subjAltNames),
      status: canonicalStatus(same.status),
      scmProfileId: typeId,
      scmProfileName: type,
      termDays: term,
      externalRequesters: splitAddresses(externalRequester),
      keyType: publicKeyType,
      sha1Hash: sha1,
    }),
  ),
);

export const sslReport = report(sslReportRow);

/** A row of the client report: no serial number, status, issuer or SANs. */
export interface ClientReportRow {
  readonly clientCertId: number;
  readonly personName: string | null;
  readonly email: string | null;
  readonly organizationId: number | null;
  readonly organizationName: string | null;
  readonly subject: string | null;
  readonly backendCertId: string | null;
  readonly enrolled: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly enrolledVia: string | null;
}

const organization = orNull(z.object({ id: idOrNull, name: orNull(text) }));

export const clientReportRow = z.pipe(
  z.object({
    id: idNumber,
    person: orNull(z.object({ name: orNull(text), email: orNull(text) })),
    organization,
    subject: orNull(text),
    email: orNull(text),
    backendCertId: orNull(text),
    enrolled: orNull(date),
    expire: orNull(date),
    revoked: orNull(date),
    enrollType: orNull(text),
  }),
  z.transform(
    (wire): ClientReportRow => ({
      clientCertId: wire.id,
      personName: wire.person?.name ?? null,
      email: wire.email ?? wire.person?.email ?? null,
      organizationId: wire.organization?.id ?? null,
      organizationName: wire.organization?.name ?? null,
      subject: wire.subject,
      backendCertId: wire.backendCertId,
      enrolled: wire.enrolled,
      expires: wire.expire,
      revoked: wire.revoked,
      enrolledVia: wire.enrollType,
    }),
  ),
);

/** A row of the device report. */
export interface DeviceReportRow {
  readonly deviceCertId: number;
  readonly commonName: string | null;
  readonly organizationId: number | null;
  readonly organizationName: string | null;
  readonly status: string | null;
  readonly subject: string | null;
  readonly email: string | null;
  readonly backendCertId: string | null;
  readonly serialNumber: string | null;
  readonly scmProfileName: string | null;
  readonly requested: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly enrolledVia: string | null;
  readonly keyType: string | null;
}

export const deviceReportRow = z.pipe(
  z.object({
    id: idNumber,
    commonName: orNull(text),
    organization,
    deviceCertStatus: orNull(text),
    subject: orNull(text),
    email: orNull(text),
    backendCertId: orNull(text),
    serialNumber: orNull(serial),
    certTypeName: orNull(text),
    requested: orNull(date),
    expire: orNull(date),
    revoked: orNull(date),
    enrollType: orNull(text),
    keyType: orNull(text),
  }),
  z.transform(
    ({
      id,
      organization: unit,
      deviceCertStatus,
      certTypeName,
      expire,
      enrollType,
      ...same
    }): DeviceReportRow => ({
      ...same,
      deviceCertId: id,
      organizationId: unit?.id ?? null,
      organizationName: unit?.name ?? null,
      status: deviceCertStatus,
      scmProfileName: certTypeName,
      expires: expire,
      enrolledVia: enrollType,
    }),
  ),
);
