import type { EndpointAccount, EndpointAccountDetails, IdpRule } from "../../../../core/index.ts";
import type { StoredProfile } from "./values.ts";

/** What a profile asks for in its account on a web form. */
export interface WishedForm {
  readonly endpoint: string;
  readonly uriExtension: string;
  readonly helpText: string | null;
  readonly account: Omit<EndpointAccount, "authentication" | keyof NamedMembers>;
  /** Members that the configuration may leave out; null: it does. */
  readonly named: NamedMembers;
  readonly authentication: "none" | "accessCode" | "idp";
  readonly idpRules: readonly IdpRule[];
  readonly adoptsExisting: boolean;
}

interface NamedMembers {
  readonly mayAutoRenew: boolean | null;
  readonly allowsEmptyPin: boolean | null;
  readonly keyProtection: string | null;
}

type Wishes = Pick<
  StoredProfile,
  "name" | "web_form" | "enrollment_method" | "access_code_wo_version" | "ref"
>;

/** Null where none is configured, or the ids are not known: after an import. */
export function wishedForm({ ref, web_form: form, ...profile }: Wishes): WishedForm | null {
  const { organization_id: organizationId = null, scm_profile_id: scmProfileId = null } = ref ?? {};
  if (form === null || organizationId === null || scmProfileId === null) return null;
  const idpRules = (form.idp_rules ?? []).map(({ key, match, values }) => ({
    key,
    matchType: match,
    values,
  }));
  return {
    endpoint: form.endpoint,
    uriExtension: form.uri_extension ?? uriExtensionOf(form.endpoint),
    helpText: form.help_text,
    account: {
      name: form.account_name ?? profile.name ?? "",
      organizationId,
      scmProfileIds: [scmProfileId],
      keyMadeBy: profile.enrollment_method === "browser_pkcs12" ? "browser" : "requester",
      isAutoApproved: form.auto_approve ?? false,
    },
    named: {
      mayAutoRenew: form.allow_auto_renew,
      allowsEmptyPin: form.allow_empty_pin,
      keyProtection: form.key_protection,
    },
    authentication:
      form.idp_rules !== null ? "idp" : profile.access_code_wo_version !== null ? "accessCode" : "none",
    idpRules,
    adoptsExisting: form.adopt_existing ?? false,
  };
}

/** What SCM's own pages propose: TripleDES-SHA1, the other one, is broken. */
const KEY_PROTECTION = "AES256-SHA256";

/**
 * The account as SCM is to hold it, but for its authentication.
 * @param adopted how an account stands that this profile took over: what the configuration does not name stays so; null for
 *   one of the profile's own
 */
export function accountWished(
  { account, named }: WishedForm,
  adopted: EndpointAccountDetails | null,
): Omit<EndpointAccount, "authentication"> {
  const usual = account.keyMadeBy === "browser" ? KEY_PROTECTION : undefined;
  return {
    ...account,
    mayAutoRenew: named.mayAutoRenew ?? adopted?.mayAutoRenew ?? false,
    allowsEmptyPin: named.allowsEmptyPin ?? adopted?.allowsEmptyPin ?? false,
    keyProtection: named.keyProtection ?? adopted?.keyProtection ?? usual,
  };
}

/** `Shop team (EU)` → `shop-team-eu`: letters, digits and hyphens, 58 at most. */
function uriExtensionOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ["form"];
  return words.join("-").slice(0, 58).replace(/-$/, "");
}

const AUTHENTICATIONS = { none: "NONE", accessCode: "ACCESS_CODE", idp: "IDP_ASSERTIONS_MAPPING" } as const;

/**
 * What differs in SCM from the configuration, in words; empty when nothing does. Members that SCM does not show are passed over.
 * @param isOwn whether the profile made the account
 */
export function formDrift(wished: WishedForm, found: EndpointAccountDetails, isOwn: boolean): string[] {
  const account = accountWished(wished, isOwn ? null : found);
  const key = account.keyMadeBy === "browser" ? "BROWSER" : "PROVIDED";
  return [
    ...differs("name", found.name || null, account.name),
    ...differs("organization", found.organizationId, account.organizationId),
    ...differs("SCM profiles", list(found.scmProfileIds), list(account.scmProfileIds)),
    ...differs("key made by", found.csrGenerationMethod, key),
    ...differs("authentication", found.authentication, AUTHENTICATIONS[wished.authentication]),
    ...differs("automatic approval", found.isAutoApproved, account.isAutoApproved),
    ...differs("automatic renewal", found.mayAutoRenew, account.mayAutoRenew),
    ...differs("empty passphrase allowed", found.allowsEmptyPin, account.allowsEmptyPin ?? null),
    ...(account.keyProtection === undefined
      ? []
      : differs("key protection", found.keyProtection, account.keyProtection)),
    ...(wished.authentication === "idp"
      ? differs("identity provider's rules", ruleText(found.idpRules), ruleText(wished.idpRules))
      : []),
  ];
}

type Shown = string | number | boolean;

function differs(what: string, found: Shown | null, wished: Shown | null): string[] {
  if (found === null || found === wished) return [];
  return [`web form account, ${what}: ${found} instead of ${wished}`];
}

function list(ids: readonly number[] | null): string | null {
  return ids === null ? null : [...ids].sort((one, other) => one - other).join(", ");
}

function ruleText(rules: readonly IdpRule[]): string {
  return rules
    .map(({ key, matchType, values }) => `${key} ${matchType} ${[...values].sort().join("|")}`)
    .sort()
    .join("; ");
}
