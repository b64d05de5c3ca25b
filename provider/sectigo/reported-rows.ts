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
  /** Of those that live and could be each other's successors: the least id and the greatest. There may be thousands of one name. */
  readonly #living = new Map<string, { readonly oldest: number; readonly youngest: number }>();

  add(rows: readonly SslReportRow[]): void {
    for (const row of rows) {
      const kin = kinOf(row);
      this.#facts.set(row.sslId, { row: factsOf(row), kin });
      const isAlive = ["pending", "issued"].includes(standingOf(row.status));
      if (!isAlive) continue;
      const { oldest = row.sslId, youngest = row.sslId } = this.#living.get(kin) ?? {};
      this.#living.set(kin, {
        oldest: Math.min(oldest, row.sslId),
        youngest: Math.max(youngest, row.sslId),
      });
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
    const { oldest = sslId, youngest = sslId } = this.#living.get(found.kin) ?? {};
    const isQuestioned = youngest > sslId || (isYoung && oldest < sslId);
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
