import {
  decisionText,
  isOrder,
  NotFoundError,
  type Reason,
  refuseAutoRenewal,
  renewsItself,
} from "../../../../core/index.ts";
import { type Diagnostic, error, hasError, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { readDetails } from "../../read-details.ts";
import { judgePlannedMetadata, judgePlannedOrder, judgeTermAhead } from "./judge-order.ts";
import { judgeRenewedLimits } from "./judge-policy.ts";
import { warnOfSubject } from "./judge-subject.ts";
import { asWarning, judgeOrderValidations, judgeRenewalValidations } from "./judge-validations.ts";
import { keptKey, plannedKeyMatch } from "./key-matches.ts";
import { certificateLabel, plannedLabel } from "./label.ts";
import { warnOfMissingNames } from "./missing-names.ts";
import { markerOfPlanned, refuseMoved } from "./moved.ts";
import { tellDue, tellKept, tellRoutine, tellWaiting } from "./news.ts";
import { prefersOtherChain } from "./other-chain.ts";
import { type PlanDecision, planDecision, reasonCode } from "./plan-decision.ts";
import { warnOfApproval, warnOfCeiling, warnOfMissingTarget } from "./plan-notices.ts";
import { planningClock } from "./planned-clock.ts";
import { renewAfterText, switchesLater } from "./renewal-policy.ts";
import { hasOtherChange, readSituation } from "./situation.ts";
import {
  NOT_ISSUED,
  type PlannedCertificate,
  type PlanningAnswer,
  type PlanningRequest,
  type StoredCertificate,
} from "./values.ts";
import { because, type Note, tellStop } from "./words.ts";

type OrderingAnswer = PlanningAnswer & { readonly orders?: "new" | "renewal" };

/** Everything the certificate decides becomes unknown, while the order stays the same. */
const ISSUED_LATER = {
  status: UNKNOWN,
  ...(Object.fromEntries(Object.keys(NOT_ISSUED).map((name) => [name, UNKNOWN])) as Record<
    keyof typeof NOT_ISSUED,
    typeof UNKNOWN
  >),
  ...{ key_matches: UNKNOWN, renew_after: UNKNOWN, pending: UNKNOWN, superseded: UNKNOWN },
};

/** An unknown `ssl_id` is what tells apply that it may order: a plan keeps no other trace of its decision. */
const ORDERED_LATER = { ssl_id: UNKNOWN, ...ISSUED_LATER };

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
      const lacking = warnOfMissingTarget(prior, planned);
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

function labelOf({ prior }: PlanningRequest): string {
  return prior === null ? "" : certificateLabel(prior);
}

function noted(note: Note | null): readonly Diagnostic[] {
  return note === null ? [] : [warning(note.summary, note.detail)];
}

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

/** Nothing is ordered: every value stays known, so that a new comment can't ripple through what depends on it. */
function valuesKept(
  { prior, private: data }: PlanningRequest,
  planned: PlannedCertificate,
): NonNullable<PlanningAnswer["set"]> {
  if (prior === null) return {};
  const { renewal, private_key: wished, preferred_chain: preferred } = planned;
  return {
    key_matches: plannedKeyMatch(planned, prior, data),
    ...(prefersOtherChain(prior, preferred) ? { chain_pem: UNKNOWN, full_chain_pem: UNKNOWN } : {}),
    renew_after: renewal instanceof Unknown ? UNKNOWN : renewAfterText(prior, renewal),
    private_key_pem: keptKey(wished, prior),
  };
}

function orderedLater(
  planned: PlannedCertificate,
  prior: StoredCertificate | null,
): NonNullable<PlanningAnswer["set"]> {
  const hasKey = planned.private_key !== null || (prior?.private_key_pem ?? null) !== null;
  // A first order stands in state itself, never as a successor: being known, it takes no line in the plan.
  const pending = prior === null ? null : UNKNOWN;
  return { ...ORDERED_LATER, pending, private_key_pem: hasKey ? UNKNOWN : null };
}

/** The first order keeps its id while it is waited for; a pending successor brings its own. */
function issuedLater(
  planned: PlannedCertificate,
  prior: StoredCertificate | null,
): NonNullable<PlanningAnswer["set"]> {
  const { ssl_id: _, ...rest } = orderedLater(planned, prior);
  return (prior?.pending ?? null) === null ? rest : { ...rest, ssl_id: UNKNOWN };
}

function counted({ api, prior }: PlanningRequest, planned: PlannedCertificate): readonly Diagnostic[] {
  if (api === null) return [];
  const label = prior === null ? plannedLabel(planned) : `Certificate ${certificateLabel(prior)}`;
  const over = api.ordering.orders.count(prior?.ssl_id ? String(prior.ssl_id) : null, label);
  return over === null ? [] : [over];
}

async function judgeMetadata(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  return request.prior === null ? [] : judgePlannedMetadata(request, planned, request.prior);
}

const PLANNED: Readonly<Record<"enroll" | "replace" | "renew", readonly [summary: string, detail: string]>> =
  {
    enroll: [
      "a new one will be enrolled",
      "The new one takes its place in this resource and is ordered, and paid for, once.",
    ],
    replace: [
      "it will be replaced",
      "SCM reissues it under the same id; the one before stays listed in superseded.",
    ],
    renew: [
      "it will be renewed",
      "Its successor takes its place in this resource and is ordered, and paid for, once.",
    ],
  };

type Order = Extract<PlanDecision, { act: "enroll" | "replace" | "renew" }>;

/**
 * What time alone asks for is told in the same words of each: clients fold warnings of one summary, there may be hundreds, and
 * each is a change in the plan. The summary of all else carries the name, since each has a reason of its own.
 */
function announced(
  request: PlanningRequest,
  planned: PlannedCertificate,
  decision: Order,
): readonly Diagnostic[] {
  const why = because(decision.reason);
  const { prior } = request;
  if (why === null || prior === null) return [];
  if (decision.act === "renew" && decision.isSoft) {
    const note = tellRoutine(decision.reason, labelOf(request));
    if (note !== null) return noted(note);
  }
  const [summary, detail] = announcement(decision);
  const isBeside = decision.act === "renew" && !decision.isSoft && hasOtherChange(planned, prior);
  return [
    warning(
      `Certificate ${labelOf(request)}: ${summary}`,
      `That is because ${why}. ${detail}${isBeside ? HARD : ""}`,
    ),
  ];
}

/** A plan leaves no trace but unknown values, so an apply can't know that the plan was made before the deadline. */
const HARD =
  " Its hard deadline has passed, so it does not wait until the other changes are made. If Terraform refuses the apply as " +
  "inconsistent, the deadline passed after the plan was made: then nothing was ordered, and all it takes is to plan again.";

function announcement({ act, reason }: Order) {
  if (reason.code === "renewed_outside")
    return ["its successor will be taken over", "Nothing is ordered."] as const;
  if (reason.code === "revoked" && reason.mayBeRenewed)
    return [
      "its successor will be taken over, or a new one enrolled",
      "SCM says that it was renewed. Only if there is no successor for its key, a new one is ordered, and paid for, once.",
    ] as const;
  if (act === "replace" && reason.code === "changed" && reason.mayBeRenewed)
    return [PLANNED.replace[0], `${PLANNED.replace[1]} ${SUCCESSOR_FIRST}`] as const;
  return PLANNED[act];
}

const SUCCESSOR_FIRST =
  "If SCM holds a renewal of it that this state does not know, its successor is reissued instead, since it is paid for.";

function refusal({ summary, detail, attribute }: Note): Diagnostic {
  return attribute === undefined ? error(summary, detail) : error(summary, detail, path(attribute));
}

function waiting(
  { prior }: PlanningRequest,
  reason: Extract<PlanDecision, { act: "await" | "adopt" }>["reason"],
): readonly Diagnostic[] {
  if (prior === null) return [];
  return noted(tellWaiting(reason, certificateLabel(prior)));
}
