import {
  type Certificate,
  type Change,
  differenceOfRequest,
  namesMissing,
  PkiError,
  readCsr,
  readPrivateKey,
  type San,
  sameKey,
  sameNames,
  withCommonName,
} from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import { isOfKind, isSameKeyKind } from "../../key-kind.ts";
import { ORDER_ARGUMENTS } from "./attributes.ts";
import { commonNameOf } from "./signed-request.ts";
import type { CertificateConfig, PlannedCertificate, StoredCertificate } from "./state.ts";

/** What is compared: the plan, the state, and the certificate that the state holds, read only where it is needed. */
export interface Comparison {
  readonly planned: PlannedCertificate;
  readonly prior: StoredCertificate;
  readonly leaf: () => Certificate | null;
  /** The request that was signed here, for keys made here. */
  readonly madeCsr: string | null;
  /** SCM holds another certificate under its id, for a key that is not here. */
  readonly isKeyForeign: boolean;
  /** The write-only key of this run; unknown or null when there is none to look at. */
  readonly writeOnlyKey: CertificateConfig["private_key_wo"] | Unknown;
}

/**
 * Arguments whose new value asks for another certificate. A value that only records what the certificate has already
 * (after an import the request is unknown to us, and names may be spelled out later) is not such a change; nor is a request,
 * an organization or an SCM profile that was taken away: only an order needs them.
 */
export function orderChanges(comparison: Comparison): readonly Change[] {
  return [
    ...otherNumber(comparison, "organization_id"),
    ...otherNumber(comparison, "scm_profile_id"),
    ...otherOrderKey(comparison),
    ...otherRequest(comparison),
    ...otherMadeKey(comparison),
    ...otherWriteOnlyKey(comparison),
    ...otherNames(comparison),
    ...foreignKey(comparison),
  ];
}

function otherNumber(
  { planned, prior }: Comparison,
  argument: "organization_id" | "scm_profile_id",
): readonly Change[] {
  const [before, wanted] = [prior[argument], planned[argument]];
  if (before === null || wanted === null || wanted === before) return [];
  return [{ argument, found: `it is ${before}, and ${wanted} is configured`, way: "enroll" }];
}

function otherOrderKey({ planned, prior }: Comparison): readonly Change[] {
  const { order_key: wanted } = planned;
  if (wanted === null || wanted === prior.order_key) return [];
  return [
    { argument: "order_key", found: "it was changed, which asks for another certificate", way: "enroll" },
  ];
}

function otherRequest({ planned, prior, leaf }: Comparison): readonly Change[] {
  const { csr_pem: csr } = planned;
  if (typeof csr !== "string" || csr === prior.csr_pem) return [];
  const certificate = leaf();
  if (certificate !== null) {
    const found = differenceOfRequest(certificate, readCsr(csr));
    return found === null ? [] : [{ argument: "csr_pem", found, way: "replace" }];
  }
  // Nothing is issued to compare with. Another text is another request, unless the first is not known to us.
  const found = "it is another request than the one sent";
  return prior.csr_pem === null ? [] : [{ argument: "csr_pem", found, way: "replace" }];
}

function otherMadeKey({ planned, prior, madeCsr }: Comparison): readonly Change[] {
  const { private_key: wanted } = planned;
  if (wanted === null || wanted instanceof Unknown) return [];
  if (prior.private_key === null) {
    return [{ argument: "private_key", found: "a key is to be made and kept in state", way: "replace" }];
  }
  if (isSameKeyKind(wanted, prior.private_key)) return [];
  // The kind may have been written by other names, which Terraform takes out of an older state: the key itself tells.
  const key = keyOrderedWith(prior, madeCsr);
  if (key !== null && isOfKind(wanted, key)) return [];
  return [{ argument: "private_key", found: "another kind of key is wanted", way: "replace" }];
}

/** Of the youngest order; null when it is not known. */
function keyOrderedWith({ private_key_pem: pem }: StoredCertificate, madeCsr: string | null) {
  if (madeCsr !== null) return readCsr(madeCsr).publicKey;
  return pem === null ? null : readPrivateKey(pem).publicKey;
}

function otherWriteOnlyKey(comparison: Comparison): readonly Change[] {
  const { planned, prior, writeOnlyKey, leaf } = comparison;
  const argument = "private_key_wo_version";
  const { private_key_wo_version: wanted } = planned;
  const before = prior.private_key_wo_version;
  if (wanted === null || wanted instanceof Unknown || wanted === before) return [];
  if (before !== null) {
    return wanted > before
      ? [{ argument, found: `it was raised from ${before} to ${wanted}`, way: "replace" }]
      : [
          {
            argument,
            found: `it is ${before} and can only be raised, ${wanted} is configured`,
            way: "refuse",
          },
        ];
  }
  const certificate = leaf();
  if (certificate === null || typeof writeOnlyKey !== "string") return [];
  // After an import, say: the version is recorded if the key is the one that the certificate has.
  return isKeyOf(writeOnlyKey, certificate)
    ? []
    : [{ argument: "private_key_wo", found: "it is not the certificate's key", way: "refuse" }];
}

function isKeyOf(pem: string, certificate: Certificate): boolean {
  try {
    return sameKey(readPrivateKey(pem).publicKey, certificate.publicKey);
  } catch (error) {
    // Validation says what is wrong with it.
    if (error instanceof PkiError) return false;
    throw error;
  }
}

