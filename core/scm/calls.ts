/** `always`: asking twice changes nothing. `ifUnsent`: only while no byte of it can have left this machine. */
export type Repetition = "always" | "ifUnsent";

export interface CallRule {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
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

/**
 * Every call this client makes, by its name in errors and logs, and whether it may be repeated. SCM has no idempotency
 * key, so what orders, creates or imports goes out once (`once`); a caller that needs it again looks first. Approving,
 * declining and revoking are repeated: the second answers "not in this state", and the record tells what became of it.
 * Sources: Sectigo Certificate Manager REST API reference, May 2025; for the Admin host the Admin Operations OpenAPI
 * file 25.9.2. Where both know a path, the older one is taken, since every host has it.
 */
export const CALLS = {
  // The token host has one address, given whole by its settings.
  "POST token": ask(""),

  // SSL certificates
  "GET ssl": read("/ssl/v1"),
  "GET ssl/{sslId}": read("/ssl/v1/{sslId}"),
  "PUT ssl": put("/ssl/v1"),
  "GET ssl/types": read("/ssl/v1/types"),
  "GET ssl/customFields": read("/ssl/v1/customFields"),
  "POST ssl/enroll": once("/ssl/v1/enroll"),
  // The format in the path: `?format=` is documented too, but this form is what nearly every public client uses.
  "GET ssl/collect/{sslId}": read("/ssl/v1/collect/{sslId}/{format}"),
  "POST ssl/approve/{sslId}": ask("/ssl/v1/approve/{sslId}"),
  "POST ssl/decline/{sslId}": ask("/ssl/v1/decline/{sslId}"),
  "POST ssl/renewById/{sslId}": once("/ssl/v1/renewById/{sslId}"),
  "POST ssl/replace/{sslId}": once("/ssl/v1/replace/{sslId}"),
  "POST ssl/revoke/{sslId}": ask("/ssl/v1/revoke/{sslId}"),
  "POST ssl/revoke/serial/{serial}": ask("/ssl/v1/revoke/serial/{serial}"),
  "GET ssl/{sslId}/location": read("/ssl/v1/{sslId}/location"),
  "GET ssl/{sslId}/location/{locationId}": read("/ssl/v1/{sslId}/location/{locationId}"),
  "POST ssl/{sslId}/location": once("/ssl/v1/{sslId}/location"),
  "PUT ssl/{sslId}/location/{locationId}": put("/ssl/v1/{sslId}/location/{locationId}"),
  "DELETE ssl/{sslId}/location/{locationId}": remove("/ssl/v1/{sslId}/location/{locationId}"),

  // Client (S/MIME) certificates
  "GET smime": read("/smime/v2"),
  "GET smime/{id}": read("/smime/v1/{clientCertId}", "/smime/v2/{clientCertId}"),

  // Device certificates
  "GET device": read("/device/v1"),
  "GET device/{id}": read("/device/v1/{deviceCertId}"),

  // Organizations
  "GET organization": read("/organization/v1"),
  "GET organization/{id}": read("/organization/v1/{organizationId}"),
  "GET organization/managedBy/{role}": read(
    "/organization/v1/managedBy/{role}",
    "/organization/v1/managed-by/{role}",
  ),
  "GET organization/report-type/{type}": read("/organization/v1/report-type/{type}"),
  "GET organization/{id}/validations": read("/organization/v2/{organizationId}/validations"),
  "GET organization/{id}/validations/{validationId}": read(
    "/organization/v2/{organizationId}/validations/{validationId}",
  ),
  "DELETE organization/{id}/validations/{validationId}": remove(
    "/organization/v2/{organizationId}/validations/{validationId}",
  ),
  "POST organization/{id}/validations/{validationId}/sync": ask(
    "/organization/v2/{organizationId}/validations/{validationId}/sync",
  ),

  // Domains
  "GET domain": read("/domain/v1"),
  "GET domain/{id}": read("/domain/v1/{domainId}"),
  "POST domain": once("/domain/v1"),
  "DELETE domain/{id}": remove("/domain/v1/{domainId}"),
  "PUT domain/{id}/activate": put("/domain/v1/{domainId}/activate"),
  "PUT domain/{id}/suspend": put("/domain/v1/{domainId}/suspend"),
  // Delegations are a set: adding a member twice leaves the set as it is.
  "POST domain/{id}/delegation": ask("/domain/v1/{domainId}/delegation"),
  "DELETE domain/{id}/delegation": remove("/domain/v1/{domainId}/delegation"),

  // Domain control validation. Starting again makes new tokens, so the first answer must not get lost: once.
  "GET dcv": read("/dcv/v1/validation", "/dcv/v2/validation"),
  "POST dcv/status": ask("/dcv/v2/validation/status"),
  "POST dcv/start/{method}": once(
    "/dcv/v1/validation/start/domain/{method}",
    "/dcv/v2/validation/start/domain/{method}",
  ),
  "POST dcv/submit/{method}": once(
    "/dcv/v1/validation/submit/domain/{method}",
    "/dcv/v2/validation/submit/domain/{method}",
  ),

  // Administrators
  "GET admin": read("/admin/v1"),
  "GET admin/{id}": read("/admin/v1/{adminId}"),
  "GET admin/password": read("/admin/v1/password"),
  "POST admin/changepassword": once("/admin/v1/changepassword"),

  // ACME
  "GET acme/server": read("/acme/v1/server"),
  "GET acme/account": read("/acme/v2/account"),
  "GET acme/account/{id}": read("/acme/v2/account/{accountId}"),
  "POST acme/account": once("/acme/v2/account"),
  "PUT acme/account/{id}": put("/acme/v2/account/{accountId}"),
  "DELETE acme/account/{id}": remove("/acme/v2/account/{accountId}"),
  "GET acme/account/{id}/domain": read("/acme/v2/account/{accountId}/domain"),
  "POST acme/account/{id}/domain": ask("/acme/v2/account/{accountId}/domain"),
  "DELETE acme/account/{id}/domain": remove("/acme/v2/account/{accountId}/domain"),
  "GET acme/account/{id}/client": read("/acme/v2/account/{accountId}/client"),
  "PUT acme/account/{id}/client/{clientId}": put("/acme/v2/account/{accountId}/client/{clientId}"),
  "GET acme/pca/account": read("/acme/v1/pca/account"),
  "POST acme/pca/account": once("/acme/v1/pca/account"),

  // Enrollment endpoints
  "GET endpoint": read("/endpoint/v1"),
  "GET endpoint/{id}": read("/endpoint/v1/{endpointId}"),
  "POST endpoint": once("/endpoint/v1"),
  "DELETE endpoint/{id}": remove("/endpoint/v1/{endpointId}"),
  "PUT endpoint/{id}/delegations": put("/endpoint/v1/{endpointId}/delegations"),
  "GET endpoint/{id}/config": read("/endpoint/v1/{endpointId}/config"),
  "PUT endpoint/{id}/config": put("/endpoint/v1/{endpointId}/config"),
  "GET endpoint/{id}/account": read("/endpoint/v1/{endpointId}/account"),
  "GET endpoint/{id}/account/{accountId}": read("/endpoint/v1/{endpointId}/account/{accountId}"),
  "POST endpoint/{id}/account": once("/endpoint/v1/{endpointId}/account"),
  "PUT endpoint/{id}/account/{accountId}": put("/endpoint/v1/{endpointId}/account/{accountId}"),
  "DELETE endpoint/{id}/account/{accountId}": remove("/endpoint/v1/{endpointId}/account/{accountId}"),

  // DNS connectors
  "GET connector/dns": read("/connector/v1/dns"),
  "GET connector/dns/{id}/provider": read("/connector/v1/dns/{connectorId}/provider"),

  // Reports
  "POST report/ssl-certificates": ask("/report/v1/ssl-certificates"),
  "POST report/client-certificates": ask("/report/v1/client-certificates"),
  "POST report/device-certificates": ask("/report/v1/device-certificates"),
} as const satisfies Record<string, CallRule>;

export type CallName = keyof typeof CALLS;

/** The rule of a call; a function, so that callers see the wide type. */
export function callRule(name: CallName): CallRule {
  return CALLS[name];
}
