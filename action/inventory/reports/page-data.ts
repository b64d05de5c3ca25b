/*
 * What the inventory's page is given: the one contract between the Action, which writes it, and the page, which reads it. It
 * imports nothing, since the page is built for browsers.
 */

/** What a certificate has in one column; lists are joined by line breaks. */
export type PageValue = string | number | null;

/** One column of all rows. With `codes` each row's value is `values[codes[row]]`, else `values[row]`. */
export interface PageColumn {
  readonly values: readonly PageValue[];
  readonly codes?: readonly number[];
}

/** What became of a certificate from one import to the next. */
export interface PageChange {
  /** As the address names it: `ssl-4711`. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: string;
  readonly fields: readonly {
    readonly attribute: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface PageData {
  /** ISO 8601; all states and days left are as of then. */
  readonly madeAt: string;
  readonly host: string;
  /** Address of the customer's SCM pages; null where the login names no customer. */
  readonly portal: string | null;
  readonly complete: boolean;
  /** Type and when SCM was last asked for it. */
  readonly importedAt: readonly (readonly [string, string])[];
  readonly warnings: readonly {
    readonly type: string | null;
    readonly missing: string;
    readonly why: string;
  }[];
  /** All there are; more than `rows` where the page has not all of them. */
  readonly total: number;
  readonly rows: number;
  /** What imports noticed of certificates that are on this page, the latest first. */
  readonly history: readonly PageChange[];
  /** In the order in which they are offered; without those in which no row has anything. */
  readonly columns: Readonly<Record<string, PageColumn>>;
}
