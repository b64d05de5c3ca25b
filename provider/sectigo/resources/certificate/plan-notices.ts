/**
 * What a plan says of many certificates at once, as renewals in their time. Clients show one warning of all that have the same
 * summary, and how many more there are; so these summaries name no certificate, and the details do. What is wrong with one
 * certificate has its name in the summary, in `decision-words.ts`.
 */
import {
  type Decision,
  ordersWaitForApproval,
  plainText,
  revocationReasonText,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { because, type Note, type OrderDecision, tellStop } from "./decision-words.ts";
import { hasOtherChange } from "./order-changes.ts";
import type { PlanDecision } from "./plan-decision.ts";
import {
  certificateLabel,
  type PlannedCertificate,
  type PlanningRequest,
  plannedLabel,
  type StoredCertificate,
} from "./state.ts";

export function labelOf({ prior }: PlanningRequest): string {
  return prior === null ? "" : certificateLabel(prior);
}

export function noted(note: Note | null): readonly Diagnostic[] {
  return note === null ? [] : [warning(note.summary, note.detail)];
}

/** The only copy of a key may lie in state, where a line that was forgotten in the configuration takes it out. */
export function warnOfLeavingKey(
  prior: StoredCertificate | null,
  planned: PlannedCertificate,
): readonly Diagnostic[] {
  if (prior === null || prior.private_key_pem === null || prior.private_key === null) return [];
  const { private_key, csr_pem, private_key_wo_version } = planned;
  if (private_key !== null || csr_pem !== null || private_key_wo_version !== null) return [];
  return [
    warning(
      `Certificate ${certificateLabel(prior)}: its private key leaves the state`,
      "private_key is not configured, and nothing else says for which key the certificate is. Copy private_key_pem first, or " +
        "write private_key = {} to keep it.",
    ),
  ];
}

export function counted({ api, prior }: PlanningRequest, planned: PlannedCertificate): readonly Diagnostic[] {
  if (api === null) return [];
  const label = prior === null ? plannedLabel(planned) : `Certificate ${certificateLabel(prior)}`;
  const over = api.ordering.orders.count(prior?.ssl_id ? String(prior.ssl_id) : null, label);
  return over === null ? [] : [over];
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

/**
 * What time alone asks for is told in the same words of each: clients fold warnings of one summary, there may be hundreds, and
 * each is a change in the plan. The summary of all else carries the name, since each has a reason of its own.
 */
export function announced(
  request: PlanningRequest,
  planned: PlannedCertificate,
  decision: OrderDecision,
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

function announcement({ act, reason }: OrderDecision) {
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

export function refusal({ summary, detail, attribute }: Note): Diagnostic {
  return attribute === undefined ? error(summary, detail) : error(summary, detail, path(attribute));
}

export function waiting(
  { prior }: PlanningRequest,
  reason: Extract<PlanDecision, { act: "await" | "adopt" }>["reason"],
): readonly Diagnostic[] {
  if (prior === null) return [];
  return noted(tellWaiting(reason, certificateLabel(prior)));
}

type Keep = Extract<PlanDecision, { act: "keep" | "renewLater" | "takeOver" }>;

/** What follows later where nothing is ordered now; null when all is well. */
export function tellKept(decision: Keep, label: () => string): Note | null {
  if (decision.act === "takeOver") return tellTakenOver(decision, label());
  if (decision.act === "renewLater") return tellLater(decision.reason, label());
  const { reason } = decision;
  if (reason.code !== "revocation_accepted") return null;
  return {
    summary: `Certificate ${label()} was revoked: ${revocationReasonText(reason.revocation)}`,
    detail:
      'It is left as it is, since when_revoked is "warn". To enroll a new one, set when_revoked = "reenroll".',
  };
}

function tellTakenOver({ instead }: Extract<Keep, { act: "takeOver" }>, label: string): Note {
  return {
    summary: "Certificates are taken over as they stand; the next plan will do more",
    detail: `Certificate ${label}: ${insteadText(instead, label)}. Importing it orders nothing and revokes nothing.`,
  };
}

function insteadText(instead: Extract<Keep, { act: "takeOver" }>["instead"], label: string): string {
  switch (instead.act) {
    case "refuse":
    case "hold":
      return tellStop(instead, label).summary;
    case "await":
    case "adopt":
      return instead.reason.code === "on_its_way"
        ? `it is ${plainText(instead.reason.status)}`
        : `its successor ${instead.reason.sslId} is on its way`;
    case "decideAtApply":
      return instead.due === null
        ? "what is to be done is known only during an apply"
        : `it is due, because ${because(instead.due)}`;
    case "renewLater":
      return `it is due, because ${because(instead.reason)}`;
    default:
      return because(instead.reason) ?? "it is due";
  }
}

type RenewReason = Extract<OrderDecision, { act: "renew" }>["reason"];

/** A renewal in its time, and a successor that is there already; null for what is late or went wrong. */
function tellRoutine(reason: RenewReason, label: string): Note | null {
  switch (reason.code) {
    case "due":
      return {
        summary: "Certificates are due, and will be renewed",
        detail:
          `Certificate ${label}: ${because(reason)}. Its successor takes its place in this resource and is ordered, and paid ` +
          "for, once.",
      };
    case "renewed_outside":
      return {
        summary: "Certificates were renewed outside Terraform, and their successors will be taken over",
        detail: `Certificate ${label}: ${because(reason)}. Nothing is ordered.`,
      };
    default:
      return null;
  }
}

/** A renewal that comes after the other changes. */
function tellLater(reason: RenewReason, label: string): Note {
  const detail = `it is due, because ${because(reason)}. This apply makes the other changes; plan again after it.`;
  const summary =
    tellRoutine(reason, label) === null
      ? `Certificate ${label} will be renewed by the next apply`
      : "Certificates are due, and will be renewed by the next apply";
  return { summary, detail: `Certificate ${label}: ${detail}` };
}

/** A renewal in its time that an open argument leaves to the apply. */
export function tellDue(due: RenewReason, label: string): Note {
  return {
    summary: "Certificates are due, and may be renewed by this apply",
    detail:
      `Certificate ${label}: ${because(due)}. An argument is known only during the apply: if it comes out unchanged, the ` +
      "certificate is renewed then; if not, by the next apply.",
  };
}

type Waiting = Extract<Decision, { act: "await" | "adopt" }>["reason"];

/** What this apply waits for, and does not order. */
function tellWaiting(reason: Waiting, label: string): Note {
  const goesOn = "The next apply waits on for it and orders nothing.";
  if (reason.code === "on_its_way")
    return {
      summary: `Certificate requests are still ${plainText(reason.status)}`,
      detail: `Certificate request ${label}: ${WAITS_FOR_PEOPLE.test(reason.status) ? "an administrator has to approve it in SCM" : AT_WORK}. ${goesOn}`,
    };
  return reason.isIssued
    ? {
        summary: "Successors are issued, and this apply takes them over",
        detail: `Certificate ${label}: it is succeeded by ${reason.sslId}. Nothing is ordered.`,
      }
    : {
        summary: "Successors are not issued yet",
        detail: `Certificate ${label}: it is succeeded by ${reason.sslId}, and ${AT_WORK}. ${goesOn}`,
      };
}

const AT_WORK = "SCM and the CA are working on it";

/** Requested, and approved at the top level only. */
const WAITS_FOR_PEOPLE = /^(Requested|SA ?Approved)$/;

type Request = Pick<PlanningRequest, "api" | "signal">;

/**
 * Says in a plan that orders, once per walk, that the order will wait for another administrator, before the apply spends its
 * time waiting. Silent where SCM does not show the administrator's privileges, and where the method is that an administrator
 * decides.
 */
export async function warnOfApproval(
  { api, signal }: Request,
  { on_pending: onPending, profile }: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const login = api?.ordering.login ?? null;
  if (api === null || login === null || onPending === "return" || onPending instanceof Unknown) return [];
  const method = profile instanceof Unknown ? null : profile?.enrollment_method;
  if (method === "admin_web_request") return [];
  const own = await api.catalog.ownPrivileges(login, { signal });
  if (own === null || !ordersWaitForApproval(own)) return [];
  if (!api.catalog.isFirstTime("orders wait for approval")) return [];
  return [
    warning(
      `Orders of ${api.account} wait for another administrator's approval`,
      "Its record in SCM lacks the privilege autoApproveCertificates. The apply waits as long as timeouts.create says and then " +
        (onPending === "fail" ? "errs" : "leaves the order pending; the next apply goes on waiting") +
        ". Have the request approved meanwhile (in SCM, or by sectigo_certificate_approval with another administrator), set " +
        'on_pending = "return", or give the administrator the privilege.',
    ),
  ];
}
