import {
  sameAddresses,
  sameComment,
  sameSerial,
  scmDateStart,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Connection } from "../../connection.ts";
import type { ReportPlace } from "../../refresh-reports.ts";
import type { ReportedFacts } from "../../reported-rows.ts";
import { readMetadata } from "./metadata.ts";
import { type StoredCertificate, stableStatus } from "./values.ts";

const DAY_MS = 86_400_000;

/**
 * Whether a report says that a certificate is as state has it. False means no more than that its record is to be read: a
 * report may lack what it should have, or lag behind.
 */
export async function isReportedUnchanged(
  { reports, clock, client }: Connection,
  state: StoredCertificate,
  { isYoung, wait }: { readonly isYoung: boolean; readonly wait: WaitOptions },
): Promise<boolean> {
  const place = placeOf(state, clock.now());
  const row = await reports.rowOf(place && { ...place, client, isYoung }, wait);
  return row !== null && agrees(state, row);
}

/**
 * Null unless state holds an issued certificate whole: anything else may be about to change. Null too for one that a plan
 * may renew: only its record says whether another actor did so already, or SCM is going to.
 */
function placeOf(state: StoredCertificate, now: Date): ReportPlace | null {
  const { ssl_id: sslId, organization_id: organizationId, not_after: end, renew_after: renewal } = state;
  if (renewal !== null && new Date(renewal) <= now) return null;
  if (sslId === null || organizationId === null || end === null) return null;
  if (state.status !== "Issued" || state.certificate_pem === null) return null;
  return { sslId, organizationId, notAfter: new Date(end) };
}

/**
 * Whether nothing of what both hold differs. What state does not manage does not count; what the row lacks counts as a
 * difference, so that a report that leaves something out only costs a read.
 */
export function agrees(state: StoredCertificate, row: ReportedFacts): boolean {
  const { serialNumber, expires, revoked } = row;
  return (
    stableStatus(row.status) === state.status &&
    revoked === null &&
    serialNumber !== null &&
    state.serial_number !== null &&
    sameSerial(serialNumber, state.serial_number) &&
    row.organizationId === state.organization_id &&
    (state.scm_profile_id === null || row.scmProfileId === state.scm_profile_id) &&
    expires !== null &&
    isSameDay(scmDateStart(expires), state.not_after) &&
    isSameMetadata(state, row)
  );
}

/** SCM's dates may be days in a zone of its own; which certificate it is, the serial number says exactly. */
function isSameDay(one: Date, other: string | null): boolean {
  return other !== null && Math.abs(one.getTime() - new Date(other).getTime()) <= DAY_MS;
}

function isSameMetadata(state: StoredCertificate, row: ReportedFacts): boolean {
  const found = readMetadata(row, state, false);
  return (
    (found.comments === null) === (state.comments === null) &&
    sameComment(found.comments ?? "", state.comments ?? "") &&
    sameAddresses(found.external_requesters ?? [], state.external_requesters ?? []) &&
    isSameRecord(found.custom_fields ?? {}, state.custom_fields ?? {})
  );
}

function isSameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
