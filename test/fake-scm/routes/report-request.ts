import { dayStart } from "../clock.ts";
import { fieldInvalid } from "../errors.ts";
import { parseBody } from "../http/body.ts";
import type { Call } from "../http/call.ts";

/** Whole days, both ends inclusive, in epoch milliseconds. Reports know no times of day. */
export type Window = { readonly from: number; readonly to: number };

/** What the certificate reports have in common. */
export type ReportRequest = {
  /** Undefined means all. */
  readonly organizations: readonly number[] | undefined;
  /** Code of the report's status table; 0 is any. */
  readonly status: number;
  /** Code of the date to select by. */
  readonly dateAttribute: number;
  readonly window: Window | undefined;
  readonly commonName: string | undefined;
  readonly externalRequester: string | undefined;
  readonly source: number | undefined;
  readonly keepsLeadingZeros: boolean;
};

const DAY_MS = 86_400_000;

/** Codes that a report accepts. */
export type Codes = { readonly statuses: readonly number[]; readonly dates: readonly number[] };

/**
 * Reads a report's request. `organizationIds: []` counts as all, as scripts of customers send it.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Reports".
 * @throws ScmError -1002, -1601
 */
export function readReportRequest(call: Call, codes: Codes): ReportRequest {
  const body = parseBody(call.body, {
    organizationIds: "texts",
    certificateStatus: "integer",
    certificateDateAttribute: "integer",
    certificateRequestSource: "integer",
    from: "text",
    to: "text",
    commonName: "text",
    externalRequester: "text",
    serialNumberFormat: "text",
    includeIpAddresses: "boolean",
  });
  const status = body.certificateStatus ?? 0;
  if (!codes.statuses.includes(status)) throw fieldInvalid("certificateStatus");
  const dateAttribute = body.certificateDateAttribute ?? codes.dates[0] ?? 0;
  if (!codes.dates.includes(dateAttribute)) throw fieldInvalid("certificateDateAttribute");
  const organizations = body.organizationIds?.map(Number) ?? [];
  return {
    organizations: organizations.length === 0 ? undefined : organizations,
    status,
    dateAttribute,
    window: readWindow(body.from, body.to),
    commonName: body.commonName?.toLowerCase(),
    externalRequester: body.externalRequester,
    source: body.certificateRequestSource,
    keepsLeadingZeros: body.serialNumberFormat === "HEXWithLeadingZeros",
  };
}

/** Both days are in the window; without either there is none. @throws ScmError -1601 */
export function readWindow(from: string | undefined, to: string | undefined): Window | undefined {
  if (!from && !to) return undefined;
  const start = from ? readDay("from", from) : 0;
  const end = to ? readDay("to", to) : 8.64e15;
  if (start > end) throw fieldInvalid("from");
  return { from: start, to: end + DAY_MS - 1 };
}

function readDay(name: string, text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw fieldInvalid(name);
  return dayStart(instant);
}

/** Whether a date lies in the window; what has no such date is in none. */
export function isWithin(window: Window | undefined, instant: number | undefined): boolean {
  if (!window) return true;
  return instant !== undefined && instant >= window.from && instant <= window.to;
}
