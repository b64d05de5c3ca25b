import { type SslReportRow, standingOf } from "../../core/index.ts";

/** What is kept of a report's row: what a state can be compared with. */
export type ReportedFacts = Pick<
  SslReportRow,
  | "sslId"
  | "organizationId"
  | "scmProfileId"
  | "status"
  | "serialNumber"
  | "expires"
  | "revoked"
  | "comments"
  | "externalRequesters"
  | "customFields"
>;

/**
 * Rows of reports by certificate. A row does not say whether its certificate was renewed; the successor's row gives it
 * away, which is in the same organization, of the same SCM profile and for the same names.
 */
export class ReportedRows {
  readonly #facts = new Map<number, { readonly row: ReportedFacts; readonly kin: string }>();
  /** Those that live, of certificates that could be each other's successors. */
  readonly #living = new Map<string, Set<number>>();

  add(rows: readonly SslReportRow[]): void {
    for (const row of rows) {
      const kin = kinOf(row);
      this.#facts.set(row.sslId, { row: factsOf(row), kin });
      const isAlive = ["pending", "issued"].includes(standingOf(row.status));
      if (isAlive) this.#living.set(kin, (this.#living.get(kin) ?? new Set()).add(row.sslId));
    }
  }

  has(sslId: number): boolean {
    return this.#facts.has(sslId);
  }

  /**
   * The row, which is forgotten then; null when there is none, or when the certificate may have been renewed.
   * @param isYoung then an older one of the same kind is in question too: it may be the same order, placed twice
   */
  take(sslId: number, isYoung: boolean): ReportedFacts | null {
    const found = this.#facts.get(sslId);
    this.#facts.delete(sslId);
    if (found === undefined) return null;
    const living = [...(this.#living.get(found.kin) ?? [])];
    const isQuestioned = living.some((other) => (isYoung ? other !== sslId : other > sslId));
    return isQuestioned ? null : found.row;
  }
}

/** The kind of key belongs to it: servers often have one certificate for RSA and one for EC, of the same names. */
function kinOf(row: SslReportRow): string {
  const { organizationId, scmProfileId, commonName, subjectAlternativeNames, keyType } = row;
  const names = subjectAlternativeNames.toSorted();
  return [organizationId, scmProfileId, keyType?.split(" ")[0], commonName, ...names].join(" ");
}

/** Only what is compared, so that a long report takes little memory. */
function factsOf(row: SslReportRow): ReportedFacts {
  const { sslId, organizationId, scmProfileId, status, serialNumber, expires, revoked } = row;
  const { comments, externalRequesters, customFields } = row;
  return {
    ...{ sslId, organizationId, scmProfileId, status, serialNumber, expires, revoked },
    ...{ comments, externalRequesters, customFields },
  };
}
