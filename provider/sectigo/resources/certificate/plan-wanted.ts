import { refuseAutoRenewal, renewsItself } from "../../../../core/index.ts";
import { type Diagnostic, error, hasError, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanAnswer, Planned, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { asTakenOver } from "./as-taken-over.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { warnOfCeiling } from "./ceiling-notice.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { judgePlannedMetadata, judgePlannedOrder } from "./judge-order.ts";
import { judgeRenewedLimits } from "./judge-policy.ts";
import { warnOfSubject } from "./judge-subject.ts";
import { judgeOrderValidations, judgeRenewalValidations } from "./judge-validations.ts";
import { certificateLabel, plannedLabel } from "./label.ts";
import { readDetails } from "./read-details.ts";
import { renewAfterText, switchesLater } from "./renewal-policy.ts";
import { readSituation } from "./situation.ts";
import { NOT_ISSUED, type StoredCertificate } from "./values.ts";

type Request = PlanRequest<CertificateAttributes, Connection>;
type Wanted = Planned<CertificateAttributes>;
type Answer = PlanAnswer<CertificateAttributes>;
type OrderingAnswer = Answer & { readonly orders?: "new" | "renewal" };

/** Everything the certificate decides becomes unknown, while the order stays the same. */
const ISSUED_LATER = {
  status: UNKNOWN,
  ...(Object.fromEntries(Object.keys(NOT_ISSUED).map((name) => [name, UNKNOWN])) as Record<
    keyof typeof NOT_ISSUED,
    typeof UNKNOWN
  >),
  ...{ renew_after: UNKNOWN, pending: UNKNOWN, superseded: UNKNOWN },
};

/** An unknown `ssl_id` is what tells apply that it may order: a plan keeps no other trace of its decision. */
const ORDERED_LATER = { ssl_id: UNKNOWN, ...ISSUED_LATER };

/**
 * Plans a certificate whose wishes and state are completed by its profile.
 * @returns with `orders`: what the apply will order, if anything
 */
export async function planWanted(request: Request, planned: Wanted): Promise<OrderingAnswer> {
  const { prior, api } = request;
  const clock = api?.clock ?? null;
  const situation = readSituation({ ...request, planned, clock });
  const decision = asTakenOver(decide(situation), situation, request.private);
  const notices = warnOfCeiling(request, planned);
  switch (decision.act) {
    case "refuse":
      return { diagnostics: [refusal(decision)] };
    case "keep": {
      const noted = decision.note === undefined ? [] : [warning(decision.note.summary, decision.note.detail)];
      const found = await judgeMetadata(request, planned);
      return { set: kept(planned, prior), diagnostics: [...noted, ...notices, ...found] };
    }
    case "await": {
      const found = await judgeMetadata(request, planned);
      return {
        set: issuedLater(planned, prior),
        diagnostics: [...waiting(request, decision.status), ...found],
      };
    }
    case "decideAtApply": {
      const noted = decision.note === undefined ? [] : [warning(decision.note.summary, decision.note.detail)];
      const limit = decision.mayOrder ? counted(request, planned) : [];
      const found = await judgeMetadata(request, planned);
      return { set: orderedLater(planned, prior), diagnostics: [...limit, ...noted, ...notices, ...found] };
    }
    case "enroll":
    case "replace": {
      const found = await judgePlannedOrder(request, planned);
      const said = [...counted(request, planned), ...announced(request, decision)];
      const more = hasError(found) ? [] : await judgeByTenant(request, planned);
      const diagnostics = [...said, ...notices, ...found, ...more];
      return { set: orderedLater(planned, prior), diagnostics, orders: "new" };
    }
    case "renew":
      return planRenewal(request, planned, decision);
  }
}

/** What the organization's own records say of an order that is sound in itself. */
async function judgeByTenant(request: Request, planned: Wanted): Promise<readonly Diagnostic[]> {
  const judged = await Promise.all([
    judgeOrderValidations(request, planned),
    warnOfSubject(request, planned),
  ]);
  return judged.flat();
}

async function planRenewal(
  request: Request,
  planned: Wanted,
  decision: Extract<Decision, { act: "renew" }>,
): Promise<OrderingAnswer> {
  const said = announced(request, decision);
  const limit = decision.isOrdered ? [] : counted(request, planned);
  const found = decision.isOrdered ? [] : await judgeRenewal(request, planned);
  const isLater = !(planned.renewal instanceof Unknown) && switchesLater(planned.renewal);
  // Key and certificate change together, and a renewal keeps the key.
  const set = isLater ? { pending: UNKNOWN } : ORDERED_LATER;
  const diagnostics = [...limit, ...said, ...found];
  return { set, diagnostics, ...(!decision.isOrdered && { orders: "renewal" }) };
}

/** The one call that a due renewal costs the plan: reports don't tell whether SCM renews by itself. */
async function judgeRenewal(request: Request, planned: Wanted): Promise<readonly Diagnostic[]> {
  const { api, prior, signal } = request;
  if (api === null || prior === null || prior.ssl_id === null) return [];
  const purpose = { what: "plan the renewal of certificate", hint: "Refresh, and plan again." };
  const details = await readDetails(api, prior.ssl_id, { wait: { signal }, purpose });
  return [
    ...(renewsItself(details) ? [api.explain(refuseAutoRenewal(details))] : []),
    ...judgeRenewedLimits(planned.profile, prior),
    ...(await judgeRenewalValidations(request, planned, prior)),
  ];
}

/** Nothing is ordered: every value stays known, so that a new comment can't ripple through what depends on it. */
function kept(planned: Wanted, prior: StoredCertificate | null): NonNullable<Answer["set"]> {
  if (prior === null) return {};
  const { renewal, private_key: wished } = planned;
  return {
    renew_after: renewal instanceof Unknown ? UNKNOWN : renewAfterText(prior, renewal),
    // A key that is no longer to be kept in state does not stay there.
    private_key_pem: wished === null ? null : prior.private_key_pem,
  };
}

function orderedLater(planned: Wanted, prior: StoredCertificate | null): NonNullable<Answer["set"]> {
  const hasKey = planned.private_key !== null || (prior?.private_key_pem ?? null) !== null;
  return { ...ORDERED_LATER, private_key_pem: hasKey ? UNKNOWN : null };
}

/** The first order keeps its id while it is waited for; a pending successor brings its own. */
function issuedLater(planned: Wanted, prior: StoredCertificate | null): NonNullable<Answer["set"]> {
  const { ssl_id: _, ...rest } = orderedLater(planned, prior);
  return (prior?.pending ?? null) === null ? rest : { ...rest, ssl_id: UNKNOWN };
}

function counted({ api, prior }: Request, planned: Wanted): readonly Diagnostic[] {
  if (api === null) return [];
  const label = prior === null ? plannedLabel(planned) : `Certificate ${certificateLabel(prior)}`;
  const over = api.ordering.orders.count(prior?.ssl_id ? String(prior.ssl_id) : null, label);
  return over === null ? [] : [over];
}

async function judgeMetadata(request: Request, planned: Wanted): Promise<readonly Diagnostic[]> {
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

/** The summary carries the name: Terraform folds warnings of one summary, and each of these is to be paid for. */
function announced(
  { prior }: Request,
  decision: Extract<Decision, { act: "enroll" | "replace" | "renew" }>,
): readonly Diagnostic[] {
  if (decision.because === null || prior === null) return [];
  const [summary, detail] = announcement(decision);
  return [
    warning(
      `Certificate ${certificateLabel(prior)}: ${summary}`,
      `That is because ${decision.because}. ${detail}${decision.act === "renew" ? (decision.aside ?? "") : ""}`,
    ),
  ];
}

function announcement(decision: Extract<Decision, { act: "enroll" | "replace" | "renew" }>) {
  if (decision.act === "renew" && decision.isOrdered)
    return ["its successor will be taken over", "Nothing is ordered."] as const;
  if (decision.act === "enroll" && decision.isRenewed)
    return [
      "its successor will be taken over, or a new one enrolled",
      "SCM says that it was renewed. Only if there is no successor for its key, a new one is ordered, and paid for, once.",
    ] as const;
  return PLANNED[decision.act];
}

function refusal({ summary, detail, attribute }: Extract<Decision, { act: "refuse" }>): Diagnostic {
  return attribute === undefined ? error(summary, detail) : error(summary, detail, path(attribute));
}

function waiting({ prior }: Request, status: string): readonly Diagnostic[] {
  if (prior === null) return [];
  const who = WAITS_FOR_PEOPLE.test(status)
    ? "An administrator has to approve it in SCM."
    : "SCM and the CA are working on it.";
  const detail = `${who} The next apply waits on for it and orders nothing.`;
  return [warning(`Certificate request ${certificateLabel(prior)} is still ${status}`, detail)];
}

/** Requested, and approved at the top level only. */
const WAITS_FOR_PEOPLE = /^(Requested|SA ?Approved)$/;
