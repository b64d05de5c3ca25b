import {
  NotFoundError,
  sameAddresses,
  sameComment,
  sameSerial,
  scmDateStart,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { findBySerial } from "../../read-details.ts";
import type { ReportPlace } from "../../refresh-reports.ts";
import type { ReportedFacts } from "../../reported-rows.ts";
import { noteIssued } from "./issued-requests.ts";
import { checkPresent } from "./ownership.ts";
import { asGiven, readConnection, withProfile } from "./profile-defaults.ts";
import { switchToSuccessor } from "./refresh-certificate.ts";
import { isYoungOrder, readMetadata, refreshRecord } from "./refresh-record.ts";
import {
  certificateLabel,
  type ReadRequest,
  type StoredCertificate,
  stableStatus,
  withRenewal,
} from "./state.ts";

/**
 * Reads what SCM says of a certificate. One call while nothing changed: a certificate is immutable, so it is collected
 * again only when SCM names another serial number than state does. A successor that is on its way is looked at first: when
 * it is issued, it takes its place.
 */
export async function readCertificateState(request: ReadRequest): Promise<StoredCertificate | null> {
  const { state: given } = request;
  checkPresent({ state: given, private: request.private }, request.api, "read");
  noteIssued(given);
  const { api, diagnostics } = readConnection(request.api, given);
  for (const { summary, detail } of diagnostics) request.warn(summary, detail);
  const found = await readCompleted({ ...request, api, state: withProfile(given) });
  noteImport(request.api, given, found);
  tellHeldTwice(request, found);
  return found && asGiven(found, given);
}

/** Whatever the way of the import, nothing is known but how to find it. The next read ends it. */
function noteImport(
  { justImported }: Connection,
  given: StoredCertificate,
  found: StoredCertificate | null,
): void {
  const sslId = found?.ssl_id ?? null;
  if (sslId === null) return;
  if (given.status === null) justImported.add(sslId);
  else justImported.delete(sslId);
}

/** @param request with a state that its profile completes */
async function readCompleted(request: ReadRequest): Promise<StoredCertificate | null> {
  const wait = waitOf(request);
  const state = request.state.ssl_id === null ? await foundBySerial(request, wait) : request.state;
  // An order that SCM never accepted has nothing to read.
  if (state === null || state.ssl_id === null) return null;
  const isYoung = isYoungOrder(request);
  if (state.pending === null && (await isReportedUnchanged(request.api, state, { isYoung, wait })))
    return withRenewal(state);
  try {
    const current = await switchToSuccessor({ ...request, state }, wait);
    return await refreshRecord({ ...request, state: current }, wait);
  } catch (thrown) {
    // What is imported must be there; of all else one record that is not shown must not stop a whole state.
    if (!(thrown instanceof NotFoundError) || state.status === null) throw thrown;
    if (state.when_missing !== "reenroll") return leftAsItIs(request, state, thrown);
    request.warn(
      `Certificate ${certificateLabel(state)} is not shown by SCM any more and is forgotten`,
      'That is because when_missing is "reenroll": the plan enrolls a new one.',
    );
    return null;
  }
}

function leftAsItIs(
  { api, warn }: ReadRequest,
  state: StoredCertificate,
  thrown: unknown,
): StoredCertificate {
  const { summary, detail } = api.explain(thrown);
  warn(summary, `${detail}\n\nThe state keeps what it knows of it.`);
  return withRenewal(state);
}

/** An import by serial number knows nothing else yet. */
async function foundBySerial(
  { api, state }: ReadRequest,
  wait: WaitOptions,
): Promise<StoredCertificate | null> {
  const { serial_number: serialNumber } = state;
  if (serialNumber === null) return null;
  return { ...state, ssl_id: await findBySerial(api.client, serialNumber, wait), serial_number: null };
}

/** Warns at the second of two resources that hold one certificate, or of which one waits for what the other holds. */
function tellHeldTwice(
  { api, warn }: Pick<Operation<Connection>, "warn"> & { readonly api: Connection },
  found: StoredCertificate | null,
): void {
  if (found === null) return;
  const ids = new Set([found.ssl_id, found.pending?.ssl_id ?? null].filter((id) => id !== null));
  for (const id of ids) {
    if (api.held.take(id)) continue;
    const which = id === found.ssl_id ? certificateLabel(found) : `ssl_id ${id}`;
    warn(
      `Two resources hold certificate ${which}`,
      "Each believes that the certificate is its own: destroying one revokes the certificate of the other, and both may renew it. " +
        `Keep one address, which \`ssl_id = ${id}\` in what \`show\` prints helps to find. Take the other out of state with a removed ` +
        "block (lifecycle { destroy = false }) or `state rm`, which revokes nothing, and delete its resource and import blocks.",
    );
  }
}

const DAY_MS = 86_400_000;

/**
 * Whether a report says that a certificate is as state has it. False means no more than that its record is to be read: a
 * report may lack what it should have, or lag behind.
 */
async function isReportedUnchanged(
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
