import * as errors from "../errors.ts";
import { type Answer, noContent } from "../http/answer.ts";
import { checkLength, parseBody, required } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import type { Scm } from "../scm.ts";
import { type RequestedKey, type SslRecord, statusAt } from "../ssl-record.ts";
import { checkCsrText, checkNames, orderingUnit, readCsr } from "./ssl-checks.ts";
import { uniqueNames } from "./ssl-enroll.ts";
import { actionRecord } from "./ssl-read.ts";

/** Reissue under the same id: another key, names if wanted, serial number and hashes; the end of validity stays. */
export const sslReplaceRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/ssl/v1/replace/{sslId}",
    privilege: "sslReplace",
    action: "replace SSL certificates",
    work: replace,
  },
];

/**
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Replacing SSL certificates". Here SANs are a
 * list, other than in enroll. That the record is Applied meanwhile follows from the CA's work, not from the text.
 */
function replace(call: Call): Answer {
  const { scm } = call;
  const body = parseBody(call.body, {
    csr: "text",
    reason: "text",
    commonName: "text",
    subjectAlternativeNames: "texts",
    dcvMode: "text",
    dcvEmail: "text",
  });
  const csr = required("csr", body.csr);
  checkCsrText(csr);
  const reason = required("reason", body.reason);
  checkLength("reason", reason, 1, 512);
  checkLength("commonName", body.commonName, 1, 64);
  const record = actionRecord(call);
  const status = statusAt(record, call.now);
  if (status !== "Issued") throw errors.wrongState(status);
  if (record.autoInstalled) throw errors.replaceForbidden();
  orderingUnit(call, record.orgId);
  const profile = scm.tenant.profiles.find(({ id }) => id === record.profileId);
  if (!profile) throw errors.profileInvalid();
  const read = readCsr(csr, profile, scm.options.strict);
  const commonName = body.commonName ?? read.commonName;
  const names = uniqueNames(body.subjectAlternativeNames ?? record.subjectAlternativeNames);
  checkNames(scm, profile, record.orgId, [commonName, ...names]);
  startReplacement(scm, record, { csr, key: read.key, commonName, names });
  return noContent;
}

/** What a replacement changes. */
export type Replacement = {
  readonly csr: string;
  readonly key: RequestedKey;
  readonly commonName: string;
  readonly names: readonly string[];
};

/** The replacement itself, also for the control API: the record is with the CA again until issued. */
export function startReplacement(scm: Scm, record: SslRecord, change: Replacement): void {
  record.csr = change.csr;
  record.key = change.key;
  record.commonName = change.commonName;
  record.subjectAlternativeNames = change.names;
  record.keepNotAfter = record.certificate?.notAfter;
  scm.lifecycle.apply(record, scm.clock.now());
  if (scm.options.strict.replaceStaysIssued) {
    record.status = "Issued";
    record.issueDue = scm.clock.now() + scm.options.issueDelayMs;
  }
  scm.ssl.watch(record);
  scm.settle();
}
