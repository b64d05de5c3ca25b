import {
  orderMarker,
  type RevocationReason,
  readCsr,
  standingOf,
  withCommonName,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { checkPresent } from "./ownership.ts";
import { readPrivateData } from "./private-data.ts";
import { withProfile } from "./profile-defaults.ts";
import { commonNameOf } from "./signed-request.ts";
import {
  certificateLabel,
  type PlannedCertificate,
  type PlanningAnswer,
  type PlanningRequest,
  type StoredCertificate,
} from "./state.ts";
import { livingSuperseded } from "./superseded.ts";

/** Says what a destroy will do, and refuses one that goes with an order of the same. */
export function planDestroy(request: PlanningRequest): PlanningAnswer {
  const { prior, api } = request;
  if (prior === null) return {};
  if (api !== null) checkPresent({ state: prior, private: request.private }, api, "destroy");
  const diagnostics = warnOfDestroy(request, prior);
  if (api === null || !isRevoked(diagnostics)) return { diagnostics };
  const marker = markerOfState(api, withProfile(prior), request.private);
  const label = `certificate ${certificateLabel(prior)}`;
  return { diagnostics: [...diagnostics, ...refuseMoved(api, marker, { end: "destroyed", label })] };
}

/**
 * Destroying revokes, which can't be undone; a warning with its name stands apart from those of its siblings. What is only
 * forgotten has one summary for all, which clients show once.
 */
function warnOfDestroy(
  { api, private: data }: PlanningRequest,
  prior: StoredCertificate,
): readonly Diagnostic[] {
  if (prior.ssl_id === null) return [];
  const label = certificateLabel(prior);
  if (prior.revoke_on_destroy === false) return [warnOfKept(label)];
  if (isOnlyAdopted(prior, data)) return [warnOfLetGo(label)];
  const standing = standingOf(prior.status ?? "Issued");
  if (standing === "pending") return [warnOfPending(label, prior.status)];
  const now = api?.clock.now() ?? null;
  // What has expired is not revoked. Only a warning depends on the time, not the plan.
  const isOver = now !== null && prior.not_after !== null && new Date(prior.not_after) < now;
  if ((standing !== "issued" && standing !== "unknown") || isOver) return [];
  const over = api?.ordering.revocations.count(`${prior.ssl_id}`, `Certificate ${label}`) ?? null;
  const isLeaked = reasonOf(prior) === "key_compromise";
  const others = (prior.revoke_superseded || isLeaked) && now !== null ? livingSuperseded(prior, now) : [];
  const which = prior.revoke_superseded
    ? "it took the place of"
    : "of the same key among those it took the place of";
  const also =
    others.length === 0
      ? ""
      : ` So will those ${which}: ${others.map((each) => each.serial_number).join(", ")}.`;
  const detail =
    `Destroying this resource revokes the certificate (${reasonOf(prior).replaceAll("_", " ")}): servers that still use ` +
    `it will be distrusted.${also} To keep it, take the resource out of state instead (state rm), or apply ` +
    "revoke_on_destroy = false first.";
  return [...(over === null ? [] : [over]), warning(`Certificate ${label}${WILL_BE_REVOKED}`, detail)];
}

const WILL_BE_REVOKED = " will be revoked";

/** Whether what was said of a destroy is that it revokes. */
function isRevoked(said: readonly Diagnostic[]): boolean {
  return said.some(({ summary }) => summary.endsWith(WILL_BE_REVOKED));
}

/** Taken over by a state that has never ordered it, and not said to be revoked in words. */
export function isOnlyAdopted({ revoke_on_destroy }: StoredCertificate, data: PrivateData): boolean {
  return revoke_on_destroy === null && readPrivateData(data).adoptedFrom !== null;
}

/** The schema lets only these names in. */
export function reasonOf({ revocation_reason: reason }: StoredCertificate): RevocationReason {
  return (reason ?? "cessation_of_operation") as RevocationReason;
}

function warnOfKept(label: string): Diagnostic {
  const detail = `Certificate ${label}: revoke_on_destroy is false, so it stays valid in SCM until it expires or is revoked there.`;
  return warning("Certificates will be forgotten, not revoked", detail);
}

function warnOfLetGo(label: string): Diagnostic {
  const detail =
    `Certificate ${label}: this state took it over and has never ordered it, so it may serve another configuration. To have it ` +
    "revoked, set revoke_on_destroy = true and apply before you destroy.";
  return warning("Certificates will be let go, not revoked", detail);
}

function warnOfPending(label: string, status: string | null): Diagnostic {
  const detail =
    "Destroying declines it while it waits for an administrator; if it is on its way at the CA already, it waits until " +
    "the certificate is issued, and revokes it then.";
  return warning(`Certificate request ${label} is still ${status}`, detail);
}

type Marked = Pick<
  PlannedCertificate,
  "organization_id" | "scm_profile_id" | "csr_pem" | "order_key" | "subject" | "subject_alternative_names"
>;

/**
 * A plan that would revoke a certificate and order the very same one has found a resource that moved: a renamed key of
 * `for_each`, a file with another name. Terraform tells a provider no addresses, so that the two meet here, by what makes two
 * orders the same order. Whichever of the two is planned second says so.
 * @param end which of the two is planned
 */
export function refuseMoved(
  api: Connection,
  marker: string | null,
  { end, label }: { readonly end: "made" | "destroyed"; readonly label: string },
): readonly Diagnostic[] {
  if (marker === null) return [];
  const { made, destroyed } = api.ordering.planned;
  (end === "made" ? made : destroyed).set(marker, label);
  const other = (end === "made" ? destroyed : made).get(marker);
  if (other === undefined) return [];
  const former = end === "made" ? other : label;
  return [
    error(
      `This plan would revoke ${former} and order the same one again`,
      "One resource is removed and another one made whose organization, SCM profile, names, request and order_key are the " +
        "same. If it has moved, say so beside it, and nothing is revoked or ordered:\n\n" +
        "  moved {\n    from = sectigo_certificate.OLD\n    to   = sectigo_certificate.NEW\n  }\n\n" +
        "If another certificate is meant, give the new one an order_key of its own.",
    ),
  ];
}

/** The marker of what a plan makes; null while part of it is not known. */
export function markerOfPlanned({ ordering }: Connection, planned: Marked): string | null {
  const { organization_id, scm_profile_id, csr_pem: csr, order_key, subject } = planned;
  const { subject_alternative_names: names } = planned;
  if (typeof organization_id !== "number" || typeof scm_profile_id !== "number") return null;
  if (csr instanceof Unknown || order_key instanceof Unknown) return null;
  if (names instanceof Unknown || subject instanceof Unknown) return null;
  const request = csr === null ? null : readCsr(csr);
  return orderMarker({
    ...{ scope: ordering.origin.scope, orderKey: order_key },
    ...{ organizationId: organization_id, scmProfileId: scm_profile_id },
    names: withCommonName(request === null ? commonNameOf(subject, names) : request.commonName, names ?? []),
    keySha256: request?.publicKeySha256 ?? null,
  });
}

/** The same of what a plan destroys; null where its request is not known, as after an import. */
function markerOfState(api: Connection, state: StoredCertificate, data: PrivateData): string | null {
  if (state.csr_pem === null && readPrivateData(data).madeCsr === null) return null;
  return markerOfPlanned(api, state);
}

/**
 * Called when it is made. Within an apply Terraform plans once more: first what is made, then the removal of what that took
 * the place of (create_before_destroy), which has not moved.
 */
export function forgetPlanned(api: Connection, planned: Marked): void {
  const marker = markerOfPlanned(api, planned);
  if (marker !== null) api.ordering.planned.made.delete(marker);
}
