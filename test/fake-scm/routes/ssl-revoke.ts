import { bareSerial } from "../certificate.ts";
import * as errors from "../errors.ts";
import { type Answer, noContent } from "../http/answer.ts";
import { checkLength, parseBody } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import type { Scm } from "../scm.ts";
import { type FormerCertificate, type SslRecord, statusAt } from "../ssl-record.ts";
import { isVisible } from "../tenant.ts";
import { actionRecord } from "./ssl-read.ts";

const gate = { method: "POST", privilege: "sslRevoke", action: "revoke SSL certificates" } as const;

/** Ending a certificate's validity at the CA, by id and by serial number. */
export const sslRevokeRoutes: readonly Route[] = [
  {
    ...gate,
    path: "/ssl/v1/revoke/{sslId}",
    work: (call) => revoke(call, (it) => ({ record: actionRecord(it) })),
  },
  { ...gate, path: "/ssl/v1/revoke/serial/{serialNumber}", work: (call) => revoke(call, bySerial) },
];

/** Reasons SCM takes; the others of RFC 5280 section 5.3.1 it refuses. */
const REASONS = new Set([0, 1, 3, 4, 5]);

type Target = { readonly record: SslRecord; readonly former?: FormerCertificate };

function bySerial(call: Call): Target {
  return targetOf(call, param(call, "serialNumber"));
}

function targetOf(call: Call, serialNumber: string): Target {
  const record = call.scm.ssl.bySerial(serialNumber, "edit");
  if (!record || !isVisible(call.scm.tenant, call.administrator, record.orgId)) {
    throw errors.wrongSslId(serialNumber);
  }
  const bare = bareSerial(serialNumber);
  const former = record.former.find(({ certificate }) => bareSerial(certificate.serial) === bare);
  return former ? { record, former } : { record };
}

/**
 * `reasonCode` came in 2025; callers of before send only `reason`. A number and its text are both taken.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Revoking SSL certificates".
 */
function revoke(call: Call, find: (call: Call) => Target): Answer {
  const { reason, reasonCode } = parseBody(call.body, { reason: "text", reasonCode: "integer" });
  checkReasonType(call);
  checkReasonCode(call, reasonCode);
  if (reason === undefined) throw errors.nullParameter("reason");
  checkLength("reason", reason, 1, 512);
  const { record, former } = find(call);
  if (former) {
    if (former.revoked !== undefined) throw errors.alreadyRevoked();
    former.revoked = call.now;
    former.reasonCode = reasonCode ?? 0;
    return noContent;
  }
  const status = statusAt(record, call.now);
  if (record.status === "Revoked") throw errors.alreadyRevoked();
  if (status !== "Issued") throw errors.onlyIssuedRevocable();
  markRevoked(call.scm, record, reasonCode ?? 0, call.now);
  return noContent;
}

/** The OpenAPI file makes it text, the reference a number. */
function checkReasonType({ body, scm }: Call): void {
  const isNumber = /"reasonCode"\s*:\s*\d/.test(body.toString("utf8"));
  if (isNumber && scm.options.strict.reasonCodeTextOnly) throw errors.unparsableBody();
}

function checkReasonCode(call: Call, reasonCode: number | undefined): void {
  if (reasonCode === undefined && call.scm.options.strict.requireReasonCode) {
    throw errors.nullParameter("reasonCode");
  }
  if (reasonCode !== undefined && !REASONS.has(reasonCode)) throw errors.fieldInvalid("reasonCode");
}

/** The revocation itself, also for the control API. */
export function markRevoked(scm: Scm, record: SslRecord, reasonCode: number, instant: number): void {
  record.status = "Revoked";
  // With the order ended, a replacement that was under way is not made any more.
  record.issueDue = undefined;
  record.revocationShows = scm.clock.now() + scm.options.revokeLagMs;
  record.revoked = instant;
  record.reasonCode = reasonCode;
}
