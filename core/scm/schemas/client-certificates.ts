import * as z from "zod/mini";
import { type CustomFieldValue, customFieldValues } from "./certificates.ts";
import type { ScmDate } from "./dates.ts";
import { realProfile, type ScmProfile } from "./profiles.ts";
import {
  countOrNull,
  date,
  idNumber,
  idOrNull,
  integer,
  listOf,
  orElse,
  orNull,
  ownList,
  serial,
  text,
} from "./wire.ts";

/** Members that client and device certificates share in lists and details. */
const shared = {
  backendCertId: orNull(text),
  serialNumber: orNull(serial),
  certificateDetails: orNull(
    z.object({ issuer: orNull(text), subject: orNull(text), sha1Hash: orNull(text) }),
  ),
};

const sharedDetails = {
  ...shared,
  id: idNumber,
  commonName: orNull(text),
  orgId: idOrNull,
  status: orElse(text, "unknown"),
  certType: realProfile,
  term: countOrNull,
  requester: orNull(text),
  requestedVia: orNull(text),
  comments: orNull(text),
  requested: orNull(date),
  approved: orNull(date),
  declined: orNull(date),
  issued: orNull(date),
  expires: orNull(date),
  revoked: orNull(date),
  replaced: orNull(date),
  reasonCode: orNull(integer),
  signatureAlg: orNull(text),
  keyType: orNull(text),
  keyUsages: listOf(text),
  extendedKeyUsages: listOf(text),
  subjectAlternativeNames: listOf(text),
  customFields: customFieldValues,
};

/** What the records of both types have in common. Dates as in SSL details. */
export interface OtherCertificateDetails {
  readonly commonName: string | null;
  readonly organizationId: number | null;
  /** Lower case in either type: `issued`, `revoked`, …; `unknown` when SCM leaves it out. */
  readonly status: string;
  readonly backendCertId: string | null;
  readonly scmProfile: ScmProfile | null;
  readonly termDays: number | null;
  readonly requester: string | null;
  readonly requestedVia: string | null;
  readonly comments: string | null;
  readonly requested: ScmDate | null;
  readonly approved: ScmDate | null;
  readonly declined: ScmDate | null;
  readonly issued: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly replaced: ScmDate | null;
  readonly reasonCode: number | null;
  readonly serialNumber: string | null;
  readonly signatureAlgorithm: string | null;
  readonly keyType: string | null;
  readonly keyUsages: readonly string[];
  readonly extendedKeyUsages: readonly string[];
  readonly subjectAlternativeNames: readonly string[];
  readonly customFields: readonly CustomFieldValue[];
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly sha1Hash: string | null;
}

const detailsWire = z.object(sharedDetails);

function toOther(wire: z.output<typeof detailsWire>): OtherCertificateDetails {
  const { id: _, orgId, certType, term, signatureAlg, certificateDetails, ...same } = wire;
  return {
    ...same,
    organizationId: orgId,
    status: lowerStatus(wire.status),
    scmProfile: certType,
    termDays: term,
    signatureAlgorithm: signatureAlg,
    issuer: certificateDetails?.issuer ?? null,
    subject: certificateDetails?.subject ?? null,
    sha1Hash: certificateDetails?.sha1Hash ?? null,
  };
}

/** Lists of devices say `ISSUED`, their details `Issued`, client certificates `issued`: one case for all. */
function lowerStatus(sent: string): string {
  return sent.trim().toLowerCase().replace(/\s+/g, "_");
}

const listStatus = z.pipe(orElse(text, "unknown"), z.transform(lowerStatus));

/** A row of the list of client certificates. */
export interface ClientCertificateIdentity {
  readonly clientCertId: number;
  /** `requested`, `issued`, `revoked`, `rejected`, … */
  readonly status: string;
  readonly serialNumber: string | null;
  readonly backendCertId: string | null;
  readonly expires: ScmDate | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly comments: string | null;
}

/** GET /smime/v2; what the details call `status` is `state` here. */
export const clientCertificateList = ownList(
  "client certificates",
  z.pipe(
    z.object({ ...shared, id: idNumber, state: listStatus, expires: orNull(date), comments: orNull(text) }),
    z.transform(
      ({ id, state, certificateDetails, ...same }): ClientCertificateIdentity => ({
        ...same,
        clientCertId: id,
        status: state,
        issuer: certificateDetails?.issuer ?? null,
        subject: certificateDetails?.subject ?? null,
      }),
    ),
  ),
);

export interface ClientCertificateDetails extends OtherCertificateDetails {
  readonly clientCertId: number;
}

/** GET /smime/…/{id} */
export const clientCertificateDetails = z.pipe(
  detailsWire,
  z.transform((wire): ClientCertificateDetails => ({ clientCertId: wire.id, ...toOther(wire) })),
);

/** A row of the list of device certificates. */
export interface DeviceCertificateIdentity {
  readonly deviceCertId: number;
  readonly status: string;
  readonly backendCertId: string | null;
  /** Serial number and issuer where the build sends them. */
  readonly serialNumber: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
}

/** GET /device/v1 */
export const deviceCertificateList = ownList(
  "device certificates",
  z.pipe(
    z.object({ ...shared, id: idNumber, status: listStatus }),
    z.transform(
      ({ id, certificateDetails, ...same }): DeviceCertificateIdentity => ({
        ...same,
        deviceCertId: id,
        issuer: certificateDetails?.issuer ?? null,
        subject: certificateDetails?.subject ?? null,
      }),
    ),
  ),
);

export interface DeviceCertificateDetails extends OtherCertificateDetails {
  readonly deviceCertId: number;
}

/** GET /device/v1/{id} */
export const deviceCertificateDetails = z.pipe(
  detailsWire,
  z.transform((wire): DeviceCertificateDetails => ({ deviceCertId: wire.id, ...toOther(wire) })),
);
