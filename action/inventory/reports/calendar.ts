import { plainText, renewalWindow, scmDateStart } from "../../../core/index.ts";
import type { Snapshot, ToldRow } from "./snapshot.ts";

const DAY_MS = 86_400_000;
const LONGEST_TEXT = 200;
/** RFC 5545 §3.1: a line has 75 octets at most, its end not counted. */
const LONGEST_LINE = 75;

/**
 * A calendar of whole days: when a certificate ends, and when its renewal begins where SCM tells how long it is valid. Only
 * issued ones without a successor, the first to end first, `limit` at most. A day has the same UID in every run, so that
 * calendars move it and do not show it twice. Source: RFC 5545; RFC 7986 (NAME, REFRESH-INTERVAL).
 */
export function calendarText(snapshot: Snapshot, limit: number): string {
  const due = snapshot.told.filter(({ entry, hasSuccessor }) => entry.status === "Issued" && !hasSuccessor);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//scm-as-code//terraform-provider-sectigo//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "NAME:Certificates",
    "X-WR-CALNAME:Certificates",
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ...due.slice(0, limit).flatMap((row) => eventsOf(row, snapshot)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventsOf(row: ToldRow, snapshot: Snapshot): readonly string[] {
  const { entry, end } = row;
  if (end === null) return [];
  const name = entry.commonName ?? `${entry.type} certificate ${entry.certificateId}`;
  const renewal = renewalDay(row);
  return [
    ...(renewal === null
      ? []
      : event(row, snapshot, { kind: "renewal", day: renewal, summary: `Renew ${name}` })),
    ...event(row, snapshot, { kind: "end", day: end, summary: `${name} ends` }),
  ];
}

/** The first day of the default window, a third of the lifetime; null where the lifetime is not known. */
function renewalDay({ entry: { issued, termDays }, end }: ToldRow): Date | null {
  if (end === null || (issued === null && termDays === null)) return null;
  const start = issued === null ? end.getTime() - (termDays ?? 0) * DAY_MS : scmDateStart(issued).getTime();
  return renewalWindow({ notBefore: new Date(start), notAfter: end }).opensAt;
}

interface Happening {
  readonly kind: "end" | "renewal";
  readonly day: Date;
  readonly summary: string;
}

function event({ entry }: ToldRow, { now, host }: Snapshot, { kind, day, summary }: Happening): string[] {
  const { type, certificateId, organizationName, issuer, scmProfileName } = entry;
  const about = [
    `${type} certificate ${certificateId} in ${host}`,
    ...(organizationName === null ? [] : [`Organization: ${organizationName}`]),
    ...(scmProfileName === null ? [] : [`SCM profile: ${scmProfileName}`]),
    ...(issuer === null ? [] : [`Issuer: ${issuer}`]),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${kind}-${type}-${certificateId}@${host.replace(/[^\w.-]/g, "-")}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(new Date(day.getTime() + DAY_MS))}`,
    `SUMMARY:${textValue(summary)}`,
    `DESCRIPTION:${about.map(textValue).join("\\n")}`,
    `CATEGORIES:${kind === "end" ? "Certificate ends" : "Certificate renewal"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}

/** RFC 5545 §3.3.11. Control characters have been taken apart before. */
function textValue(text: string): string {
  return plainText(text, LONGEST_TEXT).replace(/[\\;,]/g, "\\$&");
}

/** Continued in the next line after a blank, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
