import { checkFormat, download } from "../chain-formats.ts";
import * as errors from "../errors.ts";
import type { Answer } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { statusAt } from "../ssl-record.ts";
import { visibleRecord } from "./ssl-read.ts";

/** Downloading, by query and in the older form with the format in the path, which most public clients use. */
export const sslCollectRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/ssl/v1/collect/{sslId}",
    work: (call) => collect(call, call.query.get("format") ?? "base64"),
  },
  {
    method: "GET",
    path: "/ssl/v1/collect/{sslId}/{format}",
    work: (call) => collect(call, param(call, "format")),
  },
];

/** What is not there yet is HTTP 400 with a code; public clients take any of them for "wait" while states say so. */
function collect(call: Call, format: string): Answer {
  const { authority, options } = call.scm;
  const { strict } = options;
  const record = visibleRecord(call);
  const { certificate, commonName } = record;
  checkFormat(format);
  const status = statusAt(record, call.now);
  const isFresh =
    status === "Issued" && (record.replaced ?? record.issued ?? 0) + options.collectLagMs > call.now;
  if (WAITING.has(status) || isFresh) {
    if (strict.emptyWhileWaiting) return { status: 200, bytes: Buffer.alloc(0) };
    throw waitingError(status, strict.otherWaitingCodes);
  }
  if (status === "Revoked" && !strict.collectRevoked) throw errors.revokedNotCollectable();
  if (!certificate) throw errors.notCollectable();
  return download({ authority, certificate, commonName, format, strict });
}

const WAITING: ReadonlySet<string> = new Set(["Init", "Requested", "SAApproved", "Approved", "Applied"]);

function waitingError(status: string, hasOtherCodes: boolean): errors.ScmError {
  if (status === "Requested") return hasOtherCodes ? errors.notCollectable() : errors.notApproved();
  return hasOtherCodes ? errors.requestProcessing() : errors.beingProcessed();
}
