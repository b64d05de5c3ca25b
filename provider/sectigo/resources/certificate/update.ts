import { RequestError, type WaitOptions, writeMetadata } from "../../../../core/index.ts";
import { memoryIn } from "../../../framework/plan-memory.ts";
import { waitOf } from "../../connection.ts";
import { type ApplyRequest, argumentsOf, type GivenRequest, mayOrder, openApply } from "./apply-request.ts";
import { ENROLL, executeDecision } from "./execute-decision.ts";
import { keptKey, withKeyMatch } from "./key-matches.ts";
import { certificateLabel } from "./label.ts";
import { metadataOf } from "./metadata.ts";
import { forgetUnasked } from "./missing-names.ts";
import { otherChain } from "./other-chain.ts";
import { planDecision } from "./plan-decision.ts";
import { plannedClock } from "./planned-clock.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { renewAfterText } from "./renewal-policy.ts";
import { readSituation } from "./situation.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";
import { type Note, tellStop } from "./words.ts";

type UpdateRequest = ApplyRequest & { readonly prior: StoredCertificate };

/**
 * Does what the plan announced. The plan left no trace but unknown values, so the same question is asked again, now with
 * everything known; where nothing was announced nothing is ordered, whatever the clock says by now.
 */
export async function updateCertificate(
  given: GivenRequest & { readonly prior: StoredCertificate },
): Promise<CertificateState> {
  const request = openApply(given);
  const { api, prior } = request;
  if (prior.ssl_id === null) return executeDecision(request, ENROLL, null);
  if (!mayOrder(request)) return updateOnly(request, waitOf(request));
  const clock = plannedClock(api.clock, memoryIn(request.private));
  const decision = planDecision(readSituation({ ...request, clock, justImported: request.api.justImported }));
  switch (decision.act) {
    case "enroll":
    case "renew":
    case "replace":
      return executeDecision(request, decision, null);
    case "await":
      return executeDecision(request, decision, await updateOnly(request, waitOf(request)));
    case "refuse":
      // What was unknown in the plan turned out to be something that is refused.
      throw refusedAtApply(tellStop(decision, certificateLabel(prior)));
    case "hold": {
      const note = tellStop(decision, certificateLabel(prior));
      if (decision.isHard) throw refusedAtApply(note);
      request.warn(note.summary, note.detail);
      return updateOnly(request, waitOf(request));
    }
    default:
      return updateOnly(request, waitOf(request));
  }
}

/** Metadata goes in one call: when it fails nothing of it is there, and the state stays as it was. */
async function updateOnly(request: UpdateRequest, wait: WaitOptions): Promise<CertificateState> {
  const { api, config, prior, planned } = request;
  const metadata = {
    prior: metadataOf(prior),
    asked: metadataOf(config),
    nonce: readPrivateData(request.private).nonce,
  };
  // A successor that is on its way takes the place of this one with what its own record says.
  for (const sslId of [prior.ssl_id, prior.pending?.ssl_id ?? null])
    if (sslId !== null) await writeMetadata(api.client, { sslId, ...metadata }, wait);
  if (planned.private_key === null) writePrivateData(request.private, { newKey: null });
  const args: CertificateState = {
    ...prior,
    ...argumentsOf(request),
    ...(await otherChain(request, wait)),
    renew_after: renewAfterText(prior, config.renewal),
    private_key_pem: keptKey(planned.private_key, prior),
  };
  const updated = withKeyMatch(args, prior, readPrivateData(request.private).madeCsr);
  forgetUnasked(updated, request.private);
  request.checkpoint(updated);
  return updated;
}

function refusedAtApply({ summary, detail, attribute }: Note): RequestError {
  return new RequestError(summary, { code: "request.change_refused", hint: detail, path: attribute });
}
