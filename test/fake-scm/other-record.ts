import type { Certificate } from "./certificate.ts";
import type { CustomFieldValue, RequestedKey } from "./ssl-record.ts";

/** States of client and device certificates in one spelling; the answers have three. */
export type OtherStatus =
  | "Requested"
  | "Approved"
  | "Applied"
  | "Issued"
  | "Declined"
  | "Rejected"
  | "Revoked";

/** One client (S/MIME) or device certificate. Instants are epoch milliseconds; undefined means "has none". */
export type OtherRecord = {
  readonly id: number;
  orgId: number;
  readonly profileId: number;
  status: OtherStatus;
  readonly commonName: string;
  /** Mail address; for a device that of who looks after it. */
  readonly email: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly term: number;
  readonly comments: string;
  readonly customFields: readonly CustomFieldValue[];
  readonly requester: string | undefined;
  readonly requested: number;
  readonly issued: number | undefined;
  revoked: number | undefined;
  reasonCode: number | undefined;
  readonly backendCertId: string | undefined;
  readonly key: RequestedKey;
  readonly certificate: Certificate | undefined;
};

/** Status at an instant, with expiry. */
export function otherStatusAt(record: OtherRecord, now: number): OtherStatus | "Expired" {
  const hasRunOut = record.certificate !== undefined && now > record.certificate.notAfter;
  return record.status === "Issued" && hasRunOut ? "Expired" : record.status;
}
