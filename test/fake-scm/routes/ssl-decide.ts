import * as errors from "../errors.ts";
import { type Answer, noContent } from "../http/answer.ts";
import { checkLength, parseBody } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import type { Scm } from "../scm.ts";
import type { SslRecord } from "../ssl-record.ts";
import { actionRecord } from "./ssl-read.ts";

const gate = { method: "POST", privilege: "sslApprove" } as const;

/** An administrator's decision on a request. */
export const sslDecideRoutes: readonly Route[] = [
  { ...gate, path: "/ssl/v1/approve/{sslId}", action: "approve SSL certificates", work: approve },
  { ...gate, path: "/ssl/v1/decline/{sslId}", action: "decline SSL certificates", work: decline },
];

/** Declined requests can be approved after all. Source: the reference lists Declined among the editable states. */
const APPROVABLE = new Set(["Requested", "Declined"]);

function readMessage(call: Call): void {
  const { message } = parseBody(call.body, { message: "text" });
  if (message === undefined) throw errors.nullParameter("message");
  checkLength("message", message, 1, 512);
}

function approve(call: Call): Answer {
  readMessage(call);
  const record = actionRecord(call);
  if (!APPROVABLE.has(record.status)) throw errors.notApprovable(record.status);
  approveRecord(call.scm, record, call.administrator.id);
  return noContent;
}

function decline(call: Call): Answer {
  readMessage(call);
  const record = actionRecord(call);
  if (record.status !== "Requested") throw errors.notDeclinable(record.status);
  declineRecord(record, call.now);
  return noContent;
}

/** The approval itself, also for the control API. */
export function approveRecord(scm: Scm, record: SslRecord, approverId: number | undefined): void {
  scm.lifecycle.approve(record, scm.clock.now(), approverId);
  record.declined = undefined;
  scm.ssl.watch(record);
  scm.settle();
}

/** The refusal itself, also for the control API. */
export function declineRecord(record: SslRecord, instant: number): void {
  record.status = "Declined";
  record.declined = instant;
}
