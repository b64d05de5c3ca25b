import {
  endingSoon,
  judgeValidations,
  textIn,
  type ValidationFault,
  type Validations,
  validationPlace,
} from "../../core/index.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import type { Log } from "../framework/log.ts";
import { path } from "../framework/path.ts";
import type { Connection } from "./connection.ts";
import { ifAllowed } from "./if-allowed.ts";
import { WORDS } from "./words.ts";

/** An order for public trust, as far as its validation goes. */
interface OrderToValidate {
  /** Organization or department. */
  readonly organizationId: number;
  /** Common name and all others. */
  readonly names: readonly string[];
  /** Whether to tell of all of the organization's validations that end soon; false where nothing is ordered. */
  readonly tellsEndings?: boolean;
}

interface Asking {
  readonly api: Connection;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Judges in a plan that orders whether every domain and the organization is validated at the time of issue. One request for
 * the domains of an organization and one for its own validation in a walk, however many certificates it has.
 * Not to be called for private trust, nor where `skip_validation_check` says so.
 */
export async function judgeValidation(
  asking: Asking,
  { organizationId, names, tellsEndings = true }: OrderToValidate,
): Promise<readonly Diagnostic[]> {
  const { api, signal, log } = asking;
  const wait = { signal };
  const organizations = await ifAllowed(log, WHAT, api.catalog.organizations(wait));
  const whose = organizations && validationPlace(organizationId, organizations);
  if (!whose) return [];
  const [domains, organization] = await Promise.all([
    ifAllowed(log, WHAT, api.catalog.domainValidations(whose, wait)),
    ifAllowed(log, WHAT, api.catalog.organizationValidations(whose.organizationId, wait)),
  ]);
  const faults = judgeValidations(names, { domains, organization }, api.clock.now());
  return [...faults.map(toDiagnostic), ...(tellsEndings ? noticeOf(api, organizationId, domains) : [])];
}

const WHAT = "validations";

/** Once per walk and organization: a thousand certificates of one domain need no thousand warnings. */
function noticeOf(
  { catalog, clock }: Connection,
  organizationId: number,
  domains: Validations["domains"],
): readonly Diagnostic[] {
  const notice = domains && endingSoon(domains, clock.now());
  if (!notice || !catalog.isFirstTime(`validations of ${organizationId} end soon`)) return [];
  return [toDiagnostic({ ...notice, name: null })];
}

function toDiagnostic({ severity, name, summary, detail }: ValidationFault): Diagnostic {
  return {
    severity,
    summary,
    detail: textIn(detail, WORDS),
    ...(name !== null && { path: path("subject_alternative_names") }),
  };
}
