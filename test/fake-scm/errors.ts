/**
 * Every refusal SCM words, one constructor each: HTTP status, code and description as they go over the wire.
 * Sources: Sectigo Certificate Manager REST API reference, May 2025, "Error codes"; literal texts where public
 * clients match them. Where the reference is silent on the status or the code, the comment says so.
 */
export class ScmError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

const refuse = (code: number, description: string): ScmError => new ScmError(400, code, description);

// --- sign-in and roles -------------------------------------------------------------------------------------------

/** Wrong login, password or customer. Locked, suspended and expired administrators get the same here (undocumented). */
export const unknownUser = (): ScmError => new ScmError(401, -16, "Unknown user");
/** Another way to say that somebody is shut out; the code is documented, when it comes is not. */
export const badCredentials = (): ScmError => refuse(-970, "Bad login credentials.");
/** A Bearer token that is missing, unknown or too old. Status and header are documented, a body is not: there is none. */
export class TokenError extends Error {}
/** Missing role or privilege: 400 and not 403, as seen in recorded traffic. */
export const notAuthorized = (action: string): ScmError => refuse(-3, `You are not authorized to ${action}.`);

// --- body and fields ---------------------------------------------------------------------------------------------

export const unparsableBody = (): ScmError => refuse(-1002, "Cannot parse message body");
export const nullParameter = (name: string): ScmError =>
  refuse(-1001, `Value of '${name}' must not be null.`);
export const fieldMissing = (name: string): ScmError => refuse(-7, `${name} is required but missing.`);
export const fieldInvalid = (name: string): ScmError => refuse(-1601, `Field '${name}' has invalid value.`);

// --- looking up --------------------------------------------------------------------------------------------------

/** Details and collect of an id that is not there or not visible. The code in the 404 body is undocumented. */
export const certificateNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `Certificate not found. ${given}`);
/** The same with the code of the actions: which one details carry is not shown anywhere. */
export const otherNotFound = (given: string): ScmError =>
  new ScmError(404, -124, `Wrong SSL certificate id ${given}.`);
/** Actions on an unknown id: the Admin Operations OpenAPI file lists no 404 for them. */
export const wrongSslId = (given: string): ScmError => refuse(-124, `Wrong SSL certificate id ${given}.`);
export const organizationNotFound = (given: string): ScmError =>
  new ScmError(404, -1023, `Organization not found. ${given}`);
/** The same, when the organization is named in a body. */
export const organizationInvalid = (): ScmError => refuse(-639, "The organization id is invalid!");

export const administratorNotFound = (given: string): ScmError =>
  new ScmError(404, -970, `Administrator not found. ${given}`);
export const domainNotFound = (given: string): ScmError =>
  new ScmError(404, -700, `Domain not found. ${given}`);
/** The range -700 to -741 is documented for domains, the single codes are not. */
export const domainTaken = (name: string): ScmError => refuse(-701, `Domain '${name}' already exists.`);
export const domainInUse = (name: string): ScmError => refuse(-712, `Domain '${name}' is in use.`);
/** Endpoints, ACME accounts and validations: statuses are documented, the codes in their bodies are not. */
export const endpointNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `Enrollment endpoint not found. ${given}`);
export const endpointAccountNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `Enrollment endpoint account not found. ${given}`);
export const acmeAccountNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `ACME account not found. ${given}`);
export const validationNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `Organization validation not found. ${given}`);
export const uriExtensionTaken = (): ScmError => refuse(-1601, "Field 'uriExtension' is already in use.");
export const passwordPolicy = (rule: string): ScmError => refuse(-7306, `Password policy violated: ${rule}`);

// --- enroll ------------------------------------------------------------------------------------------------------

export const apiDisabled = (): ScmError => notAuthorized("use Web/REST API for this organization");
export const profileInvalid = (): ScmError => refuse(-39, "The certificate profile id is invalid!");
/** The code is documented; that SCM itself says it at the order, and not the CA later, is assumed. */
export const organizationNotValidated = (): ScmError =>
  refuse(-843, "The certificate profile can't be ordered because of the organization's validation status.");
