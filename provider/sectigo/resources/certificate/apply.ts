import {
  ConfigError,
  chainPem,
  collect,
  compareWithOrder,
  fullChainPem,
  type Mismatch,
  RequestError,
  sameSerial,
  type WaitOptions,
  writeMetadata,
} from "../../../../core/index.ts";
import { memoryIn } from "../../../framework/plan-memory.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { forgetUnasked, keptKey, warnOfMismatch, withKeyMatch } from "./compare-with-order.ts";
import { type Note, tellStop } from "./decision-words.ts";
import { ENROLL, executeDecision } from "./execute-decision.ts";
import { judgeWays } from "./judge-arguments.ts";
import { checkPlanned, checkPresent } from "./ownership.ts";
import { applyClock, planDecision, readSituation } from "./plan-decision.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { orderConnection, readConnection, withProfile } from "./profile-defaults.ts";
import {
  type ApplyRequest,
  argumentsOf,
  type CertificateConfig,
  type CertificateState,
  certificateLabel,
  type GivenRequest,
  mayOrder,
  metadataOf,
  prefersOtherChain,
  renewAfterText,
  type StoredCertificate,
} from "./state.ts";

/**
 * Opens an apply, before any call.
 * @throws ConfigError for what no plan could see while it was not known: another account, another business unit, a profile
 *         beside numbers, a sensor that is not declared
 */
export function openApply<R extends GivenRequest>(request: R): R & ApplyRequest {
  const { config, planned, prior, api } = request;
  refuseApply(config, prior && { state: prior, private: request.private }, api);
  const wished = withProfile(config);
  const routing = mayOrder(request) ? orderConnection(api, wished) : readConnection(api, wished);
  for (const { summary, detail } of routing.diagnostics) request.warn(summary, detail);
  return {
    ...request,
    given: config,
    config: wished,
    planned: withProfile(planned),
    prior: prior && withProfile(prior),
    api: routing.api,
  };
}

/** @throws ConfigError for the first thing that no apply may go on with */
function refuseApply(
  config: CertificateConfig,
  prior: { readonly state: StoredCertificate; readonly private: PrivateData } | null,
  api: Connection,
): void {
  const [fault] = judgeWays(config);
  if (fault !== undefined)
    throw new ConfigError(fault.summary, {
      code: "config.two_ways",
      path: "profile",
      hint: fault.detail,
    });
  if (prior !== null) checkPresent(prior, api, "change");
  checkPlanned(config, api, prior === null ? "enroll" : "change");
}

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
  const clock = applyClock(api.clock, memoryIn(request.private), prior.not_after);
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

type Chain = Pick<CertificateState, "chain_pem" | "full_chain_pem">;

/** The chain that `preferred_chain` asks for, collected anew; nothing where it did not change. */
async function otherChain(
  { api, config, prior, warn }: ApplyRequest & { readonly prior: StoredCertificate },
  wait: WaitOptions,
): Promise<Chain | null> {
  const { ssl_id: sslId, serial_number: serialNumber } = prior;
  const { preferred_chain: preferredChain } = config;
  if (sslId === null || serialNumber === null || !prefersOtherChain(prior, preferredChain)) return null;
  const chain = await collect(api.client, sslId, { ...wait, clock: api.clock, serialNumber, preferredChain });
  const kept = { chain_pem: prior.chain_pem, full_chain_pem: prior.full_chain_pem };
  if (chain === null || !sameSerial(chain.leaf.serialNumber, serialNumber)) {
    warn(
      `Certificate ${sslId} could not be collected for preferred_chain`,
      "SCM hands out another certificate now, or none. The chain before stays; refresh, and apply again.",
    );
    return kept;
  }
  // The certificate is the one in state, and was compared when it came: what is new is its way up.
  const comparison = { asked: { preferredChain }, keys: null, isAccepted: false };
  const tell = (found: Mismatch): void => warnOfMismatch({ state: prior, warn }, found);
  compareWithOrder(chain, comparison, { isKnown: false, tell });
  return { chain_pem: chainPem(chain), full_chain_pem: fullChainPem(chain) };
}
