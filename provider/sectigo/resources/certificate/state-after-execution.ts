import {
  type FittingCertificate,
  type IssueOutcome,
  type LifeOutcome,
  type Mismatch,
  type RevocationReason,
  readCertificatePem,
  type SectigoError,
  type StandingOrder,
  sameKey,
  type WaitOptions,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import { withKeyMatch, writeMissing } from "./compare-with-order.ts";
import { nothingValid, stillPending, tellOutcome } from "./decision-words.ts";
import { endOf, readPrivateData, writeLastSeen, writePrivateData } from "./private-data.ts";
import type { SignedRequest } from "./signed-request.ts";
import {
  type ApplyRequest,
  argumentsOf,
  type CertificateState,
  certificateLabel,
  renewAfterText,
  type StoredCertificate,
  stableStatus,
} from "./state.ts";
import { revokeSuperseded, type Superseded, withSuccessor } from "./superseded.ts";

type Outcome = LifeOutcome<SignedRequest>;

type Order = StandingOrder<SignedRequest>;

/**
 * The state after an execution, with its warnings.
 * @param ordered the state that holds the order
 * @throws for what is not issued, where `on_pending` is `fail` or nothing valid is left
 */
export async function stateAfter(
  request: ApplyRequest,
  outcome: Outcome,
  {
    ordered: state,
    isBrief,
    wait,
  }: {
    readonly ordered: CertificateState | null;
    /** What is not issued a moment later is left to a later look. */
    readonly isBrief: boolean;
    readonly wait: WaitOptions;
  },
): Promise<CertificateState> {
  // Null only where nothing was ordered: those outcomes go by the state before.
  const ordered = state as CertificateState;
  switch (outcome.kind) {
    case "left":
      return ordered;
    case "issued":
      try {
        return await published(request, ordered, { outcome, wait });
      } catch (thrown) {
        return notFollowed(request, ordered, { order: outcome.order, thrown });
      }
    case "unusable":
      return unpublished(request, ordered, outcome.refused);
    case "not_issued":
      return notIssued(request, ordered, { ...outcome, isBrief });
    case "nothing_valid":
      throw nothingValid(outcome);
    case "not_followed":
      return notFollowed(request, ordered, { order: outcome.order, thrown: outcome.error });
    case "unchanged":
      return unchanged(request, outcome.error);
    case "left_to_others":
      return leftToOthers(request, outcome.error);
  }
}

async function published(
  request: ApplyRequest,
  ordered: CertificateState,
  {
    outcome: { order, issue, certificate },
    wait,
  }: { readonly outcome: Extract<Outcome, { kind: "issued" }>; readonly wait: WaitOptions },
): Promise<CertificateState> {
  if (order.by === "healing") writePrivateData(request.private, { isKeyLost: false });
  return publish(request, ordered, { sslId: issue.sslId, certificate, wait });
}

function notFollowed(
  { config, api, warn, prior }: ApplyRequest,
  ordered: CertificateState,
  { order, thrown }: { readonly order: Order; readonly thrown: unknown },
): CertificateState {
  if (config.on_pending === "fail" && !isFirstReissue(order, prior)) throw thrown;
  const [what, next] =
    order.by === "replacement"
      ? [
          `Certificate ${order.sslId} is being replaced`,
          "The next apply looks how far it came before it orders anything.",
        ]
      : [
          `Certificate request ${order.sslId} is accepted`,
          "Its id is in the state; the next apply goes on from there and orders nothing.",
        ];
  warn(`${what}, but could not be followed to its end`, `${inOneText(api.explain(thrown))}\n\n${next}`);
  return ordered;
}

/**
 * A first order that an earlier run left behind, reissued for a key that was made now. An error would taint what Terraform
 * creates, and the key would be lost again and the reissue repeated in each apply; so it is in state, whatever is configured.
 */
function isFirstReissue({ by }: Order, prior: ApplyRequest["prior"]): boolean {
  return by === "healing" && prior === null;
}

function notIssued(
  { config, warn, private: data, prior }: ApplyRequest,
  ordered: CertificateState,
  {
    order,
    issue,
    isBrief,
  }: {
    readonly order: Order;
    readonly issue: Exclude<IssueOutcome, { kind: "issued" }>;
    readonly isBrief: boolean;
  },
): CertificateState {
  const isKept = isFirstReissue(order, prior);
  if (config.on_pending === "fail" && !isBrief && !isKept) throw stillPending(issue);
  const { summary, detail } = tellOutcome(issue);
  if (isKept && config.on_pending === "fail") {
    warn(summary, `${detail}\n\n${KEPT_FOR_ITS_KEY}`);
    return { ...ordered, status: stableStatus(issue.status) };
  }
  if (issue.kind !== "pending" || !isBrief) warn(summary, detail);
  const status = stableStatus(issue.status);
  if (order.by === "replacement" && ordered.pending === null) return { ...ordered, status };
  if (ordered.pending !== null) {
    // The certificate that serves is not touched by how its successor fares.
    writePrivateData(data, { pendingEnd: issue.kind === "pending" ? null : status });
    return ordered;
  }
  if (issue.kind !== "pending") writeLastSeen(data, issue.details);
  return { ...ordered, status };
}

const KEPT_FOR_ITS_KEY =
  'An earlier run left it behind and its key is lost, so it is reissued for a new one. It is in the state with that key although on_pending is "fail": ' +
  "without it the next apply would have to reissue it again. From the next apply on a delay is an error.";

/** Nothing was ordered, while what is in state serves well for a while. */
export function unchanged(request: ApplyRequest, error: unknown): CertificateState {
  const prior = priorOf(request);
  request.warn(
    `Certificate ${certificateLabel(prior)} could not be renewed yet`,
    `${inOneText(request.api.explain(error))}\n\nIt is valid until ${prior.not_after}, and nothing of it has changed; the next ` +
      "plan tries again. Within the last days (renewal.hard_deadline_days) this is an error.",
  );
  return withoutOrder(request);
}

/** Told once: when its own renewal is due, a new one is enrolled for the key that is here. */
function leftToOthers(request: ApplyRequest, error: unknown): CertificateState {
  writePrivateData(request.private, { isSuccessorForeign: true });
  request.warn(
    `Certificate ${certificateLabel(priorOf(request))} was renewed outside Terraform for another key`,
    `${inOneText(request.api.explain(error))}\n\nThis certificate stays in place, and a new one is enrolled when it is due.`,
  );
  return withoutOrder(request);
}

function withoutOrder(request: ApplyRequest): CertificateState {
  const prior = priorOf(request);
  return { ...prior, ...argumentsOf(request), renew_after: renewAfterText(prior, request.config.renewal) };
}

/** What is not ordered for stands in state. */
function priorOf({ prior }: ApplyRequest): StoredCertificate {
  return prior as StoredCertificate;
}

interface Publication {
  readonly sslId: number;
  readonly certificate: FittingCertificate;
  readonly wait: WaitOptions;
}

/** Puts an issued certificate into the state, and lists the one it takes the place of. Key and certificate change together. */
async function publish(
  request: ApplyRequest,
  ordered: CertificateState,
  { sslId, certificate: { chain, privateKeyPem, missingNames }, wait }: Publication,
): Promise<CertificateState> {
  const { config, private: data, api } = request;
  writeMissing(data, missingNames);
  writePrivateData(data, {
    ...{ pendingEnd: null, isSuccessorIssued: false, newKey: null },
    ...{ isKeyLost: false, isKeyForeign: false, predecessor: null },
  });
  writeLastSeen(data, null);
  const published: CertificateState = withKeyMatch(
    withSuccessor(ordered, { sslId, chain, privateKeyPem }, api.clock.now()),
    null,
    readPrivateData(data).madeCsr,
  );
  // What follows is not a reason to lose it.
  request.checkpoint(published);
  if (config.revoke_superseded !== true || published.superseded === null) return published;
  const failed = (each: Superseded, error: SectigoError): void => {
    const detail = `${inOneText(api.explain(error))}\n\nIt stays listed in superseded; the next order or a destroy tries again.`;
    request.warn(`Superseded certificate ${each.serial_number} could not be revoked`, detail);
  };
  const reasonFor = async (each: Superseded) => reasonOfFormer(request, published, each);
  return { ...published, superseded: await revokeSuperseded(api, published, { wait, failed, reasonFor }) };
}

/** A leak is told to the CA when the certificate that gives way is for another key than the one that comes. */
function reasonOfFormer(
  { prior, config }: ApplyRequest,
  { certificate_pem: pem }: CertificateState,
  { serial_number: serial }: Superseded,
): RevocationReason {
  const former = prior?.certificate_pem ?? null;
  if (config.revocation_reason !== "key_compromise" || former === null || pem === null) return "superseded";
  const isOtherKey = !sameKey(readCertificatePem(former).publicKey, readCertificatePem(pem).publicKey);
  return serial === prior?.serial_number && isOtherKey ? "key_compromise" : "superseded";
}

/** What SCM issued is not what was ordered: whatever served goes on serving, with its own key. */
function unpublished(
  { private: data }: Pick<ApplyRequest, "private">,
  ordered: CertificateState,
  refused: Mismatch,
): CertificateState {
  if (ordered.pending === null) return { ...ordered, status: "Issued" };
  writePrivateData(data, { pendingEnd: endOf(refused) });
  return ordered;
}
