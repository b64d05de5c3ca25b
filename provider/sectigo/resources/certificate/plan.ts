import { standingOf } from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanAnswer, Planned, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { withWayOut } from "../../destroy-anyway.ts";
import { explain } from "../../explain.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { type Decision, decide } from "./decide.ts";
import { judgePlannedMetadata, judgePlannedOrder } from "./judge-order.ts";
import { certificateLabel } from "./label.ts";
import { readSituation } from "./situation.ts";
import { NOT_ISSUED, type StoredCertificate } from "./values.ts";

type Request = PlanRequest<CertificateAttributes, Connection>;
type Wanted = Planned<CertificateAttributes>;
type Answer = PlanAnswer<CertificateAttributes>;

/** Everything the certificate decides becomes unknown, while the order stays the same. */
const ISSUED_LATER = {
  status: UNKNOWN,
  ...(Object.fromEntries(Object.keys(NOT_ISSUED).map((name) => [name, UNKNOWN])) as Record<
    keyof typeof NOT_ISSUED,
    typeof UNKNOWN
  >),
};

/** An unknown `ssl_id` is what tells apply to order: a plan keeps no other trace of its decision. */
const ORDERED_LATER = { ssl_id: UNKNOWN, ...ISSUED_LATER };

/** Plans a certificate, and says in words what the plan will order or revoke. */
export async function planCertificate(request: Request): Promise<Answer> {
  const { planned, prior, api } = request;
  if (planned === null) return { diagnostics: prior === null ? [] : warnOfDestroy(request, prior) };
  try {
    const answer = await planWanted(request, planned);
    return { ...answer, diagnostics: (answer.diagnostics ?? []).map(withWayOut) };
  } catch (thrown) {
    const diagnostic = api === null ? explain(thrown, null) : api.explain(thrown);
    return { diagnostics: [withWayOut(diagnostic)] };
  }
}

async function planWanted(request: Request, planned: Wanted): Promise<Answer> {
  const decision = decide(readSituation(request, planned));
  switch (decision.act) {
    case "keep":
      return { diagnostics: await judgeMetadata(request, planned) };
    case "refuse":
      return { diagnostics: [refusal(decision)] };
    case "await": {
      const found = await judgeMetadata(request, planned);
      return { set: ISSUED_LATER, diagnostics: [...waiting(request, decision.status), ...found] };
    }
    case "decideAtApply":
      return { set: ORDERED_LATER };
    case "enroll": {
      const found = await judgePlannedOrder(request, planned);
      return { set: ORDERED_LATER, diagnostics: [...announced(request, decision.because), ...found] };
    }
  }
}

async function judgeMetadata(request: Request, planned: Wanted): Promise<readonly Diagnostic[]> {
  return request.prior === null ? [] : judgePlannedMetadata(request, planned, request.prior);
}

/** The summary carries the name: Terraform folds warnings of one summary, and each of these is to be paid for. */
function announced({ prior }: Request, because: string | null): readonly Diagnostic[] {
  if (because === null || prior === null) return [];
  return [
    warning(
      `Certificate ${certificateLabel(prior)}: a new one will be enrolled`,
      `That is because ${because}. The new one takes its place in this resource and is ordered, and paid for, once.`,
    ),
  ];
}

function refusal(decision: Extract<Decision, { act: "refuse" }>): Diagnostic {
  const at = decision.attribute === undefined ? undefined : path(decision.attribute);
  return error(decision.summary, decision.detail, at);
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

/** Destroying revokes, which can't be undone; a warning with its name stands apart from those of its siblings. */
function warnOfDestroy({ api }: Request, prior: StoredCertificate): readonly Diagnostic[] {
  if (prior.ssl_id === null) return [];
  const standing = standingOf(prior.status ?? "Issued");
  if (standing === "pending") return [warnOfPending(prior)];
  if (standing !== "issued" && standing !== "unknown") return [];
  // What has expired is not revoked. Only a warning depends on the time, not the plan.
  const isOver = api !== null && prior.not_after !== null && new Date(prior.not_after) < api.clock.now();
  if (isOver) return [];
  const detail =
    "Destroying this resource revokes the certificate (cessation of operation): servers that still use it will be " +
    "distrusted. To keep it, take the resource out of state instead: terraform state rm.";
  return [warning(`Certificate ${certificateLabel(prior)} will be revoked`, detail)];
}

function warnOfPending(prior: StoredCertificate): Diagnostic {
  const detail =
    "Destroying declines it while it waits for an administrator; if it is on its way at the CA already, it waits until " +
    "the certificate is issued, and revokes it then.";
  return warning(`Certificate request ${certificateLabel(prior)} is still ${prior.status}`, detail);
}
