import type {
  CertificateType,
  InventoryAttribute,
  InventoryEntry,
  InventoryRow,
  Labels,
} from "./inventory-row.ts";
import type { Policy } from "./policies.ts";

/**
 * Whose inventory: results of SCM are filtered by administrator, so that another login is another inventory.
 * Holds no secret.
 */
export interface InventoryAccount {
  /** Host of the base URL, with its port where it is not the usual one. */
  readonly host: string;
  readonly customerUri: string;
  /** Login, or the client id of OAuth2. */
  readonly administrator: string;
}

/** Gives business units to rows, see `businessUnitOf`. */
export interface BusinessUnits {
  readonly forAll: string | null;
  readonly byOrganizationId: ReadonlyMap<number, string>;
}

/** Which part of an account's rows is looked at: the settings of a connector's import. */
export interface InventoryView {
  readonly account: InventoryAccount;
  readonly types: readonly CertificateType[];
  /** Undefined looks at all; in the spelling of `InventoryRow.status`. */
  readonly statuses?: readonly string[] | undefined;
  readonly organizationIds?: readonly number[] | undefined;
  readonly scmProfileIds?: readonly number[] | undefined;
  /** Discovered and uploaded ones too. */
  readonly includeDiscovered: boolean;
  readonly includeExpired: boolean;
  readonly includeRevoked: boolean;
  readonly businessUnits: BusinessUnits;
  /** Name of the set of rules whose labels count (`InventoryStore.label`); null shows none. */
  readonly ruleSet: string | null;
}

export const TEXT_OPERATORS = ["equals", "not_equals", "contains", "starts_with", "ends_with"] as const;
export const ORDER_OPERATORS = [
  "equals",
  "not_equals",
  "less_than",
  "at_most",
  "at_least",
  "greater_than",
] as const;
export type TextOperator = (typeof TEXT_OPERATORS)[number];
export type OrderOperator = (typeof ORDER_OPERATORS)[number];

/** Rows of which something holds that no database can tell; the store judges each row once, and again when it changes. */
export interface JudgedSet {
  /** Changes whenever `holds` does: a digest of what it goes by. */
  readonly name: string;
  /** Is given rows with their state as of now. */
  readonly holds: (row: InventoryRow) => boolean;
  /** Whether SCM tells too little to say; false when left out. Such rows are not in the set. */
  readonly isUnknown?: ((row: InventoryRow) => boolean) | undefined;
}

/**
 * One demand on one attribute. Text compares without regard to case; a list fulfils a demand when one of its members
 * does (`not_equals`: when none equals). What is null fulfils `not_equals` and `isPresent: false` only.
 */
export type InventoryCondition =
  | {
      readonly attribute: InventoryAttribute;
      readonly operator: TextOperator;
      readonly anyOf: readonly string[];
    }
  | { readonly attribute: InventoryAttribute; readonly operator: OrderOperator; readonly number: number }
  | { readonly attribute: InventoryAttribute; readonly operator: OrderOperator; readonly date: Date }
  | { readonly attribute: InventoryAttribute; readonly flag: boolean }
  | { readonly attribute: InventoryAttribute; readonly isPresent: boolean }
  | {
      readonly attribute: "customFields";
      readonly name: string;
      readonly operator: TextOperator;
      readonly anyOf: readonly string[];
    }
  | { readonly attribute: InventoryAttribute; readonly judged: JudgedSet; readonly isIn: boolean };

/** What is wanted of a view; everything given must hold. */
export interface InventoryFilter {
  readonly conditions?: readonly InventoryCondition[] | undefined;
  /** Not expired yet, but within so many times 24 hours from now. */
  readonly expiresWithinDays?: number | undefined;
  /** As judged now: `Expired` as soon as the end has come, whatever SCM last said. */
  readonly statuses?: readonly string[] | undefined;
  /** All of these tags, compared exactly. */
  readonly tags?: readonly string[] | undefined;
  /** One of these owners, compared without regard to case. */
  readonly owners?: readonly string[] | undefined;
  readonly businessUnits?: readonly string[] | undefined;
  /** One of these organizations or departments. */
  readonly organizationIds?: readonly number[] | undefined;
  /** One of these ids, of whichever type. */
  readonly certificateIds?: readonly number[] | undefined;
  /** Each word (parted by blanks) must stand somewhere in names, serial number, subject, ids, requesters or comments. */
  readonly text?: string | undefined;
  /** One of these policies is known to be violated. */
  readonly violations?: readonly Policy[] | undefined;
  /** Leaves out what another record of the same certificate shows: discovered ones that were ordered as well. */
  readonly isUnique?: boolean | undefined;
  /** Each of these must hold too. */
  readonly allOf?: readonly InventoryFilter[] | undefined;
  /** One of these must hold too. */
  readonly anyOf?: readonly InventoryFilter[] | undefined;
}

