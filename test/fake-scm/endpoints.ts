import type { SeededRandom } from "./random.ts";

/** Where people or programs ask for certificates. Words of the wire where a member goes there. */
export type Endpoint = {
  readonly id: number;
  name: string;
  readonly type: string;
  delegationMode: "GLOBAL_FOR_CUSTOMER" | "CUSTOMIZED";
  readonly uriExtension: string;
  config: EndpointConfig;
  /** Organizations it is delegated to; counts for `CUSTOMIZED` only. */
  delegatedTo: readonly number[];
  accounts: readonly EndpointAccount[];
};

export type EndpointConfig = {
  readonly enrollmentHelp?: string | undefined;
  readonly enrollmentLinkAddress?: string | undefined;
  readonly enrollmentLinkName?: string | undefined;
  readonly contactName?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly webFormAuthTypes?: readonly string[] | undefined;
};

export type IdpMappingRule = {
  readonly key: string;
  readonly matchType: string;
  readonly values: readonly string[];
};

/** Who may enroll at an endpoint, for whom, and how. */
export type EndpointAccount = {
  readonly id: number;
  readonly idToken: string;
  readonly type: string;
  readonly name: string;
  readonly organizationId: number;
  readonly profileIds: readonly number[];
  readonly csrGenerationMethod: string;
  readonly accountAuthMethod: string;
  readonly accessCode: string | undefined;
  readonly idpMappingRules: readonly IdpMappingRule[];
  readonly autoApprove: boolean;
  readonly allowAutoRenew: boolean;
  readonly allowEmptyPin: boolean;
  readonly preferredKeyProtectionAlgorithm: string | undefined;
};

/** All endpoints of the customer; two are there from the start, since SCM comes with some. */
export class Endpoints {
  readonly #random: SeededRandom;
  #lastId = 741;
  all: readonly Endpoint[];

  constructor(random: SeededRandom) {
    this.#random = random;
    this.all = [
      { ...blank, id: 738, name: "SSL web form", type: "SSL_WEB_FORM", uriExtension: "ssl" },
      { ...blank, id: 741, name: "Mail web form", type: "SMIME_WEB_FORM", uriExtension: "mail" },
    ];
  }

  nextId(): number {
    this.#lastId += 2 + this.#random.below(7);
    return this.#lastId;
  }

  /** As SCM makes them: no secret, and unlike the id. */
  nextToken(): string {
    return this.#random.token(24);
  }

  find(id: string): Endpoint | undefined {
    return this.all.find((endpoint) => String(endpoint.id) === id);
  }

  add(endpoint: Endpoint): void {
    this.all = [...this.all, endpoint];
  }

  remove(id: number): void {
    this.all = this.all.filter((endpoint) => endpoint.id !== id);
  }
}

const blank = {
  delegationMode: "GLOBAL_FOR_CUSTOMER",
  config: { webFormAuthTypes: ["EMAIL_CONFIRMATION"] },
  delegatedTo: [],
  accounts: [],
} as const;
