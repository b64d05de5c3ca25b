import { judgeValidation, quoted, SectigoError, type ValidationVerdict } from "../../../../core/index.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import type { PlanAnswer, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { instantText } from "../../instant-text.ts";
import { refuseOtherAccountOfState } from "../../other-account.ts";
import type { DomainValidationAttributes } from "./attributes.ts";
import { isRenewalOn, policyOf } from "./renewal.ts";
import { refOf, type StoredValidation } from "./values.ts";

type Request = PlanRequest<DomainValidationAttributes, Connection>;
type Answer = PlanAnswer<DomainValidationAttributes>;

/** A new start: everything of the challenge shows after the apply, so that dependents change in the same apply. */
const STARTS_ANEW = { record: UNKNOWN, file: UNKNOWN, emails: UNKNOWN, ref: UNKNOWN } as const;

/**
 * Plans a validation. It is started again when its method changes, when its challenge is worthless, and when the
 * validation is due; time is judged only where nothing else changes, so that a saved plan holds.
 */
export async function planDomainValidation(request: Request): Promise<Answer> {
  const { planned, prior, api } = request;
  if (planned === null || prior === null || api === null) return {};
  if (prior.ref !== null)
    refuseOtherAccountOfState(prior.ref, api.identity, `plan validation of ${quoted(prior.domain ?? "")}`);
  if (planned.method !== prior.method) return { set: STARTS_ANEW };
  const { domain, method, email, dns_connector_id, dns_provider } = planned;
  const isKnown = [domain, method, email, dns_connector_id, dns_provider].every(
    (value) => value === null || typeof value === "string",
  );
  if (!isKnown) return { set: { ref: UNKNOWN } };
  const isSame =
    email === prior.email &&
    dns_connector_id === prior.dns_connector_id &&
    dns_provider === prior.dns_provider;
  if (!isSame) {
    // Every value is known by now.
    const known = planned as Parameters<typeof refOf>[0];
    return { set: { ref: refOf(known, prior.ref?.challenge ?? null, api.identity) } };
  }
  return judgeTime(request, api, prior);
}

async function judgeTime({ signal }: Request, api: Connection, prior: StoredValidation): Promise<Answer> {
  const domain = prior.domain ?? "";
  const challenge = prior.ref?.challenge ?? null;
  try {
    const status = await api.catalog.validationStatus(domain, { signal });
    const input = { domain, status, challenge, policy: policyOf(prior.renewal) };
    const why = reasonToStart(judgeValidation(input, api.clock.now()), prior, challenge);
    if (why === null) return {};
    return { set: STARTS_ANEW, diagnostics: [said(domain, why)] };
  } catch (thrown) {
    if (!(thrown instanceof SectigoError)) throw thrown;
    return { diagnostics: [unread(domain, inOneText(api.explain(thrown)))] };
  }
}

/** Null where the challenge, or the validation that it led to, still serves. */
function reasonToStart(
  verdict: ValidationVerdict,
  { renewal }: StoredValidation,
  challenge: string | null,
): string | null {
  switch (verdict.kind) {
    case "valid":
      return null;
    case "pending":
      return challenge === null
        ? "another challenge is under way, which makes the one in state worthless"
        : null;
    case "due":
      return isRenewalOn(renewal)
        ? `its renewal window is open since ${instantText(verdict.renewAfter)}, and it ends on ${instantText(verdict.ends)}`
        : null;
    case "void":
      return "it was started again outside of Terraform, which makes the challenge in state worthless";
    case "rejected":
      return "the CA has refused it";
    case "ended":
      return verdict.ends === null ? "it has ended" : `it ended on ${instantText(verdict.ends)}`;
    default:
      return "nothing is validated, and no validation is under way";
  }
}

function said(domain: string, why: string): Diagnostic {
  return {
    severity: "warning",
    summary: `The validation of ${quoted(domain)} starts anew`,
    detail: `${capital(why)}. The apply starts a new challenge: what was published for the former one must be replaced.`,
  };
}

function unread(domain: string, why: string): Diagnostic {
  return {
    severity: "warning",
    summary: `The validation of ${quoted(domain)} can't be read`,
    detail: `Whether it is due is not known; nothing is changed. ${why}`,
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
