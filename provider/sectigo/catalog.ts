import {
  type AcmeServer,
  type Clock,
  type CustomField,
  type DcvRow,
  type DcvStatus,
  domainFilter,
  type Organization,
  type OrganizationDetails,
  type OrganizationValidation,
  PrivilegeError,
  readOwnPrivileges,
  type ScmClient,
  type ScmProfile,
  type ValidationPlace,
  type WaitOptions,
} from "../../core/index.ts";
import { within } from "./within.ts";

/**
 * What rarely changes in SCM, asked for once per configured provider: a plan with a thousand new certificates of one
 * organization asks for its profiles once. A failed question is forgotten, so that the next one asks again; not
 * one that this administrator may not ask, which a thousand certificates would ask a thousand times.
 */
export class Catalog {
  readonly #client: ScmClient;
  readonly #clock: Clock;
  readonly #said = new Set<string>();
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(client: ScmClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  organizations(wait: WaitOptions): Promise<readonly Organization[]> {
    return this.#once("list organizations", () => this.#client.organizations.list(), wait);
  }

  organization(organizationId: number, wait: WaitOptions): Promise<OrganizationDetails> {
    const question = `read organization ${organizationId}`;
    return this.#once(question, () => this.#client.organizations.get(organizationId), wait);
  }

  /** @param organizationId null: all profiles that this administrator sees */
  profiles(organizationId: number | null, wait: WaitOptions): Promise<readonly ScmProfile[]> {
    const filter = organizationId === null ? {} : { organizationId };
    const whose = organizationId === null ? "" : ` of organization ${organizationId}`;
    return this.#once(`list SCM profiles${whose}`, () => this.#client.profiles.list(filter), wait);
  }

  customFields(wait: WaitOptions): Promise<readonly CustomField[]> {
    return this.#once("list custom fields", () => this.#client.customFields.list(), wait);
  }

  /** Validations of the domains that an organization or department may use. Takes the privilege `allowDCV`. */
  domainValidations(place: ValidationPlace, wait: WaitOptions): Promise<readonly DcvRow[]> {
    const ask = async () => {
      const rows: DcvRow[] = [];
      for await (const row of this.#client.domainValidations.list(domainFilter(place))) rows.push(row);
      return rows;
    };
    return this.#once(`list domain validations of ${place.departmentId ?? place.organizationId}`, ask, wait);
  }

  /** How the validation of one domain stands: refresh and plan of all that hang on it ask once. Takes `allowDCV`. */
  validationStatus(domain: string, wait: WaitOptions): Promise<DcvStatus> {
    const ask = () => this.#client.domainValidations.status(domain);
    return this.#once(statusQuestion(domain), ask, wait);
  }

  /** To be called by whatever changes it. */
  forgetValidationStatus(domain: string): void {
    this.#answers.delete(statusQuestion(domain));
  }

  acmeServers(wait: WaitOptions): Promise<readonly AcmeServer[]> {
    const ask = async () => {
      const servers: AcmeServer[] = [];
      for await (const server of this.#client.acme.servers()) servers.push(server);
      return servers;
    };
    return this.#once("list ACME servers", ask, wait);
  }

  /** Validations of an organization itself; departments have none. */
  organizationValidations(
    organizationId: number,
    wait: WaitOptions,
  ): Promise<readonly OrganizationValidation[]> {
    const question = `list validations of organization ${organizationId}`;
    return this.#once(question, () => this.#client.organizations.validations(organizationId), wait);
  }

  /** Privileges of the administrator who asks; null where SCM does not show them. */
  ownPrivileges(login: string, wait: WaitOptions): Promise<readonly string[] | null> {
    return this.#once("read own privileges", () => readOwnPrivileges(this.#client, login), wait);
  }

  /** True the first time it is asked about something: for what is to be said once per walk. */
  isFirstTime(what: string): boolean {
    const isFirst = !this.#said.has(what);
    this.#said.add(what);
    return isFirst;
  }

  /** All callers share the call, so no signal of one ends it; each caller can stop waiting. */
  #once<T>(question: string, ask: () => Promise<T>, wait: WaitOptions): Promise<T> {
    const known = this.#answers.get(question) ?? ask();
    this.#answers.set(question, known);
    known.catch((thrown: unknown) => {
      if (!(thrown instanceof PrivilegeError)) this.#answers.delete(question);
    });
    // One question, one type.
    return within(known as Promise<T>, question, wait, this.#clock);
  }
}

function statusQuestion(domain: string): string {
  return `read the validation of ${domain.toLowerCase()}`;
}
