import { NotFoundError, type WaitOptions } from "../../../../core/index.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { findBySerial } from "../../read-details.ts";
import { asGiven, withProfile } from "./by-profile.ts";
import { readConnection } from "./connections.ts";
import { checkPresent } from "./guard.ts";
import { tellHeldTwice } from "./held-twice.ts";
import { certificateLabel } from "./label.ts";
import { refreshed } from "./refresh-record.ts";
import { withRenewal } from "./renewal-policy.ts";
import { isReportedUnchanged } from "./reported.ts";
import { switchToSuccessor } from "./switch-to-successor.ts";
import type { ReadRequest, StoredCertificate } from "./values.ts";
import { isYoungOrder } from "./young-twin.ts";

/**
 * Reads what SCM says of a certificate. One call while nothing changed: a certificate is immutable, so it is collected
 * again only when SCM names another serial number than state does. A successor that is on its way is looked at first: when
 * it is issued, it takes its place.
 */
export async function readCertificateState(request: ReadRequest): Promise<StoredCertificate | null> {
  const { state: given } = request;
  checkPresent({ state: given, private: request.private }, request.api, "read");
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
    return await refreshed({ ...request, state: current }, wait);
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
