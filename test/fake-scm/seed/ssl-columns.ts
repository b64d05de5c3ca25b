/** Dates that reports select by. */
export const REPORT_DATES = ["revoked", "expires", "requested", "issued"] as const;
export type ReportDate = (typeof REPORT_DATES)[number];

/** The records to be set side by side; of each only what reports select by, dates in epoch milliseconds. */
type Rows = {
  readonly count: number;
  traitsAt(index: number): { readonly orgId: number } & { readonly [Name in ReportDate]: number | undefined };
};

/**
 * What reports select by, of all seeded records side by side: a report looks at every record of the account, and to make
 * each up for a look at two members would take as long as a real SCM.
 */
export class SslColumns {
  readonly #organizations: Int32Array;
  readonly #dates: Readonly<Record<ReportDate, Float64Array>>;

  constructor(seed: Rows) {
    const column = (): Float64Array => new Float64Array(seed.count).fill(Number.NaN);
    this.#organizations = new Int32Array(seed.count);
    this.#dates = { revoked: column(), expires: column(), requested: column(), issued: column() };
    for (let index = 0; index < seed.count; index += 1) {
      const traits = seed.traitsAt(index);
      this.#organizations[index] = traits.orgId;
      for (const name of REPORT_DATES) this.#dates[name][index] = traits[name] ?? Number.NaN;
    }
  }

  organizationAt(index: number): number {
    return this.#organizations[index] ?? 0;
  }

  /** Epoch milliseconds; undefined where the record never got there. */
  dateAt(index: number, name: ReportDate): number | undefined {
    const instant = this.#dates[name][index] ?? Number.NaN;
    return Number.isNaN(instant) ? undefined : instant;
  }
}
