import {
  ceilingAhead,
  exceededCeiling,
  nextCeiling,
  nextMisfit,
  RequestError,
  termFor,
  type WaitOptions,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { ifAllowed } from "../../if-allowed.ts";
import type { CertificateConfig, PlannedCertificate, PlanningRequest } from "./state.ts";

export const OFFERS = "what it offers";

/**
 * What a plan without an order says of a later one: that no term on offer will fit. SCM is asked within sixty days of a step
 * only, once for all certificates of an organization.
 */
export async function judgeTermAhead(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const { api, signal, log } = request;
  const { organization_id: organizationId, scm_profile_id, term_days: term, trust_type: trust } = planned;
  if (api === null || term !== null || trust === "private" || typeof organizationId !== "number") return [];
  const now = api.clock.now();
  if (nextCeiling(now) === null) return [];
  const profiles = await ifAllowed(log, OFFERS, api.catalog.profiles(organizationId, { signal }));
  return warnOfMisfit(
    planned,
    profiles?.find(({ scmProfileId }) => scmProfileId === scm_profile_id),
    now,
  );
}

/** Whether publicly trusted certificates may have the configured term at all; asked only where something is ordered. */
export function judgeCeiling(
  { term_days: term, trust_type: trust }: PlannedCertificate,
  now: Date | null,
): readonly Diagnostic[] {
  if (now === null || typeof term !== "number" || trust instanceof Unknown) return [];
  const exceeded = exceededCeiling({ wishedDays: term, isPublic: trust !== "private", now });
  if (exceeded === null) return [];
  const { days, from } = exceeded;
  const detail =
    `Since ${from.toISOString().slice(0, 10)} a publicly trusted certificate may be valid for ${days} days at most ` +
    "(CA/Browser Forum Baseline Requirements §6.3.2). Set term_days to a term within that, or leave it out to take the " +
    'longest that is allowed. For certificates of a private CA set trust_type = "private".';
  return [
    error(`A term of ${term} days is more than the ${days} days that are allowed`, detail, path("term_days")),
  ];
}

/**
 * Says, from sixty days before a step of the CA/Browser Forum's ceilings on, that a configured term will not pass it. All of
 * these warnings have one summary and one detail, so Terraform shows one for any number of certificates.
 */
export function warnOfCeiling(
  { api }: PlanningRequest,
  { term_days: term, trust_type: trust }: PlannedCertificate,
): readonly Diagnostic[] {
  if (api === null || typeof term !== "number" || trust instanceof Unknown) return [];
  const next = ceilingAhead({ wishedDays: term, isPublic: trust !== "private", now: api.clock.now() });
  if (next === null) return [];
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
  { term_days: wishedDays, trust_type: trust }: PlannedCertificate,
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

/** What the term of an order goes by. */
export interface TermSources {
  readonly connection: Connection;
  readonly wait: WaitOptions;
  readonly warn: (summary: string, detail: string) => void;
}

interface Target {
  readonly organization_id: number;
  readonly scm_profile_id: number;
}

/** Plans refuse a term beyond the ceiling; where a renewal turns into an enrollment, it is cut instead. */
export async function termOf(
  { term_days: wishedDays, trust_type: trust }: Pick<CertificateConfig, "term_days" | "trust_type">,
  { organization_id, scm_profile_id }: Target,
  { connection, wait, warn }: TermSources,
): Promise<number> {
  const now = connection.clock.now();
  const question = { wishedDays, isPublic: trust !== "private", now };
  const known = termFor({ ...question, offeredDays: [] });
  if (known.kind === "asked") return known.days;
  const profiles = await connection.catalog.profiles(organization_id, wait);
  const profile = profiles.find(({ scmProfileId }) => scmProfileId === scm_profile_id);
  const verdict = termFor({ ...question, offeredDays: profile?.termsDays ?? [] });
  if (verdict.kind === "unknown") throw termUnknown(scm_profile_id, organization_id, profile === undefined);
  if (verdict.kind === "too_long")
    warn(
      `No term of SCM profile ${scm_profile_id} fits the ${verdict.ceilingDays} days that public certificates may have now`,
      `The shortest, ${verdict.days} days, is asked for, and SCM has to cut or refuse it. Choose an SCM profile with shorter terms.`,
    );
  return verdict.days;
}

function termUnknown(scmProfileId: number, organizationId: number, isMissing: boolean): RequestError {
  const found = isMissing
    ? `SCM does not offer profile ${scmProfileId} to organization ${organizationId}`
    : `SCM names no term for profile ${scmProfileId}`;
  return new RequestError(`enroll a certificate: term_days is left out, and ${found}`, {
    code: "request.term_unknown",
    path: "term_days",
    hint: "Choose an SCM profile that is offered, or set term_days to a validity in days that this one allows.",
  });
}
