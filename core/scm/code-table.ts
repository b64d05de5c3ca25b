import type { CallName } from "./calls.ts";
import type { RefusalKind } from "./refusal.ts";

/** Codes, and what they mean: kind, name, what is said, what to do. */
export type Row = readonly [
  codes: readonly number[],
  kind: RefusalKind,
  slug: string,
  says: string,
  hint: string,
];

/** Calls that place an order, where a code speaks of the order's content. */
const ORDERS: readonly CallName[] = ["POST ssl/enroll"];

const RENEWALS: readonly CallName[] = ["POST ssl/renewById/{sslId}"];

/** Meanings that hold for some calls only; looked at before COMMON, since five documented codes mean two things. */
export const SPECIFIC: readonly (readonly [calls: readonly CallName[], rows: readonly Row[]])[] = [
  [
    ORDERS,
    [
      [[-159], "request", "too_many_custom_fields", "it has too many custom fields", "Remove custom fields."],
      [
        [-7, -951],
        "request",
        "field_required",
        "a required member is missing",
        "Give the member that SCM names; it may be a mandatory custom field.",
      ],
    ],
  ],
  [
    RENEWALS,
    [
      [
        [-105],
        "state",
        "renewal_failed",
        "SCM could not renew it",
        "Look at the certificate in SCM; if its profile or domain has changed, enroll a new one.",
      ],
    ],
  ],
  [
    ["GET ssl/collect/{sslId}"],
    [
      [[-110], "state", "revoked", "it is revoked", "Enroll a new certificate if one is still needed."],
      [
        [-126, -1450],
        "request",
        "format_unknown",
        "SCM does not know the format",
        "Use one of the listed formats.",
      ],
    ],
  ],
  [
    ["POST ssl/revoke/{sslId}", "POST ssl/revoke/serial/{serial}"],
    [[[-159], "state", "already_revoked", "it is already revoked", "Nothing is left to do."]],
  ],
];

/**
 * Meanings that hold for every call.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, error codes (wording ours).
 */
