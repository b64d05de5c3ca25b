import {
  CancelledError,
  type CertificateDetails,
  ConfigError,
  quoted,
  REVOCATION_REASONS,
  type RevocationReason,
  StateError,
  standingOf,
} from "../../../core/index.ts";
import { type ActionPlanRequest, action, type InvokeRequest } from "../../framework/action.ts";
import { integer, string } from "../../framework/attribute.ts";
import { type Diagnostic, warning } from "../../framework/diagnostics.ts";
import { Unknown } from "../../framework/value.ts";
import { type Connection, waitOf } from "../connection.ts";
import { readDetails } from "../read-details.ts";

const REASONS = Object.keys(REVOCATION_REASONS) as RevocationReason[];
/** SCM's limit. Source: Sectigo Certificate Manager REST API reference, "Revoke SSL certificate", `reason`. */
const LONGEST_NOTE = 512;

const attributes = {
  ssl_id: integer({
    is: "required",
    doc: "SCM's id of the certificate. For one that no state holds: a resource is destroyed instead.",
    checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
  }),
  reason: string({
    is: "required",
    doc: `Why: ${REASONS.map((reason) => `\`${reason}\``).join(", ")}.`,
    checks: [isReason],
  }),
  note: string({
    is: "optional",
    doc: `For people in SCM, at most ${LONGEST_NOTE} characters.`,
    checks: [isNote],
  }),
} as const;

type PlanRequest = ActionPlanRequest<typeof attributes, Connection>;
type Request = InvokeRequest<typeof attributes, Connection>;

/** `action "sectigo_revoke"`: revokes a certificate that is in no state. */
export const revokeAction = action<Connection>()(
  "revoke",
  {
    doc: "Revokes a certificate that no state holds, such as one that a query found. It can't be taken back. One that is revoked already, or has ended, is success. `max_revocations_per_run` counts what is revoked. If a `sectigo_certificate` holds it after all, the next plan of that resource finds it revoked and does what its `when_revoked` says: by the reason it enrolls a new one, or refuses.",
    timeoutMs: 5 * 60_000,
    attributes,
  },
  { plan: planRevocation, invoke: revoke },
);

const PURPOSE = {
  what: "revoke certificate",
  hint: "Check ssl_id and the account of the provider block: an id means another certificate in another account.",
};

/** Refuses what is not ours or too much, and names what will be revoked while it can still be stopped. */
async function planRevocation({ api, config, signal }: PlanRequest): Promise<readonly Diagnostic[]> {
  const { ssl_id: sslId, reason } = config;
  if (api === null || sslId instanceof Unknown) return [];
  checkOurs(api, sslId);
  const details = await readDetails(api, sslId, { wait: { signal }, purpose: PURPOSE });
  const label = `Certificate ${sslId}, ${details.commonName ?? "without a name"},`;
  const end = endOf(details);
  if (end === "revoked") return [];
  if (end === "over")
    return [
      warning(
        `${label} is ${details.status}: there is nothing to revoke`,
        "The action sectigo_revoke leaves it as it is. Check ssl_id if another certificate is meant.",
      ),
    ];
  const over = api.ordering.revocations.count(String(sslId), `Certificate ${sslId}`);
  if (over !== null) return [over];
  const why = reason instanceof Unknown ? "" : ` (${reason.replaceAll("_", " ")})`;
  const detail = `The action sectigo_revoke revokes it${why}: servers that still use it will be distrusted, and it can't be taken back.`;
  return [warning(`${label} will be revoked`, detail)];
}

async function revoke(request: Request): Promise<void> {
  const { api, config, progress } = request;
  const { ssl_id: sslId, note } = config;
  checkOurs(api, sslId);
  const wait = waitOf(request);
  const details = await readDetails(api, sslId, { wait, purpose: PURPOSE });
  const end = endOf(details);
  if (end === "revoked") return progress(`certificate ${sslId}: it was revoked already`);
  if (end === "over")
    return progress(`certificate ${sslId}: it is ${details.status}, there is nothing to revoke`);
  const over = api.ordering.revocations.count(String(sslId), `Certificate ${sslId}`);
  if (over !== null)
    throw new ConfigError(over.summary, { code: "config.max_revocations", hint: over.detail });
  // The check lets only these words in.
  const reason = config.reason as RevocationReason;
  const revocation = { reasonCode: REVOCATION_REASONS[reason], reason: note ?? NOTE };
  const { outcome } = await api.client.certificates
    .revoke(sslId, revocation, wait)
    .catch((thrown) => Promise.reject(thrown instanceof CancelledError ? leftOpen(sslId, thrown) : thrown));
  progress(
    `certificate ${sslId}: ${outcome === "revoked" ? `revoked, ${reason.replaceAll("_", " ")}` : "it was revoked already"}`,
  );
}

/** Who stops it because another certificate is meant has to know that it may be too late. */
function leftOpen(sslId: number, cause: CancelledError): CancelledError {
  return new CancelledError(
    `revoke certificate ${sslId}: stopped after SCM was asked, so it may be revoked`,
    {
      ...{ code: cause.code, cause },
      hint: "Look at the certificate in SCM. To revoke it for certain, run the action again.",
    },
  );
}

/**
 * What there is to revoke: nothing where that was done, or where there is no certificate that lives. Null: SCM decides.
 * @throws StateError for a request that may still become a certificate
 */
function endOf({ sslId, status }: CertificateDetails): "revoked" | "over" | null {
  const standing = standingOf(status);
  if (standing === "revoked") return "revoked";
  if (standing === "ended" || standing === "refused") return "over";
  if (standing !== "pending") return null;
  throw new StateError(`revoke certificate ${sslId}: it is not issued yet, its status is ${quoted(status)}`, {
    code: "state.not_revocable",
    hint: "Decline the request in SCM, or run the action again once the certificate is issued.",
  });
}

const NOTE = "Revoked by a Terraform action";

/** Nothing says whose a certificate in no state is, so that a run that is bound to units may not touch it. */
function checkOurs({ businessUnits }: Connection, sslId: number): void {
  const hint =
    "An id alone tells no business unit. Run it where neither SECTIGO_BUSINESS_UNITS nor business_units bound the run.";
  businessUnits.check(null, `revoke certificate ${sslId}`, hint);
}

function isReason(value: string): string | null {
  const known: readonly string[] = REASONS;
  if (known.includes(value)) return null;
  return `one of ${REASONS.map((reason) => `"${reason}"`).join(", ")} is required, "${value}" is given`;
}

function isNote(value: string): string | null {
  const { length } = value;
  return length <= LONGEST_NOTE && length > 0
    ? null
    : `1 to ${LONGEST_NOTE} characters are taken, ${length} are given`;
}
