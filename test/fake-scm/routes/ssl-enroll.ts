import { fieldInvalid, nullParameter } from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { parseBody, required } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import { blankSslRecord, type SslRecord } from "../ssl-record.ts";
import {
  checkCsrText,
  checkNames,
  checkOrder,
  checkTexts,
  keptText,
  readCsr,
  readCustomFields,
} from "./ssl-checks.ts";

/** Ordering an SSL certificate with the caller's CSR. */
export const sslEnrollRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/ssl/v1/enroll",
    privilege: "sslRequest",
    action: "request SSL certificates",
    work: enroll,
  },
];

/**
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Enrolling SSL certificates". SANs are one comma
 * separated text here (a list is unparsable), the common name is the CSR's, and the CSR's own SANs count for nothing.
 */
function enroll(call: Call): Answer {
  const { scm } = call;
  const body = parseBody(call.body, {
    orgId: "integer",
    csr: "text",
    subjAltNames: "text",
    certType: "integer",
    term: "integer",
    comments: "text",
    externalRequester: "text",
    customFields: "objects",
    dcvMode: "text",
    dcvEmail: "text",
  });
  if (body.orgId === undefined) throw nullParameter("orgId");
  if (body.orgId < 1) throw fieldInvalid("orgId");
  const csr = required("csr", body.csr);
  const profileId = required("certType", body.certType);
  const term = required("term", body.term);
  checkCsrText(csr);
  checkTexts(body.comments, body.externalRequester);
  if (term < 1) throw fieldInvalid("term");
  const customFields = readCustomFields(scm, body.customFields ?? []);

  const profile = checkOrder(call, { orgId: body.orgId, profileId, term, customFields });
  const names = splitNames(body.subjAltNames);
  const { commonName, key } = readCsr(csr, profile, scm.options.strict, names);
  checkNames(scm, profile, body.orgId, [commonName, ...names]);

  const record: SslRecord = {
    ...blankSslRecord(scm.nextSslId(), body.orgId, commonName),
    renewId: scm.random.token(20),
    profileId,
    term,
    csr,
    key,
    subjectAlternativeNames: names,
    comments: keptText(body.comments ?? "", scm.options.strict),
    externalRequester: keptText(body.externalRequester ?? "", scm.options.strict) || undefined,
    customFields,
  };
  submit(call, record);
  return json({ sslId: record.sslId, renewId: record.renewId });
}

/** In whose name something is ordered, and when. */
export type Caller = Pick<Call, "administrator" | "now" | "scm">;

/** Files a new request in the caller's name; whoever may approve by itself does not wait. */
export function submit(call: Caller, record: SslRecord): void {
  const { administrator, now, scm } = call;
  record.status = record.commonName.startsWith("invalid.") ? "Invalid" : "Requested";
  record.requested = now;
  record.requester = administrator.email;
  record.requesterId = administrator.id;
  record.requestedVia = scm.options.strict.requestedViaWebApi ? "Web API" : "REST API";
  if (record.status === "Requested" && approvesItself(call))
    scm.lifecycle.approve(record, now, administrator.id);
  scm.ssl.add(record);
  scm.settle();
}

/** Whether requests of this caller skip the waiting for an administrator. */
export function approvesItself({ administrator, scm }: Caller): boolean {
  return scm.options.autoApprove && administrator.privileges.includes("autoApproveCertificates");
}

/** One name each, blanks trimmed, duplicates (in any case) dropped. */
export function splitNames(commaSeparated: string | undefined): string[] {
  const names = (commaSeparated ?? "").split(",").map((name) => name.trim());
  return uniqueNames(names.filter((name) => name !== ""));
}

export function uniqueNames(names: readonly string[]): string[] {
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byLower.values()];
}
