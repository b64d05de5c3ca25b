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
  const record = visibleRecord(call);
  const { certificate, commonName } = record;
  checkFormat(format);
  const status = statusAt(record, call.now);
  if (status === "Requested") throw errors.notApproved();
  if (status === "Init" || status === "Approved" || status === "Applied") throw errors.beingProcessed();
  if (status === "Revoked" && !options.strict.collectRevoked) throw errors.revokedNotCollectable();
  if (!certificate) throw errors.notCollectable();
  return download({ authority, certificate, commonName, format });
}
