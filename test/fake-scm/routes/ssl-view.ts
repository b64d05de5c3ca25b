import { colonHex } from "../certificate.ts";
import { DETAILS_DATE, datePattern, formatDate, INSTANT } from "../dates.ts";
import type { Scm } from "../scm.ts";
import { type SslRecord, shownNames, statusAt } from "../ssl-record.ts";
import type { Profile } from "../tenant.ts";

/** Profile as lists and details show it. */
export function showProfile({ id, name, description, terms, keyTypes }: Profile): unknown {
  return { id, name, description, terms, keyTypes, useSecondaryOrgName: false };
}

/** Row of the list: neither status nor dates. The SAN list is absent for a single name, the serial until issued. */
export function showListItem({ options }: Scm, record: SslRecord): unknown {
  const names = shownNames(record, options.strict);
  return {
    sslId: record.sslId,
    commonName: record.commonName,
    subjectAlternativeNames: names.length > 1 ? names : undefined,
    serialNumber: record.certificate && colonHex(record.certificate.serial),
  };
}

/**
 * Details of a record. Members without a value are undefined; how those look is settled when the answer is written.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Getting SSL certificate details"; which members
 * are absent before issue follows from its examples.
 */
export function showDetails(scm: Scm, record: SslRecord, dateFormat: string | null): unknown {
  const pattern = datePattern(dateFormat, scm.options.strict.isoDates ? INSTANT : DETAILS_DATE);
  const offset = pattern.includes("H") ? 0 : scm.options.dateOffsetMinutes * 60_000;
  const date = (instant: number | undefined): string | undefined =>
    instant === undefined ? undefined : formatDate(instant + offset, pattern);
  const status = statusAt(record, scm.clock.now());
  const profile = scm.tenant.profiles.find(({ id }) => id === record.profileId);
  const { certificate } = record;
  const backend = record.backendCertId;
  const isRenewed = record.renewed && record.renewedShows <= scm.clock.now();
  return {
    commonName: record.commonName,
    sslId: record.sslId,
    id: record.sslId,
    orgId: record.orgId,
    status: scm.options.strict.spacedStatus && status === "SAApproved" ? "SA Approved" : status,
    orderNumber: backend === undefined ? undefined : Number(backend),
    backendCertId: backend,
    vendor: record.vendor,
    certType: profile && showProfile(profile),
    subType: "",
    validationType: certificate && profile?.validationType ? profile.validationType : undefined,
    term: record.term,
    owner: personName(scm, record.approverId),
    ownerId: record.approverId,
    requester: record.requester,
    requesterId: record.requesterId,
    requestedVia: record.requestedVia,
    externalRequester: record.externalRequester,
    comments: record.comments,
    requested: date(record.requested),
    approved: date(record.approved),
    issued: date(record.issued),
    declined: date(record.declined),
    expires: date(certificate?.notAfter),
    replaced: date(record.replaced),
    revoked: status === "Revoked" ? date(record.revoked) : undefined,
    renewedDate: isRenewed ? date(record.renewedDate) : undefined,
    reasonCode: status === "Revoked" ? showReason(scm, record.reasonCode) : undefined,
    renewed: isRenewed,
    ...showKey(record),
    subjectAlternativeNames: showNames(scm, record),
    customFields: record.customFields,
    certificateDetails: certificateDetails(record),
    autoInstallDetails: { state: record.autoInstalled ? "Completed" : "Not configured" },
    autoRenewDetails: {
      state: record.autoRenew.state,
      daysBeforeExpiration: record.autoRenew.daysBeforeExpiration,
    },
    suspendNotifications: record.suspendNotifications,
  };
}

/** A number in the reference, a text in the OpenAPI file. */
export function showReason(scm: Scm, reasonCode: number | undefined): number | string | undefined {
  return scm.options.strict.reasonCodeAsText && reasonCode !== undefined ? String(reasonCode) : reasonCode;
}

function personName(scm: Scm, id: number | undefined): string | undefined {
  const person = scm.tenant.administrators.find((candidate) => candidate.id === id);
  return person && `${person.forename} ${person.surname}`;
}

function showNames(scm: Scm, record: SslRecord): string[] | undefined {
  const names = [...shownNames(record, scm.options.strict)];
  const shown = scm.options.strict.sansWithoutCommonName
    ? names.filter((name) => name !== record.commonName)
    : names;
  return shown.length > 0 ? shown : undefined;
}

/** Before issue the size is 0 and the type has no size, as in the reference's example of an update. */
function showKey({ key, certificate }: SslRecord): Record<string, unknown> {
  if (!key) return {};
  const { algorithm, parameter, bits } = key;
  if (!certificate) return { keyAlgorithm: algorithm, keySize: 0, keyType: algorithm };
  return {
    serialNumber: colonHex(certificate.serial),
    signatureAlg: certificate.signatureAlgorithm,
    keyAlgorithm: algorithm,
    keySize: bits,
    keyType: `${algorithm} - ${parameter}`,
    keyUsages: algorithm === "RSA" ? ["Digital Signature", "Key Encipherment"] : ["Digital Signature"],
    extendedKeyUsages: ["1.3.6.1.5.5.7.3.1"],
  };
}

function certificateDetails({ certificate }: SslRecord): unknown {
  if (!certificate) return undefined;
  const { md5, sha1, sha256 } = certificate.hashes;
  return {
    issuer: certificate.issuer,
    subject: certificate.subject,
    subjectAltNames: certificate.names.map((name) => `dNSName=${name}`).join(", "),
    md5Hash: md5,
    sha1Hash: sha1,
    sha256Hash: sha256,
  };
}
