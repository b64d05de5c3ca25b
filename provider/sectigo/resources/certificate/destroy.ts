import {
  awaitIssued,
  type CertificateDetails,
  ConfigError,
  claimOf,
  NotFoundError,
  REVOCATION_REASONS,
  type RevocationReason,
  readComments,
  releasedComments,
  SectigoError,
  StateError,
  sameSerial,
  standingOf,
  type WaitOptions,
  writeComments,
} from "../../../../core/index.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { readDetails } from "../../read-details.ts";
import { checkPresent } from "./ownership.ts";
import { isOnlyAdopted, reasonOf } from "./plan-destroy.ts";
import { readPrivateData } from "./private-data.ts";
import { readConnection } from "./profile-defaults.ts";
import { isInOtherHands, isOurs, refuseUnproved } from "./record-ownership.ts";
import { certificateLabel, type DestroyRequest } from "./state.ts";
import { hasSameKey, revokeSuperseded, type Superseded } from "./superseded.ts";

const REASON = "Removed from the Terraform configuration";

/**
 * Revokes the certificate of this state, by its exact id. Already revoked, expired, replaced, declined or refused is fine.
 * A request that waits for an administrator is declined. One that is on its way at the CA is awaited first: a certificate
 * issued after its resource is gone would have no owner. One that another resource took over is left to it.
 */
export async function destroyCertificate(given: DestroyRequest): Promise<void> {
  const { prior } = given;
  checkPresent({ state: prior, private: given.private }, given.api, "destroy");
  if (prior.ssl_id === null || prior.revoke_on_destroy === false) return;
  const { api } = readConnection(given.api, prior);
  const request = { ...given, api };
  if (isOnlyAdopted(prior, given.private) && (await letGo(request, waitOf(request)))) return;
  const over = api.ordering.revocations.count(`${prior.ssl_id}`, `Certificate ${certificateLabel(prior)}`);
  if (over !== null) throw blown(over);
  const wait = waitOf(request);
  if (prior.pending !== null) await endRecord(request, prior.pending.ssl_id ?? 0, wait);
  await endRecord(request, prior.ssl_id, wait);
  if (prior.revoke_superseded !== true && reasonOf(prior) !== "key_compromise") return;
  const failed = (_: Superseded, error: SectigoError): void => {
    throw error;
  };
  const reasonFor = (each: Superseded) => reasonOfSuperseded(request, each, wait);
  await revokeSuperseded(api, prior, { wait, failed, reasonFor });
}

/**
 * A compromised key is compromised in what gave way too, so what is for the same key is revoked whatever `revoke_superseded` says.
 * @returns null for what stays valid
 */
async function reasonOfSuperseded(
  { api, prior, warn }: DestroyRequest,
  each: Superseded,
  wait: WaitOptions,
): Promise<RevocationReason | null> {
  if (reasonOf(prior) !== "key_compromise") return "superseded";
  const isSame = await hasSameKey(api, prior, { each, wait });
  if (isSame) return "key_compromise";
  if (prior.revoke_superseded === true) return isSame === false ? "superseded" : "key_compromise";
  if (isSame === null)
    warn(
      `Certificate ${each.serial_number} stays valid, and may be for the compromised key`,
      `SCM does not show its key any more. If it is for that key, revoke it in SCM by its serial number. With ` +
        "revoke_superseded = true destroying would have revoked it.",
    );
  return null;
}

async function endRecord(request: DestroyRequest, sslId: number, wait: WaitOptions): Promise<void> {
  const { api, prior } = request;
  // SCM may show it as issued for a moment longer: a create that follows in this run must not take it over.
  api.ordering.claims.take(sslId);
  const details = await presentDetails(request, sslId, wait);
  if (details === null) return;
  if (await revokedByNumber(request, details, wait)) return giveUp(request, details, wait);
  if (isInOtherHands(request, details)) return giveUp(request, details, wait);
  if (!(await isOurs(request, details, wait))) return;
  await refuseUnproved(request, details, wait);
  const status = details.status === "Requested" ? await declined(api, sslId, wait) : details.status;
  const final = standingOf(status) === "pending" ? await awaited(api, sslId, wait) : status;
  // It may have been issued in between, so that its key shows.
  if (final !== details.status) await refuseUnproved(request, { ...details, status: final }, wait);
  // A status that we don't know is not a reason to leave a certificate behind alive: SCM says whether it can be revoked.
  if (!["issued", "unknown"].includes(standingOf(final))) return;
  const reasonCode = REVOCATION_REASONS[reasonOf(prior)];
  await api.client.certificates.revoke(sslId, { reasonCode, reason: REASON }, wait);
}

/** An answer may be older than the claim that this state wrote, so it is asked for again before a certificate is left alive. */
async function presentDetails(
  request: DestroyRequest,
  sslId: number,
  wait: WaitOptions,
): Promise<CertificateDetails | null> {
  const details = await detailsOrForgotten(request, sslId, wait);
  const isTaken =
    details !== null && claimOf(details.comments, readPrivateData(request.private).nonce) === "taken";
  return isTaken ? detailsOrForgotten(request, sslId, wait) : details;
}

