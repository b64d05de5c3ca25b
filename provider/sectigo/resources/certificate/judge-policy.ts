import {
  type AskedNames,
  allowedKeyTypes,
  ConfigError,
  judgeAllowedNames,
  judgeKeyAllowed,
  judgeOrder,
  type KeyTypes,
  keyText,
  type NameUse,
  readCertificatePem,
  readCsr,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { judgeProfileUse } from "../../judge-profile-use.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { toDiagnostic } from "./order-diagnostics.ts";
import type { PlannedCertificate, StoredCertificate } from "./values.ts";

type Limits = Pick<ProfileRef, "allowed_names" | "key_types">;

/** What would be ordered, as far as it is known. */
interface Asked extends AskedNames {
  /** Of the request, or of the key that is to be made, as `RSA 3072`; null when it is not known. */
  readonly key: string | null;
}

/**
 * Holds an order against what its profile allows, which SCM knows nothing of.
 * @param offered keys that SCM offers; none where it does not say
 */
export function judgeLimits(
  profile: Limits | Unknown | null,
  asked: Asked,
  offered: KeyTypes = {},
): readonly Diagnostic[] {
  if (profile === null || profile instanceof Unknown) return [];
  const isMade = !asked.csr;
  const names = judgeAllowedNames(asked, profile.allowed_names)
    .map(toDiagnostic)
    .map((found) => (isMade && isAtRequest(found) ? { ...found, path: path("subject") } : found));
  const allowed = allowedKeyTypes(profile.key_types, offered);
  const keys = asked.key === null || profile.key_types === null ? [] : judgeKeyAllowed(asked.key, allowed);
  const at = path(isMade ? "private_key" : "csr_pem");
  return [...names, ...keys.map(({ summary, detail }) => error(summary, detail, at))];
}

function isAtRequest({ path: at }: Diagnostic): boolean {
  const [step] = at ?? [];
  return step !== undefined && "attribute" in step && step.attribute === "csr_pem";
}

/** What a renewal orders again: the certificate as it is. */
export function judgeRenewedLimits(
  profile: Limits | Unknown | null,
  { certificate_pem: pem, subject_alternative_names: names }: StoredCertificate,
): readonly Diagnostic[] {
  if (pem === null || profile === null || profile instanceof Unknown) return [];
  const { subject, names: issued } = readCertificatePem(pem);
  const all = [...issued.map(({ value }) => value), ...(names ?? [])];
  const asked = { commonName: subject.commonName, names: all, key: null };
  return judgeLimits({ ...profile, key_types: null }, asked).map((found) => ({
    ...found,
    path: path("profile"),
  }));
}

type Wishes = Pick<PlannedCertificate, "profile" | "csr_pem" | "private_key" | "sensor">;

/** Whether the arguments, as they are given, go with the profile's method. */
export function judgeMethod(
  given: Wishes,
  writeOnlyKey: string | Unknown | null,
  purpose: "order" | "keep",
): readonly Diagnostic[] {
  const { profile, csr_pem, private_key, sensor } = given;
  if (profile === null || profile instanceof Unknown) return [];
  return judgeProfileUse(profile, { csr_pem, private_key, private_key_wo: writeOnlyKey, sensor }, purpose);
}

/**
 * What a plan could not judge while it was not known is judged in the apply, before anything is ordered.
 * @param csrPem the very request that would be sent
 * @throws ConfigError `config.not_allowed` for the first fault
 */
export function refuseOrder({ config, given }: ApplyRequest, csrPem: string): void {
  const csr = readCsr(csrPem);
  const names = config.subject_alternative_names;
  const asked = { csr, names, key: keyText(csr.key) };
  const [fault] = judgeOrder({ csrPem, subjectAlternativeNames: names }, {}, nameUseOf(config)).filter(
    ({ severity }) => severity === "error",
  );
  if (fault !== undefined) throw new ConfigError(fault.summary, { ...REFUSED, hint: fault.detail });
  refuse([...judgeMethod(given, given.private_key_wo, "order"), ...judgeLimits(config.profile, asked)]);
}

const REFUSED = { code: "config.order_not_possible", path: "csr_pem" } as const;

/** By which rules names are judged; where it is not known yet, by fewer. */
export function nameUseOf({
  trust_type: trust,
  profile,
}: Pick<PlannedCertificate, "trust_type" | "profile">): NameUse {
  return {
    isPublicTrust: trust === null || trust === "public",
    isCommonNameFromSan: profile instanceof Unknown || profile?.common_name_from_san === true,
  };
}

/** The same for a renewal. */
export function refuseRenewal({ config }: ApplyRequest, prior: StoredCertificate): void {
  refuse(judgeRenewedLimits(config.profile, prior));
}

function refuse([fault]: readonly Diagnostic[]): void {
  if (fault === undefined) return;
  throw new ConfigError(fault.summary, { code: "config.not_allowed", path: "profile", hint: fault.detail });
}
