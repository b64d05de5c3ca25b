import { formatDate, INSTANT } from "../dates.ts";
import type { Answer } from "../http/answer.ts";
import type { Call, Route } from "../http/call.ts";
import { selectionKey, sightOf } from "../http/paging.ts";
import { type OtherRecord, otherStatusAt } from "../other-record.ts";
import type { Scm } from "../scm.ts";
import { REPORT_DATES } from "../seed/ssl-columns.ts";
import { type SslRecord, shownNames, statusAt } from "../ssl-record.ts";
import type { RecordStore } from "../store.ts";
import { findUnit } from "../tenant.ts";
import { visibleDomains } from "./domains.ts";
import { isWithin, type ReportRequest, readReportRequest } from "./report-request.ts";

/** Reports: whole lists in one answer, not paged. Source: SCM REST API reference, May 2025, "Reports". */
export const reportRoutes: readonly Route[] = [
  { method: "POST", path: "/report/v1/ssl-certificates", work: sslReport },
  { method: "POST", path: "/report/v1/client-certificates", work: clientReport },
  { method: "POST", path: "/report/v1/device-certificates", work: deviceReport },
  { method: "POST", path: "/report/v1/domains", work: domainReport },
];

/** Names of the status codes, as far as a record can be in them. */
const STATUS_CODES: Readonly<Record<number, readonly string[]>> = {
  1: ["Requested"],
  2: ["Issued"],
  3: ["Revoked"],
  4: ["Expired"],
  5: [],
  6: ["Requested", "Rejected"],
  8: ["Approved"],
  9: ["Applied"],
};

const SOURCES: Readonly<Record<number, string>> = {
  3: "Discovery",
  4: "Imported",
  12: "REST API",
  2: "Web API",
};

/** Words of this report for the states of validations. */
const DCV_STATES = { VALIDATED: "Validated", NOT_VALIDATED: "Not Initiated", EXPIRED: "Expired" } as const;

/** Takes no filter: all domains that the caller sees. The fake does not keep when they were asked for. */
function domainReport(call: Call): Answer {
  const rows = visibleDomains(call).map(({ id, name, isSuspended, validation, validUntil }) => ({
    ...{ id, name, status: isSuspended ? "Suspended" : "Active" },
    ...{ dcvStatus: DCV_STATES[validation], stickyUntil: iso(validUntil) },
  }));
  return report("domains", rows);
}

/** A whole list in one answer. @param name kind of the report, as it stands in the name of its file */
export function report(name: string, rows: Iterable<unknown>): Answer {
  return {
    status: 200,
    rows,
    headers: { "Content-Disposition": `attachment; filename="rest_api_${name}.json"` },
  };
}

const iso = (instant: number | undefined): string | undefined => formatDate(instant, INSTANT);

function serialText(serial: string | undefined, { keepsLeadingZeros }: ReportRequest): string | undefined {
  return keepsLeadingZeros ? serial : serial?.replace(/^0+/, "");
}

function isInStatus(status: string, request: ReportRequest): boolean {
  return request.status === 0 || (STATUS_CODES[request.status]?.includes(status) ?? false);
}

function sslReport(call: Call): Answer {
  const { scm, now } = call;
  const request = readReportRequest(call, { statuses: [0, 1, 2, 3, 4], dates: [4, 2, 3, 5] });
  const sees = sightOf(call);
  const fits = (record: SslRecord): boolean =>
    (record.requested ?? 0) + scm.options.reportLagMs <= now &&
    isInStatus(statusAt(record, now), request) &&
    isWithin(request.window, sslDate(record, request.dateAttribute)) &&
    (request.organizations?.includes(record.orgId) ?? true) &&
    (sees?.(record) ?? true) &&
    (request.source === undefined || SOURCES[request.source] === record.requestedVia) &&
    (!request.commonName || record.commonName.toLowerCase().includes(request.commonName)) &&
    (!request.externalRequester || (record.externalRequester?.includes(request.externalRequester) ?? false));
  return report(
    "ssl-certificates",
    mapped(sslCandidates(scm, request), fits, (record) => sslRow(scm, record, request)),
  );
}

function* mapped<Item>(
  items: Iterable<Item>,
  fits: (item: Item) => boolean,
  show: (item: Item) => unknown,
): Generator<unknown> {
  for (const item of items) if (fits(item)) yield show(item);
}

function sslDate(record: SslRecord, attribute: number): number | undefined {
  return [record.revoked, record.certificate?.notAfter, record.requested, record.issued][attribute - 2];
}

/** Seeded records are looked at by what the report selects by before they are made: a window over a million is narrow. */
function sslCandidates(
  scm: Scm,
  { window, dateAttribute, organizations }: ReportRequest,
): Iterable<SslRecord> {
  const date = REPORT_DATES[dateAttribute - 2];
  const { columns } = scm.sslSeed;
  return scm.ssl.among(
    (index) =>
      (date === undefined || isWithin(window, columns.dateAt(index, date))) &&
      (organizations?.includes(columns.organizationAt(index)) ?? true),
  );
}

