import {
  awaitIssued,
  enroll,
  type IssueOutcome,
  plainText,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Config, Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { AFTER_REFUSAL } from "./decide.ts";
import { writeLastSeen } from "./last-seen.ts";
import { toOrder } from "./order.ts";
import { stableStatus } from "./stable-status.ts";
import { type CertificateState, issuedValues, NOT_ISSUED } from "./values.ts";

interface EnrollRequest extends Operation<Connection> {
  readonly config: Config<CertificateAttributes>;
  readonly checkpoint: (state: CertificateState) => void;
}

/**
 * Orders a certificate and waits for it.
 *
 * From the moment SCM has accepted the order, whatever happens is answered with a state that holds its id: what time
 * will heal is a warning, because an error beside a create taints it, and the next apply would revoke and order again.
 */
export async function enrollCertificate(request: EnrollRequest): Promise<CertificateState> {
  const { api, config } = request;
  const wait = waitOf(request);
  const order = await toOrder(config, api, wait);
  const { sslId } = await enroll(api.client, order, { ...wait, clock: api.clock });
  writeLastSeen(request.private, null);
  const ordered: CertificateState = { ...config, ...NOT_ISSUED, ssl_id: sslId, status: "Requested" };
  request.checkpoint(ordered);
  return waitForIssue(request, ordered, wait);
}

/** Waits for an order that exists. Answers a state in any case. */
export async function waitForIssue(
  request: Operation<Connection>,
  ordered: CertificateState,
  wait: WaitOptions,
): Promise<CertificateState> {
  const { api } = request;
  const { ssl_id: sslId, csr_pem: csrPem } = ordered;
  if (sslId === null) return ordered;
  try {
    const outcome = await awaitIssued(api.client, sslId, { ...wait, clock: api.clock, csrPem });
    return settle(request, ordered, outcome);
  } catch (thrown) {
    request.warn(
      `Certificate request ${sslId} is accepted, but could not be followed to its end`,
      `${inOneText(api.explain(thrown))}\n\nIts id is in the state; the next apply goes on from there and orders nothing.`,
    );
    return ordered;
  }
}

function settle(
  request: Operation<Connection>,
  ordered: CertificateState,
  outcome: IssueOutcome,
): CertificateState {
  if (outcome.kind === "issued")
    return { ...ordered, ...issuedValues(outcome.chain), status: stableStatus(outcome.status) };
  if (outcome.kind !== "pending") writeLastSeen(request.private, outcome.details);
  const { summary, detail } = tell(outcome);
  request.warn(summary, detail);
  return { ...ordered, status: stableStatus(outcome.status) };
}

/** Why there is no certificate. A warning each, which names the request, so that Terraform folds none away. */
function tell(outcome: Exclude<IssueOutcome, { kind: "issued" }>): { summary: string; detail: string } {
  const { sslId, status } = outcome;
  const ended = `Certificate request ${sslId} ended as ${plainText(status)}`;
  switch (outcome.kind) {
    case "pending":
      return {
        summary: `Certificate request ${sslId} is still ${plainText(status)}`,
        detail:
          "The time for this operation is over, or it was interrupted. The request goes on in SCM; the next apply waits on " +
          'for it and orders nothing. More time can be given, such as timeouts = { create = "30m", update = "30m" }.',
      };
    case "refused": {
      const says = outcome.comments === null ? "" : `\n\nComments in SCM: "${plainText(outcome.comments)}"`;
      return { summary: ended, detail: `${AFTER_REFUSAL}${says}` };
    }
    case "revoked":
      return {
        summary: ended,
        detail:
          "Somebody revoked it before it was collected. The next plan says what follows from the reason they gave.",
      };
    case "ended":
      return {
        summary: ended,
        detail:
          "It is over in SCM before it was collected, and is not ordered again unasked. If a certificate is wanted, run " +
          "`terraform apply -replace=` with this resource's address.",
      };
  }
}
