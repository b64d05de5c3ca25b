import {
  decisionText,
  isOrder,
  NotFoundError,
  type Reason,
  refuseAutoRenewal,
  renewsItself,
} from "../../../../core/index.ts";
import { type Diagnostic, hasError, warning } from "../../../framework/diagnostics.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { readDetails } from "../../read-details.ts";
import { warnOfMissingNames } from "./compare-with-order.ts";
import { warnOfMissingTarget } from "./compose-order.ts";
import { tellStop } from "./decision-words.ts";
import { judgeRenewedLimits } from "./judge-arguments.ts";
import {
  asWarning,
  judgeOrderValidations,
  judgePlannedMetadata,
  judgePlannedOrder,
  judgeRenewalValidations,
  warnOfSubject,
} from "./judge-order.ts";
import { judgeTermAhead, warnOfCeiling } from "./judge-term.ts";
import {
  type PlanDecision,
  planDecision,
  planningClock,
  readSituation,
  reasonCode,
} from "./plan-decision.ts";
import { markerOfPlanned, refuseMoved } from "./plan-destroy.ts";
import {
  announced,
  counted,
  labelOf,
  noted,
  refusal,
  tellDue,
  tellKept,
  waiting,
  warnOfApproval,
  warnOfLeavingKey,
} from "./plan-notices.ts";
import { issuedLater, ORDERED_LATER, orderedLater, valuesKept } from "./planned-values.ts";
import {
  type PlannedCertificate,
  type PlanningAnswer,
  type PlanningRequest,
  plannedLabel,
  type StoredCertificate,
  switchesLater,
} from "./state.ts";

type OrderingAnswer = PlanningAnswer & { readonly orders?: "new" | "renewal" };

/**
 * Plans a certificate whose arguments and state are completed by its profile.
 * @returns with `orders`: what the apply will order, if anything
 */
