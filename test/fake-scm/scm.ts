import { randomBytes } from "node:crypto";
import { AcmeAccounts } from "./acme/accounts.ts";
import { CertificateAuthority } from "./ca.ts";
import { settleTerms } from "./ceilings.ts";
import { FakeClock } from "./clock.ts";
import { Endpoints } from "./endpoints.ts";
import { Lifecycle } from "./lifecycle.ts";
import type { FakeScmOptions } from "./options.ts";
import type { OtherRecord } from "./other-record.ts";
import { SeededRandom } from "./random.ts";
import { sampleTenant } from "./sample-tenant.ts";
import { OtherSeed } from "./seed/other-seed.ts";
import { SslSeed } from "./seed/ssl-seed.ts";
import type { SslRecord } from "./ssl-record.ts";
import { RecordStore } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import { loginCertificate } from "./tls.ts";
import { Tokens } from "./tokens.ts";
import { settleValidations } from "./validation.ts";

/** One customer's SCM as it stands: everything that routes and the control API work on. */
export class Scm {
  readonly options: FakeScmOptions;
  readonly clock: FakeClock;
  readonly random: SeededRandom;
  readonly authority: CertificateAuthority;
  readonly tenant: Tenant;
  readonly tokens: Tokens;
  readonly ssl: RecordStore<SslRecord>;
  readonly sslSeed: SslSeed;
  readonly clientSeed: OtherSeed;
  readonly clients: RecordStore<OtherRecord>;
  readonly devices: RecordStore<OtherRecord>;
  readonly lifecycle: Lifecycle;
  readonly endpoints: Endpoints;
  readonly acme: AcmeAccounts;
  /** Root of the ACME host's addresses; known once it listens. */
  acmeUrl = "";
  #lastSslId: number;
  #lastLocationId = 50;
  #lastDcvRound = 700;

  constructor(options: FakeScmOptions) {
    this.options = options;
    this.clock = new FakeClock(options.now);
    this.random = new SeededRandom(options.seed);
    this.authority = new CertificateAuthority(this.clock.now());
    this.tokens = new Tokens(options.tokenLifetimeS);
    this.tenant = sampleTenant(options, {
      password: (login) => (login === options.username ? options.password : undefined) ?? madeUpPassword(),
      clientSecret: () => randomBytes(24).toString("base64url"),
      clientCertificate: (login) => loginCertificate(this.authority, login, Date.now()),
      now: this.clock.now(),
    });
    const { tenant, authority, random } = this;
    const { seed, records: count } = options;
    const setting = { seed, count, start: this.clock.now(), tenant, authority };
    this.sslSeed = new SslSeed(setting);
    const others = { ...setting, count: Math.ceil(count / 10) };
    const clients = { name: "client", firstId: 9_000_003, profiles: tenant.clientProfiles } as const;
    const devices = { name: "device", firstId: 12_000_007, profiles: tenant.deviceProfiles } as const;
    this.clientSeed = new OtherSeed(others, clients);
    this.clients = new RecordStore(this.clientSeed, OTHER);
    this.devices = new RecordStore(new OtherSeed(others, devices), OTHER);
    this.ssl = new RecordStore(this.sslSeed, { id: ({ sslId }) => sslId, serials: serialsOf });
    this.#lastSslId = count === 0 ? 40_190 : this.sslSeed.idAt(count - 1);
    this.endpoints = new Endpoints(random);
    this.acme = new AcmeAccounts(random);
    this.lifecycle = new Lifecycle({ options, tenant, authority, random });
  }

  /** Rising, with gaps: nobody shall count on neighbours. */
  nextSslId(): number {
    this.#lastSslId += 1 + this.random.below(12);
    return this.#lastSslId;
  }

  /** Another number for every start of a domain validation. */
  nextDcvRound(): number {
    this.#lastDcvRound += 1;
    return this.#lastDcvRound;
  }

  nextLocationId(): number {
    this.#lastLocationId += 1 + this.random.below(3);
    return this.#lastLocationId;
  }

  /** Lets time do its work on all requests under way. */
  settle(): void {
    const now = this.clock.now();
    settleValidations(this.tenant, now);
    if (this.options.strict.termsFollowCeilings) settleTerms(this.tenant, now);
    this.ssl.settle((record) => this.lifecycle.settle(record, now));
  }
}

const OTHER = {
  id: ({ id }: OtherRecord): number => id,
  serials: ({ certificate }: OtherRecord): string[] => (certificate ? [certificate.serial] : []),
};

function serialsOf({ certificate, former }: SslRecord): string[] {
  const certificates = [...(certificate ? [certificate] : []), ...former.map((old) => old.certificate)];
  return certificates.map(({ serial }) => serial);
}

/** Looks like a password that a policy would accept, and is found at once when it leaks into a log. */
function madeUpPassword(): string {
  return `Pw!${randomBytes(15).toString("base64url")}`;
}