export const COMMON: readonly Row[] = [
  [
    [-16, -100, -101],
    "login",
    "refused",
    "SCM refused the credentials",
    "Check user name, password and customer URI.",
  ],
  [
    [-213, -220, -976, -977, -982, -7306],
    "login",
    "password_rule",
    "SCM's rules for passwords are not met",
    "Sign in to SCM's web interface as this administrator and set a new password.",
  ],
  [
    [-970],
    "login",
    "shut_out",
    "SCM does not let this administrator in: the password is expired, or the administrator suspended or locked",
    "In SCM, set a new password for the administrator, or activate it again.",
  ],
  [
    [-3, -25, -37],
    "privilege",
    "not_authorized",
    "this administrator may not do that",
    "Give the administrator the role and privilege for it, and switch on the Web/REST API for the organization.",
  ],
  [
    [-226, -738, -1010],
    "privilege",
    "domain_not_allowed",
    "this administrator or organization may not use the domain",
    "Delegate the domain to the organization in SCM, for SSL certificates.",
  ],
  [
    [-5001],
    "privilege",
    "rules_not_authorized",
    "this administrator may not use assignment rules",
    "Give the administrator a role that manages discovery.",
  ],
  [
    [-993],
    "privilege",
    "orders_restricted",
    "the account is barred from ordering",
    "Ask Sectigo why orders are restricted for this customer.",
  ],
  [
    [-36],
    "request",
    "term_not_offered",
    "the SCM profile does not offer this term",
    "Choose one of the terms that the profile lists.",
  ],
  [
    [-39, -111, -5109],
    "request",
    "scm_profile_unknown",
    "the organization does not have this SCM profile",
    "Choose an SCM profile that is available to the organization.",
  ],
  [
    [-9, -10, -13, -20, -138],
    "request",
    "csr_unreadable",
    "SCM can't read the CSR",
    "Give a PEM-encoded PKCS#10 request without text around it.",
  ],
  [
    [-11, -78, -170],
    "request",
    "csr_key_type",
    "SCM refuses the key type of the CSR",
    "Use a key type of the SCM profile.",
  ],
  [
    [-141, -194, -1138],
    "request",
    "csr_key_size",
    "SCM refuses the key size of the CSR",
    "Make a new key of a size that the SCM profile lists.",
  ],
  [[-140], "outage", "csr_decoder_busy", "SCM's CSR decoder is busy", "Try again later."],
  [
    [-62],
    "request",
    "custom_field_missing",
    "a mandatory custom field is missing",
    "Give each custom field that SCM marks as mandatory a value.",
  ],
  [
    [-64, -131, -134, -135, -160],
    "request",
    "custom_field_refused",
    "SCM refuses a custom field",
    "Use each enabled field once, with its exact name and a permitted value.",
  ],
  [
    [-7, -951, -1001],
    "request",
    "field_required",
    "a required member is missing",
    "Give the member that SCM names.",
  ],
  [
    [-1601],
    "request",
    "field_refused",
    "SCM refuses the value of a member",
    "Correct the member that SCM names.",
  ],
  [
    [-1002],
    "contract",
    "body_refused",
    "SCM can't read the body that this client sent",
    "Report this; SCM may have changed the form of the call.",
  ],
  [
    [-107, -737, -1137, -1603],
    "state",
    "dcv_missing",
    "domain control validation is missing or has expired",
    "Validate the domain in SCM, then run again.",
  ],
  [
    [-1608],
    "privilege",
    "dcv_disabled",
    "domain control validation is switched off",
    "Ask Sectigo to enable it.",
  ],
  [
    [-102],
    "state",
    "not_revocable",
    "only issued certificates can be revoked",
    "Decline it if it still waits for approval.",
  ],
  [[-110, -192], "state", "revoked", "it is revoked", "Enroll a new certificate if one is still needed."],
  [
    [-124, -5101, -40, -166, -169],
    "missing",
    "certificate",
    "it does not exist or is not visible to this administrator",
    "Check the id, and which organizations the administrator may see.",
  ],
  [
    [-105],
    "missing",
    "person",
    "the person does not exist or is not visible to this administrator",
    "Check the person.",
  ],
  [
    [-1023, -639],
    "missing",
    "organization",
    "the organization does not exist or is not visible to this administrator",
    "Check the organization id, and which organizations the administrator may see.",
  ],
  [[-410, -429], "missing", "customer", "SCM does not know the customer", "Check the customer URI."],
  [
    [-843],
    "state",
    "organization_not_validated",
    "the organization's validation does not allow this SCM profile",
    "Have the organization validated in SCM, or choose another SCM profile.",
  ],
  [
    [-1021],
    "state",
    "organization_state",
    "the organization does not allow that",
    "Check the organization's settings in SCM.",
  ],
  [
    [-130],
    "state",
    "not_issued",
    "the certificate is not in the state Issued",
    "Look at its status in SCM: wait while it is pending; one that has ended or was revoked takes a new enrollment.",
  ],
  [
    [-1112, -1113],
    "state",
    "not_approvable",
    "its state does not allow this decision",
    "Look at its status in SCM.",
  ],
  [
    [-1140],
    "privilege",
    "own_request",
    "the requester may not approve it",
    "Have another administrator approve it.",
  ],
  [
    [-1148],
    "state",
    "auto_installed",
    "auto-installed certificates can't be replaced",
    "Switch auto-installation off in SCM.",
  ],
  [
    [-1144],
    "state",
    "rediscovery_needed",
    "it must be discovered again first",
    "Run the discovery scan in SCM.",
  ],
  [
    [-180],
    "state",
    "renewal_forbidden",
    "the SCM profile does not allow renewal",
    "Enroll a new certificate instead.",
  ],
  [
    [-123, -1117],
    "missing",
    "renewable",
    "there is no such certificate to renew",
    "Enroll a new certificate instead.",
  ],
  [
    [-181],
    "state",
    "organization_differs",
    "organization details differ from those that were validated",
    "Correct the organization's details in SCM or have it validated again.",
  ],
  [
    [-164],
    "request",
    "local_name_term",
    "a local name or private address can't have so long a term",
    "Choose a shorter term.",
  ],
  [[-3114, -3115], "state", "changed_elsewhere", "someone else changed or deleted it", "Run again."],
  [[0, -23, -1400, -183, -103], "state", "not_collectable", "it is not issued yet", "Try again later."],
  [
    [-109, -129, -195, -196],
    "outage",
    "ca_unavailable",
    "the CA behind SCM is not available",
    "Try again later.",
  ],
  [
    [-1, -2, -14, -65],
    "outage",
    "internal",
    "SCM reports an internal error",
    "Try again later; then ask Sectigo's support.",
  ],
];
