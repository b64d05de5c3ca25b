import * as errors from "../errors.ts";
import { type Answer, noContent } from "../http/answer.ts";
import { checkLength, parseBody } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { type SslRecord, statusAt } from "../ssl-record.ts";
import { isVisible } from "../tenant.ts";
import { findVisible } from "./ssl-read.ts";

const gate = { method: "POST", privilege: "sslRevoke", action: "revoke SSL certificates" } as const;

/** Ending a certificate's validity at the CA, by id and by serial number. */
export const sslRevokeRoutes: readonly Route[] = [
  { ...gate, path: "/ssl/v1/revoke/{sslId}", work: (call) => revoke(call, byId) },
  { ...gate, path: "/ssl/v1/revoke/serial/{serialNumber}", work: (call) => revoke(call, bySerial) },
];

/** Reasons SCM takes; the others of RFC 5280 section 5.3.1 it refuses. */
const REASONS = new Set([0, 1, 3, 4, 5]);

function byId(call: Call): SslRecord {
  const given = param(call, "sslId");
  const record = findVisible(call, given);
  if (!record) throw errors.wrongSslId(given);
  return record;
}

function bySerial(call: Call): SslRecord {
  const given = param(call, "serialNumber");
  const record = call.scm.ssl.bySerial(given);
  if (!record || !isVisible(call.scm.tenant, call.administrator, record.orgId))
    throw errors.wrongSslId(given);
  return record;
}

/**
 * `reasonCode` came in 2025; callers of before send only `reason`. A number and its text are both taken.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Revoking SSL certificates".
 */
function revoke(call: Call, find: (call: Call) => SslRecord): Answer {
  const { reason, reasonCode } = parseBody(call.body, { reason: "text", reasonCode: "integer" });
  if (reasonCode === undefined && call.scm.options.strict.requireReasonCode)
    throw errors.nullParameter("reasonCode");
  if (reasonCode !== undefined && !REASONS.has(reasonCode)) throw errors.fieldInvalid("reasonCode");
  if (reason === undefined) throw errors.nullParameter("reason");
  checkLength("reason", reason, 1, 512);
  const record = find(call);
  const status = statusAt(record, call.now);
  if (status === "Revoked") throw errors.alreadyRevoked();
  if (status !== "Issued") throw errors.onlyIssuedRevocable();
  markRevoked(record, reasonCode ?? 0, call.now);
  return noContent;
}

/** The revocation itself, also for the control API. */
export function markRevoked(record: SslRecord, reasonCode: number, instant: number): void {
  record.status = "Revoked";
  record.revoked = instant;
  record.reasonCode = reasonCode;
}
