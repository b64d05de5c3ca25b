import type { CallName } from "./calls.ts";

/**
 * Which privilege of an administrator lets a call through, by the beginning of its name; the longest that fits counts.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Administrators", names of privileges.
 */
const PRIVILEGES: Readonly<Record<string, string>> = {
  "POST ssl/enroll": "sslRequest",
  "POST ssl/approve": "sslApprove",
  "POST ssl/decline": "sslApprove",
  "POST ssl/renew": "sslRenew",
  "POST ssl/replace": "sslReplace",
  "POST ssl/revoke": "sslRevoke",
  "PUT ssl": "sslManage",
  "GET dcv": "allowDCV",
  "POST dcv": "allowDCV",
  "POST domain": "allowManageDomains",
  "PUT domain": "allowManageDomains",
  "DELETE domain": "allowManageDomains",
};

/** The privilege a call needs; null where the reference names none, and the role alone decides. */
export function privilegeOf(call: CallName): string | null {
  const [longest] = Object.keys(PRIVILEGES)
    .filter((start) => call.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? null : (PRIVILEGES[longest] ?? null);
}

/** What to give the administrator, in words. */
export function privilegeHint(call: CallName): string {
  const privilege = privilegeOf(call);
  const what = privilege === null ? "a role that allows it" : `the privilege \`${privilege}\``;
  return `Give the administrator ${what} in SCM, for the organization concerned.`;
}
