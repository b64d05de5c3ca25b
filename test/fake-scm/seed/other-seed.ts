import type { LeafPurpose } from "../ca.ts";
import { Certificate, type CertificateFacts, OWN_SIGNATURE } from "../certificate.ts";
import { dayStart, plusDays } from "../clock.ts";
import type { OtherRecord, OtherStatus } from "../other-record.ts";
import type { Seed } from "../store.ts";
import type { Profile } from "../tenant.ts";
import { formatName, type NameAttribute } from "../x509/names.ts";
import { SeedKeys } from "./seed-keys.ts";
import { SeedNumbers } from "./seed-numbers.ts";
import type { SslSeedSetting } from "./ssl-seed.ts";

const DAY_MS = 86_400_000;
const ID_STEP = 2;
const FIRST_ORDER = 800_000_011;
const ORDER_STEP = 3;
const FOR = { kind: 1, profile: 2, organization: 3, age: 5, id: 8 };

/** What tells client from device certificates. */
export type OtherKind = {
  readonly name: "client" | "device";
  readonly firstId: number;
  readonly profiles: readonly Profile[];
};

/** Client or device certificates that were there before the start, made up when somebody looks. */
export class OtherSeed implements Seed<OtherRecord> {
  readonly count: number;
  readonly #setting: SslSeedSetting;
  readonly #kind: OtherKind;
  readonly #numbers: SeedNumbers;
  readonly #keys: SeedKeys;

  constructor(setting: SslSeedSetting, kind: OtherKind) {
    this.count = setting.count;
    this.#setting = setting;
    this.#kind = kind;
    this.#numbers = new SeedNumbers(setting.seed + kind.firstId);
    this.#keys = new SeedKeys(`${kind.name} ${setting.seed}`, setting.count);
  }

  idAt(index: number): number {
    return this.#kind.firstId + ID_STEP * index + this.#numbers.at(index, FOR.id, ID_STEP);
  }

  indexOf(id: number): number | undefined {
    const index = Math.floor((id - this.#kind.firstId) / ID_STEP);
    return index >= 0 && index < this.count && this.idAt(index) === id ? index : undefined;
  }

  indexOfSerial(bareSerial: string): number | undefined {
    const index = this.#numbers.indexOfSerial(bareSerial);
    if (index === undefined || index >= this.count || !this.recordAt(index).certificate) return undefined;
    return this.#numbers.serialAt(index) === bareSerial ? index : undefined;
  }

  /** Which record has that id at the CA; those without an order there have none. */
  idOfBackend(backendCertId: string): number | undefined {
    const index = (Number(backendCertId) - FIRST_ORDER) / ORDER_STEP;
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    return this.recordAt(index).backendCertId === backendCertId ? this.idAt(index) : undefined;
  }

  recordAt(index: number): OtherRecord {
    const { tenant, start } = this.#setting;
    const isClient = this.#kind.name === "client";
    const { profiles } = this.#kind;
    const profile = profiles[this.#numbers.at(index, FOR.profile, profiles.length)] ?? profiles[0];
    const term = profile?.terms[0] ?? 365;
    const units = tenant.organizations.flatMap(({ id, departments }) => [
      id,
      ...departments.map((unit) => unit.id),
    ]);
    const requested = dayStart(start) - this.#numbers.at(index, FOR.age, Math.round(term * 1.1)) * DAY_MS;
    const status = statusOf(this.#numbers.at(index, FOR.kind, 100));
    const hasCertificate = status === "Issued" || status === "Revoked";
    const identity = {
      commonName: isClient ? `Person ${index}` : `dev-${String(index).padStart(5, "0")}`,
      email: isClient ? `person${index}@example.test` : "plant@example.test",
      orgId: units[this.#numbers.at(index, FOR.organization, units.length)] ?? 0,
    };
    const names = isClient ? [identity.email] : [`${identity.commonName}.example.test`];
    return {
      ...identity,
      id: this.idAt(index),
      profileId: profile?.id ?? 0,
      status,
      subjectAlternativeNames: names,
      term,
      comments: index % 5 === 0 ? `seeded ${index}` : "",
      customFields: [],
      requester: tenant.administrators[0]?.email,
      requested,
      issued: hasCertificate ? requested : undefined,
      revoked: status === "Revoked" ? Math.min(requested + DAY_MS, start) : undefined,
      reasonCode: status === "Revoked" ? 5 : undefined,
      backendCertId:
        status === "Rejected" || status === "Requested"
          ? undefined
          : String(FIRST_ORDER + index * ORDER_STEP),
      key: this.#keys.keyAt(index),
      certificate: hasCertificate
        ? this.#certificate(index, { ...identity, names, requested, term })
        : undefined,
    };
  }

  #certificate(index: number, about: About): Certificate {
    const { authority } = this.#setting;
    const numbers = this.#numbers;
    const purpose: LeafPurpose = this.#kind.name;
    const subject: NameAttribute[] = [
      ["C", "NL"],
      ["O", "Example Ltd"],
      ["CN", about.commonName],
    ];
    const facts: CertificateFacts = {
      get serial() {
        return numbers.serialAt(index);
      },
      notBefore: about.requested,
      notAfter: plusDays(about.requested, about.term),
      subject: formatName(purpose === "client" ? [...subject, ["E", about.email]] : subject),
      issuer: formatName(authority.issuer),
      names: about.names,
      signatureAlgorithm: OWN_SIGNATURE,
    };
    return new Certificate(facts, () => {
      const { spki } = this.#keys.keyAt(index);
      const { serial, notBefore, notAfter } = facts;
      const order = { serial, notBefore, notAfter, spki, purpose, subjectAlternativeNames: about.names };
      const full: NameAttribute[] = purpose === "client" ? [...subject, ["E", about.email]] : subject;
      return this.#keys.sign(authority, index, { ...order, subject: full });
    });
  }
}

type About = {
  readonly commonName: string;
  readonly email: string;
  readonly names: readonly string[];
  readonly requested: number;
  readonly term: number;
};

function statusOf(kind: number): OtherStatus {
  if (kind < 3) return "Revoked";
  if (kind < 5) return "Rejected";
  return kind < 7 ? "Requested" : "Issued";
}
