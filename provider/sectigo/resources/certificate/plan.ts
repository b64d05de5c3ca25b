import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanAnswer, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { type Decision, decide } from "./decide.ts";
import { judgePlannedOrder } from "./judge-order.ts";
import { certificateLabel, readSituation } from "./situation.ts";
import { NOT_ISSUED, type StoredCertificate } from "./values.ts";

type Request = PlanRequest<CertificateAttributes, Connection>;
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
  if (request.planned === null)
    return { diagnostics: request.prior === null ? [] : warnOfDestroy(request.prior) };
  const decision = decide(readSituation(request, request.planned));
  switch (decision.act) {
    case "keep":
      return {};
    case "refuse":
      return { diagnostics: [refusal(decision)] };
    case "await":
      return { set: ISSUED_LATER, diagnostics: [waiting(request, decision.status)] };
    case "decideAtApply":
      return { set: ORDERED_LATER };
    case "enroll":
      return planOrder(request, decision.because);
  }
}

async function planOrder(request: Request, because: string | null): Promise<Answer> {
  const told =
    because === null || request.prior === null
      ? []
      : [
          warning(
            `Certificate ${certificateLabel(request.prior)}: a new one will be enrolled`,
            `That is because ${because}. The new one takes its place in this resource and is ordered, and paid for, once.`,
          ),
        ];
  const found = await judgePlannedOrder(request);
  return { set: ORDERED_LATER, diagnostics: [...told, ...found] };
}

function refusal(decision: Extract<Decision, { act: "refuse" }>): Diagnostic {
  const at = decision.attribute === undefined ? undefined : path(decision.attribute);
  return error(decision.summary, decision.detail, at);
}

function waiting(request: Request, status: string): Diagnostic {
  const label = request.prior === null ? "" : ` ${certificateLabel(request.prior)}`;
  const detail =
    status === "Requested" || status.startsWith("SA")
      ? "An administrator has to approve it in SCM. The next apply waits on for it and orders nothing."
      : "SCM and the CA are working on it. The next apply waits on for it and orders nothing.";
  return warning(`Certificate request${label} is still ${status}`, detail);
}

/** Destroying revokes, which can't be undone; a warning with its name stands apart from those of its siblings. */
function warnOfDestroy(prior: StoredCertificate): readonly Diagnostic[] {
  if (prior.ssl_id === null || prior.status !== "Issued") return [];
  const detail =
    "Destroying this resource revokes the certificate (cessation of operation): servers that still use it will be " +
    "distrusted. To keep it, take the resource out of state instead: terraform state rm.";
  return [warning(`Certificate ${certificateLabel(prior)} will be revoked`, detail)];
}
