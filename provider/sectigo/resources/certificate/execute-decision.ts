import {
  type CertificateChain,
  type Executable,
  execute,
  type Life,
  type OrderOnceRequest,
  type Replacement,
  readCertificatePem,
  readCsr,
  sameKey,
  type WaitOptions,
} from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import { waitOf } from "../../connection.ts";
import { orderContext } from "../../order-context.ts";
import { comparisonOf, ownKey } from "./compare-with-order.ts";
import { toOrder } from "./compose-order.ts";
import { refuseOrder, refuseRenewal } from "./judge-arguments.ts";
import { type OrderEvents, orderEvents } from "./order-events.ts";
import { forgetPlanned } from "./plan-destroy.ts";
import { predecessorOf, readPrivateData, requestOf } from "./private-data.ts";
import { withProfile } from "./profile-defaults.ts";
import { requestFor, type SignedRequest } from "./signed-request.ts";
import {
  type ApplyRequest,
  type CertificateState,
  knownIds,
  metadataOf,
  type StoredCertificate,
  switchesLater,
} from "./state.ts";
import { stateAfter, unchanged } from "./state-after-execution.ts";

/** A first order. */
export const ENROLL: Executable = { act: "enroll", reason: { code: "nothing_held" } };

/**
 * Runs what was decided for a certificate to its end.
 * @param current the state before, with what the user changed; null when there is none
 */
export async function executeDecision(
  request: ApplyRequest,
  decision: Executable,
  current: CertificateState | null,
): Promise<CertificateState> {
  const wait = waitOf(request);
  const refused = refusalOf(request, decision);
  if (refused !== null) return unchanged(request, refused);
  const life = lifeOf(request, { wait, current, patience: patienceFor(request, decision) });
  const outcome = await execute(decision, life);
  return stateAfter(request, outcome, {
    ordered: life.events.state() ?? current,
    isBrief: life.patience !== "until_issued",
    wait,
  });
}

/** What the profile has against a renewal, which SCM knows nothing of; an error from the hard deadline on. */
function refusalOf(request: ApplyRequest, decision: Executable): unknown {
  if (decision.act !== "renew" || decision.reason.code === "renewed_outside" || request.prior === null)
    return null;
  try {
    refuseRenewal(request, request.prior);
    return null;
  } catch (thrown) {
    if (!decision.isSoft) throw thrown;
    return thrown;
  }
}

function patienceFor(request: ApplyRequest, { act }: Executable) {
  if (act === "renew") return patienceOfRenewal(request);
  if (act === "replace") return patienceOfReplacement(request);
  return act === "enroll" ? patienceBeside(request) : patienceOf(request);
}

type CertificateLife = Life<SignedRequest> & { readonly events: OrderEvents };

interface Living {
  readonly wait: WaitOptions;
  /** The state before, with what the user changed; null when there is none. */
  readonly current: StoredCertificate | null;
  readonly patience: CertificateLife["patience"];
}

/** The life of a certificate as an apply knows it. */
function lifeOf(request: ApplyRequest, { wait, current, patience }: Living): CertificateLife {
  const { api, config, given, prior, private: data } = request;
  const events = orderEvents(request, { isLeft: patience === "none" });
  return {
    ...{ client: api.client, context: orderContext(api, wait), patience, events },
    wait: { ...wait, preferredChain: config.preferred_chain },
    held: prior === null ? null : heldOf(prior, readPrivateData(data).nonce),
    follows: predecessorOf(prior, data),
    pending: prior?.pending?.ssl_id ?? prior?.ssl_id ?? null,
    metadata: metadataOf(config),
    key: config.csr_pem === null ? "made" : "given",
    csrPem: given.csr_pem ?? readPrivateData(data).madeCsr,
    enrollment: () => enrollmentOf(request, wait),
    replacement: () => replacementOf(request),
    isKeyHere: (chain, signed) => isKeyHere(request, chain, { signed, state: events.state() ?? prior }),
    comparison: (signed) => comparisonFor(request, events.state() ?? current, signed),
    newRequest: async (lost) => lost ?? requestFor(request, true),
    subjectAlternativeNames: config.subject_alternative_names ?? [],
  };
}

