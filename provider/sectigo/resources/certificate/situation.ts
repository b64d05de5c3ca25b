import {
  type Clock,
  readCertificatePem,
  readCsr,
  readPrivateKey,
  sameKey,
  standingOf,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import type { Config, Planned } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import { type CertificateAttributes, ORDER_ARGUMENTS } from "./attributes.ts";
import type { Situation } from "./decision.ts";
import { readKept } from "./kept.ts";
import { certificateLabel } from "./label.ts";
import { readLastSeen } from "./last-seen.ts";
import { type Comparison, orderChanges } from "./order-changes.ts";
import { renewalStanding } from "./renewal-policy.ts";
import type { StoredCertificate } from "./values.ts";

type Wanted = Planned<CertificateAttributes>;

interface Question {
  readonly planned: Wanted;
  readonly prior: StoredCertificate | null;
  readonly config: Planning<Config<CertificateAttributes>> | null;
  readonly private: PrivateData;
  /** Null while the provider is not configured: then nothing that depends on the time is judged. */
  readonly clock: Clock | null;
}

/** What `decide` needs, read off prior state, plan, what SCM last said, and the time. */
export function readSituation(question: Question): Situation {
  const { planned, prior, clock, private: data } = question;
  const isOpen = ORDER_ARGUMENTS.some((name) => planned[name] instanceof Unknown);
  const isAnyOpen = SETTABLE.some((name) => planned[name] instanceof Unknown);
  const nothing = {
    changed: [],
    isOpen,
    isAnyOpen,
    isSameKey: null,
    pending: null,
    renewal: { at: "off" } as const,
  };
  if (prior === null || prior.ssl_id === null)
    return { ...nothing, ...wishesOf(planned), current: null, hasOtherChange: false };
  const kept = readKept(data);
  const comparison = comparisonOf(question, prior);
  const now = clock?.now() ?? null;
  const renewal = planned.renewal instanceof Unknown ? null : planned.renewal;
  return {
    ...wishesOf(planned),
    current: {
      // Read from the certificate, so only when a message needs it: most plans of a thousand certificates say nothing.
      get label() {
        return certificateLabel(prior);
      },
      status: prior.status ?? "Issued",
      hasCertificate: prior.certificate_pem !== null,
      isExpired: now !== null && prior.not_after !== null && new Date(prior.not_after) < now,
      isKeyLost: kept.isKeyLost,
      isRenewedOutside: kept.isRenewed && !kept.isSuccessorForeign && isRenewalKnown(planned),
      ...readLastSeen(data),
    },
    pending: prior.pending === null ? null : { sslId: prior.pending.ssl_id ?? 0, end: kept.pendingEnd },
    changed: isOpen ? [] : changesOf(comparison),
    isOpen,
    isAnyOpen,
    isSameKey: isOpen || standingOf(prior.status ?? "Issued") !== "revoked" ? null : compareKeys(comparison),
    renewal: now === null ? { at: "off" } : renewalStanding(prior, renewal, now),
    hasOtherChange: hasOtherChange(planned, prior),
  };
}

function isRenewalKnown({ renewal }: Wanted): boolean {
  return !(renewal instanceof Unknown);
}

function wishesOf(planned: Wanted): Pick<Situation, "wishes"> {
  const text = (value: string | Unknown | null): string | null => (value instanceof Unknown ? null : value);
  const { renewal } = planned;
  return {
    wishes: {
      onPending: text(planned.on_pending) ?? "wait",
      whenRevoked: text(planned.when_revoked) ?? "by_reason",
      switchesLater: !(renewal instanceof Unknown) && renewal?.mode === "order_then_switch",
    },
  };
}

function comparisonOf({ planned, config, private: data }: Question, prior: StoredCertificate): Comparison {
  const { certificate_pem: pem } = prior;
  return {
    planned,
    prior,
    leaf: () => (pem === null ? null : readCertificatePem(pem)),
    madeCsr: readKept(data).madeCsr,
    writeOnlyKey: config?.private_key_wo ?? null,
  };
}

/** While a successor is on its way, it is what the configuration asked for; only what differs from then counts. */
function changesOf(comparison: Comparison) {
  const { planned, prior } = comparison;
  const isAsOrdered = ORDER_ARGUMENTS.every((name) => isEqual(planned[name], prior[name]));
  return prior.pending !== null && isAsOrdered ? [] : orderChanges(comparison);
}

/** Whether the user changed anything at all: values that stay were given their earlier spelling before. */
function hasOtherChange(planned: Wanted, prior: StoredCertificate): boolean {
  return SETTABLE.some((name) => !isEqual(planned[name], prior[name]));
}

const SETTABLE = [
  ...ORDER_ARGUMENTS,
  ...(["profile", "sensor", "skip_validation_check", "validation"] as const),
  ...(["term_days", "comments", "external_requesters", "custom_fields", "renewal", "trust_type"] as const),
  ...(["on_pending", "when_revoked", "when_missing", "revoke_on_destroy", "timeouts"] as const),
  ...(["revocation_reason", "revoke_superseded"] as const),
] as const;

function isEqual(one: unknown, other: unknown): boolean {
  return !(one instanceof Unknown) && JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the request's key is the current certificate's; null when one of the two is not known to us. */
function compareKeys({ planned, prior, leaf, madeCsr, writeOnlyKey }: Comparison): boolean | null {
  // A key that is made anew for the order is another one.
  if (planned.csr_pem === null && planned.private_key !== null) return false;
  const { csr_pem: csr } = planned;
  const request = prior.csr_pem ?? madeCsr;
  const known = leaf()?.publicKey ?? (request === null ? null : readCsr(request).publicKey);
  if (known === null) return null;
  if (typeof csr === "string") return sameKey(readCsr(csr).publicKey, known);
  return typeof writeOnlyKey === "string" ? sameKey(readPrivateKey(writeOnlyKey).publicKey, known) : null;
}