export const SORT_ATTRIBUTES = [
  "certificateId",
  "commonName",
  "status",
  "organizationName",
  "scmProfileName",
  "issuer",
  "requested",
  "issued",
  "expires",
  "revoked",
  "serialNumber",
  "keyStrength",
] as const satisfies readonly InventoryAttribute[];
export type SortAttribute = (typeof SORT_ATTRIBUTES)[number];

export interface InventoryQuery {
  readonly view: InventoryView;
  readonly filter?: InventoryFilter | undefined;
  /** Default: expires, ascending. Nulls come last either way; ties go by type and id, ascending. */
  readonly sort?: { readonly by: SortAttribute; readonly descending?: boolean | undefined } | undefined;
  /** Rows at most; default 1,000. */
  readonly limit?: number | undefined;
  /** Judges expiry. */
  readonly now: Date;
}

interface InventoryPage {
  readonly rows: readonly InventoryEntry[];
  /** All that match, whatever the limit. */
  readonly total: number;
}

/**
 * Days that are left: bounds of the expiry buckets. `within_7`, `within_30`, … each hold the nearer ones too, as
 * `expiresWithinDays` does; `expired`, `later` and `unknown` (without an end) stand apart.
 */
export const EXPIRY_BUCKETS = [7, 30, 60, 90, 180] as const;

export type Counts = Readonly<Record<string, number>>;

/** How many match, by several traits; keys are sorted, what is null counts under `unknown`. */
export interface InventoryCounts {
  readonly total: number;
  readonly byStatus: Counts;
  readonly byType: Counts;
  readonly byIssuer: Counts;
  /** By id in digits: names may be shared. */
  readonly byOrganization: Counts;
  /** Names by those ids, as rows show them; an organization without a name is not there. */
  readonly organizationNames: Readonly<Record<string, string>>;
  /** `RSA 2048`, `EC 256`. */
  readonly byKeyType: Counts;
  readonly byExpiry: Counts;
}

/**
 * Traits that are counted where they are asked for, since each takes a pass over the rows. What is null counts under
 * `unknown`; of tags, owners and violations a row may have several or none.
 */
export const COUNT_TRAITS = ["scm_profile", "requester", "tag", "owner", "violation"] as const;
export type CountTrait = (typeof COUNT_TRAITS)[number];

/** What answers for an inventory. Reading never waits for an import. @throws StoreError */
export interface InventoryReader {
  query(query: InventoryQuery): Promise<InventoryPage>;
  /**
   * The same rows of one moment, one by one, for whom all of them would be too much to hold. `take` is to be quick.
   * @returns how many match, whatever the limit
   */
  walk(query: InventoryQuery, take: (row: InventoryEntry) => void): Promise<number>;
  count(query: Pick<InventoryQuery, "view" | "filter" | "now">): Promise<InventoryCounts>;
  countBy(query: Pick<InventoryQuery, "view" | "filter" | "now">, trait: CountTrait): Promise<Counts>;
}

/** A set of rules, as the store sees it. */
export interface LabelRequest {
  readonly account: InventoryAccount;
  /** Changes whenever a rule does: a digest of all of them. */
  readonly ruleSet: string;
  /** Is given rows with their state as of now. Null: nothing applies. */
  readonly labelOf: (row: InventoryRow) => Labels | null;
  /** Whether it is remembered when a row's tags or owners become others; false when left out. */
  readonly isNoted?: boolean | undefined;
}

/** Keeps what rules say of rows, so that it can be filtered by. */
export interface InventoryLabels {
  /**
   * Labels every row that is new, has changed or has ended since this set was last applied; all of them when the set is new.
   * Call before a query whose view names the set.
   * @returns how many rows were looked at
   */
  label(request: LabelRequest): Promise<number>;
}
