import {
  type CertificateOrder,
  type PlannedOrder,
  RequestError,
  termFor,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateConfig, PlannedCertificate } from "./values.ts";

type OrderArguments = Pick<
  CertificateConfig,
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
 * The order as it goes to SCM. Without a configured term it takes the longest that the profile offers and the CA/Browser Forum
 * allows now.
 * @throws RequestError when an argument that every order needs turns out null, or the profile is not offered
 */
export async function toOrder(
  config: CertificateConfig,
  csrPem: string,
  around: Around,
): Promise<CertificateOrder> {
  const { organization_id, scm_profile_id } = config;
  const [missing] = missingArguments(config);
  if (organization_id === null || scm_profile_id === null) throw missing;
  const target = { organization_id, scm_profile_id };
  return {
    organizationId: organization_id,
    scmProfileId: scm_profile_id,
    csrPem,
    subjectAlternativeNames: config.subject_alternative_names ?? [],
    termDays: await termOf(config, target, around),
    comments: config.comments,
    externalRequesters: config.external_requesters ?? [],
    customFields: config.custom_fields ?? {},
  };
}

/** What the term of an order goes by. */
interface Around {
  readonly connection: Connection;
  readonly wait: WaitOptions;
  readonly warn: (summary: string, detail: string) => void;
}

/** Arguments that the schema lets out, because an import does not have them, and that every order needs. */
export function missingArguments({
  profile,
  organization_id,
  scm_profile_id,
}: Pick<PlannedCertificate, "profile" | "organization_id" | "scm_profile_id">): RequestError[] {
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
}

/** Plans refuse a term beyond the ceiling; where a renewal turns into an enrollment, it is cut instead. */
async function termOf(
  { term_days: wishedDays, trust_type: trust }: Pick<CertificateConfig, "term_days" | "trust_type">,
  { organization_id, scm_profile_id }: Target,
  { connection, wait, warn }: Around,
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
