import { findTwin, orderOnce, type Placed, standingOf, textIn } from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import { waitOf } from "../../connection.ts";
import { orderContext } from "../../order-context.ts";
import { WORDS } from "../../words.ts";
import { type ApplyRequest, argumentsOf } from "./apply-request.ts";
import { waitForIssue } from "./follow-order.ts";
import { instantText } from "./instant.ts";
import { keep, readKept } from "./kept.ts";
import { withKeyMatch } from "./key-matches.ts";
import type { SignedRequest } from "./key-source.ts";
import { writeLastSeen } from "./last-seen.ts";
import { forgetPlanned } from "./moved.ts";
import { onceRequest, requestFor } from "./prepare-order.ts";
import { type CertificateState, NOT_ISSUED, type StoredCertificate } from "./values.ts";

/**
 * Orders a certificate, exactly once, and waits for it.
 *
 * From the moment SCM has accepted the order, whatever happens is answered with a state that holds its id: what time
 * will heal is a warning, because an error beside a create taints it, and the next apply would revoke and order again.
 */
export async function enrollCertificate(request: ApplyRequest): Promise<CertificateState> {
  const { api, config, prior } = request;
  const wait = waitOf(request);
  forgetPlanned(api, config);
  const kept = readKept(request.private);
  const signed = await requestFor(request, kept.isKeyLost);
  const once = await onceRequest(request, signed, wait);
  const placed = await orderOnce(api.client, { ...once, nonce: kept.nonce }, orderContext(api, wait));
  for (const { summary, detail } of placed.notices) request.warn(summary, textIn(detail, WORDS));
  keep(request.private, {
    madeCsr: signed.kind === "made" ? signed.csrPem : null,
    // Beside the one that serves; where nothing serves it stands in state at once.
    newKey: signed.privateKeyPem === prior?.private_key_pem ? null : signed.privateKeyPem,
    ...{
      nonce: placed.nonce,
      ...{ host: api.identity.host, customerUri: api.identity.customerUri, takenBy: null },
      // A state that holds something already has ordered it, or will revoke it by its own claim.
      adoptedFrom: placed.kind === "adopted" && isEmpty(prior) ? (placed.formerNonce ?? "") : null,
      orderedAt: placed.kind === "enrolled" ? instantText(api.clock.now()) : null,
      isRenewed: false,
      isSuccessorForeign: false,
      isKeyLost: false,
      pendingEnd: null,
    },
  });
  // The plan said that this apply only orders (order_then_switch): whatever else changed would be held to the plan, and the
  // order lost with it.
  const switchesLater = prior !== null && !(request.planned.ssl_id instanceof Unknown);
  const ordered =
    prior !== null && (switchesLater || isServing(prior, api.clock.now()))
      ? succeeded(request, prior, placed)
      : first(request, placed, signed);
  // Left behind on purpose: an error follows, and Terraform must not hold what it would taint.
  if (config.on_pending !== "fail" || switchesLater) request.checkpoint(ordered);
  if (switchesLater) return ordered;
  const state = await waitForIssue(request, ordered, wait, { signed, isAdopted: placed.kind === "adopted" });
  if (placed.kind === "enrolled" && placed.notices.length === 0)
    for (const { summary, detail } of await findTwin(api.client, once, placed.sslId, orderContext(api, wait)))
      request.warn(summary, textIn(detail, WORDS));
  return state;
}

function isEmpty(prior: StoredCertificate | null): boolean {
  return prior === null || prior.ssl_id === null;
}

/** A certificate that may be in use, also while SCM replaces it: its values stay until its successor is issued. */
function isServing({ status, certificate_pem, not_after }: StoredCertificate, now: Date): boolean {
  const standing = standingOf(status ?? "Issued");
  const isAlive = (standing === "issued" || standing === "pending") && certificate_pem !== null;
  return isAlive && not_after !== null && new Date(not_after) >= now;
}

function succeeded(request: ApplyRequest, prior: StoredCertificate, { sslId }: Placed): CertificateState {
  const pending = { ssl_id: sslId, since: instantText(request.api.clock.now()) };
  const { madeCsr } = readKept(request.private);
  return withKeyMatch({ ...prior, ...argumentsOf(request), pending }, null, madeCsr);
}

function first(request: ApplyRequest, { sslId }: Placed, signed: SignedRequest): CertificateState {
  writeLastSeen(request.private, null);
  const { prior } = request;
  return {
    ...argumentsOf(request),
    ...NOT_ISSUED,
    ssl_id: sslId,
    status: "Requested",
    private_key_pem: signed.privateKeyPem,
    key_matches: null,
    renew_after: null,
    pending: null,
    superseded: prior?.superseded ?? null,
  };
}
