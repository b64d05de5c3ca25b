import { coversName, readCertificatePem, readCsr, readSan } from "../../../../core/index.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { Unknown } from "../../../framework/value.ts";
import { judgeValidation } from "../../judge-validation.ts";
import type { PlannedCertificate, PlanningRequest, StoredCertificate } from "./values.ts";

/** Whether the names of an order, as far as they are known, and its organization are validated now, when it would be issued. */
export async function judgeOrderValidations(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const { csr_pem: csr, subject, subject_alternative_names: names } = planned;
  const requested = typeof csr === "string" ? readCsr(csr).commonName : null;
  const wished = subject instanceof Unknown ? null : (subject?.common_name ?? null);
  return judgeNames(request, planned, [
    requested,
    wished,
    ...(names instanceof Unknown ? [] : (names ?? [])),
  ]);
}

/**
 * The same of a certificate that lives. Nothing of it may stand in the way of a plan's other changes: what is wrong is a
 * warning, and where time is short the apply errs, for this certificate alone.
 */
export async function judgeRenewalValidations(
  request: PlanningRequest,
  planned: PlannedCertificate,
  prior: StoredCertificate,
): Promise<readonly Diagnostic[]> {
  const { certificate_pem: pem } = prior;
  if (pem === null) return [];
  const { subject, names } = readCertificatePem(pem);
  const found = await judgeNames(request, planned, [subject.commonName, ...names.map(({ value }) => value)]);
  return found.map(asWarning);
}

/** What the world is like is not a fault of the configuration. */
export function asWarning(found: Diagnostic): Diagnostic {
  return { ...found, severity: "warning" };
}

async function judgeNames(
  { api, signal, log }: PlanningRequest,
  {
    organization_id: organizationId,
    trust_type: trust,
    skip_validation_check: isSkipped,
    validation,
  }: PlannedCertificate,
  names: readonly (string | null)[],
): Promise<readonly Diagnostic[]> {
  if (api === null || typeof organizationId !== "number") return [];
  // Of what is not known yet SCM itself judges in the apply.
  if (trust === "private" || trust instanceof Unknown || isSkipped === true || isSkipped instanceof Unknown)
    return [];
  // What is being validated in the same apply is judged by SCM when the order goes out.
  const isAwaited = (name: string): boolean =>
    validation instanceof Unknown || coversAwaited(validation?.domain ?? null, name);
  const known = [...new Set(names.filter((name) => name !== null))].filter((name) => !isAwaited(name));
  return judgeValidation({ api, signal, log }, { organizationId, names: known });
}

/** Whether a name hangs on the validation that the certificate waits for. */
function coversAwaited(domain: string | null, name: string): boolean {
  const { kind, value } = readSan(name);
  return domain !== null && kind === "dns" && coversName({ domain, method: null }, value);
}
