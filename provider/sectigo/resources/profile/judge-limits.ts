import {
  isEnrollmentMethod,
  judgeAcmeDomains,
  judgeUnkeptLimits,
  type LimitFault,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import type { PlannedProfile } from "./values.ts";

const LIMITS = ["allowed_names", "key_types", "term_days"] as const;

/** Says which limits of a profile SCM does not keep, and refuses ACME domains beyond the allowed names. */
export function judgeLimits(planned: PlannedProfile): readonly Diagnostic[] {
  const { enrollment_method: method, web_form: form } = planned;
  if (typeof method !== "string" || !isEnrollmentMethod(method)) return [];
  const limits = LIMITS.filter((name) => planned[name] !== null && !(planned[name] instanceof Unknown));
  const hasWebForm = form !== null && !(form instanceof Unknown);
  return [...judgeUnkeptLimits({ method, hasWebForm, limits }), ...judgeDomains(planned)].map(toDiagnostic);
}

function judgeDomains({ acme, allowed_names: patterns }: PlannedProfile): readonly LimitFault[] {
  if (acme === null || acme instanceof Unknown || patterns instanceof Unknown) return [];
  const { domains } = acme;
  if (domains === null) return judgeAcmeDomains(null, patterns);
  if (domains instanceof Unknown) return [];
  return judgeAcmeDomains(
    domains.filter((domain): domain is string => typeof domain === "string"),
    patterns,
  );
}

function toDiagnostic({ severity, argument, summary, detail }: LimitFault): Diagnostic {
  return severity === "error"
    ? error(summary, detail, path(argument))
    : warning(summary, detail, path(argument));
}
