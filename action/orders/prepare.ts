import {
  type Decision,
  decide,
  decisionText,
  findHoldings,
  type Holdings,
  situationOfHoldings,
  type WaitOptions,
  withoutSharing,
} from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { problemOf } from "../problem.ts";
import { type CertificateRequest, type Judged, judgeSources } from "./judge-sources.ts";
import { judgeValidity } from "./judge-validity.ts";
import { mapBounded } from "./map-bounded.ts";
import type { OrderSession } from "./order-session.ts";
import { type Prepared, servingOf } from "./prepared.ts";
import { problemOfTwin } from "./problem-of-twin.ts";
import { findTenancy } from "./tenancy.ts";

/** Requests at work at a time; the client itself bounds the calls. */
export const WIDTH = 16;

/**
 * Judges all requests and decides for each, so that what is wrong and what it costs is known before the first order.
 * @throws what ends the step as a whole: sign-in, organization, profile
 */
export async function prepare(
  sources: readonly CsrSource[],
  inputs: OrderInputs,
  session: OrderSession,
): Promise<readonly Prepared[]> {
  const { client, step } = session;
  const wait = { signal: step.signal };
  const now = step.clock.now();
  const tenancy = await findTenancy(client, inputs, { now, wait });
  const judged = judgeSources(sources, inputs, tenancy);
  const decided = await mapBounded(judged, WIDTH, (each) => decideFor(each, session, wait));
  const alone = withoutSharing(decided.map(withHeld));
  for (const { decision, source } of alone)
    if (decision !== null)
      step.log.debug(`${source.name}: ${decisionText(decision.act, decision.reason.code)}`);
  return judgeValidity(alone, { client, inputs, tenancy, now, wait });
}

function withHeld(prepared: Prepared): Prepared & { readonly holds: readonly number[] } {
  const line = prepared.holdings?.line ?? [];
  const serving = servingOf(prepared);
  return {
    ...prepared,
    holds: [...(serving === null ? [] : [serving.details]), ...line].map((each) => each.sslId),
  };
}

async function decideFor(judged: Judged, session: OrderSession, wait: WaitOptions): Promise<Prepared> {
  const { request, problems, source } = judged;
  if (request === null || problems.some(({ severity }) => severity === "error"))
    return { ...judged, decision: null, holdings: null };
  try {
    const holdings = await holdingsOf(request, session, wait);
    const twin = problemOfTwin(holdings, source.path, session.step.clock.now());
    const told = twin === null ? problems : [...problems, twin];
    return { ...judged, problems: told, holdings, decision: decideBy(holdings, request, session) };
  } catch (thrown) {
    return {
      ...judged,
      problems: [...problems, problemOf(thrown, source.path)],
      ...{ decision: null, holdings: null },
    };
  }
}

/** What SCM holds for a request. */
export function holdingsOf(
  request: CertificateRequest,
  session: OrderSession,
  wait: WaitOptions,
): Promise<Holdings> {
  const { client, inputs, step } = session;
  const { order, csr, key, names } = request;
  const { organizationId, scmProfileId } = order;
  const { scope, formerScopes } = session.originOf(request.source.path);
  const place = { organizationId, scmProfileId, commonName: csr.commonName, names };
  const { orderKey, preferredChain } = inputs;
  const intent = { place, csr, key, scope, formerScopes, orderKey, preferredChain };
  return findHoldings(client, intent, { ...wait, clock: step.clock });
}

export function decideBy(
  holdings: Holdings,
  request: CertificateRequest,
  { inputs, step }: OrderSession,
): Decision {
  const policy = {
    renewal: inputs.onExisting === "reuse" ? null : { window: inputs.renewBefore ?? undefined },
    replacesOthers: inputs.onExisting === "replace",
  };
  return decide(situationOfHoldings(holdings, request, { policy, now: step.clock.now() }));
}
