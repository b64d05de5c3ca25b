import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import type { Planned } from "../../../framework/resource.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { certificateLabel } from "./label.ts";
import type { StoredCertificate } from "./values.ts";

const NEEDED = ["organization_id", "scm_profile_id"] as const;

/** An import by minimal blocks plans without an error, and its renewal would be the first to say what is missing. */
export function warnOfMissingTarget(
  prior: StoredCertificate | null,
  planned: Planned<CertificateAttributes>,
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
