import type { Clock, CustomField, Organization, ScmClient, ScmProfile } from "../../core/index.ts";

/** What handlers work with: the SCM client of this provider block, its clock, and what was already asked. */
export interface Connection {
  readonly client: ScmClient;
  readonly clock: Clock;
  readonly catalog: Catalog;
  /** For messages: `customer URI "acme", user "svc"`. */
  readonly account: string;
}

/**
 * What rarely changes in SCM, asked for once per configured provider: a plan with a thousand new certificates of one
 * organization asks for its profiles once. A failed question is forgotten, so that the next one asks again.
 */
export class Catalog {
  readonly #client: ScmClient;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(client: ScmClient) {
    this.#client = client;
  }

  organizations(): Promise<readonly Organization[]> {
    return this.#once("organizations", () => this.#client.organizations.list());
  }

  /** @param organizationId null: all profiles that this administrator sees */
  profiles(organizationId: number | null): Promise<readonly ScmProfile[]> {
    return this.#once(`profiles of ${organizationId}`, () =>
      this.#client.profiles.list(organizationId === null ? {} : { organizationId }),
    );
  }

  customFields(): Promise<readonly CustomField[]> {
    return this.#once("custom fields", () => this.#client.customFields.list());
  }

  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) ?? ask();
    this.#answers.set(question, known);
    known.catch(() => this.#answers.delete(question));
    return known as Promise<T>; // one question, one type
  }
}
