import {
  needsEnrollment,
  type Renewed,
  readCertificatePem,
  renewOnce,
  SectigoError,
  textIn,
  type WaitOptions,
} from "../../../../core/index.ts";
import { waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { orderContext } from "../../order-context.ts";
import { WORDS } from "../../words.ts";
import { type ApplyRequest, argumentsOf } from "./apply-request.ts";
import { carryMetadata } from "./carry-metadata.ts";
import { enrollCertificate } from "./enroll.ts";
import { waitForIssue } from "./follow-order.ts";
import { instantText } from "./instant.ts";
import { refuseRenewal } from "./judge-policy.ts";
import { keep, readKept } from "./kept.ts";
import { certificateLabel } from "./label.ts";
import { renewAfterText, standingInWindow, switchesLater } from "./renewal-policy.ts";
import { knownIds } from "./superseded.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";

type RenewRequest = ApplyRequest & { readonly prior: StoredCertificate };

/**
 * Renews, exactly once, and publishes the successor: in this apply, or when a later refresh finds it issued. While the
 * certificate serves well, a failure is a warning and everything stays as it was.
 * @param isOrdered somebody else renewed it already, so it only has to be found
 */
export async function renewCertificate(
  request: RenewRequest,
  { isOrdered, isSoft }: { readonly isOrdered: boolean; readonly isSoft: boolean },
): Promise<CertificateState> {
  const { config } = request;
  const wait = waitOf(request);
  try {
    if (!isOrdered) refuseRenewal(request, request.prior);
    const renewed = await askForRenewal(request, { isOrdered, isSoft, wait });
    if (renewed === "enroll_instead") return await enrollInstead(request);
    const ordered = await placed(request, renewed, wait);
    if (switchesLater(config.renewal)) return ordered;
    return await waitForIssue(request, ordered, wait, { signed: null, isAdopted: false });
  } catch (thrown) {
    if (isOrdered && SectigoError.from(thrown).code === "state.successor_other_key")
      return leaveForeign(request, thrown);
    return failSoftly(request, thrown);
  }
}

/**
 * A revoked one that was renewed has a successor already: a run that ended after it had revoked what gave way left it
 * behind, or somebody else ordered it. Only where there is none for this key, a new one is enrolled.
 */
export async function succeedRevoked(request: RenewRequest): Promise<CertificateState> {
  const wait = waitOf(request);
  const renewed = await successorOf(request, wait);
  if (renewed === null) return enrollCertificate(request);
  const ordered = await placed(request, renewed, wait);
  return waitForIssue(request, ordered, wait, { signed: null, isAdopted: false });
}

async function successorOf(request: RenewRequest, wait: WaitOptions): Promise<Renewed | null> {
  try {
    const found = await askForRenewal(request, { isOrdered: true, isSoft: true, wait });
    return found === "enroll_instead" ? null : found;
  } catch (thrown) {
    if (/^state\.successor_(missing|other_key|ended)$/.test(SectigoError.from(thrown).code)) return null;
    throw thrown;
  }
}

async function askForRenewal(
  { api, prior, private: data }: RenewRequest,
  {
    isOrdered,
    isSoft,
    wait,
  }: { readonly isOrdered: boolean; readonly isSoft: boolean; readonly wait: WaitOptions },
): Promise<Renewed | "enroll_instead"> {
  const pem = prior.certificate_pem;
  const expectedKey = pem === null ? null : readCertificatePem(pem).publicKey;
  const once = {
    ...{ sslId: prior.ssl_id ?? 0, expectedKey, known: knownIds(prior), nonce: readKept(data).nonce },
    // What state holds is revoked with its resource, so it must not hold what may be somebody else's.
    ...{ ordersNothing: isOrdered, onlyIssued: true },
  };
  try {
    return await renewOnce(api.client, once, orderContext(api, wait));
  } catch (thrown) {
    const isEnded = SectigoError.from(thrown).code === "state.successor_ended";
    if ((!isOrdered || isEnded) && needsEnrollment(thrown, isSoft)) return "enroll_instead";
    throw thrown;
  }
}

async function placed(
  request: RenewRequest,
  { sslId, old, kind, notices }: Renewed,
  wait: WaitOptions,
): Promise<CertificateState> {
  const { api, prior, private: data } = request;
  keep(data, { isRenewed: false, isSuccessorForeign: false, pendingEnd: null });
  for (const { summary, detail } of notices) request.warn(summary, textIn(detail, WORDS));
  if (kind === "renewed") keep(data, { adoptedFrom: null, renewedFrom: `${sslId} ${prior.not_after}` });
  const pending = { ssl_id: sslId, since: instantText(api.clock.now()) };
  const ordered: CertificateState = { ...prior, ...argumentsOf(request), pending };
  request.checkpoint(ordered);
  await carryMetadata(request, { sslId, old, wait });
  return ordered;
}

async function enrollInstead(request: RenewRequest): Promise<CertificateState> {
  request.warn(
    `Certificate ${certificateLabel(request.prior)}: SCM does not renew it, so a new one is enrolled`,
    "Its SCM profile forbids renewals or no longer offers its term, or somebody renewed it for another key. The new one " +
      "takes its place in this resource.",
  );
  return enrollCertificate(request);
}

/** Told once: when its own renewal is due, a new one is enrolled for the key that is here. */
function leaveForeign(request: RenewRequest, thrown: unknown): CertificateState {
  const { api, config, prior } = request;
  keep(request.private, { isSuccessorForeign: true });
  const detail = `${inOneText(api.explain(thrown))}\n\nThis certificate stays in place, and a new one is enrolled when it is due.`;
  request.warn(
    `Certificate ${certificateLabel(prior)} was renewed outside Terraform for another key`,
    detail,
  );
  return { ...prior, ...argumentsOf(request), renew_after: renewAfterText(prior, config.renewal) };
}

function failSoftly(request: RenewRequest, thrown: unknown): CertificateState {
  const { api, config, prior } = request;
  const standing = standingInWindow(prior, config.renewal, api.clock.now());
  if (standing.at === "hard") throw thrown;
  request.warn(
    `Certificate ${certificateLabel(prior)} could not be renewed yet`,
    `${inOneText(api.explain(thrown))}\n\nIt is valid until ${prior.not_after}, and nothing of it has changed; the next ` +
      "plan tries again. Within the last days (renewal.hard_deadline_days) this is an error.",
  );
  return { ...prior, ...argumentsOf(request), renew_after: renewAfterText(prior, config.renewal) };
}