export async function planByDecision(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<OrderingAnswer> {
  const { prior, api } = request;
  const clock = api && planningClock(api.clock, request.memory);
  const decision = planDecision(
    readSituation({ ...request, planned, clock, justImported: api?.justImported ?? null }),
  );
  request.log.debug(
    decisionText(decision.act, reasonCode(decision)),
    prior?.ssl_id ? { ssl_id: prior.ssl_id } : {},
  );
  const notices = [...warnOfCeiling(request, planned), ...warnOfMissingNames(request, planned)];
  // A new order is judged by its own term as well.
  if (decision.act !== "enroll" && decision.act !== "replace")
    notices.push(...(await judgeTermAhead(request, planned)));
  switch (decision.act) {
    case "refuse":
      return { diagnostics: [refusal(tellStop(decision, labelOf(request)))] };
    case "hold": {
      const note = tellStop(decision, labelOf(request));
      const found = await judgeMetadata(request, planned);
      // Its step is shown where time is short, and its apply errs; until then nothing stands still for it.
      const set = decision.isHard ? orderedLater(planned, prior) : valuesKept(request, planned);
      return { set, diagnostics: [warning(note.summary, note.detail), ...notices, ...found] };
    }
    case "keep":
    case "renewLater":
    case "takeOver": {
      const note = tellKept(decision, () => labelOf(request));
      const found = await judgeMetadata(request, planned);
      const lacking = [...warnOfMissingTarget(prior, planned), ...warnOfLeavingKey(prior, planned)];
      return {
        set: valuesKept(request, planned),
        diagnostics: [...noted(note), ...lacking, ...notices, ...found],
      };
    }
    case "adopt":
    case "await": {
      const found = await judgeMetadata(request, planned);
      return {
        set: issuedLater(planned, prior),
        diagnostics: [...waiting(request, decision.reason), ...found],
      };
    }
    case "decideAtApply": {
      const note = decision.due === null ? null : tellDue(decision.due, labelOf(request));
      const limit = decision.mayOrder ? counted(request, planned) : [];
      const found = await judgeMetadata(request, planned);
      return {
        set: orderedLater(planned, prior),
        diagnostics: [...limit, ...noted(note), ...notices, ...found],
      };
    }
    case "enroll":
    case "replace": {
      const found = await judgePlannedOrder(request, planned);
      const marker = api === null || prior !== null ? null : markerOfPlanned(api, planned);
      const moved =
        api === null ? [] : refuseMoved(api, marker, { end: "made", label: plannedLabel(planned) });
      const said = [...moved, ...counted(request, planned), ...announced(request, planned, decision)];
      const more = hasError(found) ? [] : await judgeByTenant(request, planned);
      const judged = ASKED_BY_THE_USER.has(decision.reason.code) ? more : more.map(asWarning);
      const approval = hasError(found) ? [] : await warnOfApproval(request, planned);
      const diagnostics = [...said, ...notices, ...found, ...judged, ...approval];
      return { set: orderedLater(planned, prior), diagnostics, orders: "new" };
    }
    case "renew":
      return withNotices(await planRenewal(request, planned, decision), notices);
  }
}

function withNotices(answer: OrderingAnswer, notices: readonly Diagnostic[]): OrderingAnswer {
  return { ...answer, diagnostics: [...(answer.diagnostics ?? []), ...notices] };
}

/** Reasons that the configuration gives: only there an error of the world stops the plan. */
const ASKED_BY_THE_USER: ReadonlySet<Reason["code"]> = new Set(["nothing_held", "changed", "asked_anew"]);

/** What the organization's own records say of an order that is sound in itself. */
async function judgeByTenant(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const judged = await Promise.all([
    judgeOrderValidations(request, planned),
    warnOfSubject(request, planned),
  ]);
  return judged.flat();
}

type Renewal = Extract<PlanDecision, { act: "renew" }>;

async function planRenewal(
  request: PlanningRequest,
  planned: PlannedCertificate,
  decision: Renewal,
): Promise<OrderingAnswer> {
  const { prior } = request;
  const isThere = !isOrder(decision);
  const obstacle = isThere ? null : await obstacleOf(request);
  if (obstacle !== null && decision.isSoft)
    return { set: valuesKept(request, planned), diagnostics: [asWarning(obstacle)] };
  const limit = isThere ? [] : counted(request, planned);
  const found = isThere || prior === null ? [] : await judgeRenewal(request, planned, prior);
  const isLater = !(planned.renewal instanceof Unknown) && switchesLater(planned.renewal);
  // Key and certificate change together, and a renewal keeps the key.
  const set = isLater ? { pending: UNKNOWN } : ORDERED_LATER;
  const stops = obstacle === null ? [] : [asWarning(obstacle)];
  const approval = isThere ? [] : await warnOfApproval(request, planned);
  const diagnostics = [...limit, ...announced(request, planned, decision), ...stops, ...found, ...approval];
  return { set, diagnostics, ...(!isThere && { orders: "renewal" }) };
}

/**
 * What the record itself has against a renewal. The one call that a due renewal costs the plan: reports don't tell whether
 * SCM renews automatically. While the certificate serves well, it is told and nothing is planned.
 */
async function obstacleOf({ api, prior, signal }: PlanningRequest): Promise<Diagnostic | null> {
  if (api === null || prior === null || prior.ssl_id === null) return null;
  const purpose = { what: "plan the renewal of certificate", hint: "Look in SCM what became of it." };
  try {
    const details = await readDetails(api, prior.ssl_id, { wait: { signal }, purpose });
    return renewsItself(details) ? api.explain(refuseAutoRenewal(details)) : null;
  } catch (thrown) {
    if (!(thrown instanceof NotFoundError)) throw thrown;
    return api.explain(thrown);
  }
}

async function judgeRenewal(
  request: PlanningRequest,
  planned: PlannedCertificate,
  prior: StoredCertificate,
): Promise<readonly Diagnostic[]> {
  return [
    ...judgeRenewedLimits(planned.profile, prior),
    ...(await judgeRenewalValidations(request, planned, prior)),
  ];
}

async function judgeMetadata(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  return request.prior === null ? [] : judgePlannedMetadata(request, planned, request.prior);
}