export const termInvalid = (): ScmError =>
  refuse(-36, "The validity period (term) is invalid for this certificate profile.");
export const customFieldMissing = (): ScmError => refuse(-62, "Missing mandatory custom field!");
export const customFieldUnknown = (name: string): ScmError =>
  refuse(-135, `Custom field cannot be found: ${name}`);
export const customFieldRepeated = (name: string): ScmError =>
  refuse(-134, `Duplicate custom field: ${name}`);
export const csrNotBase64 = (): ScmError => refuse(-9, "The CSR is not valid Base-64 data!");
export const csrNotDecodable = (): ScmError => refuse(-10, "The CSR cannot be decoded!");
export const csrAlgorithm = (): ScmError => refuse(-11, "The CSR uses an unsupported algorithm!");
export const csrKeySize = (): ScmError => refuse(-13, "The CSR uses an unsupported key size!");
export const csrInvalid = (): ScmError => refuse(-138, "Invalid CSR.");
export const csrKeyTooSmall = (): ScmError => refuse(-141, "The key size in the CSR is too small.");
export const domainNotAllowed = (domain: string): ScmError =>
  refuse(-1010, `Domain '${domain}' is not allowed.`);
export const domainNotValidated = (domains: readonly string[]): ScmError =>
  refuse(
    -107,
    `Domain Control Validation is either incomplete or expired for ${domains.join(", ")}. ` +
      "Please complete it before requesting a certificate.",
  );
export const localName = (name: string): ScmError =>
  refuse(-164, `'${name}' is a local name or private address and can't be certified by this profile.`);

// --- collect -----------------------------------------------------------------------------------------------------

export const beingProcessed = (): ScmError => refuse(0, "Being processed by Sectigo");
/** Other codes that are documented for waiting; which state gives which is not. */
export const requestProcessing = (): ScmError => refuse(-1400, "The request is being processed by Sectigo.");
export const notApproved = (): ScmError => refuse(-23, "The certificate hasn't been approved yet!");
export const notCollectable = (): ScmError => refuse(-183, "Certificate is not collectable.");
export const revokedNotCollectable = (): ScmError =>
  refuse(-110, "The certificate is revoked and can't be downloaded.");
/** The same for client certificates. */
export const revokedForDownload = (): ScmError => refuse(-192, "The Certificate has been revoked!");
export const formatUnknown = (): ScmError => refuse(-126, "Unknown certificate format.");

// --- states ------------------------------------------------------------------------------------------------------

export const onlyIssuedRevocable = (): ScmError => refuse(-102, "Only issued certificates could be revoked.");
export const wrongState = (status: string): ScmError =>
  refuse(-130, `The certificate has state = ${status}, not ISSUED.`);
export const notApprovable = (status: string): ScmError =>
  refuse(-1112, `Certificate can't be approved cause it has state = ${status}`);
export const notDeclinable = (status: string): ScmError =>
  refuse(-1112, `Certificate can't be declined cause it has state = ${status}`);
export const renewalForbidden = (): ScmError =>
  refuse(-180, "This SSL Certificate Profile doesn't allow renew");
export const nothingToRenew = (): ScmError => refuse(-123, "The certificate to renew is null.");
export const replaceForbidden = (): ScmError =>
  refuse(-1148, "Replace is forbidden for autoinstalled certificates.");
/** For what a record can't do by its nature; the code of deleting a managed certificate is undocumented. */
export const notPossible = (why: string): ScmError => refuse(-1021, why);
export const locationNotFound = (given: string): ScmError =>
  new ScmError(404, -5101, `Location not found. ${given}`);
export const alreadyRevoked = (): ScmError => refuse(-159, "Your certificate already revoked");
/** Members that can't change in this state: no code is documented for it; -1601 names the member. */
export const notEditable = (name: string): ScmError => fieldInvalid(name);
