import { bareSerial } from "../certificate.ts";
import { certificateNotFound, otherNotFound, wrongSslId } from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { checkFilters, pageAnswer, readInteger, selectionKey, selectionOf, sightOf } from "../http/paging.ts";
import type { SslRecord } from "../ssl-record.ts";
import type { Selection } from "../store.ts";
import { isVisible } from "../tenant.ts";
import { SSL_FILTERS, sslFilter } from "./ssl-filter.ts";
import { showDetails, showListItem, showProfile } from "./ssl-view.ts";

/** Lists, details, profiles and custom fields of SSL certificates. */
export const sslReadRoutes: readonly Route[] = [
  { method: "GET", path: "/ssl/v1", work: list },
  { method: "GET", path: "/ssl/v1/types", work: types },
  { method: "GET", path: "/ssl/v1/customFields", work: customFields },
  { method: "GET", path: "/ssl/v1/{sslId}", work: details },
];

/** The record an address names, for reading. @throws ScmError 404 also for what this administrator must not see */
export function visibleRecord(call: Call): SslRecord {
  const given = param(call, "sslId");
  const record = findVisible(call, given, "get");
  if (!record)
    throw call.scm.options.strict.otherNotFoundCode ? otherNotFound(given) : certificateNotFound(given);
  return record;
}

/** The record with that id, unless it is another organization's. */
function findVisible(call: Call, sslId: string, purpose: "get" | "edit"): SslRecord | undefined {
  const record = /^\d+$/.test(sslId) ? call.scm.ssl[purpose](Number(sslId)) : undefined;
  return record && isVisible(call.scm.tenant, call.administrator, record.orgId) ? record : undefined;
}

/** The record an action is about, to be changed. @throws ScmError -124, since actions know no 404 */
export function actionRecord(call: Call, given: string = param(call, "sslId")): SslRecord {
  const record = findVisible(call, given, "edit");
  if (!record) throw wrongSslId(given);
  return record;
}

function matches(call: Call): Selection<SslRecord> {
  const { ssl, options } = call.scm;
  const isListed = (record: SslRecord): boolean => (record.requested ?? 0) + options.listLagMs <= call.now;
  const tests = [sslFilter(call), sightOf(call), options.listLagMs > 0 ? isListed : undefined].filter(
    (test) => test !== undefined,
  );
  const test = tests.length === 0 ? undefined : (record: SslRecord) => tests.every((one) => one(record));
  const serial = call.query.get("serialNumber");
  if (serial) {
    const record = ssl.bySerial(serial, "get");
    const isCurrent = record?.certificate && bareSerial(record.certificate.serial) === bareSerial(serial);
    return selectionOf(record && isCurrent && (test?.(record) ?? true) ? [record] : []);
  }
  return ssl.select({ test, key: selectionKey(call), now: call.now });
}

function list(call: Call): Answer {
  checkFilters(call, SSL_FILTERS);
  return pageAnswer(call, matches(call), (record) => showListItem(call.scm, record));
}

function details(call: Call): Answer {
  return json(showDetails(call.scm, visibleRecord(call), call.query.get("dateFormat")));
}

/** Profiles offered to an organization, or all that any visible organization is offered. */
function types(call: Call): Answer {
  const { tenant } = call.scm;
  const orgId = readInteger(call.query, "organizationId");
  const sees = (id: number): boolean => isVisible(tenant, call.administrator, id);
  const offered = tenant.profiles.filter(({ offeredTo }) =>
    orgId === undefined ? offeredTo.some(sees) : offeredTo.includes(orgId) && sees(orgId),
  );
  return json(offered.map(showProfile));
}

function customFields(call: Call): Answer {
  return json(call.scm.tenant.customFields.map(({ id, name, mandatory }) => ({ id, name, mandatory })));
}
