import type { Text } from "../../base/words.ts";

/** What is ordered. Member names are those of findings' paths. */
export interface CertificateOrder {
  /** Organization or department. */
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** PKCS#10 in PEM; what stands around the block is not sent. */
  readonly csrPem: string;
  /** Names beside the common name, which SCM takes from the CSR; it takes no other names from there. */
  readonly subjectAlternativeNames: readonly string[];
  /** One of the profile's terms; see `termFor`. */
  readonly termDays: number;
  readonly comments: string | null;
  /** Mail addresses. */
  readonly externalRequesters: readonly string[];
  /** Value by field name, spelled exactly as in SCM. */
  readonly customFields: Readonly<Record<string, string>>;
}

/** What is known of an order while planning: absent members are not known yet or not given, and are not judged. */
export type PlannedOrder = {
  readonly [Member in keyof CertificateOrder]?: CertificateOrder[Member] | null | undefined;
};

/** A fault of an order, found before it is placed. */
export interface Finding {
  readonly severity: "error" | "warning";
  /** Member of the order, then what is inside it: `["customFields", "Cost centre"]`. */
  readonly path: readonly [keyof CertificateOrder, ...string[]];
  /** One line: what was found. */
  readonly summary: string;
  /** What is allowed, and what to do. */
  readonly detail: Text;
}
