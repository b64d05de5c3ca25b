import type { Certificate } from "./certificate.ts";
import type { StrictOptions } from "./strict-options.ts";
import type { KeyFacts } from "./x509/csr.ts";

/** States in which an SSL certificate can be; spelled as details show them. */
export const SSL_STATUSES = [
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

export type SslStatus = (typeof SSL_STATUSES)[number];

export type CustomFieldValue = { readonly name: string; readonly value: string };

/** Key of a request: what the CSR held, or undefined for records that never had one. */
export type RequestedKey = KeyFacts & { readonly spki: Buffer };

/** A certificate that its record has moved on from; it stays valid until revoked by its serial number. */
export type FormerCertificate = {
  readonly certificate: Certificate;
  revoked: number | undefined;
  reasonCode: number | undefined;
};

/** Where a certificate is in use. Only CUSTOM ones can be made and changed by callers. */
export type SslLocation = {
  readonly id: number;
  readonly locationType: "CUSTOM" | "NETWORK_HOST";
  readonly name: string;
  readonly details: Readonly<Record<string, string>>;
};

/** One SSL certificate record. Instants are epoch milliseconds; undefined means "not reached" or "has none". */
export type SslRecord = {
  readonly sslId: number;
  /** Known to the caller of enroll only; no answer repeats it. */
  readonly renewId: string | undefined;
  orgId: number;
  profileId: number | undefined;
  status: SslStatus;
  commonName: string;
  /** As asked for, without duplicates; the certificate's own list has the common name too. */
  subjectAlternativeNames: readonly string[];
  csr: string | undefined;
  key: RequestedKey | undefined;
  /** Days. */
  term: number | undefined;
  comments: string | undefined;
  externalRequester: string | undefined;
  customFields: readonly CustomFieldValue[];
  requester: string | undefined;
  requesterId: number | undefined;
  approverId: number | undefined;
  requestedVia: string;
  vendor: string | undefined;
  requested: number | undefined;
  approved: number | undefined;
  applied: number | undefined;
  /** When the CA will be done, set while Applied. */
  issueDue: number | undefined;
  issued: number | undefined;
  declined: number | undefined;
  replaced: number | undefined;
  revoked: number | undefined;
  /** From when on a revocation can be seen; it may take SCM a while to say so. */
  revocationShows: number;
  renewedDate: number | undefined;
  renewed: boolean;
  /** From when on `renewed` can be seen. */
  renewedShows: number;
  /** The record that this one renews. */
  renews: SslRecord | undefined;
  reasonCode: number | undefined;
  backendCertId: string | undefined;
  certificate: Certificate | undefined;
  /** Certificates that a replacement has taken the place of, oldest first. */
  former: readonly FormerCertificate[];
  /** End of validity that a replacement has to keep, since it changes nothing but key and names. */
  keepNotAfter: number | undefined;
  /** Installed by an agent: such certificates can't be replaced by hand. */
  autoInstalled: boolean;
  locations: readonly SslLocation[];
  autoRenew: { readonly state: string; readonly daysBeforeExpiration: number | undefined };
  suspendNotifications: boolean;
};

/** A record with nothing in it but its identity. */
export function blankSslRecord(sslId: number, orgId: number, commonName: string): SslRecord {
  return {
    sslId,
    renewId: undefined,
    orgId,
    profileId: undefined,
    status: "Init",
    commonName,
    subjectAlternativeNames: [],
    csr: undefined,
    key: undefined,
    term: undefined,
    comments: undefined,
    externalRequester: undefined,
    customFields: [],
    requester: undefined,
    requesterId: undefined,
    approverId: undefined,
    requestedVia: "REST API",
    vendor: undefined,
    requested: undefined,
    approved: undefined,
    applied: undefined,
    issueDue: undefined,
    issued: undefined,
    declined: undefined,
    replaced: undefined,
    revoked: undefined,
    revocationShows: 0,
    renewedDate: undefined,
    renewed: false,
    renewedShows: 0,
    renews: undefined,
    reasonCode: undefined,
    backendCertId: undefined,
    certificate: undefined,
    former: [],
    keepNotAfter: undefined,
    autoInstalled: false,
    locations: [],
    autoRenew: { state: "Not scheduled", daysBeforeExpiration: undefined },
    suspendNotifications: false,
  };
}

/** Status at an instant: an issued certificate expires without anybody touching its record. */
export function statusAt(record: SslRecord, now: number): SslStatus {
  const hasRunOut = record.certificate !== undefined && now > record.certificate.notAfter;
  if (record.status === "Revoked" && record.revocationShows > now) return hasRunOut ? "Expired" : "Issued";
  return record.status === "Issued" && hasRunOut ? "Expired" : record.status;
}

/** Has the record say that it was renewed, from some time after the instant on. */
export function markRenewed(record: SslRecord, instant: number, lagMs: number): void {
  record.renewed = true;
  record.renewedDate = instant;
  record.renewedShows = instant + lagMs;
}

/** Names that rows and details show: those of the certificate once there is one, unless a switch says otherwise. */
export function shownNames(
  record: SslRecord,
  strict: Pick<StrictOptions, "detailsShowAskedNames">,
): readonly string[] {
  if (strict.detailsShowAskedNames) return certificateNames(record);
  return record.certificate?.names ?? certificateNames(record);
}

/** Names that are asked for: what was asked for and the common name, in plain order. */
export function certificateNames(
  record: Pick<SslRecord, "commonName" | "subjectAlternativeNames">,
): string[] {
  const names = new Set([...record.subjectAlternativeNames, record.commonName].filter((name) => name !== ""));
  return [...names].sort();
}
