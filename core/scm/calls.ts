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
  "GET smime/byPersonEmail/{email}": read("/smime/v2/byPersonEmail/{email}"),
  "GET smime/{id}": read("/smime/v1/{clientCertId}", "/smime/v2/{clientCertId}"),
  "GET smime/types": read("/smime/v1/types", "/smime/v2/types"),
  "GET smime/customFields": read("/smime/v1/customFields", "/smime/v2/customFields"),
  "POST smime/enroll": once("/smime/v1/enroll", "/smime/v2/enroll"),
  "GET smime/collect/{backendCertId}": read(
    "/smime/v1/collect/{backendCertId}",
    "/smime/v2/collect/{backendCertId}",
  ),
  "POST smime/renew/order/{backendCertId}": once("/smime/v2/renew/order/{backendCertId}"),
  "POST smime/renew/serial/{serial}": once("/smime/v2/renew/serial/{serial}"),
  "POST smime/replace/order/{backendCertId}": once("/smime/v2/replace/order/{backendCertId}"),
  "POST smime/revoke": ask("/smime/v1/revoke", "/smime/v2/revoke"),
  "POST smime/revoke/order/{backendCertId}": ask(
    "/smime/v1/revoke/order/{backendCertId}",
    "/smime/v2/revoke/order/{backendCertId}",
  ),
  "POST smime/revoke/serial/{serial}": ask(
    "/smime/v1/revoke/serial/{serial}",
    "/smime/v2/revoke/serial/{serial}",
  ),
  "GET smime/{id}/location": read("/smime/v2/{clientCertId}/location"),
  "GET smime/{id}/location/{locationId}": read("/smime/v2/{clientCertId}/location/{locationId}"),

  // Device certificates. Although the path says "order", the id is the certificate's.
  "GET device": read("/device/v1"),
  "HEAD device": count("/device/v1"),
  "GET device/{id}": read("/device/v1/{deviceCertId}"),
  "GET device/types": read("/device/v1/types"),
  "GET device/customFields": read("/device/v1/customFields"),
  "POST device/enroll": once("/device/v1/enroll"),
  "GET device/collect/{id}": read("/device/v1/collect/{deviceCertId}"),
  "POST device/approve/{id}": ask("/device/v1/approve/{deviceCertId}"),
  "POST device/decline/{id}": ask("/device/v1/decline/{deviceCertId}"),
  "POST device/renew/order/{id}": once("/device/v1/renew/order/{deviceCertId}"),
  "POST device/renew/serial/{serial}": once("/device/v1/renew/serial/{serial}"),
  "POST device/replace/order/{id}": once("/device/v1/replace/order/{deviceCertId}"),
  "POST device/revoke/order/{id}": ask("/device/v1/revoke/order/{deviceCertId}"),
  "POST device/revoke/serial/{serial}": ask("/device/v1/revoke/serial/{serial}"),
  "POST device/import": once("/device/v1/import"),
  "GET device/{id}/location": read("/device/v1/{deviceCertId}/location"),

  // Code signing certificates: bookkeeping only
  "POST cscert/import": once("/cscert/v1/import"),
  "POST cscert/revoke/manual": ask("/cscert/v1/revoke/manual"),

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
  "GET domain/count": read("/domain/v1/count"),
  "GET domain/{id}": read("/domain/v1/{domainId}"),
  "POST domain": once("/domain/v1"),
  "DELETE domain/{id}": remove("/domain/v1/{domainId}"),
  "PUT domain/{id}/activate": put("/domain/v1/{domainId}/activate"),
  "PUT domain/{id}/suspend": put("/domain/v1/{domainId}/suspend"),
  // Delegations are a set: adding a member twice leaves the set as it is.
  "POST domain/delegation": ask("/domain/v1/delegation"),
  "POST domain/{id}/delegation": ask("/domain/v1/{domainId}/delegation"),
  "DELETE domain/{id}/delegation": remove("/domain/v1/{domainId}/delegation"),
  "POST domain/{id}/delegation/approve": ask("/domain/v1/{domainId}/delegation/approve"),
  "POST domain/{id}/delegation/reject": ask("/domain/v1/{domainId}/delegation/reject"),

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
  "POST dcv/clear": ask("/dcv/v1/validation/clear", "/dcv/v2/validation/clear"),
  "POST dcv/delete": ask("/dcv/v1/validation/delete", "/dcv/v2/validation/delete"),

  // Administrators
  "GET admin": read("/admin/v1"),
  "GET admin/{id}": read("/admin/v1/{adminId}"),
  "GET admin/roles": read("/admin/v1/roles"),
  "GET admin/privileges": read("/admin/v1/privileges"),
  "GET admin/idp": read("/admin/v1/idp"),
  "GET admin/password": read("/admin/v1/password"),
  "POST admin/changepassword": once("/admin/v1/changepassword"),
  "POST admin": once("/admin/v1"),
  "PUT admin/{id}": put("/admin/v1/{adminId}"),
  "PUT admin/{id}/unlink": put("/admin/v1/{adminId}/unlink"),
  "DELETE admin/{id}": remove("/admin/v1/{adminId}"),

  // Persons
  "GET person": read("/person/v1"),
  "GET person/{id}": read("/person/v1/{personId}"),
  "GET person/byEmail/{email}": read("/person/v1/id/byEmail/{email}"),
  "POST person": once("/person/v1"),
  "PUT person/{id}": put("/person/v1/{personId}"),
  "DELETE person/{id}": remove("/person/v1/{personId}"),

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
  "GET endpoint/{id}/account": read("/endpoint/v1/{endpointId}/account"),
  "GET endpoint/{id}/account/{accountId}": read("/endpoint/v1/{endpointId}/account/{accountId}"),
  "POST endpoint/{id}/account": once("/endpoint/v1/{endpointId}/account"),
  "PUT endpoint/{id}/account/{accountId}": put("/endpoint/v1/{endpointId}/account/{accountId}"),
  "DELETE endpoint/{id}/account/{accountId}": remove("/endpoint/v1/{endpointId}/account/{accountId}"),

  // Settings
  "GET customField": read("/customField/v2"),
  "GET customField/{id}": read("/customField/v2/{customFieldId}"),
  "POST customField": once("/customField/v2"),
  "PUT customField": put("/customField/v2"),
  "GET notification": read("/notification/v1"),
  "GET notification/types": read("/notification/v1/types"),
  "PUT notification/{id}": put("/notification/v1/{notificationId}"),
  "DELETE notification/{id}": remove("/notification/v1/{notificationId}"),
  "GET connector/dns": read("/connector/v1/dns"),
  "GET connector/dns/{id}": read("/connector/v1/dns/{connectorId}"),
  "GET connector/dns/{id}/provider": read("/connector/v1/dns/{connectorId}/provider"),
  "GET azure/accounts": read("/azure/v1/accounts"),
  "POST azure/accounts": once("/azure/v1/accounts"),

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
