import { StateError } from "../../../base/errors.ts";
import type { Words } from "../../../base/words.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { standingOf } from "../status.ts";
import { type CandidateRules, mayAdopt, type Verdict } from "./judge-candidates.ts";

interface Judged {
  readonly details: CertificateDetails;
  readonly verdict: Verdict;
}

type Rules = Pick<CandidateRules, "adoptWithinMs" | "isOwnKey" | "hasScope">;

/** Why nothing is ordered although nothing could be taken over: a person has to say whose these records are. */
export function refuseFound(what: string, all: readonly Judged[], rules: Rules): StateError {
  // The one that serves comes first: the youngest that is issued.
  const found = all.toSorted((one, other) => rankOf(other) - rankOf(one));
  const list = found.map(({ details }) => `${details.sslId} (${details.status})`).join(", ");
  const [first] = found;
  const sslId = first?.details.sslId ?? null;
  if (found.some(({ verdict }) => verdict === "unclear" || verdict === "compare_key")) {
    return new StateError(`${what}: SCM holds what may be this very order: ${list}`, {
      code: "state.order_unclear",
      hint: ({ takeOver }) =>
        "It was requested by this login for the same names, and no marker tells whose it is. If it is this order, " +
        `${takeOver(sslId)}; if not, have it approved or declined in SCM first. Nothing was ordered.`,
    });
  }
  if (found.every(({ verdict }) => verdict === "unproved")) return unproved(what, list, sslId);
  return new StateError(`${what}: SCM holds this order already: ${list}`, {
    code: "state.order_exists",
    path: "order_key",
    hint: (words) =>
      `${reason(found, rules, words)}${first?.verdict === "other_key" ? " If it is of an interrupted run, revoke it in SCM and run again." : ""} To have it, ${words.takeOver(sslId)}; to order another one beside it, set ${words.order_key}. Nothing was ordered.`,
  });
}

/** Never adopted, never ordered beside: whether it is ours shows by its key alone, once it is issued. */
function unproved(what: string, list: string, sslId: number | null): StateError {
  return new StateError(`${what}: SCM holds what may be this very order: ${list}`, {
    code: "state.order_unproved",
    path: "order_key",
    hint: ({ order_key, takeOver }) =>
      "Its marker is this order's, but SCM does not tell this login who it is itself, so another administrator may have " +
      "placed it. When it is issued, its key tells. Have it approved, or declined if you do not need it, and run again. If it " +
      `is yours, ${takeOver(sslId)}; to order another one beside it, set ${order_key}. Nothing was ordered.`,
  });
}

function rankOf({ details }: Judged): number {
  return (standingOf(details.status) === "issued" ? 1e12 : 0) + details.sslId;
}

/** A reader sees at once that a date is wrong. */
function dateOf(first: Judged | undefined): string {
  const { requested = null } = first?.details ?? {};
  return requested === null ? "" : `SCM says that it was requested on ${requested.slice(0, 10)}. `;
}

function reason(
  found: readonly Judged[],
  { adoptWithinMs, isOwnKey, hasScope }: Rules,
  { adopt_within, order_scope }: Words,
): string {
  if (adoptWithinMs === 0) return `It is not taken over, since ${adopt_within} is 0.`;
  if (!isOwnKey && !hasScope)
    return `Its key is not here, and without ${order_scope} nothing tells whether it belongs to this configuration.`;
  if (found.filter(({ verdict }) => verdict === "ours").length > 1)
    return "There are several, and which one is meant can't be told.";
  if (found.some(({ verdict }) => verdict === "other_key"))
    return "It is issued for a key that is not here, so another state may serve with it: it is neither taken over nor reissued.";
  return `${dateOf(found[0])}It is older than ${adopt_within} allows to take over, or was requested by another administrator.`;
}

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
