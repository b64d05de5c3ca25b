import {
  type LifeEvents,
  type LifeNotice,
  type StandingOrder,
  standingOf,
  textIn,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import { instantText } from "../../instant-text.ts";
import { WORDS } from "../../words.ts";
import { warnOfMismatch, withKeyMatch } from "./compare-with-order.ts";
import { readPrivateData, rememberPredecessor, writeLastSeen, writePrivateData } from "./private-data.ts";
import type { SignedRequest } from "./signed-request.ts";
import {
  type ApplyRequest,
  argumentsOf,
  type CertificateState,
  certificateLabel,
  NOT_ISSUED,
  type StoredCertificate,
} from "./state.ts";
import { withPassed } from "./superseded.ts";

type Order<By> = Extract<StandingOrder<SignedRequest>, { by: By }>;

/** What an apply makes of the events of an execution. */
export interface OrderEvents extends LifeEvents<SignedRequest> {
  /** The state that holds the order; null as long as none stands. */
  readonly state: () => CertificateState | null;
}

/**
 * Writes each order into private data and state at once. From the moment SCM has accepted it, whatever happens is answered
 * with a state that holds its id: what time will heal is a warning, because an error beside a create taints it, and the next
 * apply would revoke and order again.
 * @param isLeft this apply only orders, and a later look publishes
 */
export function orderEvents(request: ApplyRequest, { isLeft }: { readonly isLeft: boolean }): OrderEvents {
  let state: CertificateState | null = null;
  return {
    ordered: (order) => {
      switch (order.by) {
        case "enrollment":
          state = enrolled(request, order, isLeft);
          // Left behind on purpose: an error follows, and Terraform must not hold what it would taint. It taints creates only.
          if (request.prior !== null || request.config.on_pending !== "fail" || isLeft)
            request.checkpoint(state);
          return;
        case "renewal":
          state = renewed(request, order);
          request.checkpoint(state);
          return;
        case "replacement":
          state = replaced(request, order);
          request.checkpoint(state);
          return;
        case "healing":
          writePrivateData(request.private, {
            madeCsr: order.request.csrPem,
            newKey: order.request.privateKeyPem,
          });
          state = healed(state ?? request.prior, order);
          if (state !== null) request.checkpoint(state);
          return;
        case "earlier_run":
      }
    },
    notice: (notice) => tellNotice(request, notice),
    mismatch: (found) => {
      // An order stands in the state that holds it, or in the one before.
      const ordered = (state ?? request.prior) as StoredCertificate;
      warnOfMismatch({ state: ordered, warn: request.warn }, found);
    },
    state: () => state,
  };
}

function enrolled(request: ApplyRequest, order: Order<"enrollment">, isLeft: boolean): CertificateState {
  const { api, prior, private: data } = request;
  const { request: signed, isNew, nonce, formerNonce } = order;
  writePrivateData(data, {
    madeCsr: signed.kind === "made" ? signed.csrPem : null,
    // Beside the one that serves; where nothing serves it stands in state at once.
    newKey: signed.privateKeyPem === prior?.private_key_pem ? null : signed.privateKeyPem,
    ...{ nonce, host: api.identity.host, customerUri: api.identity.customerUri, takenBy: null },
    // A state that holds something already has ordered it, or will revoke it by its own claim.
    adoptedFrom: !isNew && isEmpty(prior) ? (formerNonce ?? "") : null,
    orderedAt: isNew ? instantText(api.clock.now()) : null,
    ...{ isRenewed: false, isSuccessorForeign: false, isKeyLost: false, pendingEnd: null },
  });
  if (prior !== null && (isLeft || isServing(prior, api.clock.now())))
    return succeeded(request, prior, order);
  return first(request, order);
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

function succeeded(
  request: ApplyRequest,
  prior: StoredCertificate,
  { sslId }: Pick<Order<"enrollment">, "sslId">,
): CertificateState {
  const pending = { ssl_id: sslId, since: instantText(request.api.clock.now()) };
  const { madeCsr } = readPrivateData(request.private);
  return withKeyMatch({ ...prior, ...argumentsOf(request), pending }, null, madeCsr);
}

function first(request: ApplyRequest, { sslId, request: signed }: Order<"enrollment">): CertificateState {
  writeLastSeen(request.private, null);
  rememberPredecessor(request.prior, request.private);
  return {
    ...argumentsOf(request),
    ...NOT_ISSUED,
    ...{ ssl_id: sslId, status: "Requested", private_key_pem: signed.privateKeyPem },
    ...{ key_matches: null, renew_after: null, pending: null },
    superseded: request.prior?.superseded ?? null,
  };
}

function renewed(request: ApplyRequest, { sslId, isNew, passed }: Order<"renewal">): CertificateState {
  const { api, prior, private: data } = request;
  // What is renewed stands in state.
  const held = prior as StoredCertificate;
  writePrivateData(data, { isRenewed: false, isSuccessorForeign: false, pendingEnd: null });
  if (isNew) writePrivateData(data, { adoptedFrom: null, renewedFrom: `${sslId} ${held.not_after}` });
  return {
    ...held,
    ...argumentsOf(request),
    pending: { ssl_id: sslId, since: instantText(api.clock.now()) },
    superseded: withPassed(held, passed),
  };
}

/**
 * Until the new one is issued, the certificate that serves stays published, with its own key. Reissued is its successor, where
 * a run that ended early has renewed it.
 */
function replaced(
  request: ApplyRequest,
  { sslId, request: signed, passed }: Order<"replacement">,
): CertificateState {
  const { prior, private: data } = request;
  // What is replaced stands in state.
  const held = prior as StoredCertificate;
  writePrivateData(data, {
    madeCsr: signed.kind === "made" ? signed.csrPem : null,
    newKey: signed.privateKeyPem === held.private_key_pem ? null : signed.privateKeyPem,
    ...{ isKeyLost: false, isKeyForeign: false, adoptedFrom: null },
  });
  if (sslId !== held.ssl_id) {
    writePrivateData(data, { isRenewed: false, isSuccessorForeign: false, pendingEnd: null });
    return { ...succeeded(request, held, { sslId }), superseded: withPassed(held, passed) };
  }
  const state = { ...held, ...argumentsOf(request), superseded: withPassed(held, passed) };
  return withKeyMatch(state, null, readPrivateData(data).madeCsr);
}

/** What was reissued stays valid in SCM, for a key that is lost or leaked: listed, so that it can be revoked by its number. */
function healed(
  state: CertificateState | null,
  { sslId, former }: Order<"healing">,
): CertificateState | null {
  const { serialNumber, notAfter } = former.leaf;
  return state && { ...state, superseded: withPassed(state, [{ sslId, serialNumber, notAfter }]) };
}

type Tell = {
  readonly [Code in LifeNotice["code"]]: (
    request: ApplyRequest,
    notice: Extract<LifeNotice, { code: Code }>,
  ) => void;
};

/** What an apply says and remembers of a notice. A code without its words does not compile. */
const NOTICES: Tell = {
  order: ({ warn }, { summary, detail }) => warn(summary, textIn(detail, WORDS)),
  enrolls_instead: ({ warn, prior }) =>
    warn(
      `Certificate ${prior === null ? "" : certificateLabel(prior)}: SCM does not renew it, so a new one is enrolled`,
      "Its SCM profile forbids renewals or no longer offers its term, or it was renewed for another key. The new one " +
        "takes its place in this resource.",
    ),
  key_lost: ({ private: data }) => writePrivateData(data, { isKeyLost: true }),
  metadata_not_written: ({ api, config, warn, log, private: data }, { sslId, error }) => {
    const { comments, external_requesters: requesters, custom_fields: fields } = config;
    // It bears no claim of ours then, and none must be looked for on it.
    writePrivateData(data, { nonce: null });
    log.info("could not write on the renewed record", { sslId, code: error.code });
    if (comments === null && requesters === null && fields === null) return;
    warn(
      `Comments, requesters or custom fields of certificate ${sslId} could not be written`,
      `${inOneText(api.explain(error))}\n\nThe next plan shows what is missing, and writes it.`,
    );
  },
};

function tellNotice(request: ApplyRequest, notice: LifeNotice): void {
  // The table has a function for each code, which takes the very notice of that code.
  (NOTICES[notice.code] as (request: ApplyRequest, notice: LifeNotice) => void)(request, notice);
}