function otherNames(comparison: Comparison): readonly Change[] {
  const { planned, prior, leaf } = comparison;
  const { subject_alternative_names: wanted, subject } = planned;
  const declared = prior.subject_alternative_names;
  if (wanted instanceof Unknown || subject instanceof Unknown) return [];
  const isUnchanged = declared === null ? wanted === null : wanted !== null && sameNames(wanted, declared);
  // The common name is the request's then; a plan of a thousand without changes reads no certificate.
  if (isUnchanged && !isMade(planned)) return [];
  const certificate = leaf();
  const known = certificate?.subject.commonName ?? requestedName(comparison);
  const commonName = isMade(planned) ? (commonNameOf(subject, wanted) ?? known) : known;
  const isSameName = commonName === known || sameNames([commonName ?? ""], [known ?? ""]);
  if (isSameName && isUnchanged) return [];
  const issued = certificate?.names ?? [];
  const after = withCommonName(commonName, wanted ?? []);
  const before = withCommonName(known, [...(declared ?? []), ...issued]);
  const added = namesMissing(after, before);
  // Null before means that it was not said; then only a name that is missing asks for another certificate.
  const left = declared === null ? [] : namesMissing(withCommonName(known, declared), after);
  // What the certificate never had needs no other certificate to be gone.
  const dropped =
    certificate === null ? left : left.filter((name) => namesMissing([name], issued).length === 0);
  const found = [
    ...(isSameName ? [] : [`its common name is ${known}, and ${commonName} is configured`]),
    ...(added.length > 0 ? [`the certificate lacks ${listed(added)}`] : []),
    ...(dropped.length > 0 ? [`the configuration lacks ${listed(dropped)}`] : []),
  ].join(", ");
  if (found === "") return [];
  return [
    { argument: isSameName ? "subject_alternative_names" : "subject", found, way: wayOfNames(comparison) },
  ];
}

/** Another actor had SCM reissue it for a key that is not here, so what SCM holds is not what state has. */
function foreignKey({ isKeyForeign, prior }: Comparison): readonly Change[] {
  if (!isKeyForeign) return [];
  const argument =
    prior.csr_pem !== null ? "csr_pem" : prior.private_key !== null ? "private_key" : "private_key_wo";
  return [{ argument, found: "SCM holds a certificate for another key under its id", way: "replace" }];
}

/** A key that is never stored can't sign for other names unasked: it may be another one by now. */
function wayOfNames({ planned, prior }: Comparison): Change["way"] {
  const { private_key_wo_version: version } = planned;
  const isWriteOnly = planned.csr_pem === null && planned.private_key === null && version !== null;
  return isWriteOnly && version === prior.private_key_wo_version ? "refuse" : "replace";
}

function isMade({
  csr_pem: csr,
  private_key: made,
  private_key_wo_version: version,
}: PlannedCertificate): boolean {
  return csr === null && (made !== null || version !== null);
}

function requestedName({ prior, madeCsr }: Comparison): string | null {
  const request = prior.csr_pem ?? madeCsr;
  return request === null ? null : readCsr(request).commonName;
}

function listed(names: readonly San[]): string {
  return names.map(({ value }) => value).join(", ");
}

/** Whether the request's key is the current certificate's; null when one of the two is not known to us. */
export function compareKeys({ planned, prior, leaf, madeCsr, writeOnlyKey }: Comparison): boolean | null {
  // A key that is made anew for the order is another one.
  if (planned.csr_pem === null && planned.private_key !== null) return false;
  const { csr_pem: csr } = planned;
  const request = prior.csr_pem ?? madeCsr;
  const known = leaf()?.publicKey ?? (request === null ? null : readCsr(request).publicKey);
  if (known === null) return null;
  if (typeof csr === "string") return sameKey(readCsr(csr).publicKey, known);
  return typeof writeOnlyKey === "string" ? sameKey(readPrivateKey(writeOnlyKey).publicKey, known) : null;
}

/** While a successor is on its way, it is what the configuration asked for; only what differs from then counts. */
export function changesOf(comparison: Comparison) {
  const { planned, prior } = comparison;
  const isAsOrdered = ORDER_ARGUMENTS.every((name) => isEqual(planned[name], prior[name]));
  return prior.pending !== null && isAsOrdered ? [] : orderChanges(comparison);
}

/** Whether the user changed anything at all: values that stay were given their earlier spelling before. */
export function hasOtherChange(planned: PlannedCertificate, prior: StoredCertificate): boolean {
  return SETTABLE.some((name) => !isEqual(planned[name], prior[name]));
}

export const SETTABLE = [
  ...ORDER_ARGUMENTS,
  ...(["profile", "sensor", "skip_validation_check", "validation"] as const),
  ...(["term_days", "comments", "external_requesters", "custom_fields", "renewal", "trust_type"] as const),
  ...(["on_pending", "when_revoked", "when_missing", "revoke_on_destroy", "timeouts"] as const),
  ...(["revocation_reason", "revoke_superseded", "preferred_chain", "on_mismatch"] as const),
] as const;

function isEqual(one: unknown, other: unknown): boolean {
  if (one instanceof Unknown) return false;
  // In most plans they are the very same value.
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
