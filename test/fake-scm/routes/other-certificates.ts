import { colonHex } from "../certificate.ts";
import { DETAILS_DATE, datePattern, formatDate, INSTANT, LIST_DATE } from "../dates.ts";
import * as errors from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, readInteger, selectionKey, sightOf } from "../http/paging.ts";
import { type OtherRecord, otherStatusAt } from "../other-record.ts";
import type { RecordStore, Selection } from "../store.ts";
import { isVisible, type Profile } from "../tenant.ts";
import { showProfile, showReason } from "./ssl-view.ts";

/**
 * Client (S/MIME) and device certificates: lists and details. Their lists show
 * what the SSL list does not, and their states have spellings of their own.
 * Source: SCM REST API reference, May 2025, "Client certificates" and "Device certificates".
 */
export const otherCertificateRoutes: readonly Route[] = [
  ...["/smime/v1", "/smime/v2"].flatMap((base) => shared(base, CLIENT())),
  ...shared("/device/v1", DEVICE()),
];

/** What the two kinds differ in. */
type Kind = {
  readonly records: (call: Call) => RecordStore<OtherRecord>;
  readonly profiles: (call: Call) => readonly Profile[];
  readonly showItem: (call: Call, record: OtherRecord) => unknown;
  readonly statusFilter: string;
  /** States as details spell them. */
  readonly spell: (status: string) => string;
  readonly requestedVia: string;
  readonly extendedKeyUsages: readonly string[];
};

function CLIENT(): Kind {
  return {
    records: (call) => call.scm.clients,
    profiles: (call) => call.scm.tenant.clientProfiles,
    showItem: showClientItem,
    statusFilter: "state",
    spell: (status) => status.toLowerCase(),
    requestedVia: "API Enroll",
    extendedKeyUsages: ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"],
  };
}

function DEVICE(): Kind {
  return {
    records: (call) => call.scm.devices,
    profiles: (call) => call.scm.tenant.deviceProfiles,
    showItem: showDeviceItem,
    statusFilter: "status",
    spell: (status) => status,
    requestedVia: "REST API",
    extendedKeyUsages: ["1.3.6.1.5.5.7.3.2"],
  };
}

function shared(base: string, kind: Kind): Route[] {
  return [
    { method: "GET", path: base, work: (call) => list(call, kind) },
    { method: "GET", path: `${base}/{certId}`, work: (call) => details(call, kind) },
  ];
}

function matches(call: Call, kind: Kind): Selection<OtherRecord> {
  const { query, now } = call;
  const tests: ((record: OtherRecord) => boolean)[] = [];
  const sees = sightOf(call);
  if (sees) tests.push(sees);
  const contains = (name: string, read: (record: OtherRecord) => string | undefined): void => {
    const wanted = query.get(name)?.toLowerCase();
    if (wanted) tests.push((record) => read(record)?.toLowerCase().includes(wanted) ?? false);
  };
  contains("commonName", ({ commonName }) => commonName);
  contains("email", ({ email }) => email);
  contains("backendCertId", ({ backendCertId }) => backendCertId);
  contains("keyAlgorithm", ({ key }) => key.algorithm);
  contains("keyParam", ({ key }) => key.parameter);
  contains(
    "serialNumber",
    ({ certificate }) => certificate && `${certificate.serial} ${colonHex(certificate.serial)}`,
  );
  const status = query.get(kind.statusFilter)?.toLowerCase();
  if (status) tests.push((record) => otherStatusAt(record, now).toLowerCase() === status);
  const orgId = readInteger(query, "orgId");
  if (orgId !== undefined) tests.push((record) => record.orgId === orgId);
  const profileId = readInteger(query, "certTypeId");
  if (profileId !== undefined) tests.push((record) => record.profileId === profileId);
  const test = tests.length === 0 ? undefined : (record: OtherRecord) => tests.every((one) => one(record));
  return kind.records(call).select({ test, key: selectionKey(call), now });
}

function list(call: Call, kind: Kind): Answer {
  return pageAnswer(call, matches(call, kind), (record) => kind.showItem(call, record));
}

/** Rejected requests come with null, "" and 0 instead of absent members, as seen in a public client's tests. */
function showClientItem(call: Call, record: OtherRecord): unknown {
  const { certificate, backendCertId } = record;
  const pattern = call.scm.options.strict.isoDates ? INSTANT : LIST_DATE;
  const identity = { id: record.id, state: otherStatusAt(record, call.now).toLowerCase() };
  if (!certificate && !call.scm.options.strict.isoDates) {
    const nothing = { serialNumber: "", orderNumber: 0, backendCertId: null, expires: null };
    return { ...identity, certificateDetails: {}, ...nothing };
  }
  return {
    ...identity,
    certificateDetails: certificate ? { subject: certificate.subject, issuer: certificate.issuer } : {},
    serialNumber: certificate && colonHex(certificate.serial),
    orderNumber: backendCertId === undefined ? undefined : Number(backendCertId),
    backendCertId,
    expires: formatDate(certificate?.notAfter, pattern),
    comments: record.comments,
  };
}

function showDeviceItem(call: Call, record: OtherRecord): unknown {
  return {
    id: record.id,
    status: otherStatusAt(record, call.now).toUpperCase(),
    backendCertId: record.backendCertId,
    certificateDetails: record.certificate && { subject: record.certificate.subject },
  };
}

function recordOf(call: Call, kind: Kind): OtherRecord {
  const given = param(call, "certId");
  const record = /^\d+$/.test(given) ? kind.records(call).get(Number(given)) : undefined;
  if (!record || !isVisible(call.scm.tenant, call.administrator, record.orgId)) {
    throw errors.certificateNotFound(given);
  }
  return record;
}

function details(call: Call, kind: Kind): Answer {
  const record = recordOf(call, kind);
  const { certificate, key, backendCertId } = record;
  const standard = call.scm.options.strict.isoDates ? INSTANT : DETAILS_DATE;
  const pattern = datePattern(call.query.get("dateFormat"), standard);
  const date = (instant: number | undefined): string | undefined => formatDate(instant, pattern);
  const profile = kind.profiles(call).find(({ id }) => id === record.profileId);
  return json({
    commonName: record.commonName,
    id: record.id,
    orgId: record.orgId,
    status: kind.spell(otherStatusAt(record, call.now)),
    orderNumber: backendCertId === undefined ? undefined : Number(backendCertId),
    backendCertId,
    certType: profile && showProfile(profile),
    subType: "Private",
    term: record.term,
    requester: record.requester,
    requestedVia: kind.requestedVia,
    comments: record.comments,
    requested: date(record.requested),
    approved: date(record.issued),
    issued: date(record.issued),
    expires: date(certificate?.notAfter),
    revoked: date(record.revoked),
    reasonCode: showReason(call.scm, record.reasonCode),
    serialNumber: certificate && colonHex(certificate.serial),
    signatureAlg: certificate?.signatureAlgorithm,
    keyAlgorithm: key.algorithm,
    keySize: certificate ? key.bits : 0,
    keyType: certificate ? `${key.algorithm} - ${key.parameter}` : key.algorithm,
    keyUsages: certificate && ["Digital Signature"],
    extendedKeyUsages: certificate && kind.extendedKeyUsages,
    subjectAlternativeNames: record.subjectAlternativeNames,
    customFields: record.customFields,
    certificateDetails: certificate && {
      subject: certificate.subject,
      issuer: certificate.issuer,
      md5Hash: certificate.hashes.md5,
      sha1Hash: certificate.hashes.sha1,
      sha256Hash: certificate.hashes.sha256,
    },
    suspendNotifications: false,
  });
}
