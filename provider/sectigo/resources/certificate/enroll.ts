import { awaitIssued, enroll, type IssueOutcome } from "../../../../core/index.ts";
import type { Config, Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { explain } from "../../explain.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { toOrder } from "./order.ts";
import { writeRevocation } from "./revocation.ts";
import { type CertificateState, issuedValues, NOT_ISSUED } from "./values.ts";

type CertificateConfig = Config<CertificateAttributes>;

export interface EnrollRequest extends Operation<Connection> {
  readonly config: CertificateConfig;
  readonly checkpoint: (state: CertificateState) => void;
}

/**
 * Orders a certificate and waits for it.
 *
 * From the moment SCM has accepted the order, whatever happens is answered with a state that holds its id: what time
 * will heal is a warning, because an error beside a create taints it, and the next apply would revoke and order again.
 */
export async function enrollCertificate(request: EnrollRequest): Promise<CertificateState> {
  const { api, config, signal } = request;
  const deadline = deadlineOf(request);
  const order = await toOrder(config, api);
  const { sslId } = await enroll(api.client, order, { signal, deadline });
  writeRevocation(request.private, null);
  const ordered: CertificateState = { ...config, ...NOT_ISSUED, ssl_id: sslId, status: "Requested" };
  request.checkpoint(ordered);
  return waitForIssue(request, ordered, deadline);
}

/** Waits for an order that exists. Answers a state in any case. */
export async function waitForIssue(
  request: Operation<Connection>,
  ordered: CertificateState,
  deadline = deadlineOf(request),
): Promise<CertificateState> {
  const { api, signal } = request;
  if (ordered.ssl_id === null) return ordered;
  try {
    const context = { signal, deadline, clock: api.clock };
    return settle(
      request,
      ordered,
      await awaitIssued(api.client, ordered.ssl_id, { ...context, csrPem: ordered.csr_pem }),
    );
  } catch (thrown) {
    const { summary, detail } = explain(thrown);
    request.warn(
      `Certificate request ${ordered.ssl_id} is accepted, but could not be followed to its end: ${summary}`,
      `${detail}\n\nIts id is in the state; the next apply goes on from there and orders nothing.`,
    );
    return ordered;
  }
}

function settle(
  request: Operation<Connection>,
  ordered: CertificateState,
  outcome: IssueOutcome,
): CertificateState {
  switch (outcome.kind) {
    case "issued":
      return { ...ordered, ...issuedValues(outcome.chain), status: "Issued" };
    case "pending":
      request.warn(
        `Certificate request ${ordered.ssl_id} is still ${outcome.status}`,
        "The time for this operation is over, or it was interrupted. The request goes on in SCM; the next apply waits on " +
          'for it and orders nothing. More time can be given with timeouts = { create = "30m" }.',
      );
      return { ...ordered, status: outcome.status };
    default:
      request.warn(
        `Certificate request ${ordered.ssl_id} ended as ${outcome.status}`,
        "SCM will not issue it as it stands. Have an administrator correct and approve it in SCM, or change the request, " +
          "its names, the organization or the SCM profile: then a new one is enrolled.",
      );
      return { ...ordered, status: outcome.status };
  }
}

export function deadlineOf({ api, timeoutMs }: Operation<Connection>): Date {
  return new Date(api.clock.now().getTime() + timeoutMs);
}
