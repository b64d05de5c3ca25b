import { isIP } from "node:net";
import * as errors from "../errors.ts";
import { checkLength, readMembers } from "../http/body.ts";
import type { Call } from "../http/call.ts";
import type { Scm } from "../scm.ts";
import type { CustomFieldValue, RequestedKey } from "../ssl-record.ts";
import type { StrictOptions } from "../strict-options.ts";
import { findUnit, isVisible, type Profile, type Tenant, type Unit } from "../tenant.ts";
import { isOrganizationValid } from "../validation.ts";
import { parseCsr } from "../x509/csr.ts";

/** What a CSR gives to a record. */
export type ReadCsr = { readonly commonName: string; readonly key: RequestedKey };

/** The organization or department that may order. @throws ScmError -639, -3 */
export function orderingUnit(call: Pick<Call, "administrator" | "scm">, orgId: number): Unit {
  const unit = findUnit(call.scm.tenant, orgId);
  if (!unit || !isVisible(call.scm.tenant, call.administrator, orgId)) throw errors.organizationInvalid();
  if (!unit.organization.sslCertsApiEnabled) throw errors.apiDisabled();
  return unit;
}

/** The profile, if it is offered there. @throws ScmError -39 */
export function offeredProfile(tenant: Tenant, profileId: number, orgId: number): Profile {
  const profile = tenant.profiles.find(({ id }) => id === profileId);
  if (!profile?.offeredTo.includes(orgId)) throw errors.profileInvalid();
  return profile;
}

/** What decides whether an order can be placed at all, before its key and names are looked at. */
export type OrderTerms = {
  readonly orgId: number;
  readonly profileId: number;
  readonly term: number;
  readonly customFields: readonly CustomFieldValue[];
};

/** @returns the profile ordered from. @throws ScmError -639, -3, -39, -36, -843, -62, in that order */
export function checkOrder(call: Call, { orgId, profileId, term, customFields }: OrderTerms): Profile {
  const { tenant } = call.scm;
  orderingUnit(call, orgId);
  const profile = offeredProfile(tenant, profileId, orgId);
  if (!profile.terms.includes(term)) throw errors.termInvalid();
  if (profile.validationType.includes("(OV)") && !isOrganizationValid(tenant, orgId, "OV_SSL"))
    throw errors.organizationNotValidated();
  checkMandatoryFields(tenant, orgId, customFields);
  return profile;
}

/** Form of a CSR's text. The reference allows letters, digits, `-+=/` and white space. @throws ScmError -1601 */
export function checkCsrText(csr: string | undefined): void {
  checkLength("csr", csr, 1, 32_767);
  if (csr !== undefined && !/^[A-Za-z0-9\-+=/\s]*$/.test(csr)) throw errors.fieldInvalid("csr");
}

/**
 * Reads a CSR and holds its key against the profile.
 * @throws ScmError -9, -10, -138 for the CSR; -11, -13, -141 for its key
 */
export function readCsr(
  csr: string,
  profile: Profile,
  strict: StrictOptions,
  names: readonly string[] = [],
): ReadCsr {
  const parsed = parseCsr(csr);
  if (parsed === "not base64") throw errors.csrNotBase64();
  if (parsed === "not decodable") throw errors.csrNotDecodable();
  if (parsed === "invalid") throw errors.csrInvalid();
  const { algorithm, parameter, bits } = parsed.key;
  const sizes = profile.keyTypes[algorithm];
  if (!sizes) throw errors.csrAlgorithm();
  if (algorithm === "RSA" && bits < 2048) throw errors.csrKeyTooSmall();
  if (!sizes.includes(parameter)) throw errors.csrKeySize();
  const commonNames = parsed.subject.flatMap(([short, value]) => (short === "CN" ? [value] : []));
  const inSubject = commonNames.at(strict.takesLastCommonName ? -1 : 0);
  const commonName = inSubject ?? (strict.commonNameFromSan ? names[0] : undefined);
  if (!commonName || commonName.length > 64) throw errors.csrInvalid();
  return { commonName, key: { ...parsed.key, spki: parsed.spki } };
}

/**
 * Holds names against the organization's domains; profiles of a private CA take any name.
 * @throws ScmError -164, -1010, -107
 */
export function checkNames(
  { tenant, options: { strict } }: Pick<Scm, "options" | "tenant">,
  profile: Profile,
  orgId: number,
  names: readonly string[],
): void {
  if (!profile.isPublic) return;
  const unvalidated = new Set<string>();
  for (const name of names) {
    const bare = name.toLowerCase().replace(/^\*\./, "");
    if (isIP(bare) !== 0 || !bare.includes(".")) throw errors.localName(name);
    const domain = tenant.domains
      .filter((candidate) => candidate.delegatedTo.includes(orgId) && !candidate.isSuspended)
      .find((candidate) => bare === candidate.name || bare.endsWith(`.${candidate.name}`));
    if (!domain) throw errors.domainNotAllowed(name);
    const isExact = name.toLowerCase() === domain.name;
    const isByFile = domain.method === "HTTP" || domain.method === "HTTPS";
    const isCovered = isExact || !isByFile || strict.fileCoversSubdomains;
    if (domain.validation !== "VALIDATED" || !isCovered) unvalidated.add(domain.name);
  }
  if (unvalidated.size > 0) throw errors.domainNotValidated([...unvalidated]);
}

/**
 * Reads custom fields of a request.
 * @throws ScmError -1002 for their shape, -1601 for lengths, -135 for unknown and -134 for repeated names
 */
export function readCustomFields(
  { tenant, options: { strict } }: Pick<Scm, "options" | "tenant">,
  given: readonly Readonly<Record<string, unknown>>[],
): CustomFieldValue[] {
  const seen = new Set<string>();
  return given.map((entry) => {
    const { name = "", value = "" } = readMembers(entry, { name: "text", value: "text" });
    checkLength("customFields.name", name, 1, 256);
    checkLength("customFields.value", value, 0, 256);
    if (!tenant.customFields.some((field) => field.name === name)) throw errors.customFieldUnknown(name);
    if (seen.has(name)) throw errors.customFieldRepeated(name);
    seen.add(name);
    return { name, value: strict.trimsTexts ? value.trim() : value };
  });
}

/** @throws ScmError -62 when a field that is mandatory there has no value */
export function checkMandatoryFields(
  tenant: Tenant,
  orgId: number,
  values: readonly CustomFieldValue[],
): void {
  for (const field of tenant.customFields) {
    const hasValue = values.some(({ name, value }) => name === field.name && value !== "");
    if (field.enforcedIn.includes(orgId) && !hasValue) throw errors.customFieldMissing();
  }
}

/** A text as SCM keeps it. */
export function keptText(text: string, { trimsTexts, joinsLines }: StrictOptions): string {
  const trimmed = trimsTexts ? text.trim() : text;
  return joinsLines ? trimmed.replace(/\r?\n/g, " ") : trimmed;
}

/** Limits of members that enroll and update share. @throws ScmError -1601 */
export function checkTexts(comments: string | undefined, externalRequester: string | undefined): void {
  checkLength("comments", comments, 0, 1024);
  checkLength("externalRequester", externalRequester, 0, 512);
  const mails = externalRequester ? externalRequester.split(",") : [];
  if (!mails.every((mail) => /^[^@\s]+@[^@\s]+$/.test(mail.trim())))
    throw errors.fieldInvalid("externalRequester");
}
