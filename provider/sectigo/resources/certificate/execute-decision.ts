import { type Executable, execute } from "../../../../core/index.ts";
import { waitOf } from "../../connection.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { refuseRenewal } from "./judge-policy.ts";
import { lifeOf, patienceBeside, patienceOf, patienceOfRenewal, patienceOfReplacement } from "./life.ts";
import { stateAfter, unchanged } from "./state-after-execution.ts";
import type { CertificateState } from "./values.ts";

/** A first order. */
export const ENROLL: Executable = { act: "enroll", reason: { code: "nothing_held" } };

/**
 * Runs what was decided for a certificate to its end.
 * @param current the state before, with what the user changed; null when there is none
 */
export async function executeDecision(
  request: ApplyRequest,
  decision: Executable,
  current: CertificateState | null,
): Promise<CertificateState> {
  const wait = waitOf(request);
  const refused = refusalOf(request, decision);
  if (refused !== null) return unchanged(request, refused);
  const life = lifeOf(request, { wait, current, patience: patienceFor(request, decision) });
  const outcome = await execute(decision, life);
  return stateAfter(request, outcome, {
    ordered: life.events.state() ?? current,
    isBrief: life.patience !== "until_issued",
    wait,
  });
}

/** What the profile has against a renewal, which SCM knows nothing of; an error from the hard deadline on. */
function refusalOf(request: ApplyRequest, decision: Executable): unknown {
  if (decision.act !== "renew" || decision.reason.code === "renewed_outside" || request.prior === null)
    return null;
  try {
    refuseRenewal(request, request.prior);
    return null;
  } catch (thrown) {
    if (!decision.isSoft) throw thrown;
    return thrown;
  }
}

function patienceFor(request: ApplyRequest, { act }: Executable) {
  if (act === "renew") return patienceOfRenewal(request);
  if (act === "replace") return patienceOfReplacement(request);
  return act === "enroll" ? patienceBeside(request) : patienceOf(request);
}