function sslRow(scm: Scm, record: SslRecord, request: ReportRequest): unknown {
  const { tenant } = scm;
  const unit = findUnit(tenant, record.orgId);
  const { certificate, key, backendCertId } = record;
  return {
    id: record.sslId,
    type: tenant.profiles.find(({ id }) => id === record.profileId)?.name,
    typeId: record.profileId,
    orgId: record.orgId,
    commonName: record.commonName,
    subjAltNames: shownNames(record, scm.options.strict).join("; "),
    status: statusAt(record, scm.clock.now()),
    requester: record.requester,
    organizationName: unit?.name,
    city: unit?.organization.city,
    state: unit?.organization.stateOrProvince,
    country: unit?.organization.country,
    orderNumber: backendCertId === undefined ? undefined : Number(backendCertId),
    backendCertId,
    servers: 1,
    serverType: "OTHER",
    requestedVia: record.requestedVia,
    externalRequester: record.externalRequester,
    term: record.term,
    comments: record.comments,
    requested: iso(record.requested),
    approved: iso(record.approved),
    issued: scm.options.strict.reportShowsIssued ? iso(record.issued) : undefined,
    declined: iso(record.declined),
    expires: iso(certificate?.notAfter),
    revoked: iso(record.revoked),
    replaced: iso(record.replaced),
    issuer: certificate?.issuer,
    serialNumber: serialText(certificate?.serial, request),
    publicKeyAlg: key?.algorithm,
    publicKeySize: certificate && String(key?.bits ?? 0),
    publicKeyType: certificate && key && `${key.algorithm} - ${key.parameter}`,
    sha1: certificate?.hashes.sha1,
    md5: certificate?.hashes.md5,
    customFields: record.customFields,
  };
}

/** Rows of the other kinds lack serial number, status, issuer and names; that is why lists have to be walked. */
function clientReport(call: Call): Answer {
  const request = readReportRequest(call, { statuses: [0, 2, 3, 4, 5, 6], dates: [0, 1, 2, 3] });
  const date = ({ issued, revoked, certificate }: OtherRecord): number | undefined =>
    [issued, undefined, revoked, certificate?.notAfter][request.dateAttribute];
  return report("client-certificates", otherRows(call, call.scm.clients, { request, date, show: clientRow }));
}

function deviceReport(call: Call): Answer {
  const request = readReportRequest(call, { statuses: [0, 1, 2, 3, 4, 8, 9], dates: [4, 2, 3, 5] });
  const date = ({ issued, revoked, requested, certificate }: OtherRecord): number | undefined =>
    [revoked, certificate?.notAfter, requested, issued][request.dateAttribute - 2];
  return report("device-certificates", otherRows(call, call.scm.devices, { request, date, show: deviceRow }));
}

type OtherReport = {
  readonly request: ReportRequest;
  readonly date: (record: OtherRecord) => number | undefined;
  readonly show: (call: Call, record: OtherRecord, request: ReportRequest) => unknown;
};

function otherRows(call: Call, store: RecordStore<OtherRecord>, about: OtherReport): Iterable<unknown> {
  const { request, date, show } = about;
  const sees = sightOf(call);
  const fits = (record: OtherRecord): boolean =>
    isInStatus(otherStatusAt(record, call.now), request) &&
    isWithin(request.window, date(record)) &&
    (request.organizations?.includes(record.orgId) ?? true) &&
    (sees?.(record) ?? true);
  const all = store.select({ test: undefined, key: selectionKey(call), now: call.now }).all();
  return mapped(all, fits, (record) => show(call, record, request));
}

function commonRow(call: Call, record: OtherRecord): Record<string, unknown> {
  const { backendCertId } = record;
  return {
    id: record.id,
    organization: { id: String(record.orgId), name: findUnit(call.scm.tenant, record.orgId)?.name },
    subject: record.certificate?.subject,
    email: record.email,
    orderNumber: backendCertId === undefined ? undefined : Number(backendCertId),
    backendCertId,
    enrolled: iso(record.issued),
    revoked: iso(record.revoked),
    expire: iso(record.certificate?.notAfter),
    customFields: record.customFields,
    comments: record.comments,
  };
}

function clientRow(call: Call, record: OtherRecord): unknown {
  const person = { name: record.commonName, email: record.email };
  return { ...commonRow(call, record), person, enrollType: "API Enroll" };
}

function deviceRow(call: Call, record: OtherRecord): unknown {
  return {
    ...commonRow(call, record),
    commonName: record.commonName,
    certTypeName: call.scm.tenant.deviceProfiles.find(({ id }) => id === record.profileId)?.name,
    enrollType: "API",
  };
}
