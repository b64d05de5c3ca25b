import { colonHex } from "./certificate.ts";
import { type OtherRecord, otherStatusAt } from "./other-record.ts";
import type { Scm } from "./scm.ts";
import { certificateNames, type SslRecord, statusAt } from "./ssl-record.ts";

/** What the fake knows of one SSL record, beyond what SCM would say. Instants are ISO 8601 or null. */
export type SslTruth = {
  readonly sslId: number;
  readonly renewId: string | null;
  readonly status: string;
  readonly orgId: number;
  readonly profileId: number | null;
  readonly commonName: string;
  /** All names that the certificate carries, sorted. */
  readonly names: readonly string[];
  readonly term: number | null;
  readonly comments: string | null;
  readonly externalRequester: string | null;
  readonly customFields: readonly { readonly name: string; readonly value: string }[];
  readonly requester: string | null;
  readonly requestedVia: string;
  readonly csr: string | null;
  readonly serialNumber: string | null;
  readonly issuer: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly requested: string | null;
  readonly issued: string | null;
  readonly revoked: string | null;
  readonly reasonCode: number | null;
  readonly renewed: boolean;
  /** Id of the record that this one renews; null for one that was enrolled. */
  readonly renews: number | null;
  /** Certificates that a replacement has taken the place of, oldest first. */
  readonly former: readonly { readonly serialNumber: string; readonly revoked: string | null }[];
};

/** The truth of one record. */
export function sslTruth(scm: Scm, record: SslRecord): SslTruth {
  const { certificate } = record;
  return {
    sslId: record.sslId,
    renewId: record.renewId ?? null,
    status: statusAt(record, scm.clock.now()),
    orgId: record.orgId,
    profileId: record.profileId ?? null,
    commonName: record.commonName,
    names: record.certificate?.names ?? certificateNames(record),
    term: record.term ?? null,
    comments: record.comments ?? null,
    externalRequester: record.externalRequester ?? null,
    customFields: record.customFields,
    requester: record.requester ?? null,
    requestedVia: record.requestedVia,
    csr: record.csr ?? null,
    serialNumber: certificate ? colonHex(certificate.serial) : null,
    issuer: certificate?.issuer ?? null,
    notBefore: iso(certificate?.notBefore),
    notAfter: iso(certificate?.notAfter),
    requested: iso(record.requested),
    issued: iso(record.issued),
    revoked: iso(record.revoked),
    reasonCode: record.reasonCode ?? null,
    renewed: record.renewed,
    renews: record.renews?.sslId ?? null,
    former: record.former.map(({ certificate: old, revoked }) => ({
      serialNumber: colonHex(old.serial),
      revoked: iso(revoked),
    })),
  };
}

/** What the fake knows of one client or device certificate. */
export type OtherTruth = {
  readonly id: number;
  readonly status: string;
  readonly orgId: number;
  readonly commonName: string;
  readonly notAfter: string | null;
};

/** The truth of one client or device certificate. */
export function otherTruth(scm: Scm, record: OtherRecord): OtherTruth {
  const { id, orgId, commonName, certificate } = record;
  const status = otherStatusAt(record, scm.clock.now());
  return { id, status, orgId, commonName, notAfter: iso(certificate?.notAfter) };
}

function iso(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}
