import {
  type CertificateOrder,
  type Finding,
  type PlannedOrder,
  RequestError,
  textIn,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import type { Path } from "../../../framework/path.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import { WORDS } from "../../words.ts";
import { type TermSources, termOf } from "./judge-term.ts";
import {
  type CertificateConfig,
  certificateLabel,
  type PlannedCertificate,
  type StoredCertificate,
} from "./state.ts";

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
  around: TermSources,
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

const NEEDED = ["organization_id", "scm_profile_id"] as const;

/** An import by minimal blocks plans without an error, and its renewal would be the first to say what is missing. */
export function warnOfMissingTarget(
  prior: StoredCertificate | null,
  planned: PlannedCertificate,
): readonly Diagnostic[] {
  if (prior === null || planned.profile !== null) return [];
  const missing = NEEDED.filter((name) => prior[name] !== null && planned[name] === null);
  if (missing.length === 0) return [];
  const lines = missing.map((name) => `${name} = ${prior[name]}`).join(", ");
  return [
    warning(
      `The configuration of certificate ${certificateLabel(prior)} does not say ${missing.join(" and ")}`,
      `It can't be renewed without. Set ${lines}, or a profile; or, to keep the certificate as it is, ` +
        "lifecycle { ignore_changes = all }.",
    ),
  ];
}

/** Members of an order by the argument that holds them. */
const ARGUMENT_OF: {
  readonly [Member in keyof CertificateOrder]: keyof CertificateConfig;
} = {
  organizationId: "organization_id",
  scmProfileId: "scm_profile_id",
  csrPem: "csr_pem",
  subjectAlternativeNames: "subject_alternative_names",
  termDays: "term_days",
  comments: "comments",
  externalRequesters: "external_requesters",
  customFields: "custom_fields",
};

/** A fault of an order → a message beside the argument that holds it. */
export function toDiagnostic({ severity, path: [member, ...keys], summary, detail }: Finding): Diagnostic {
  const attribute = ARGUMENT_OF[member];
  const text = textIn(detail, WORDS);
  // Elements of a set have no address in Terraform; keys of a map do.
  const at: Path = [{ attribute }, ...(attribute === "custom_fields" ? keys.map((key) => ({ key })) : [])];
  return severity === "error" ? error(summary, text, at) : warning(summary, text, at);
}
