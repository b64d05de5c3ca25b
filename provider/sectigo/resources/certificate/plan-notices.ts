import { ceilingAt, nextCeiling, nextMisfit, ordersWaitForApproval } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { Unknown } from "../../../framework/value.ts";
import { certificateLabel } from "./label.ts";
import type { PlannedCertificate, PlanningRequest, StoredCertificate } from "./values.ts";

type Request = Pick<PlanningRequest, "api" | "signal">;

/**
 * Says in a plan that orders, once per walk, that the order will wait for another administrator, before the apply spends its
 * time waiting. Silent where SCM does not show the administrator's privileges, and where the method is that an administrator
 * decides.
 */
export async function warnOfApproval(
  { api, signal }: Request,
  { on_pending: onPending, profile }: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const login = api?.ordering.login ?? null;
  if (api === null || login === null || onPending === "return" || onPending instanceof Unknown) return [];
  const method = profile instanceof Unknown ? null : profile?.enrollment_method;
  if (method === "admin_web_request") return [];
  const own = await api.catalog.ownPrivileges(login, { signal });
  if (own === null || !ordersWaitForApproval(own)) return [];
  if (!api.catalog.isFirstTime("orders wait for approval")) return [];
  return [
    warning(
      `Orders of ${api.account} wait for another administrator's approval`,
      "Its record in SCM lacks the privilege autoApproveCertificates. The apply waits as long as timeouts.create says and then " +
        (onPending === "fail" ? "errs" : "leaves the order pending; the next apply goes on waiting") +
        ". Have the request approved meanwhile (in SCM, or by sectigo_certificate_approval with another administrator), set " +
        'on_pending = "return", or give the administrator the privilege.',
    ),
  ];
}

/**
 * Says, from sixty days before a step of the CA/Browser Forum's ceilings on, that a configured term will not pass it. All of
 * these warnings have one summary and one detail, so Terraform shows one for any number of certificates.
 */
export function warnOfCeiling(
  { api }: PlanningRequest,
  { term_days: term, trust_type: trust }: PlannedCertificate,
): readonly Diagnostic[] {
  if (api === null || typeof term !== "number" || trust instanceof Unknown || trust === "private") return [];
  const now = api.clock.now();
  const next = nextCeiling(now);
  if (next === null || term <= next.days || term > ceilingAt(now).days) return [];
  const from = next.from.toISOString().slice(0, 10);
  return [
    warning(
      `From ${from} on, publicly trusted certificates are valid for ${next.days} days at most`,
      `Terms above that are configured in term_days. Orders from ${from} on will be refused until it is lowered or left out; ` +
        "certificates that are issued before stay valid as they are.",
    ),
  ];
}

/** Says the same of a term that is left out, where the SCM profile offers none that will do. */
export function warnOfMisfit(
  { term_days: wishedDays, trust_type: trust }: PlannedCertificate,
  offered: { readonly scmProfileId: number; readonly termsDays: readonly number[] } | undefined,
  now: Date | null,
): readonly Diagnostic[] {
  if (now === null || offered === undefined || wishedDays !== null || trust instanceof Unknown) return [];
  const { scmProfileId, termsDays: offeredDays } = offered;
  const misfit = nextMisfit({ wishedDays, offeredDays, isPublic: trust !== "private", now });
  if (misfit === null) return [];
  const { from, ceilingDays, shortestDays } = misfit;
  const day = from.toISOString().slice(0, 10);
  return [
    warning(
      `From ${day} on, no term of SCM profile ${scmProfileId} fits the ${ceilingDays} days that public certificates may have then`,
      `The shortest, ${shortestDays} days, is asked for from then on, and SCM has to cut or refuse it. Have a shorter term added ` +
        "to the SCM profile, or choose another one; certificates that are issued before stay valid as they are.",
    ),
  ];
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
