/** What an ACME server refuses, as a problem document. Source: RFC 8555 section 6.7, RFC 7807. */
export class AcmeProblem extends Error {
  readonly status: number;
  /** The last part of `urn:ietf:params:acme:error:…`. */
  readonly kind: string;

  constructor(status: number, kind: string, detail: string) {
    super(detail);
    this.status = status;
    this.kind = kind;
  }

  /** The document. */
  get document(): Readonly<Record<string, unknown>> {
    return { type: `urn:ietf:params:acme:error:${this.kind}`, detail: this.message, status: this.status };
  }
}

export const malformed = (detail: string): AcmeProblem => new AcmeProblem(400, "malformed", detail);
export const badNonce = (): AcmeProblem =>
  new AcmeProblem(400, "badNonce", "The nonce was not given out, or used.");
export const badAlgorithm = (): AcmeProblem =>
  new AcmeProblem(400, "badSignatureAlgorithm", "The signature algorithm is not one of ES256, ES384, RS256.");
export const unauthorized = (detail: string): AcmeProblem => new AcmeProblem(403, "unauthorized", detail);
export const bindingRequired = (): AcmeProblem =>
  new AcmeProblem(403, "externalAccountRequired", "New accounts must be bound to an account of SCM.");
export const noSuchAccount = (): AcmeProblem =>
  new AcmeProblem(400, "accountDoesNotExist", "No account has this key.");
export const rejectedIdentifier = (name: string): AcmeProblem =>
  new AcmeProblem(400, "rejectedIdentifier", `The account may not order for ${name}.`);
export const orderNotReady = (): AcmeProblem =>
  new AcmeProblem(403, "orderNotReady", "Not all authorizations of the order are valid.");
export const badCsr = (detail: string): AcmeProblem => new AcmeProblem(400, "badCSR", detail);
export const notFound = (): AcmeProblem => new AcmeProblem(404, "malformed", "There is no such object.");
export const alreadyRevoked = (): AcmeProblem =>
  new AcmeProblem(400, "alreadyRevoked", "The certificate is revoked already.");
