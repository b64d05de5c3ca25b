import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { realProfile, type ScmProfile } from "./profiles.ts";
import {
  answerList,
  countOrNull,
  date,
  flag,
  idNumber,
  idOrNull,
  integer,
  listOf,
  newId,
  orElse,
  orNull,
  serial,
  text,
} from "./wire.ts";

/** States of an SSL certificate record. Source: Admin Operations OpenAPI file 25.9.2, SSL details `status`. */
export const CERTIFICATE_STATUSES = [
  "Init",
  "Requested",
  "SAApproved",
  "Approved",
  "Applied",
  "Issued",
  "Declined",
  "Invalid",
  "Rejected",
  "Revoked",
  "Expired",
  "Replaced",
  "Unmanaged",
] as const;

export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** A row of the list: which records there are, and no more. */
export interface CertificateIdentity {
  readonly sslId: number;
  readonly commonName: string | null;
  /** Null until issued. Upper-case hex without colons. */
  readonly serialNumber: string | null;
  /** SCM may leave the common name out; empty for single-name certificates. */
  readonly subjectAlternativeNames: readonly string[];
}

export interface CustomFieldValue {
  readonly name: string;
  readonly value: string;
}

/** An SSL certificate record. Dates are ScmDates; null means "not reached", or that this build of SCM is silent. */
export interface CertificateDetails extends CertificateIdentity {
  /** Organization or department. */
  readonly organizationId: number | null;
  /** One of CERTIFICATE_STATUSES; text as SCM sent it when this client does not know it; `Unknown` when left out. */
  readonly status: CertificateStatus | (string & Record<never, never>);
  /** Missing on some discovered and imported records. */
  readonly scmProfile: ScmProfile | null;
  readonly termDays: number | null;
  readonly orderNumber: string | null;
  /** The CA's own id; opaque. */
  readonly backendCertId: string | null;
  readonly vendor: string | null;
  readonly validationType: string | null;
  readonly owner: string | null;
  readonly requester: string | null;
  readonly requestedVia: string | null;
  /** Mail addresses, in SCM's order. */
  readonly externalRequesters: readonly string[];
  readonly comments: string | null;
  readonly requested: ScmDate | null;
  readonly approved: ScmDate | null;
  readonly issued: ScmDate | null;
  readonly declined: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly replaced: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly renewedDate: ScmDate | null;
  /** Why it was revoked, RFC 5280 §5.3.1; null when it is not, or SCM does not say. */
  readonly reasonCode: number | null;
  /** Whether a renewal of this record exists. */
  readonly isRenewed: boolean;
  readonly signatureAlgorithm: string | null;
  /** As SCM spells it: `RSA - 2048`, `EC - P-256`; the algorithm alone before issue. */
  readonly keyType: string | null;
  readonly keyUsages: readonly string[];
  readonly extendedKeyUsages: readonly string[];
  readonly customFields: readonly CustomFieldValue[];
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly sha1Hash: string | null;
  readonly sha256Hash: string | null;
  /** Display names: `Not scheduled`, `Scheduled`, … */
  readonly autoRenewState: string | null;
  readonly autoRenewDaysBefore: number | null;
  readonly autoInstallState: string | null;
  readonly suspendsNotifications: boolean;
}

const identityMembers = {
  commonName: orNull(text),
  serialNumber: orNull(serial),
  subjectAlternativeNames: listOf(text),
};

/** GET /ssl/v1 */
export const certificateIdentityList = answerList(
  z.pipe(
    z.object({ sslId: idNumber, ...identityMembers }),
    z.transform((wire): CertificateIdentity => wire),
  ),
);

/** `SA Approved` and `SAApproved`, `issued` and `Issued`: builds differ, so blanks and case do not count. */
export function canonicalStatus(sent: string): string {
  const bare = sent.replace(/[\s_]/g, "").toLowerCase();
  return CERTIFICATE_STATUSES.find((status) => status.toLowerCase() === bare) ?? sent;
}

/** Name and value of the fields a record has. */
export const customFieldValues = listOf(
  z.pipe(
    z.object({ name: text, value: orElse(text, "") }),
    z.transform((wire): CustomFieldValue => wire),
  ),
);