function heldOf(prior: StoredCertificate, nonce: string | null | undefined): Life<SignedRequest>["held"] {
  const { ssl_id: sslId, certificate_pem: pem } = prior;
  const expectedKey = pem === null ? null : readCertificatePem(pem).publicKey;
  // What state holds is revoked with its resource, so it must not hold what may be another's.
  return { sslId: sslId ?? 0, expectedKey, onlyIssued: true, nonce, known: knownIds(prior) };
}

async function enrollmentOf(request: ApplyRequest, wait: WaitOptions) {
  forgetPlanned(request.api, request.config);
  const { nonce, isKeyLost } = readPrivateData(request.private);
  const signed = await requestFor(request, isKeyLost);
  const once = await onceRequest(request, signed, wait);
  return { request: signed, once: { ...once, nonce } };
}

async function replacementOf(request: ApplyRequest): Promise<Replacement<SignedRequest>> {
  const { api, config, private: data } = request;
  // What is replaced stands in state.
  const prior = request.prior as StoredCertificate;
  const { nonce, isKeyLost } = readPrivateData(data);
  const signed = await requestFor(request, isKeyLost);
  refuseOrder(request, signed.csrPem);
  return {
    ...{ request: signed, serialNumber: prior.serial_number, nonce },
    reason: "Changed in the Terraform configuration",
    mark: { origin: api.ordering.origin, orderKey: config.order_key, key: signed.kind },
    metadataBefore: metadataOf(prior),
  };
}

function isKeyHere(
  { config, private: data }: ApplyRequest,
  chain: CertificateChain,
  { signed, state }: { readonly signed: SignedRequest | null; readonly state: StoredCertificate | null },
): boolean {
  const known = signed?.csrPem ?? readPrivateData(data).madeCsr;
  if (known !== null && !sameKey(chain.leaf.publicKey, readCsr(known).publicKey)) return false;
  if (config.private_key === null || state === null) return true;
  return ownKey(chain, { state, data, newKey: signed?.privateKeyPem ?? null }) !== null;
}

function comparisonFor(
  { private: data }: ApplyRequest,
  ordered: StoredCertificate | null,
  signed: SignedRequest | null,
) {
  // An order stands in the state that holds it, or in the one before.
  const state = withProfile(ordered as StoredCertificate);
  const request = signed?.csrPem ?? requestOf(state, data);
  return comparisonOf({ state, private: data }, { request, newKey: signed?.privateKeyPem ?? null });
}

/** How long an apply waits for what it orders or finds on its way. */
function patienceOf({ config }: ApplyRequest): "until_issued" | "one_look" {
  return config.on_pending === "return" ? "one_look" : "until_issued";
}

/**
 * The same for an order that is to take the place of a certificate in state. Where the plan left its values known, this
 * apply only orders (order_then_switch): whatever else changed would be held to the plan, and the order lost with it.
 */
function patienceBeside(request: ApplyRequest): CertificateLife["patience"] {
  const { prior, planned } = request;
  return prior !== null && !(planned.ssl_id instanceof Unknown) ? "none" : patienceOf(request);
}

/** The same for a reissue, whose certificate serves on: one look is enough where a later refresh publishes it. */
function patienceOfReplacement(request: ApplyRequest): CertificateLife["patience"] {
  return switchesLater(request.config.renewal) ? "one_look" : patienceOf(request);
}

/** The same for a renewal. */
function patienceOfRenewal(request: ApplyRequest): CertificateLife["patience"] {
  return switchesLater(request.config.renewal) ? "none" : patienceBeside(request);
}

/** An order that is placed exactly once, whatever happens to this process. */
async function onceRequest(
  request: ApplyRequest,
  signed: SignedRequest,
  wait: WaitOptions,
): Promise<OrderOnceRequest> {
  const { api, config, prior } = request;
  const { origin, adoptWithinMs } = api.ordering;
  const { isRenewed, orderedAt } = readPrivateData(request.private);
  refuseOrder(request, signed.csrPem);
  return {
    order: await toOrder(config, signed.csrPem, { connection: api, wait, warn: request.warn }),
    origin,
    adoptWithinMs,
    key: signed.kind,
    orderKey: config.order_key,
    isLeft: config.on_pending === "fail",
    isClaimCopied: isRenewed,
    known: prior === null ? [] : knownIds(prior),
    ordered: orderedAt === null ? null : (prior?.pending?.ssl_id ?? prior?.ssl_id),
  };
}
