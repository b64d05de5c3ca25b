import {
  type AskedNames,
  allowedKeyTypes,
  ConfigError,
  faultsOfSubject,
  judgeAllowedNames,
  judgeKeyAllowed,
  judgeOrder,
  type KeyTypes,
  keyText,
  type NameUse,
  PkiError,
  readCertificatePem,
  readCsr,
  readPrivateKey,
  secretsOf,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { explain } from "../../explain.ts";
import { judgeProfileUse } from "../../judge-profile-use.ts";
import { judgeKeyKind } from "../../key-kind.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import { unreadable } from "../../readable.ts";
import { plannedOrder, toDiagnostic } from "./compose-order.ts";
import { wasIssued } from "./issued-requests.ts";
import { SUBJECT_MEMBERS, subjectOf } from "./signed-request.ts";
import type { ApplyRequest, PlannedCertificate, PlanningConfig, StoredCertificate } from "./state.ts";

/**
 * What is wrong whatever SCM holds, so that `terraform validate` says it. Keys, names and terms are judged by a plan that
 * orders: a certificate that exists may have what a new one may not.
 */
export function validateCertificate(config: PlanningConfig): readonly Diagnostic[] {
  const { externalRequesters, customFields } = plannedOrder(config);
  return [
    ...faultsOfRequest(config.csr_pem),
    ...judgeKeyArguments(config),
    ...unwritable(config.subject),
    ...judgeWays(config),
    ...judgeMethod(config, config.private_key_wo, "keep"),
    ...judgeOrder({ externalRequesters, customFields }, {}).map(toDiagnostic),
  ];
}

/** Without it the apply, which signs the request, would be the first to say so. */
function unwritable(subject: PlanningConfig["subject"]): readonly Diagnostic[] {
  if (subject === null || subject instanceof Unknown) return [];
  return faultsOfSubject(subjectOf(subject)).map(({ field, fault }) => ({
    ...explain(fault, null),
    path: path("subject", SUBJECT_MEMBERS[field]),
  }));
}

/** After this, a request that is known can be read; plans rely on it. One that a certificate in state is of was read before. */
function faultsOfRequest(csr: string | Unknown | null): readonly Diagnostic[] {
  if (csr === null || csr instanceof Unknown || wasIssued(csr)) return [];
  try {
    // Even a certificate that exists already would have it in its state.
    return secretsOf(readCsr(csr)).map(({ summary, detail }) => error(summary, detail, path("csr_pem")));
  } catch (thrown) {
    if (!(thrown instanceof PkiError)) throw thrown;
    return [{ ...explain(thrown, null), path: path("csr_pem") }];
  }
}

/** What is wrong with the arguments that say where the key comes from, whatever SCM holds. */
function judgeKeyArguments(config: PlanningConfig): readonly Diagnostic[] {
  return [
    ...judgeSources(config),
    ...judgeVersion(config),
    ...judgeKind(config.private_key),
    ...unreadable("private_key_wo", config.private_key_wo, readPrivateKey),
  ];
}

function judgeSources(config: PlanningConfig): readonly Diagnostic[] {
  const given = (["csr_pem", "private_key_wo", "private_key"] as const).filter(
    (name) => config[name] !== null,
  );
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    const detail = "A certificate is for one key: keep one of csr_pem, private_key_wo and private_key.";
    return [error(`${given.join(" and ")} exclude each other`, detail, path(second))];
  }
  if (config.csr_pem !== null && config.subject !== null) {
    const detail =
      "Its subject is part of a request that you give. Leave subject out, or have the request signed here.";
    return [error("subject is set beside csr_pem", detail, path("subject"))];
  }
  return [];
}

function judgeVersion({
  private_key_wo: key,
  private_key_wo_version: version,
}: PlanningConfig): readonly Diagnostic[] {
  if (key !== null && version === null) {
    const detail =
      "Terraform does not store the key, so only a number can say that it is another one: set private_key_wo_version = 1, and raise it for each new key.";
    return [
      error("private_key_wo is set without private_key_wo_version", detail, path("private_key_wo_version")),
    ];
  }
  if (version instanceof Unknown || version === null || version >= 1) return [];
  return [error(`private_key_wo_version is ${version}`, "Give 1 or more.", path("private_key_wo_version"))];
}

function judgeKind(wished: PlanningConfig["private_key"]): readonly Diagnostic[] {
  return wished === null || wished instanceof Unknown ? [] : judgeKeyKind(wished, path("private_key"));
}

type Ways = Pick<PlanningConfig, "profile" | "organization_id" | "scm_profile_id" | "sensor">;

/**
 * Two ways lead to an order: a profile, or the two numbers. What is not known yet may still turn out null and is passed
 * over; the plan and the apply look again.
 */
export function judgeWays(wishes: Ways): readonly Diagnostic[] {
  const { profile } = wishes;
  if (profile === null || profile instanceof Unknown) return [];
  return (["organization_id", "scm_profile_id"] as const)
    .filter((name) => typeof wishes[name] === "number")
    .map((name) =>
      error(
        `profile and ${name} exclude each other`,
        `The profile says which organization and SCM profile the certificate is for. Leave ${name} out; or leave profile out, and give organization_id and scm_profile_id.`,
        path(name),
      ),
    );
}

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
