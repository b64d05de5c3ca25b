/**
 * Privileges that a connector's administrator should have: domains, everything about SSL certificates, client and device
 * certificates for import, organizations.
 * Source: DigiCert Trust Lifecycle Manager, "Connect to Sectigo", recommended role and permissions; names of the Sectigo
 * Certificate Manager REST API reference, May 2025, "Administrators".
 */
const CONNECTOR_PRIVILEGES = [
  "allowManageDomains",
  "sslRequest",
  "sslRenew",
  "sslReplace",
  "sslRevoke",
  "sslManage",
  "clientCertManage",
  "deviceManage",
  "addOrganizationAndDepartments",
] as const;

/** With one of these an administrator's own orders are approved at once; the second is the former name. */
const APPROVES_OWN_ORDERS: readonly string[] = ["autoApproveCertificates", "allowSslAutoApprove"];

/** Whether orders of an administrator with these privileges wait for another's approval. */
export function ordersWaitForApproval(own: readonly string[]): boolean {
  return !own.some((name) => APPROVES_OWN_ORDERS.includes(name));
}

/** Each of them in one of three sets, in the order of the list above. */
export interface PrivilegeVerdict {
  readonly granted: readonly string[];
  readonly missing: readonly string[];
  /** SCM has no call that tells an administrator's own privileges: they show in its record only, if it may read that. */
  readonly unverifiable: readonly string[];
}

/** @param own as the administrator's record names them; null when the record can't be read */
export function judgePrivileges(own: readonly string[] | null): PrivilegeVerdict {
  if (own === null) return { granted: [], missing: [], unverifiable: CONNECTOR_PRIVILEGES };
  return {
    granted: CONNECTOR_PRIVILEGES.filter((name) => own.includes(name)),
    missing: CONNECTOR_PRIVILEGES.filter((name) => !own.includes(name)),
    unverifiable: [],
  };
}
