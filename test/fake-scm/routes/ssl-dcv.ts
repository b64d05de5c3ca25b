import { createHash } from "node:crypto";
import { formatDate, INSTANT, LOG_TIME } from "../dates.ts";
import { type Answer, json } from "../http/answer.ts";
import type { Call, Route } from "../http/call.ts";
import { certificateNames, type SslRecord, statusAt } from "../ssl-record.ts";
import { visibleRecord } from "./ssl-read.ts";

/** State of domain control validation for one certificate's names. */
export const sslDcvRoutes: readonly Route[] = [
  { method: "GET", path: "/ssl/v1/{sslId}/dcv", work: state },
  {
    method: "POST",
    path: "/ssl/v1/{sslId}/dcv/recheck",
    privilege: "allowDCV",
    action: "perform DCV validation",
    work: recheck,
  },
];

const HOUR_MS = 3_600_000;

function domainsOf(call: Call, record: SslRecord): string[] {
  const names = certificateNames(record).map((name) => name.replace(/^\*\./, ""));
  const domains = call.scm.tenant.domains.map(({ name }) => name);
  return [...new Set(names.map((name) => domains.find((domain) => name.endsWith(domain)) ?? name))];
}

function logOf(call: Call, record: SslRecord): unknown {
  const pattern = call.scm.options.strict.isoDates ? INSTANT : LOG_TIME;
  const isDone = ["Issued", "Expired", "Revoked"].includes(statusAt(record, call.now));
  return {
    error: { code: 0, description: null },
    log: domainsOf(call, record).map((domainName) => ({
      dcvStatus: isDone ? "Validated" : "Awaiting Validation",
      domainName,
      lastCheck: formatDate(call.now - HOUR_MS, pattern),
      nextCheck: formatDate(call.now + HOUR_MS, pattern),
      dcvDate: isDone ? formatDate(record.issued ?? call.now, pattern) : null,
      dcvEmailRefNumber: 1,
    })),
  };
}

function state(call: Call): Answer {
  const record = visibleRecord(call);
  const instructions = domainsOf(call, record).map((domainName) => {
    const host = digest("host", domainName);
    const point = digest("point", domainName);
    return {
      domainName,
      dcvMode: "CNAME",
      host: `_${host}.${domainName}.`,
      point: `${point}.${digest("second", domainName)}.sectigo.com.`,
    };
  });
  const answer = { dcvLog: logOf(call, record), instructions };
  return json(call.scm.options.strict.dcvAsList ? [answer] : answer);
}

function digest(word: string, domain: string): string {
  return createHash("md5").update(`${word} ${domain}`).digest("hex").toUpperCase();
}

function recheck(call: Call): Answer {
  return { ...json({ dcvLog: logOf(call, visibleRecord(call)) }), status: 202 };
}
