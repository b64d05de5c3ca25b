import {
  type CustomField,
  changesFields,
  coversName,
  judgeOrder,
  keyText,
  type OrderCatalog,
  type OrganizationDetails,
  parentOrganization,
  readCertificatePem,
  readCsr,
  readSan,
  type SubjectParts,
  saysOrganization,
  subjectDifferences,
} from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { explain } from "../../explain.ts";
import { ifAllowed } from "../../if-allowed.ts";
import { judgeValidation } from "../../judge-validation.ts";
import { keySpec } from "../../key-kind.ts";
import { missingArguments, plannedOrder, toDiagnostic } from "./compose-order.ts";
import { judgeLimits, nameUseOf } from "./judge-arguments.ts";
import { judgeCeiling, OFFERS, warnOfMisfit } from "./judge-term.ts";
import { commonNameOf, judgeKeyToMake } from "./signed-request.ts";
import type { PlannedCertificate, PlanningRequest, StoredCertificate } from "./state.ts";

/**
 * Judges, in the plan, an order that the apply would place: what SCM would refuse then, or the profile does not allow, is
 * refused now, beside the argument that is wrong. Without a connection yet (its settings are unknown) only what needs none
 * is judged.
 */
export async function judgePlannedOrder(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const missing = missingArguments(planned).map((error) => explain(error, null));
  const order = plannedOrder(planned);
  const catalog: OrderCatalog =
    request.api === null ? {} : await offered(request, request.api, order.organizationId);
  const now = request.api?.clock.now() ?? null;
  const profile = catalog.profiles?.find(({ scmProfileId }) => scmProfileId === order.scmProfileId);
  return [
    ...missing,
    ...judgeOrder(order, catalog, nameUseOf(planned)).map(toDiagnostic),
    ...judgeKeyToMake(planned, request.config?.private_key_wo ?? null, profile?.keyTypes),
    ...judgeLimits(planned.profile, askedBy(planned), profile?.keyTypes),
    ...judgeCeiling(planned, now),
    ...warnOfMisfit(planned, profile, now),
  ];
}

/** What is known of names and key while planning. A request that can't be read is told by others. */
function askedBy({
  csr_pem: csr,
  private_key: made,
  subject,
  subject_alternative_names: sans,
}: PlannedCertificate) {
  const names = sans instanceof Unknown ? null : sans;
  if (csr instanceof Unknown) return { names, key: null };
  if (csr !== null) {
    const request = readCsr(csr);
    return { csr: request, names, key: keyText(request.key) };
  }
  const isNamed = !(subject instanceof Unknown) && !(sans instanceof Unknown);
  const isMade = made !== null && !(made instanceof Unknown);
  return {
    commonName: isNamed ? commonNameOf(subject, sans) : null,
    names,
    key: isMade ? keyText(keySpec(made)) : null,
  };
}

/**
 * Judges what a plan without an order would write into SCM. Only what differs: a comment that SCM holds since before us may
 * be longer than ours.
 */
export async function judgePlannedMetadata(
  request: PlanningRequest,
  planned: PlannedCertificate,
  prior: StoredCertificate,
): Promise<readonly Diagnostic[]> {
  const { comments, custom_fields: fields } = planned;
  const isOther =
    !(fields instanceof Unknown) &&
    changesFields({ customFields: prior.custom_fields }, { customFields: fields });
  const known = isOther && request.api !== null ? await fieldsOf(request, request.api) : undefined;
  const change = {
    ...(comments !== prior.comments && !(comments instanceof Unknown) && { comments }),
    ...(isOther && { customFields: fields }),
  };
  // Warnings are about what an order lacks; this certificate has been ordered.
  return judgeOrder(change, { customFields: known })
    .filter(({ severity }) => severity === "error")
    .map(toDiagnostic);
}

async function offered(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
  organizationId: number | null | undefined,
) {
  const wait = { signal };
  const [organizations, profiles, customFields] = await Promise.all([
    ifAllowed(log, OFFERS, catalog.organizations(wait)),
    typeof organizationId === "number"
      ? ifAllowed(log, OFFERS, catalog.profiles(organizationId, wait))
      : undefined,
    ifAllowed(log, OFFERS, catalog.customFields(wait)),
  ]);
  return { organizations, profiles, customFields };
}

function fieldsOf(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
): Promise<readonly CustomField[] | undefined> {
  return ifAllowed(log, OFFERS, catalog.customFields({ signal }));
}

/**
 * Says, in a plan that orders, where the subject will read otherwise than it is asked for. All of these warnings have one
 * summary, so Terraform shows one for any number of certificates.
 */
export async function warnOfSubject(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const { organization_id: organizationId, csr_pem: csr } = planned;
  const asked = partsOf(planned);
  if (request.api === null || typeof organizationId !== "number" || !saysOrganization(asked)) return [];
  const organization = await recordOf(request, request.api, organizationId);
  const differences = organization ? subjectDifferences(asked, organization) : [];
  if (differences.length === 0) return [];
  return [
    warning(
      "SCM writes the organization's own details into the subject of a certificate",
      `${differences.join("; ")}. Nothing has to be done: SCM takes only the common name from a request.`,
      path(csr === null ? "subject" : "csr_pem"),
    ),
  ];
}

function partsOf({ csr_pem: csr, subject }: PlannedCertificate): SubjectParts {
  if (typeof csr === "string") return readCsr(csr).subjectParts;
  if (csr instanceof Unknown || subject instanceof Unknown || subject === null) return {};
  return { O: subject.organization, L: subject.locality, ST: subject.state, C: subject.country };
}

/** A department's certificates name its organization. Undefined where this administrator may not look. */
async function recordOf(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
  organizationId: number,
): Promise<OrganizationDetails | null | undefined> {
  const what = "the organization";
  const organizations = await ifAllowed(log, what, catalog.organizations({ signal }));
  const parent = organizations && parentOrganization(organizationId, organizations);
  return parent && ifAllowed(log, what, catalog.organization(parent.organizationId, { signal }));
}

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
