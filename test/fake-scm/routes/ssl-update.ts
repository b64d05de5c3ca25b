import * as errors from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { checkLength, parseBody, readMembers, required } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import type { CustomFieldValue, SslRecord } from "../ssl-record.ts";
import {
  checkCsrText,
  checkMandatoryFields,
  checkNames,
  checkTexts,
  keptText,
  offeredProfile,
  orderingUnit,
  readCsr,
  readCustomFields,
} from "./ssl-checks.ts";
import { uniqueNames } from "./ssl-enroll.ts";
import { actionRecord } from "./ssl-read.ts";
import { showDetails } from "./ssl-view.ts";

/** Changing a record; the id stands in the body. */
export const sslUpdateRoutes: readonly Route[] = [
  { method: "PUT", path: "/ssl/v1", privilege: "sslManage", action: "manage SSL certificates", work: update },
];

const EDITABLE = new Set(["Requested", "Declined", "Rejected", "Invalid"]);
const ORDER_MEMBERS = [
  "orgId",
  "certTypeId",
  "term",
  "commonName",
  "csr",
  "subjectAlternativeNames",
] as const;

/**
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Updating SSL certificates". Absent members stay
 * as they are; what was ordered changes only before approval or after a refusal.
 */
function update(call: Call): Answer {
  const body = parseBody(call.body, {
    sslId: "integer",
    comments: "text",
    customFields: "objects",
    externalRequester: "text",
    autoRenewDetails: "object",
    suspendNotifications: "boolean",
    requester: "text",
    requesterAdminId: "integer",
    approverAdminId: "integer",
    orgId: "integer",
    certTypeId: "integer",
    term: "integer",
    commonName: "text",
    csr: "text",
    subjectAlternativeNames: "texts",
  });
  const sslId = required("sslId", body.sslId);
  checkTexts(body.comments, body.externalRequester);
  checkCsrText(body.csr);
  checkLength("commonName", body.commonName, 1, 64);
  const autoRenew = body.autoRenewDetails && readAutoRenew(body.autoRenewDetails);
  const given = body.customFields && readCustomFields(call.scm, body.customFields);
  const record = actionRecord(call, String(sslId));
  const locked = ORDER_MEMBERS.find((name) => body[name] !== undefined && !EDITABLE.has(record.status));
  if (locked) throw errors.notEditable(locked);

  const draft: SslRecord = { ...record };
  if (given) draft.customFields = mergeFields(call, record.customFields, given);
  checkMandatoryFields(call.scm.tenant, draft.orgId, draft.customFields);
  if (body.comments !== undefined) draft.comments = keptText(body.comments, call.scm.options.strict);
  draft.externalRequester = body.externalRequester ?? draft.externalRequester;
  draft.autoRenew = autoRenew ?? draft.autoRenew;
  draft.suspendNotifications = body.suspendNotifications ?? draft.suspendNotifications;
  draft.requester = body.requester ?? draft.requester;
  draft.requesterId = body.requesterAdminId ?? draft.requesterId;
  draft.approverId = body.approverAdminId ?? draft.approverId;
  if (EDITABLE.has(record.status)) changeOrder(call, draft, body);
  Object.assign(record, draft);
  return json(showDetails(call.scm, record, call.query.get("dateFormat")));
}

type OrderChange = {
  readonly orgId: number | undefined;
  readonly certTypeId: number | undefined;
  readonly term: number | undefined;
  readonly commonName: string | undefined;
  readonly csr: string | undefined;
  readonly subjectAlternativeNames: readonly string[] | undefined;
};

function changeOrder(call: Call, draft: SslRecord, change: OrderChange): void {
  const { tenant } = call.scm;
  draft.orgId = change.orgId ?? draft.orgId;
  draft.profileId = change.certTypeId ?? draft.profileId;
  draft.term = change.term ?? draft.term;
  const names = change.subjectAlternativeNames;
  if (names) draft.subjectAlternativeNames = uniqueNames(names);
  orderingUnit(call, draft.orgId);
  const profile = offeredProfile(tenant, draft.profileId ?? 0, draft.orgId);
  if (draft.term === undefined || !profile.terms.includes(draft.term)) throw errors.termInvalid();
  if (change.csr !== undefined) {
    const read = readCsr(change.csr, profile, call.scm.options.strict);
    draft.csr = change.csr;
    draft.key = read.key;
    draft.commonName = read.commonName;
  }
  draft.commonName = change.commonName ?? draft.commonName;
  checkNames(call.scm, profile, draft.orgId, [draft.commonName, ...draft.subjectAlternativeNames]);
}

function readAutoRenew(source: Readonly<Record<string, unknown>>): SslRecord["autoRenew"] {
  const { state, daysBeforeExpiration } = readMembers(source, {
    state: "text",
    daysBeforeExpiration: "integer",
  });
  if (state !== "Scheduled" && state !== "Not scheduled") throw errors.fieldInvalid("autoRenewDetails.state");
  if (daysBeforeExpiration !== undefined && daysBeforeExpiration < 1) {
    throw errors.fieldInvalid("autoRenewDetails.daysBeforeExpiration");
  }
  return { state, daysBeforeExpiration: state === "Scheduled" ? (daysBeforeExpiration ?? 30) : undefined };
}

/** Whether the listed fields replace or join the others is undocumented; joining is the standard here. */
function mergeFields(
  call: Call,
  before: readonly CustomFieldValue[],
  given: readonly CustomFieldValue[],
): CustomFieldValue[] {
  if (call.scm.options.strict.replaceCustomFields) return [...given];
  const merged = new Map([...before, ...given].map((field) => [field.name, field]));
  return [...merged.values()].filter(({ value }) => value !== "");
}
