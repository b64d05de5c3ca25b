import { type CertificateOrder, type Finding, textIn } from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import type { Path } from "../../../framework/path.ts";
import { WORDS } from "../../words.ts";
import type { CertificateConfig } from "./values.ts";

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
