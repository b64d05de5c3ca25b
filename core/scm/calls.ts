/** `always`: asking twice changes nothing. `ifUnsent`: only while no byte of it can have left this machine. */
export type Repetition = "always" | "ifUnsent";

export interface CallRule {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** Path below `/api`, with `{name}` for what varies. */
  readonly path: string;
  /** Where the Admin Operations host has only a newer path. */
  readonly adminPath?: string;
  readonly repeat: Repetition;
}

/** Asks and changes nothing. */
function read<const Path extends string>(path: Path, adminPath?: string) {
  return { method: "GET", path, ...(adminPath ? { adminPath } : {}), repeat: "always" } as const;
}

/** Asks by POST, since the question is long. */
function ask<const Path extends string>(path: Path, adminPath?: string) {
  return { ...read(path, adminPath), method: "POST" } as const;
}

/** Places, creates or decides something that a second one would do again. */
function once<const Path extends string>(path: Path, adminPath?: string) {
  return { ...ask(path, adminPath), repeat: "ifUnsent" } as const;
}

/** Writes a given state, so that the second writes what the first wrote. */
function put<const Path extends string>(path: Path, adminPath?: string) {
  return { ...read(path, adminPath), method: "PUT" } as const;
}

/** Removes; a second one finds nothing, which is what was wanted. */
function remove<const Path extends string>(path: Path, adminPath?: string) {
  return { ...read(path, adminPath), method: "DELETE" } as const;
}

/** Counts by header, without a body. */
function count<const Path extends string>(path: Path) {
  return { ...read(path), method: "HEAD" } as const;
}

/**
 * Every call this client makes, by its name in errors and logs, and whether it may be repeated. SCM has no idempotency
 * key, so what orders, creates or imports goes out once (`once`); whoever needs it again looks first. Approving,
 * declining and revoking are repeated: the second answers "not in this state", and the record tells what became of it.
 * Sources: Sectigo Certificate Manager REST API reference, May 2025; for the Admin host the Admin Operations OpenAPI
 * file 25.9.2. Where both know a path, the older one is taken, since every host has it.
 */
export const CALLS = {
  // The token host has one address, given whole by its settings.
  "POST token": ask(""),

  // SSL certificates
  "GET ssl": read("/ssl/v1"),
  "HEAD ssl": count("/ssl/v1"),
  "GET ssl/{sslId}": read("/ssl/v1/{sslId}"),
  "PUT ssl": put("/ssl/v1"),
  "DELETE ssl/{sslId}": remove("/ssl/v1/{sslId}"),
  "GET ssl/types": read("/ssl/v1/types"),
  "GET ssl/customFields": read("/ssl/v1/customFields"),
  "POST ssl/enroll": once("/ssl/v1/enroll"),
  "POST ssl/enroll-keygen": once("/ssl/v1/enroll-keygen"),
  // The format in the path: `?format=` is documented too, but this form is what nearly every public client uses.
  "GET ssl/collect/{sslId}": read("/ssl/v1/collect/{sslId}/{format}"),
  // GET in the reference, POST with a passphrase in the OpenAPI file.
  "GET ssl/keystore/{sslId}": read("/ssl/v1/keystore/{sslId}/{format}"),
  "POST ssl/keystore/{sslId}": ask("/ssl/v1/keystore/{sslId}/{format}"),
  "POST ssl/approve/{sslId}": ask("/ssl/v1/approve/{sslId}"),
  "POST ssl/decline/{sslId}": ask("/ssl/v1/decline/{sslId}"),
  "POST ssl/renewById/{sslId}": once("/ssl/v1/renewById/{sslId}"),
  "POST ssl/renew/{renewId}": once("/ssl/v1/renew/{renewId}"),
  "POST ssl/renew/manual/{sslId}": ask("/ssl/v1/renew/manual/{sslId}"),
  "POST ssl/replace/{sslId}": once("/ssl/v1/replace/{sslId}"),
  "POST ssl/revoke/{sslId}": ask("/ssl/v1/revoke/{sslId}"),
  "POST ssl/revoke/serial/{serial}": ask("/ssl/v1/revoke/serial/{serial}"),
  "POST ssl/revoke/manual": ask("/ssl/v1/revoke/manual"),
  "GET ssl/{sslId}/dcv": read("/ssl/v1/{sslId}/dcv"),
  "POST ssl/{sslId}/dcv/recheck": ask("/ssl/v1/{sslId}/dcv/recheck"),
  "GET ssl/{sslId}/location": read("/ssl/v1/{sslId}/location"),
  "GET ssl/{sslId}/location/{locationId}": read("/ssl/v1/{sslId}/location/{locationId}"),
  "POST ssl/{sslId}/location": once("/ssl/v1/{sslId}/location"),
  "PUT ssl/{sslId}/location/{locationId}": put("/ssl/v1/{sslId}/location/{locationId}"),
  "DELETE ssl/{sslId}/location/{locationId}": remove("/ssl/v1/{sslId}/location/{locationId}"),
  "POST ssl/import (archive)": once("/ssl/v1/import"),
  "POST ssl/import (list)": once("/ssl/v2/import"),

  // Client (S/MIME) certificates
  "GET smime": read("/smime/v2"),
  "HEAD smime": count("/smime/v2"),
  "GET smime/{id}": read("/smime/v1/{clientCertId}", "/smime/v2/{clientCertId}"),
  "GET smime/types": read("/smime/v1/types", "/smime/v2/types"),
  "GET smime/customFields": read("/smime/v1/customFields", "/smime/v2/customFields"),

  // Device certificates
  "GET device": read("/device/v1"),
  "HEAD device": count("/device/v1"),
  "GET device/{id}": read("/device/v1/{deviceCertId}"),
  "GET device/types": read("/device/v1/types"),
  "GET device/customFields": read("/device/v1/customFields"),

  // Organizations
  "GET organization": read("/organization/v1"),
  "GET organization/{id}": read("/organization/v1/{organizationId}"),
  "GET organization/managedBy/{role}": read(
    "/organization/v1/managedBy/{role}",
    "/organization/v1/managed-by/{role}",
  ),
  "GET organization/report-type/{type}": read("/organization/v1/report-type/{type}"),

  // Domains and their validation
  "GET domain": read("/domain/v1"),
  "GET domain/count": read("/domain/v1/count"),
  "GET domain/{id}": read("/domain/v1/{domainId}"),
  "GET dcv": read("/dcv/v1/validation", "/dcv/v2/validation"),
  "POST dcv/status": ask("/dcv/v2/validation/status"),

  // Administrators
  "GET admin": read("/admin/v1"),
  "GET admin/{id}": read("/admin/v1/{adminId}"),
  "GET admin/roles": read("/admin/v1/roles"),
  "GET admin/privileges": read("/admin/v1/privileges"),
  "GET admin/idp": read("/admin/v1/idp"),
  "GET admin/password": read("/admin/v1/password"),
  "POST admin/changepassword": once("/admin/v1/changepassword"),

  // Reports
  "POST report/ssl-certificates": ask("/report/v1/ssl-certificates"),
  "POST report/client-certificates": ask("/report/v1/client-certificates"),
  "POST report/device-certificates": ask("/report/v1/device-certificates"),
  "POST report/domains": ask("/report/v1/domains"),
  "POST report/activity": ask("/report/v1/activity"),
} as const satisfies Record<string, CallRule>;

export type CallName = keyof typeof CALLS;

/** The rule of a call; a function, so that callers see the wide type. */
export function callRule(name: CallName): CallRule {
  return CALLS[name];
}
