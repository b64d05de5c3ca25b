import type { CertificateAuthority } from "../ca.ts";
import { Certificate, type CertificateFacts, OWN_SIGNATURE } from "../certificate.ts";
import { dayStart, plusDays } from "../clock.ts";
import { subjectOf } from "../lifecycle.ts";
import {
  blankSslRecord,
  certificateNames,
  type SslLocation,
  type SslRecord,
  type SslStatus,
} from "../ssl-record.ts";
import type { Seed } from "../store.ts";
import type { Profile, Tenant } from "../tenant.ts";
import { formatName } from "../x509/names.ts";
import { SeedKeys } from "./seed-keys.ts";
import { SeedNumbers } from "./seed-numbers.ts";
import { SslColumns } from "./ssl-columns.ts";

const DAY_MS = 86_400_000;
const FIRST_ID = 100_000;
const ID_STEP = 3;

/** Purposes of numbers, see SeedNumbers. */
const FOR = {
  kind: 1,
  profile: 2,
  organization: 3,
  term: 4,
  age: 5,
  minute: 6,
  names: 7,
  id: 8,
  field: 9,
  odd: 10,
};

/** What reports select a record by; dates in epoch milliseconds. */
export type SslTraits = {
  readonly orgId: number;
  readonly requested: number | undefined;
  readonly issued: number | undefined;
  readonly expires: number | undefined;
  readonly revoked: number | undefined;
};

type Plan = SslTraits & {
  readonly status: SslStatus;
  readonly origin: "REST API" | "Discovery" | "Imported";
  readonly profile: Profile | undefined;
  readonly term: number;
};

/** What the seeded records are made for. */
export type SslSeedSetting = {
  readonly seed: number;
  readonly count: number;
  /** Start of the fake's time: the records' dates lie around it. */
  readonly start: number;
  readonly tenant: Tenant;
  readonly authority: CertificateAuthority;
};

/**
 * SSL records that were there before the start: as many as wanted, each made up when somebody looks. Seven in eight
 * are valid; the others are expired, revoked, waiting, declined; some were discovered or imported and lack what such
 * records lack; a few have no profile or no common name, as seen with real tenants.
 */
export class SslSeed implements Seed<SslRecord> {
  readonly count: number;
  readonly #setting: SslSeedSetting;
  readonly #numbers: SeedNumbers;
  readonly #keys: SeedKeys;
  #columns: SslColumns | undefined;

  constructor(setting: SslSeedSetting) {
    this.count = setting.count;
    this.#setting = setting;
    this.#numbers = new SeedNumbers(setting.seed);
    this.#keys = new SeedKeys(`ssl ${setting.seed}`, setting.count);
  }

  idAt(index: number): number {
    return FIRST_ID + ID_STEP * index + this.#numbers.at(index, FOR.id, ID_STEP);
  }

  indexOf(id: number): number | undefined {
    const index = Math.floor((id - FIRST_ID) / ID_STEP);
    return index >= 0 && index < this.count && this.idAt(index) === id ? index : undefined;
  }