/** Mail addresses come as one comma-separated string. */
export function splitAddresses(sent: string | null): readonly string[] {
  return (sent ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

const detailsWire = z.object({
  ...identityMembers,
  id: idOrNull,
  sslId: idOrNull,
  orgId: idOrNull,
  status: orElse(text, "Unknown"),
  certType: realProfile,
  term: countOrNull,
  orderNumber: orNull(text),
  backendCertId: orNull(text),
  vendor: orNull(text),
  validationType: orNull(text),
  owner: orNull(text),
  requester: orNull(text),
  requestedVia: orNull(text),
  externalRequester: orNull(text),
  comments: orNull(text),
  requested: orNull(date),
  approved: orNull(date),
  issued: orNull(date),
  declined: orNull(date),
  expires: orNull(date),
  replaced: orNull(date),
  revoked: orNull(date),
  renewedDate: orNull(date),
  // A number in the reference, text in the OpenAPI file.
  reasonCode: orNull(integer),
  renewed: orElse(flag, false),
  signatureAlg: orNull(text),
  keyType: orNull(text),
  keyUsages: listOf(text),
  extendedKeyUsages: listOf(text),
  customFields: customFieldValues,
  // Older builds have the issuer at the top.
  issuer: orNull(text),
  certificateDetails: orNull(
    z.object({
      issuer: orNull(text),
      subject: orNull(text),
      sha1Hash: orNull(text),
      sha256Hash: orNull(text),
    }),
  ),
  autoRenewDetails: orNull(z.object({ state: orNull(text), daysBeforeExpiration: orNull(integer) })),
  autoInstallDetails: orNull(z.object({ state: orNull(text) })),
  suspendNotifications: orElse(flag, false),
});

function toDetails(wire: z.output<typeof detailsWire>, context: z.core.ParsePayload): CertificateDetails {
  const sslId = wire.sslId ?? wire.id;
  if (sslId === null) {
    context.issues.push({
      code: "custom",
      message: "an sslId or id expected",
      input: undefined,
      path: ["sslId"],
    });
    return z.NEVER;
  }
  return {
    sslId,
    commonName: wire.commonName,
    serialNumber: wire.serialNumber,
    subjectAlternativeNames: wire.subjectAlternativeNames,
    organizationId: wire.orgId,
    status: canonicalStatus(wire.status),
    scmProfile: wire.certType,
    termDays: wire.term,
    orderNumber: wire.orderNumber === "0" ? null : wire.orderNumber,
    backendCertId: wire.backendCertId,
    vendor: wire.vendor,
    validationType: wire.validationType,
    owner: wire.owner,
    requester: wire.requester,
    requestedVia: wire.requestedVia,
    externalRequesters: splitAddresses(wire.externalRequester),
    comments: wire.comments,
    requested: wire.requested,
    approved: wire.approved,
    issued: wire.issued,
    declined: wire.declined,
    expires: wire.expires,
    replaced: wire.replaced,
    revoked: wire.revoked,
    renewedDate: wire.renewedDate,
    reasonCode: wire.reasonCode,
    isRenewed: wire.renewed,
    signatureAlgorithm: wire.signatureAlg,
    keyType: wire.keyType,
    keyUsages: wire.keyUsages,
    extendedKeyUsages: wire.extendedKeyUsages,
    customFields: wire.customFields,
    issuer: wire.certificateDetails?.issuer ?? wire.issuer,
    subject: wire.certificateDetails?.subject ?? null,
    sha1Hash: wire.certificateDetails?.sha1Hash ?? null,
    sha256Hash: wire.certificateDetails?.sha256Hash ?? null,
    autoRenewState: wire.autoRenewDetails?.state ?? null,
    autoRenewDaysBefore: wire.autoRenewDetails?.daysBeforeExpiration ?? null,
    autoInstallState: wire.autoInstallDetails?.state ?? null,
    suspendsNotifications: wire.suspendNotifications,
  };
}

/** GET /ssl/v1/{sslId}, and the answer of PUT /ssl/v1 */
export const certificateDetails = z.pipe(detailsWire, z.transform(toDetails));

/** What an accepted order answers. */
export interface Enrollment {
  readonly sslId: number;
  /** No other call ever returns it; null when SCM left it out. */
  readonly renewId: string | null;
}

/** POST /ssl/v1/enroll */
export const enrollment = z.pipe(
  z.object({ sslId: newId, renewId: orNull(text) }),
  z.transform((wire): Enrollment => wire),
);

/** POST /ssl/v1/renewById: the id of the new record. */
export const renewal = z.pipe(
  z.object({ sslId: orNull(idNumber) }),
  z.transform((wire) => ({ sslId: wire.sslId })),
);
