import {
  type CustomField,
  ceilingAt,
  changesFields,
  judgeOrder,
  keyText,
  nextCeiling,
  type OrderCatalog,
  readCsr,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { explain } from "../../explain.ts";
import { ifAllowed } from "../../if-allowed.ts";
import { keySpec } from "../../key-kind.ts";
import { judgeKeyToMake } from "./judge-keys.ts";
import { judgeLimits, nameUseOf } from "./judge-policy.ts";
import { commonNameOf } from "./key-source.ts";
import { missingArguments, plannedOrder } from "./order.ts";
import { toDiagnostic } from "./order-diagnostics.ts";
import { warnOfMisfit } from "./plan-notices.ts";
import type { PlannedCertificate, PlanningRequest, StoredCertificate } from "./values.ts";

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
  const profiles = await ifAllowed(log, WHAT, api.catalog.profiles(organizationId, { signal }));
  return warnOfMisfit(
    planned,
    profiles?.find(({ scmProfileId }) => scmProfileId === scm_profile_id),
    now,
  );
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

/** Whether publicly trusted certificates may have the configured term at all; asked only where something is ordered. */
function judgeCeiling(
  { term_days: term, trust_type: trust }: PlannedCertificate,
  now: Date | null,
): readonly Diagnostic[] {
  if (now === null || typeof term !== "number" || trust instanceof Unknown || trust === "private") return [];
  const { days, from } = ceilingAt(now);
  if (term <= days) return [];
  const detail =
    `Since ${from.toISOString().slice(0, 10)} a publicly trusted certificate may be valid for ${days} days at most ` +
    "(CA/Browser Forum Baseline Requirements §6.3.2). Set term_days to a term within that, or leave it out to take the " +
    'longest that is allowed. Of a private CA\'s certificates, say trust_type = "private".';
  return [
    error(`A term of ${term} days is more than the ${days} days that are allowed`, detail, path("term_days")),
  ];
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

const WHAT = "what it offers";

async function offered(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
  organizationId: number | null | undefined,
) {
  const wait = { signal };
  const [organizations, profiles, customFields] = await Promise.all([
    ifAllowed(log, WHAT, catalog.organizations(wait)),
    typeof organizationId === "number"
      ? ifAllowed(log, WHAT, catalog.profiles(organizationId, wait))
      : undefined,
    ifAllowed(log, WHAT, catalog.customFields(wait)),
  ]);
  return { organizations, profiles, customFields };
}

function fieldsOf(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
): Promise<readonly CustomField[] | undefined> {
  return ifAllowed(log, WHAT, catalog.customFields({ signal }));
}
