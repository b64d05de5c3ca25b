import { awaitIssued, replaceOnce } from "../../../../core/index.ts";
import { waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { orderContext } from "../../order-context.ts";
import { type ApplyRequest, argumentsOf } from "./apply-request.ts";
import { refuseOrder } from "./judge-policy.ts";
import { keep, readKept } from "./kept.ts";
import { withKeyMatch } from "./key-matches.ts";
import { requestFor } from "./prepare-order.ts";
import { publish } from "./publish.ts";
import { switchesLater } from "./renewal-policy.ts";
import { stableStatus } from "./stable-status.ts";
import { stillPending, tellOutcome } from "./tell-outcome.ts";
import { updateMetadata } from "./update-metadata.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";

const ONE_LOOK_MS = 1000;

/** Has SCM reissue the certificate under its id, for another request or other names, exactly once, and waits for it. */
export async function replaceCertificate(
  request: ApplyRequest & { readonly prior: StoredCertificate },
): Promise<CertificateState> {
  const { api, config, prior, private: data } = request;
  const wait = waitOf(request);
  const sslId = prior.ssl_id ?? 0;
  const signed = await requestFor(request, readKept(data).isKeyLost);
  refuseOrder(request, signed.csrPem);
  const replacement = {
    ...{ sslId, serialNumber: prior.serial_number, csrPem: signed.csrPem },
    subjectAlternativeNames: config.subject_alternative_names ?? [],
    nonce: readKept(data).nonce,
    reason: "Changed in the Terraform configuration",
    mark: { origin: api.ordering.origin, orderKey: config.order_key, key: signed.kind },
  };
  // SCM takes neither comments nor requesters nor fields with it. Before it, so that a refusal leaves everything as it was.
  await updateMetadata(request, sslId, wait);
  const { formerSerial } = await replaceOnce(api.client, replacement, orderContext(api, wait));
  keep(data, {
    madeCsr: signed.kind === "made" ? signed.csrPem : null,
    newKey: signed.privateKeyPem === prior.private_key_pem ? null : signed.privateKeyPem,
    ...{ isKeyLost: false, isKeyForeign: false, adoptedFrom: null },
  });
  // Until the new one is issued, the certificate that serves stays published, with its own key.
  const args: CertificateState = { ...prior, ...argumentsOf(request) };
  const ordered = withKeyMatch(args, null, readKept(data).madeCsr);
  request.checkpoint(ordered);
  try {
    const { preferred_chain: preferredChain } = config;
    const known = { ...wait, clock: api.clock, csrPem: signed.csrPem, formerSerial, preferredChain };
    const isBrief = config.on_pending === "return" || switchesLater(config.renewal);
    // One look is enough where a later refresh publishes it.
    const deadline = isBrief ? new Date(api.clock.now().getTime() + ONE_LOOK_MS) : wait.deadline;
    const context = { ...known, deadline };
    const outcome = await awaitIssued(api.client, sslId, context);
    if (outcome.kind === "issued")
      return await publish(request, ordered, { sslId, chain: outcome.chain, signed, wait });
    if (config.on_pending === "fail" && !isBrief) throw stillPending(outcome);
    const { summary, detail } = tellOutcome(outcome);
    if (outcome.kind !== "pending" || !isBrief) request.warn(summary, detail);
    return { ...ordered, status: stableStatus(outcome.status) };
  } catch (thrown) {
    if (config.on_pending === "fail") throw thrown;
    request.warn(
      `Certificate ${sslId} is being replaced, but could not be followed to its end`,
      `${inOneText(api.explain(thrown))}\n\nThe next apply looks how far it came before it orders anything.`,
    );
    return ordered;
  }
}
