import {
  adoptionRefused,
  type Decision,
  DeliveredChains,
  decide,
  decideByHoldings,
  decisionText,
  enrollText,
  findHoldings,
  type Holdings,
  type HoldingsPolicy,
  type Intent,
  listRows,
  servingIn,
  situationOfHoldings,
  tellTwin,
  textIn,
  type WaitOptions,
  withoutSharing,
  youngTwinOf,
} from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { mapBounded, WIDTH } from "../map-bounded.ts";
import { type Problem, problemOf } from "../problem.ts";
import { WORDS } from "../words.ts";
import { type CertificateRequest, type Judged, judgeSources } from "./judge-sources.ts";
import { judgeValidity } from "./judge-validity.ts";
import type { OrderSession } from "./order-session.ts";
import { type Decided, type Prepared, servingOf } from "./prepared.ts";
import { findTenancy } from "./tenancy.ts";

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
  const orders = judged.filter(isOrderable).length;
  const listed = await listRows(client, tenancy, { ...wait, orders });
  const many: Many = { listed, delivered: new DeliveredChains(), wait };
  const decided = await mapBounded(judged, WIDTH, (each) => decideFor(each, session, many));
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

/** What the requests of a step share. */
interface Many extends Pick<Parameters<typeof decideByHoldings>[2], "listed" | "delivered"> {
  readonly wait: WaitOptions;
}

function isOrderable({ request, problems }: Judged): boolean {
  return request !== null && problems.every(({ severity }) => severity !== "error");
}

async function decideFor(judged: Judged, session: OrderSession, many: Many): Promise<Prepared> {
  const { request, problems, source } = judged;
  if (request === null || !isOrderable(judged)) return { ...judged, decision: null, holdings: null };
  const { client, step, delivered } = session;
  try {
    const { holdings, decision } = await decideByHoldings(client, intentOf(request, session), {
      ...{ ...many.wait, clock: step.clock, policy: policyOf(session) },
      ...{ listed: many.listed, delivered: many.delivered, readDelivered: () => delivered(source.name) },
    });
    const twin = problemOfTwin(holdings, source.path, session.step.clock.now());
    const told = twin === null ? problems : [...problems, twin];
    const refused = refusedAdoption({ decision, holdings, request }, session);
    if (refused === null) return { ...judged, problems: told, holdings, decision };
    return { ...judged, problems: [...told, problemOf(refused, source.path)], holdings, decision: null };
  } catch (thrown) {
    return {
      ...judged,
      problems: [...problems, problemOf(thrown, source.path)],
      ...{ decision: null, holdings: null },
    };
  }
}

/** Known before anything is done, so that a check says it too. */
function refusedAdoption(
  { decision, holdings, request }: Pick<Decided, "decision" | "request"> & { readonly holdings: Holdings },
  { inputs: { adoptWithinMs }, originOf }: OrderSession,
): Error | null {
  const sslId = decision.act === "adopt" ? decision.sslId : null;
  const details = holdings.line.find((each) => each.sslId === sslId);
  if (details === undefined) return null;
  const hasScope = originOf(request.source.path).scope !== null;
  const policy = { adoptWithinMs, hasScope, isOwnKey: request.key === "given" };
  return adoptionRefused(enrollText(request.csr.commonName, request.names), details, policy);
}

/** What SCM holds for a request. */
export function holdingsOf(
  request: CertificateRequest,
  session: OrderSession,
  wait: WaitOptions,
): Promise<Holdings> {
  const { client, step } = session;
  return findHoldings(client, intentOf(request, session), { ...wait, clock: step.clock });
}

function intentOf(request: CertificateRequest, { inputs, originOf }: OrderSession): Intent {
  const { order, csr, key, names } = request;
  const { organizationId, scmProfileId } = order;
  const { scope, formerScopes } = originOf(request.source.path);
  const place = { organizationId, scmProfileId, commonName: csr.commonName, names };
  const { orderKey, preferredChain } = inputs;
  return { place, csr, key, scope, formerScopes, orderKey, preferredChain };
}

export function decideBy(holdings: Holdings, request: CertificateRequest, session: OrderSession): Decision {
  const now = session.step.clock.now();
  return decide(situationOfHoldings(holdings, request, { policy: policyOf(session), now }));
}

function policyOf({ inputs }: OrderSession): HoldingsPolicy {
  return {
    renewal: inputs.onExisting === "reuse" ? null : { window: inputs.renewBefore ?? undefined },
    replacesOthers: inputs.onExisting === "replace",
  };
}

/**
 * A second live order of the same, which the run that placed it could not see in a list that lagged. Told by the runs of the
 * next day; null when there is none.
 */
function problemOfTwin({ valid, line }: Holdings, path: string | null, now: Date): Problem | null {
  const held = servingIn(valid)?.details ?? line[0];
  const twin = held === undefined ? null : youngTwinOf(held, line, now);
  if (held === undefined || twin === null) return null;
  const [older, younger] = [held.sslId, twin.sslId].toSorted((one, other) => one - other);
  const { summary, detail } = tellTwin(older ?? 0, younger ?? 0, false);
  return { severity: "warning", summary, detail: textIn(detail, WORDS), path };
}
