import {
  type CertificateOrder,
  ceilingAt,
  longestTermWithin,
  type PlannedOrder,
  RequestError,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Config, Planned } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";

type OrderArguments = Pick<
  Config<CertificateAttributes>,
  | "organization_id"
  | "scm_profile_id"
  | "csr_pem"
  | "subject_alternative_names"
  | "term_days"
  | "comments"
  | "external_requesters"
  | "custom_fields"
>;

/** What of the order is known while planning: `undefined` is not known yet and not judged, null is not given. */
export function plannedOrder(planned: Planning<OrderArguments>): PlannedOrder {
  const known = <T>(value: T | Unknown): T | undefined => (value instanceof Unknown ? undefined : value);
  return {
    organizationId: known(planned.organization_id),
    scmProfileId: known(planned.scm_profile_id),
    csrPem: known(planned.csr_pem),
    subjectAlternativeNames: known(planned.subject_alternative_names),
    termDays: known(planned.term_days),
    comments: known(planned.comments),
    externalRequesters: known(planned.external_requesters),
    customFields: known(planned.custom_fields),
  };
}

/**
 * The order as it goes to SCM. Without a wished term it takes the longest that the profile offers and the CA/Browser Forum
 * allows now.
 * @throws RequestError when an argument that every order needs turns out null, or the profile is not offered
 */
export async function toOrder(
  config: Config<CertificateAttributes>,
  csrPem: string,
  { connection, wait }: { readonly connection: Connection; readonly wait: WaitOptions },
): Promise<CertificateOrder> {
  const { organization_id, scm_profile_id } = config;
  const [missing] = missingArguments(config);
  if (organization_id === null || scm_profile_id === null) throw missing;
  const longest = termCeiling(config.trust_type, connection.clock.now());
  const target = { organization_id, scm_profile_id, longest };
  return {
    organizationId: organization_id,
    scmProfileId: scm_profile_id,
    csrPem,
    subjectAlternativeNames: config.subject_alternative_names ?? [],
    // Plans refuse a term beyond the ceiling; where a renewal turns into an enrollment, it is cut instead.
    termDays:
      config.term_days !== null && config.term_days <= longest
        ? config.term_days
        : await longestOffered(target, connection, wait),
    comments: config.comments,
    externalRequesters: config.external_requesters ?? [],
    customFields: config.custom_fields ?? {},
  };
}

/** The longest term that may be ordered at this instant, days; private CAs have no such limit. */
function termCeiling(trustType: string | null, now: Date): number {
  return trustType === "private" ? Number.POSITIVE_INFINITY : ceilingAt(now).days;
}

/** Arguments that the schema lets out, because an import does not have them, and that every order needs. */
export function missingArguments({
  profile,
  organization_id,
  scm_profile_id,
}: Pick<Planned<CertificateAttributes>, "profile" | "organization_id" | "scm_profile_id">): RequestError[] {
  const ids = { organization_id, scm_profile_id };
  const missing = (["organization_id", "scm_profile_id"] as const).filter((name) => ids[name] === null);
  if (missing.length === 2 && profile === null) return [nothingSaid()];
  return missing.map((name) => missingArgument(name, profile !== null));
}

function nothingSaid(): RequestError {
  return new RequestError(
    "enroll a certificate: nothing says for which organization, nor with which SCM profile",
    {
      code: "request.profile_missing",
      path: "profile",
      hint: "Set profile = sectigo_profile.<name>.ref, or organization_id and scm_profile_id; only a certificate that is imported and lives can do without.",
    },
  );
}

function missingArgument(name: "organization_id" | "scm_profile_id", hasProfile: boolean): RequestError {
  return new RequestError(
    `enroll a certificate: ${hasProfile ? `the profile has no ${name}` : `${name} is missing`}`,
    {
      code: `request.${name}_missing`,
      path: hasProfile ? "profile" : name,
      hint: hasProfile
        ? "Pass the whole object: profile = sectigo_profile.<name>.ref. If its state is of another release, apply the profile once."
        : `Set ${name}, or a profile instead of both numbers; only a certificate that is imported and lives can do without.`,
    },
  );
}

interface Target {
  readonly organization_id: number;
  readonly scm_profile_id: number;
  readonly longest: number;
}

async function longestOffered(
  { organization_id, scm_profile_id, longest }: Target,
  { catalog }: Connection,
  wait: WaitOptions,
): Promise<number> {
  const profiles = await catalog.profiles(organization_id, wait);
  const profile = profiles.find(({ scmProfileId }) => scmProfileId === scm_profile_id);
  const term = longestTermWithin(profile?.termsDays ?? [], longest);
  if (term !== null) return term;
  const found =
    profile === undefined
      ? `SCM does not offer profile ${scm_profile_id} to organization ${organization_id}`
      : profile.termsDays.length === 0
        ? `SCM names no term for profile ${scm_profile_id}`
        : `all terms of profile ${scm_profile_id} exceed the ${longest} days that public certificates may have now`;
  throw new RequestError(`enroll a certificate: term_days is left out, and ${found}`, {
    code: "request.term_unknown",
    path: "term_days",
    hint: "Choose an SCM profile that is offered, or set term_days to a validity in days that this one allows.",
  });
}
