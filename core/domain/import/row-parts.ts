import type { CertificateDetails } from "../../scm/schemas/certificates.ts";
import type {
  ClientCertificateDetails,
  ClientCertificateIdentity,
  DeviceCertificateDetails,
  DeviceCertificateIdentity,
  OtherCertificateDetails,
} from "../../scm/schemas/client-certificates.ts";
import type { ClientReportRow, DeviceReportRow, SslReportRow } from "../../scm/schemas/reports.ts";
import type { CertificateType, Origin } from "../inventory-row.ts";
import { keyTraits } from "../key-traits.ts";
import type { RowPart } from "../merge-parts.ts";

/** SCM's words for how a record came in are spelled differently from edition to edition. */
export function originOf(requestedVia: string | null): Origin {
  switch (requestedVia?.trim().toLowerCase()) {
    case "discovery":
      return "discovered";
    case "imported":
      return "uploaded";
    default:
      return "managed";
  }
}

/** Lists of clients and devices spell states their own way: `issued`, `PRE_REVOKED`. */
function otherStatus(status: string): string {
  const words = status.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return words.join(" ");
}

/** The common name in a subject as SCM writes it (`CN=Jo Doe,O=Example\, Ltd`); null when there is none. */
export function commonNameOf(subject: string | null): string | null {
  const found = /(?:^|[,+/])\s*CN=((?:\\.|[^,+\\])*)/i.exec(subject ?? "")?.[1];
  return found === undefined ? null : found.replace(/\\(.)/g, "$1").trim() || null;
}

function unit(id: number | null, name: string | null) {
  return { organizationId: id, organizationName: name };
}

export function sslReportPart(row: SslReportRow): RowPart {
  const { sslId, keyType, sha1Hash, ...same } = row;
  return {
    ...same,
    ...keyTraits(keyType),
    type: "ssl",
    certificateId: sslId,
    sha1Hash,
    origin: originOf(row.requestedVia),
  };
}

export function clientListPart({ clientCertId, status, ...same }: ClientCertificateIdentity): RowPart {
  return {
    ...same,
    type: "client",
    certificateId: clientCertId,
    status: otherStatus(status),
    commonName: commonNameOf(same.subject),
  };
}

export function clientReportPart(row: ClientReportRow): RowPart {
  const { clientCertId, organizationId, organizationName, enrolled, enrolledVia, ...same } = row;
  return {
    ...same,
    ...unit(organizationId, organizationName),
    type: "client",
    certificateId: clientCertId,
    commonName: commonNameOf(row.subject),
    issued: enrolled,
    requestedVia: enrolledVia,
    origin: originOf(enrolledVia),
  };
}

export function deviceListPart({ deviceCertId, status, ...same }: DeviceCertificateIdentity): RowPart {
  return {
    ...same,
    type: "device",
    certificateId: deviceCertId,
    status: otherStatus(status),
    commonName: commonNameOf(same.subject),
  };
}

export function deviceReportPart(row: DeviceReportRow): RowPart {
  const { deviceCertId, enrolledVia, keyType, status, organizationId, organizationName, ...same } = row;
  return {
    ...same,
    ...keyTraits(keyType),
    ...unit(organizationId, organizationName),
    ...(status === null ? {} : { status: otherStatus(status) }),
    type: "device",
    certificateId: deviceCertId,
    requestedVia: enrolledVia,
    origin: originOf(enrolledVia),
  };
}

export function sslDetailsPart(details: CertificateDetails): RowPart {
  const { sslId, scmProfile, keyType, isRenewed, renewedDate, reasonCode, ...same } = details;
  const { owner, suspendsNotifications: _, autoRenewDaysBefore: __, ...shown } = same;
  return {
    ...shown,
    ...keyTraits(keyType),
    type: "ssl",
    certificateId: sslId,
    scmProfileId: scmProfile?.scmProfileId ?? null,
    scmProfileName: scmProfile?.name ?? null,
    approver: owner,
    renewed: renewedDate,
    isRenewed,
    revocationReasonCode: reasonCode,
    origin: originOf(details.requestedVia),
  };
}

function otherDetailsPart(
  type: CertificateType,
  certificateId: number,
  details: OtherCertificateDetails,
): RowPart {
  const { scmProfile, keyType, reasonCode, status, ...same } = details;
  return {
    ...same,
    ...keyTraits(keyType),
    type,
    certificateId,
    status: otherStatus(status),
    scmProfileId: scmProfile?.scmProfileId ?? null,
    scmProfileName: scmProfile?.name ?? null,
    revocationReasonCode: reasonCode,
    origin: originOf(details.requestedVia),
  };
}

export function clientDetailsPart({ clientCertId, ...details }: ClientCertificateDetails): RowPart {
  return otherDetailsPart("client", clientCertId, details);
}

export function deviceDetailsPart({ deviceCertId, ...details }: DeviceCertificateDetails): RowPart {
  return otherDetailsPart("device", deviceCertId, details);
}