async function detailsOrForgotten(
  { api, prior }: DestroyRequest,
  sslId: number,
  wait: WaitOptions,
): Promise<CertificateDetails | null> {
  try {
    return await readDetails(api, sslId, { wait, purpose: DESTROY });
  } catch (thrown) {
    if (thrown instanceof NotFoundError && prior.when_missing === "reenroll") return null;
    throw thrown;
  }
}

/**
 * With create_before_destroy the resource that follows takes the record over, and SCM reissues it for another key. The
 * certificate of the key that is compromised is still this state's, and only its serial number tells the two apart.
 * @returns whether that was so
 */
async function revokedByNumber(
  { api, prior, private: data }: DestroyRequest,
  { sslId, comments, serialNumber }: CertificateDetails,
  wait: WaitOptions,
): Promise<boolean> {
  const { serial_number: leaked } = prior;
  const isTaken = claimOf(comments, readPrivateData(data).nonce) === "taken";
  if (!isTaken || reasonOf(prior) !== "key_compromise" || sslId !== prior.ssl_id) return false;
  if (leaked === null || serialNumber === null || sameSerial(leaked, serialNumber)) return false;
  const reasonCode = REVOCATION_REASONS.key_compromise;
  await api.client.certificates.revokeBySerial(leaked, { reasonCode, reason: REASON }, wait);
  return true;
}

/** Its new holder holds it alone from now on, and revokes it in time. */
async function giveUp(
  { api, private: data, log }: DestroyRequest,
  { sslId, comments }: CertificateDetails,
  wait: WaitOptions,
): Promise<void> {
  const released =
    claimOf(comments, readPrivateData(data).nonce) === "taken" ? releasedComments(comments) : null;
  if (released === null) return;
  try {
    await api.client.certificates.update(sslId, { comments: released }, wait);
  } catch (thrown) {
    // Then its new holder lets it go one day instead of revoking it, and says so.
    log.info("could not give a certificate up", { sslId, code: SectigoError.from(thrown).code });
  }
}

/**
 * An empty state is not a proof that its own run was interrupted: it may be a test beside a live configuration. So what it took
 * over and never ordered goes back to where it was, unless the user says in words that destroying revokes, or its former
 * holder has given it up.
 * @returns false when it is this state's alone
 */
async function letGo(
  { api, prior, private: data, warn }: DestroyRequest,
  wait: WaitOptions,
): Promise<boolean> {
  const { adoptedFrom, nonce } = readPrivateData(data);
  const sslId = prior.ssl_id ?? 0;
  const { comments } = await readDetails(api, sslId, { wait, purpose: DESTROY });
  const { comment, tag } = readComments(comments);
  if (tag?.isReleased && tag.nonce === nonce) return false;
  warn(
    `Certificate ${certificateLabel(prior)} is let go, not revoked`,
    "This state took it over and has never ordered it, so it may serve another configuration. To have it revoked, set " +
      "revoke_on_destroy = true before you destroy, or revoke it in SCM.",
  );
  if (adoptedFrom === null || adoptedFrom === "" || tag === null || tag.nonce !== nonce) return true;
  try {
    const former = writeComments(comment, { ...tag, nonce: adoptedFrom }, api.ordering.origin);
    await api.client.certificates.update(sslId, { comments: former }, wait);
  } catch (thrown) {
    // It stays as it is; whose it was, its former state says when it reads it.
    warn(`The claim on certificate ${sslId} could not be given back`, inOneText(api.explain(thrown)));
  }
  return true;
}

/** Revocations by -replace or of a tainted resource show in no plan, so they are counted here once more. */
function blown({ summary, detail }: Diagnostic): ConfigError {
  return new ConfigError(summary, { code: "config.max_revocations", hint: detail, path: undefined });
}

const DESTROY = {
  what: "revoke certificate",
  hint:
    "It is gone, or this administrator may no longer see it: SCM does not tell these apart. Restore the administrator's " +
    "access; or make sure that it is revoked, then forget it with `state rm` and the resource's address.",
};

async function statusOf(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  return (await readDetails(api, sslId, { wait, purpose: DESTROY })).status;
}

/** @returns the status afterwards: an administrator may have approved it in between, and then it is on its way */
async function declined(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  try {
    await api.client.certificates.decline(sslId, REASON, wait);
  } catch (thrown) {
    // Not in this state any more: what it is in now decides what is left to do.
    if (!(thrown instanceof StateError)) throw thrown;
  }
  return statusOf(api, sslId, wait);
}

/** The CSR is not handed over: whose key it is does not matter to who revokes it. */
async function awaited(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  const outcome = await awaitIssued(api.client, sslId, { ...wait, clock: api.clock, log: api.log });
  if (outcome.kind !== "pending") return outcome.status;
  throw new StateError(`destroy certificate request ${sslId}: it is still ${outcome.status}`, {
    code: "state.pending",
    hint: "Have an administrator decline or approve it in SCM, then destroy again; or give it more time with timeouts.delete.",
  });
}
