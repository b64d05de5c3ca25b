import type { CertificateAuthority } from "./ca.ts";
import { cutEnd } from "./ceilings.ts";
import { Certificate, OWN_SIGNATURE } from "./certificate.ts";
import { dayStart, plusDays } from "./clock.ts";
import { issuedNames } from "./issue-names.ts";
import type { FakeScmOptions } from "./options.ts";
import type { SeededRandom } from "./random.ts";
import { markRenewed, type RequestedKey, type SslRecord } from "./ssl-record.ts";
import type { StrictOptions } from "./strict-options.ts";
import { findUnit, type Tenant } from "./tenant.ts";
import { formatName } from "./x509/names.ts";

/** What the passing of time needs to know. */
export type LifecycleSetting = {
  readonly options: FakeScmOptions;
  readonly tenant: Tenant;
  readonly authority: CertificateAuthority;
  readonly random: SeededRandom;
};

const FINAL = new Set([
  "Issued",
  "Declined",
  "Invalid",
  "Rejected",
  "Revoked",
  "Expired",
  "Replaced",
  "Unmanaged",
]);

/**
 * The way of an SSL request through the states, driven by the fake's clock:
 * Requested, then (by an administrator or by itself) Approved, then Applied, then Issued after the CA's delay.
 * Source: Sectigo Certificate Manager administrator documentation, "Understanding SSL certificates".
 */
export class Lifecycle {
  readonly #setting: LifecycleSetting;
  /** Orders at the CA, which counts for itself; starts at an odd place like the other ids. */
  #lastOrder = 1_093_000_417;

  constructor(setting: LifecycleSetting) {
    this.#setting = setting;
  }

  /** Approves at the given instant; by whom is kept as the owner. */
  approve(record: SslRecord, now: number, approverId: number | undefined): void {
    record.status = "Approved";
    record.approved = now;
    record.approverId = approverId;
  }

  /**
   * Moves a record as far as its time has come.
   * @returns true when time alone will not move it any more.
   */
  settle(record: SslRecord, now: number): boolean {
    const { applyDelayMs, issueDelayMs } = this.#setting.options;
    if (
      record.status === "Approved" &&
      record.approved !== undefined &&
      now >= record.approved + applyDelayMs
    ) {
      this.apply(record, record.approved + applyDelayMs);
    }
    if (record.status === "Applied" && record.applied !== undefined && record.issueDue === undefined) {
      const isStuck = record.commonName.startsWith("stuck.");
      record.issueDue = isStuck ? Number.POSITIVE_INFINITY : record.applied + issueDelayMs;
    }
    if (record.issueDue !== undefined && now >= record.issueDue) this.#decide(record, record.issueDue);
    return FINAL.has(record.status) && record.issueDue === undefined;
  }

  /** Hands the request to the CA: from here on it has an order there. */
  apply(record: SslRecord, instant: number): void {
    record.status = "Applied";
    record.applied = instant;
    record.issueDue = undefined;
    if (record.backendCertId === undefined) {
      this.#lastOrder += 1 + this.#setting.random.below(9);
      record.backendCertId = String(this.#lastOrder);
      record.vendor = "Sectigo Limited";
    }
  }

  /** The CA's word; some names ask for another than yes. */
  #decide(record: SslRecord, instant: number): void {
    record.issueDue = undefined;
    if (record.commonName.startsWith("rejected.")) record.status = "Rejected";
    else this.issue(record, instant);
  }

  /** Makes the certificate; a former one stays known as replaced. */
  issue(record: SslRecord, instant: number): void {
    if (record.certificate) {
      const isRevoked = this.#setting.options.strict.replaceRevokes;
      const { certificate } = record;
      const former = {
        certificate,
        revoked: isRevoked ? instant : undefined,
        reasonCode: isRevoked ? 4 : undefined,
      };
      record.former = [...record.former, former];
      record.replaced = instant;
    } else {
      record.issued = instant;
    }
    record.certificate = this.certify(record, instant);
    record.keepNotAfter = undefined;
    const { options } = this.#setting;
    if (record.renews && options.strict.renewedWhenIssued)
      markRenewed(record.renews, instant, options.renewedLagMs);
    record.status = "Issued";
    record.issueDue = undefined;
  }

  #endOf(record: SslRecord, notBefore: number): number {
    const { options, tenant } = this.#setting;
    const end = record.keepNotAfter ?? plusDays(notBefore, record.term ?? 90);
    const isPublic = tenant.profiles.some(({ id, isPublic }) => id === record.profileId && isPublic);
    return options.strict.caCutsTerm && isPublic ? cutEnd(end, notBefore) : end;
  }

  /** A certificate for what the record asks for, valid from the start of the instant's day. */
  certify(record: SslRecord, instant: number): Certificate {
    const { authority, random, options } = this.#setting;
    const notBefore = plusDays(dayStart(instant), options.issueShiftDays);
    // The first octet stays below 0x80 and above 0: always 16 octets, positive without a sign octet.
    const serial = (1 + random.below(0x7f)).toString(16).padStart(2, "0").toUpperCase() + random.hex(15);
    const { strict } = this.#setting.options;
    const subject = issuedSubject(subjectOf(this.#setting.tenant, record), strict);
    const names = issuedNames(record, strict);
    const notAfter = this.#endOf(record, notBefore);
    const issuer = formatName(authority.issuer);
    const facts = {
      serial,
      notBefore,
      notAfter,
      subject: formatName(subject),
      issuer,
      names,
      signatureAlgorithm: OWN_SIGNATURE,
    };
    const spki = keyOf(record).spki;
    return new Certificate(facts, () =>
      authority.issue({ ...facts, subject, spki, subjectAlternativeNames: names, purpose: "ssl" }),
    );
  }
}

/** The common name in the CA's spelling and place. */
function issuedSubject(subject: readonly [string, string][], strict: StrictOptions): [string, string][] {
  const spelt = subject.map(([short, value]): [string, string] =>
    short === "CN" && strict.caRespellsCommonName ? [short, value.toUpperCase()] : [short, value],
  );
  if (!strict.caPutsCommonNameFirst) return spelt;
  const isName = ([short]: readonly [string, string]): boolean => short === "CN";
  return [...spelt.filter(isName), ...spelt.filter((each) => !isName(each))];
}

/** Subject of its certificates: the organization as SCM knows it, whatever the CSR said, and the common name. */
export function subjectOf(
  tenant: Tenant,
  record: Pick<SslRecord, "orgId" | "commonName">,
): [string, string][] {
  const organization = findUnit(tenant, record.orgId)?.organization;
  const place: [string, string][] = organization
    ? [
        ["C", organization.country],
        ["ST", organization.stateOrProvince],
        ["O", organization.name],
      ]
    : [];
  return record.commonName === "" ? place : [...place, ["CN", record.commonName]];
}

function keyOf(record: SslRecord): RequestedKey {
  if (!record.key) throw new Error(`SSL record ${record.sslId} has no key to certify`);
  return record.key;
}
