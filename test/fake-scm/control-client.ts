import type { Endpoint } from "./endpoints.ts";
import type { AcmeTruth } from "./enrollment-acts.ts";
import type { Fault, FaultState } from "./faults.ts";
import type { LoggedRequest } from "./request-log.ts";
import type { StrictOptions } from "./strict-options.ts";
import type { OtherTruth, SslTruth } from "./truth.ts";

/** What can be changed of an administrator. */
export type AdministratorChange = {
  readonly password?: string;
  readonly passwordState?: "ALIVE" | "EXPIRED" | "NEVER_EXPIRE";
  readonly activeStatus?: "ACTIVE" | "SUSPENDED";
  readonly privileges?: readonly string[];
};

/** What can be changed of a domain; instants are ISO 8601. */
export type DomainChange = {
  readonly validation?: "VALIDATED" | "NOT_VALIDATED" | "EXPIRED";
  readonly validUntil?: string;
  readonly isSuspended?: boolean;
  /** Organizations whose delegation waits for approval. */
  readonly requestedBy?: readonly number[];
  /** The recipient of the mail has agreed; the CA has refused. */
  readonly isConfirmed?: boolean;
  readonly isRejected?: boolean;
  readonly delegatedTo?: readonly number[];
};

/**
 * The control port of a running fake, typed. Works from any process that knows its address.
 * Every method throws an Error with the fake's words when it refuses.
 */
export class FakeScmControl {
  readonly #url: string;

  constructor(controlUrl: string) {
    this.#url = controlUrl;
  }

  /** The fake's clock. */
  clock(): Promise<{ now: string; real: boolean }> {
    return this.#call("GET", "/clock");
  }

  /** Stands still at an instant (ISO 8601). */
  setClock(now: string): Promise<unknown> {
    return this.#call("POST", "/clock", { now });
  }

  /** Moves on by milliseconds and stands still. */
  advanceClock(advanceMs: number): Promise<unknown> {
    return this.#call("POST", "/clock", { advanceMs });
  }

  /** Follows the system's clock again. */
  followSystemClock(): Promise<unknown> {
    return this.#call("POST", "/clock", { real: true });
  }

  /** Requests the API got since the start or the last clearing, masked. */
  requests(): Promise<LoggedRequest[]> {
    return this.#call("GET", "/requests");
  }

  clearRequests(): Promise<unknown> {
    return this.#call("DELETE", "/requests");
  }

  plantFault(fault: Fault): Promise<unknown> {
    return this.#call("POST", "/faults", fault);
  }

  /** Planted faults with how often they hit. */
  faults(): Promise<FaultState[]> {
    return this.#call("GET", "/faults");
  }

  clearFaults(): Promise<unknown> {
    return this.#call("DELETE", "/faults");
  }

  /** Truth of all SSL records, by rising id. */
  certificates(): Promise<SslTruth[]> {
    return this.#call("GET", "/certificates");
  }

  /** Truth of all client and device certificates, by rising id. */
  otherCertificates(): Promise<{ client: OtherTruth[]; device: OtherTruth[] }> {
    return this.#call("GET", "/other-certificates");
  }

  certificate(sslId: number): Promise<SslTruth> {
    return this.#call("GET", `/certificates/${sslId}`);
  }

  /** Current certificate and those replaced, PEM. */
  certificatePem(sslId: number): Promise<{ pem: string | null; former: string[] }> {
    return this.#call("GET", `/certificates/${sslId}/pem`);
  }

  /** Revokes behind the caller's back. @param reasonCode 0, 1, 3, 4 or 5 */
  revoke(sslId: number, reasonCode = 0): Promise<SslTruth> {
    return this.act(sslId, "revoke", { reasonCode });
  }

  /** Renews with another key behind the caller's back. */
  renew(sslId: number): Promise<{ sslId: number }> {
    return this.#call("POST", `/certificates/${sslId}/renew`);
  }

  /** Whatever else happens to a record from outside; see OUTSIDE_ACTS for names and members. */
  act(sslId: number, act: string, body: Readonly<Record<string, unknown>> = {}): Promise<SslTruth> {
    return this.#call("POST", `/certificates/${sslId}/${act}`, body);
  }

  /** Share of requests that meet a fault from now on; 0 ends it. Answers the plan, to be printed when a test fails. */
  chaos(rate: number, seed?: number): Promise<{ rate: number; seed: number; drawn: number }> {
    return this.#call("POST", "/chaos", { rate, ...(seed === undefined ? {} : { seed }) });
  }

  /** Makes all OAuth2 tokens worthless. */
  revokeTokens(): Promise<unknown> {
    return this.#call("POST", "/tokens/revoke");
  }

  /** Changes an administrator behind the caller's back. */
  changeAdministrator(login: string, change: AdministratorChange): Promise<unknown> {
    return this.#call("POST", `/administrators/${encodeURIComponent(login)}`, change);
  }

  /** Changes a domain: its validation, when that ends, whether it is suspended, to whom it is delegated. */
  changeDomain(name: string, change: DomainChange): Promise<unknown> {
    return this.#call("POST", `/domains/${encodeURIComponent(name)}`, change);
  }

  /** Changes what a CA says of an organization. @param expires ISO 8601 */
  changeValidation(id: number, change: { status?: string; expires?: string }): Promise<unknown> {
    return this.#call("POST", `/validations/${id}`, change);
  }

  renameOrganization(organizationId: number, name: string): Promise<unknown> {
    return this.#call("POST", `/organizations/${organizationId}`, { name });
  }

  addDepartment(organizationId: number, name: string): Promise<unknown> {
    return this.#call("POST", `/organizations/${organizationId}/departments`, { name });
  }

  /** Turns switches of SCM and its CA while it runs: what was ordered before is as it was. */
  turn(switches: Partial<StrictOptions>): Promise<unknown> {
    return this.#call("POST", "/strict", switches);
  }

  /** Changes an SCM profile's name or terms (days). */
  changeProfile(
    scmProfileId: number,
    change: { name?: string; terms?: readonly number[] },
  ): Promise<unknown> {
    return this.#call("POST", `/profiles/${scmProfileId}`, change);
  }

  /** Endpoints with their accounts; access codes as their length. */
  endpoints(): Promise<Endpoint[]> {
    return this.#call("GET", "/endpoints");
  }

  changeEndpoint(
    endpointId: number,
    change: { name?: string; gone?: boolean; delegatedTo?: readonly number[]; enrollmentHelp?: string },
  ): Promise<unknown> {
    return this.#call("POST", `/endpoints/${endpointId}`, change);
  }

  /** Changes members of an account behind the caller's back; `{ gone: true }` removes it. */
  changeEndpointAccount(
    endpointId: number,
    accountId: number,
    change: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    return this.#call("POST", `/endpoints/${endpointId}/accounts/${accountId}`, change);
  }

  /** ACME accounts, without their keys. */
  acmeAccounts(): Promise<AcmeTruth[]> {
    return this.#call("GET", "/acme/accounts");
  }

  changeAcmeAccount(
    acmeAccountId: number,
    change: { name?: string; domains?: readonly string[]; gone?: boolean },
  ): Promise<unknown> {
    return this.#call("POST", `/acme/accounts/${acmeAccountId}`, change);
  }

  async #call<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`fake SCM, ${method} ${path}: ${JSON.stringify(answer)}`);
    // Both ends stand in this folder and share the types; a schema in between would say the same twice.
    return answer as Result;
  }
}
