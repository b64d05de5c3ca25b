import type { StateError } from "../../../base/errors.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { type CandidateRules, mayAdopt } from "./judge-candidates.ts";
import { refuseFound } from "./refuse-found.ts";

type AdoptionPolicy = Pick<CandidateRules, "adoptWithinMs" | "isOwnKey" | "hasScope">;

/**
 * Why an order that is on its way will not be taken over, where the caller's own settings say so. Whether another administrator
 * requested it is judged when it is taken over: a login that only checks is not the one that orders.
 * @param what the verb and the name, for the message
 * @returns null where nothing is known against it
 */
export function adoptionRefused(
  what: string,
  details: CertificateDetails,
  policy: AdoptionPolicy,
): StateError | null {
  return mayAdopt(policy) ? null : refuseFound(what, [{ details, verdict: "not_adoptable" }], policy);
}
