import { randomBytes } from "node:crypto";
import type { SeededRandom } from "../random.ts";

/** A place where ACME clients order. */
export type AcmeServer = {
  readonly name: string;
  /** Where its directory stands, below the ACME host's root. */
  readonly path: string;
  readonly caId: number;
  readonly validationType: "OV" | "EV";
  /** SCM profile of what is ordered there. */
  readonly profileId: number;
};

/** A program that registered with an account's credentials. */
export type AcmeClient = {
  readonly accountId: string;
  /** Its public key, RFC 7517; one client per key. */
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly thumbprint: string;
  contacts: readonly string[];
  readonly ipAddress: string;
  readonly userAgent: string;
  status: "valid" | "deactivated";
  lastActivity: number;
};

/** An ACME account of SCM: an organization's permission to order by ACME for some domains. */
export type AcmeAccount = {
  readonly id: number;
  readonly accountId: string;
  /** Key id and key of the external account binding, RFC 8555 section 7.3.4; the key as base64url text. */
  readonly macId: string;
  readonly macKey: string;
  readonly acmeServer: string;
  name: string;
  readonly organizationId: number;
  domains: readonly string[];
  clients: readonly AcmeClient[];
};

const SERVERS: readonly AcmeServer[] = [
  { name: "OV ACME Server", path: "/v2/OV", caId: 40485, validationType: "OV", profileId: 3312 },
  { name: "EV ACME Server", path: "/v2/EV", caId: 40491, validationType: "EV", profileId: 3358 },
];

/** ACME servers and accounts of the customer. */
export class AcmeAccounts {
  readonly servers: readonly AcmeServer[] = SERVERS;
  readonly #random: SeededRandom;
  #lastId = 126;
  all: readonly AcmeAccount[] = [];

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** A new account with credentials of its own; they are secrets, so they don't follow from the seed. */
  add(given: Pick<AcmeAccount, "name" | "acmeServer" | "organizationId">): AcmeAccount {
    this.#lastId += 3 + this.#random.below(9);
    const account = {
      id: this.#lastId,
      accountId: this.uuid(),
      macId: this.uuid(),
      macKey: randomBytes(32).toString("base64url"),
      ...given,
      domains: [],
      clients: [],
    };
    this.all = [...this.all, account];
    return account;
  }

  find(id: string): AcmeAccount | undefined {
    return this.all.find((account) => String(account.id) === id);
  }

  remove(id: number): void {
    this.all = this.all.filter((account) => account.id !== id);
  }

  uuid(): string {
    const hex = this.#random.hex(16).toLowerCase();
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
    return [...parts, hex.slice(20)].join("-");
  }
}
