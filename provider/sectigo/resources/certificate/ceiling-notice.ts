import { ceilingAt, nextCeiling, nextMisfit } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import type { Planned, PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";

/**
 * Says, from sixty days before a step of the CA/Browser Forum's ceilings on, that a configured term will not pass it. All of
 * these warnings have one summary and one detail, so Terraform shows one for any number of certificates.
 */
export function warnOfCeiling(
  { api }: PlanRequest<CertificateAttributes, Connection>,
  { term_days: term, trust_type: trust }: Planned<CertificateAttributes>,
): readonly Diagnostic[] {
  if (api === null || typeof term !== "number" || trust instanceof Unknown || trust === "private") return [];
  const now = api.clock.now();
  const next = nextCeiling(now);
  if (next === null || term <= next.days || term > ceilingAt(now).days) return [];
  const from = next.from.toISOString().slice(0, 10);
  return [
    warning(
      `From ${from} on, publicly trusted certificates are valid for ${next.days} days at most`,
      `Terms above that are configured in term_days. Orders from ${from} on will be refused until it is lowered or left out; ` +
        "certificates that are issued before stay valid as they are.",
    ),
  ];
}

/** Says the same of a term that is left out, where the SCM profile offers none that will do. */
export function warnOfMisfit(
  { term_days: wishedDays, trust_type: trust }: Planned<CertificateAttributes>,
  offered: { readonly scmProfileId: number; readonly termsDays: readonly number[] } | undefined,
  now: Date | null,
): readonly Diagnostic[] {
  if (now === null || offered === undefined || wishedDays !== null || trust instanceof Unknown) return [];
  const { scmProfileId, termsDays: offeredDays } = offered;
  const misfit = nextMisfit({ wishedDays, offeredDays, isPublic: trust !== "private", now });
  if (misfit === null) return [];
  const { from, ceilingDays, shortestDays } = misfit;
  const day = from.toISOString().slice(0, 10);
  return [
    warning(
      `From ${day} on, no term of SCM profile ${scmProfileId} fits the ${ceilingDays} days that public certificates may have then`,
      `The shortest, ${shortestDays} days, is asked for from then on, and SCM has to cut or refuse it. Have a shorter term added ` +
        "to the SCM profile, or choose another one; certificates that are issued before stay valid as they are.",
    ),
  ];
}
