import { createHash } from "node:crypto";
import { formatDate, INSTANT } from "../dates.ts";
import type { Answer } from "../http/answer.ts";
import { parseBody } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import { sightOf } from "../http/paging.ts";
import type { SslRecord } from "../ssl-record.ts";
import { findUnit } from "../tenant.ts";
import { isWithin, readWindow, type Window } from "./report-request.ts";
import { report } from "./reports.ts";

/** What was done in the account. Source: Admin Operations OpenAPI file 25.9.2, `generate-activity-report`. */
export const activityReportRoutes: readonly Route[] = [
  { method: "POST", path: "/report/v1/activity", work: activityReport },
];

/** Acts that leave an instant in a record. The document names no action; these names are the fake's own. Who did it is known of some. */
const ACTS = [
  { member: "requested", actionName: "SSL: requested", by: "requesterId" },
  { member: "approved", actionName: "SSL: approved", by: "approverId" },
  { member: "declined", actionName: "SSL: declined", by: null },
  { member: "issued", actionName: "SSL: issued", by: null },
  { member: "revoked", actionName: "SSL: revoked", by: null },
] as const;

interface Act {
  readonly record: SslRecord;
  readonly kind: (typeof ACTS)[number];
  readonly instant: number;
}

/** Acts on certificates that the caller sees, oldest first; `from` and `to` are days, both within. */
function activityReport(call: Call): Answer {
  const body = parseBody(call.body, { from: "text", to: "text" });
  const window = readWindow(body.from, body.to);
  const sees = sightOf(call);
  const acts: Act[] = [];
  for (const record of call.scm.ssl.among(() => true))
    if (sees?.(record) ?? true) acts.push(...actsOn(record, window));
  acts.sort((one, other) => one.instant - other.instant);
  return report(
    "activity",
    acts.map((act, index) => row(call, act, index)),
  );
}

function actsOn(record: SslRecord, window: Window | undefined): readonly Act[] {
  return ACTS.flatMap((kind) => {
    const instant = record[kind.member];
    return instant !== undefined && isWithin(window, instant) ? [{ record, kind, instant }] : [];
  });
}

function row({ scm }: Call, { record, kind, instant }: Act, id: number): unknown {
  const { tenant } = scm;
  const { sslId, orgId, commonName, term, backendCertId, profileId } = record;
  const { actionName, by } = kind;
  const who = by && tenant.administrators.find((each) => each.id === record[by]);
  return {
    id,
    guid: createHash("md5").update(`${actionName} ${sslId} ${instant}`).digest("hex"),
    action: { id: ACTS.indexOf(kind), actionName },
    admin: who
      ? { login: who.login, fullName: `${who.forename} ${who.surname}`, email: who.email }
      : undefined,
    org: { id: String(orgId), name: findUnit(tenant, orgId)?.name },
    ssl: {
      backendCertId,
      commonName,
      sslType: tenant.profiles.find((each) => each.id === profileId)?.name,
      term,
    },
    description: `${actionName} ${commonName}`,
    accessMethod: record.requestedVia,
    date: formatDate(instant, INSTANT),
  };
}
