import {
  type CertificateOrder,
  longestTerm,
  type PlannedOrder,
  RequestError,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Config } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";

/** What of the order is known while planning: `undefined` is not known yet and not judged, null is not given. */
export function plannedOrder(planned: Planning<Config<CertificateAttributes>>): PlannedOrder {
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
 * The order as it goes to SCM. Without a wished term it takes the longest that the profile offers.
 * @throws RequestError when an argument that every order needs turns out null, or the profile is not offered
 */
export async function toOrder(
  config: Config<CertificateAttributes>,
  connection: Connection,
  wait: WaitOptions,
): Promise<CertificateOrder> {
  const { organization_id, scm_profile_id, csr_pem } = config;
  if (organization_id === null) throw missingArgument("organization_id");
  if (scm_profile_id === null) throw missingArgument("scm_profile_id");
  if (csr_pem === null) throw missingArgument("csr_pem");
  return {
    organizationId: organization_id,
    scmProfileId: scm_profile_id,
    csrPem: csr_pem,
    subjectAlternativeNames: config.subject_alternative_names ?? [],
    termDays:
      config.term_days ?? (await longestOffered({ organization_id, scm_profile_id }, connection, wait)),
    comments: config.comments,
    externalRequesters: config.external_requesters ?? [],
    customFields: config.custom_fields ?? {},
  };
}

/** An argument that the schema lets out, because an import does not have it, and that every order needs. */
export function missingArgument(name: "organization_id" | "scm_profile_id" | "csr_pem"): RequestError {
  return new RequestError(`enroll a certificate: ${name} is missing`, {
    code: `request.${name}_missing`,
    path: name,
    hint: `Set ${name}; only a certificate that is imported and lives can do without it.`,
  });
}

async function longestOffered(
  { organization_id, scm_profile_id }: { readonly organization_id: number; readonly scm_profile_id: number },
  { catalog }: Connection,
  wait: WaitOptions,
): Promise<number> {
  const profiles = await catalog.profiles(organization_id, wait);
  const profile = profiles.find(({ scmProfileId }) => scmProfileId === scm_profile_id);
  const term = longestTerm(profile?.termsDays ?? []);
  if (term !== null) return term;
  const found =
    profile === undefined
      ? `SCM does not offer profile ${scm_profile_id} to organization ${organization_id}`
      : `SCM names no term for profile ${scm_profile_id}`;
  throw new RequestError(`enroll a certificate: term_days is left out, and ${found}`, {
    code: "request.term_unknown",
    path: "term_days",
    hint: "Choose an SCM profile that is offered, or set term_days to a validity in days that this one allows.",
  });
}