  indexOfSerial(bareSerial: string): number | undefined {
    const index = this.#numbers.indexOfSerial(bareSerial);
    if (index === undefined || index >= this.count || this.#plan(index).issued === undefined)
      return undefined;
    return this.#numbers.serialAt(index) === bareSerial ? index : undefined;
  }

  traitsAt(index: number): SslTraits {
    return this.#plan(index);
  }

  /** The same of all records, made up when somebody first asks. */
  get columns(): SslColumns {
    this.#columns ??= new SslColumns(this);
    return this.#columns;
  }

  recordAt(index: number): SslRecord {
    const plan = this.#plan(index);
    const isForeign = plan.origin !== "REST API";
    const commonName = this.#commonName(index, isForeign);
    const record = blankSslRecord(this.idAt(index), plan.orgId, commonName);
    record.status = plan.status === "Expired" ? "Issued" : plan.status;
    record.requestedVia = plan.origin;
    record.subjectAlternativeNames = this.#names(index, isForeign);
    record.vendor = isForeign ? "Other CA" : "Sectigo Limited";
    record.key = this.#keys.keyAt(index);
    record.revoked = plan.revoked;
    record.reasonCode = plan.revoked === undefined ? undefined : 4;
    record.autoInstalled = !isForeign && this.#numbers.at(index, FOR.odd, 97) === 0;
    if (index % 10 === 0) record.locations = [networkHost(index)];
    if (!isForeign) this.#addOrder(record, index, plan);
    if (plan.issued !== undefined) record.certificate = this.#certificate(record, index, plan);
    return record;
  }

  #plan(index: number): Plan {
    const { tenant, start } = this.#setting;
    const kind = this.#numbers.at(index, FOR.kind, 1000);
    const origin = kind < 50 ? "Discovery" : kind < 80 ? "Imported" : "REST API";
    const publicProfiles = tenant.profiles;
    const profile = publicProfiles[this.#numbers.at(index, FOR.profile, publicProfiles.length)];
    const terms = profile?.terms ?? [90];
    const term = terms[this.#numbers.at(index, FOR.term, terms.length)] ?? 90;
    const isOld = kind >= 900;
    const ageDays = isOld
      ? term + this.#numbers.at(index, FOR.age, 200)
      : this.#numbers.at(index, FOR.age, term);
    const minute = this.#numbers.at(index, FOR.minute, 1440);
    const hasProfile = origin === "REST API" && this.#numbers.at(index, FOR.odd, 499) !== 0;
    const orgId = this.#organization(index, hasProfile ? profile : undefined);
    const requested = Math.min(dayStart(start) - ageDays * DAY_MS + minute * 60_000, start - 60_000);
    if (kind >= 80 && kind < 86)
      return { ...NOT_ISSUED, orgId, status: "Requested", origin, profile, term, requested };
    if (kind >= 86 && kind < 89)
      return { ...NOT_ISSUED, orgId, status: "Declined", origin, profile, term, requested };
    const issued = Math.min(requested + 25_000, start);
    const expires = plusDays(dayStart(issued), term);
    const isRevoked = kind >= 89 && kind < 110;
    const revoked = isRevoked ? Math.min(issued + 3 * DAY_MS, start) : undefined;
    const status = isRevoked ? "Revoked" : start > expires ? "Expired" : "Issued";
    return {
      orgId,
      status,
      origin,
      profile: hasProfile ? profile : undefined,
      term,
      requested,
      issued,
      expires,
      revoked,
    };
  }

  #commonName(index: number, isForeign: boolean): string {
    if (isForeign && this.#numbers.at(index, FOR.odd, 31) === 0) return "";
    return `h${index}.${isForeign ? "legacy.test" : "example.test"}`;
  }

  #names(index: number, isForeign: boolean): string[] {
    const domain = isForeign ? "legacy.test" : "example.test";
    const extra = ["www", "api", "static"].slice(0, this.#numbers.at(index, FOR.names, 4));
    return [`h${index}.${domain}`, ...extra.map((word) => `${word}.h${index}.${domain}`)];
  }

  #organization(index: number, profile: Profile | undefined): number {
    const offered = profile?.offeredTo ?? this.#setting.tenant.organizations.map(({ id }) => id);
    return offered[this.#numbers.at(index, FOR.organization, offered.length)] ?? 0;
  }

  #addOrder(record: SslRecord, index: number, plan: Plan): void {
    const { administrators } = this.#setting.tenant;
    const person = administrators[index % 2];
    record.profileId = plan.profile?.id;
    record.term = plan.term;
    record.requested = plan.requested;
    record.requester = person?.email;
    record.requesterId = person?.id;
    record.comments = index % 7 === 0 ? `seeded ${index}` : "";
    const field = this.#numbers.at(index, FOR.field, 9000);
    record.customFields = field % 3 === 0 ? [{ name: "Cost centre", value: String(1000 + field) }] : [];
    if (plan.status === "Declined") record.declined = plan.requested;
    if (plan.issued === undefined) return;
    record.approved = plan.requested;
    record.approverId = person?.id;
    record.applied = plan.requested;
    record.issued = plan.issued;
    record.backendCertId = String(900_000_000 + index * 7);
  }

  /** Facts by getters: a walk over a million records must not pay for texts that nobody reads. */
  #certificate(record: SslRecord, index: number, { issued, expires }: Plan): Certificate {
    const { authority, tenant } = this.#setting;
    const numbers = this.#numbers;
    const keys = this.#keys;
    const { orgId, commonName, subjectAlternativeNames } = record;
    const facts: CertificateFacts = {
      get serial() {
        return numbers.serialAt(index);
      },
      notBefore: dayStart(issued ?? 0),
      notAfter: expires ?? 0,
      get subject() {
        return formatName(subjectOf(tenant, { orgId, commonName }));
      },
      get issuer() {
        return formatName(authority.issuer);
      },
      get names() {
        return certificateNames({ commonName, subjectAlternativeNames });
      },
      signatureAlgorithm: OWN_SIGNATURE,
    };
    return new Certificate(facts, () => {
      const subject = subjectOf(tenant, { orgId, commonName });
      const { spki } = keys.keyAt(index);
      const { serial, notBefore, notAfter } = facts;
      const order = { serial, notBefore, notAfter, subject, spki, purpose: "ssl" as const };
      return keys.sign(authority, index, { ...order, subjectAlternativeNames: facts.names });
    });
  }
}

/** Where a scan found it; callers can't change such a location. */
function networkHost(index: number): SslLocation {
  const details = { IP: `192.0.2.${index % 250}`, Port: "443" };
  return { id: 1_000_000 + index, locationType: "NETWORK_HOST", name: `h${index}.example.test`, details };
}

const NOT_ISSUED = { issued: undefined, expires: undefined, revoked: undefined };
