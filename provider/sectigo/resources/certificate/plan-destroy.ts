import { type RevocationReason, standingOf } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { certificateLabel } from "./label.ts";
import { readPrivateData } from "./private-data.ts";
import { livingSuperseded } from "./superseded.ts";
import type { PlanningRequest, StoredCertificate } from "./values.ts";

/**
 * Destroying revokes, which can't be undone; a warning with its name stands apart from those of its siblings. What is only
 * forgotten has one summary for all, which clients show once.
 */
export function warnOfDestroy(
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
  const others = prior.revoke_superseded && now !== null ? livingSuperseded(prior, now) : [];
  const also =
    others.length === 0
      ? ""
      : ` So will those it took the place of: ${others.map((each) => each.serial_number).join(", ")}.`;
  const detail =
    `Destroying this resource revokes the certificate (${reasonOf(prior).replaceAll("_", " ")}): servers that still use ` +
    `it will be distrusted.${also} To keep it, take the resource out of state instead (state rm), or apply ` +
    "revoke_on_destroy = false first.";
  return [...(over === null ? [] : [over]), warning(`Certificate ${label}${WILL_BE_REVOKED}`, detail)];
}

const WILL_BE_REVOKED = " will be revoked";

/** Whether what was said of a destroy is that it revokes. */
export function isRevoked(said: readonly Diagnostic[]): boolean {
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
