import type { Generated } from "kysely";
import type { CatalogParts } from "../domain/catalog-store.ts";

/*
 * The store's tables. `certificate` is kept narrow, since some questions have to look at every row of it: what is
 * compared stands in columns, texts that many rows share are numbers (`word`), all the rest is JSON in `part`.
 */

/** Whose rows: see InventoryAccount. */
interface AccountTable {
  id: Generated<number>;
  host: string;
  customer_uri: string;
  administrator: string;
  /** Rises with every batch that changes rows. */
  revision: Generated<number>;
  /** Rises with every full walk. */
  walk: Generated<number>;
}

/** Texts that many rows share: states, issuers, profiles, requesters. */
interface WordTable {
  id: Generated<number>;
  text: string;
  /** For comparing without regard to case. */
  folded: string;
}

/** One certificate. Numbers ending in a comment "word" are ids of WordTable; times are seconds since 1970. */
export interface CertificateTable {
  id: Generated<number>;
  account: number;
  /** Place in CERTIFICATE_TYPES. */
  type: number;
  certificate_id: number;
  cell: number;
  /** That of the batch which changed it last. */
  revision: number;
  /** Full walk under way, or the last one, when SCM last showed it. */
  walk: number;
  status: number; // word
  /** Place in ORIGINS. */
  origin: number;
  organization_id: number | null;
  organization: number | null; // word
  scm_profile_id: number | null;
  scm_profile: number | null; // word
  issuer: number | null; // word
  requester: number | null; // word
  approver: number | null; // word
  requested_via: number | null; // word
  key_algorithm: number | null; // word
  key_size: number | null;
  key_strength: number | null;
  term_days: number | null;
  requested: number | null;
  approved: number | null;
  declined: number | null;
  issued: number | null;
  expires: number | null;
  /** 1 where SCM tells no more than the day of the end: it may come some hours before or after. */
  whole_day: number;
  /** 1 where another row of the account has, or had, the same hash or serial number. */
  shared: number;
  revoked: number | null;
  replaced: number | null;
  /** Which attributes without a column the row has: a bit for each place in COLUMNLESS. */
  present: number;
}

/** A certificate's own texts, folded; apart from the numbers, so that looking at all of those stays cheap. */
export interface NameTable {
  certificate: number;
  account: number;
  /** As in CertificateTable, for sorting by name in one go. */
  type: number;
  certificate_id: number;
  common_name: string | null;
  serial_number: string | null;
  sha1_hash: string | null;
  order_number: string | null;
  backend_cert_id: string | null;
  email: string | null;
  person_name: string | null;
}

/** What one source says of a certificate. */
interface PartTable {
  /** Place in PART_SOURCES. */
  source: number;
  certificate: number;
  /** RowPart as JSON: see short-part.ts. */
  json: string;
  /** CRC-32 of the JSON: what a disk or a cache spoils must not be shown. */
  sum: number;
  /** When it was read, seconds since 1970. */
  read_at: number;
  /** PostgreSQL only: members without a column, folded, as JSON. SQLite folds and looks into `json` itself. */
  asked?: string;
}

/** Everything in a row that people search for, folded, one per line. */
interface SearchTable {
  certificate: number;
  /** Alternative names, then NAMES_END, then the rest, each between line ends: what is asked of names needs no JSON. */
  text: string;
}

/**
 * Traits that many rows share, but for their end: some thousand cells for a million rows. A demand on these traits is
 * judged once per cell. Zero stands for null, since SQL holds two nulls for different.
 */
export interface CellTable {
  id: Generated<number>;
  account: number;
  /** As in CertificateTable. */
  type: number;
  origin: number;
  status: number; // word
  issuer: number; // word
  organization_id: number;
  /** Of `RSA 2048` and the like. */
  key_type: number; // word
  /** As in CertificateTable. */
  whole_day: number;
}

/**
 * How many rows there are, by type, origin, state, day of the end, and one facet at a time: kept up with every change,
 * so that counting a million rows is adding up some ten thousand numbers.
 */
export interface TallyTable {
  account: number;
  /** Place in FACETS. */
  facet: number;
  /** Issuer, organization or key type as in CellTable; zero for the facet that has none. */
  value: number;
  type: number;
  origin: number;
  status: number; // word
  /** As in CertificateTable; such ends are never looked at one by one. */
  whole_day: number;
  /** Days since 1970; zero without an end. */
  expires_day: number;
  rows: number;
}

/** What a tally is kept for; the first for all rows together. */
export const FACETS = ["none", "issuer", "organization", "key"] as const;
export type Facet = (typeof FACETS)[number];

/** What was asked of SCM, how far, and when. */
export interface CoverageTable {
  account: number;
  question: string;
  /** Instant (ms) up to which changes are known; null before the first full walk is done. */
  known_until: number | null;
  /** Start (ms) of the last full walk that was completed. */
  walked_at: number | null;
  /** The full walk under way, its start (ms), and where it stands; null when there is none. */
  open_walk: number | null;
  open_since: number | null;
  open_place: string | null;
  /** When (ms) and why the last try failed; null after one that did not. */
  failed_at: number | null;
  failure_code: string | null;
  failure: string | null;
  /** 1 when the next import asks whatever the interval says. */
  due: number;
  /** Since when (ms) changes are remembered: when the first full walk came to its end. */
  watched_since: number | null;
}

/** What an import noticed. Columns are what is asked for; everything else is JSON. */
export interface ChangeTable {
  id: Generated<number>;
  account: number;
  /** Seconds since 1970. */
  at: number;
  /** Place in CHANGE_KINDS. */
  kind: number;
  /** As in CertificateTable, at that time. */
  type: number;
  certificate_id: number;
  origin: number;
  organization_id: number | null;
  scm_profile_id: number | null;
  /** Names of the attributes that changed, folded, each between line ends. */
  attributes: string;
  /** The row and its fields as JSON. */
  json: string;
}

/** What SCM calls its things, as it last said. */
interface CatalogTable {
  account: number;
  part: keyof CatalogParts;
  json: string;
  /** CRC-32 of the JSON. */
  sum: number;
  /** Instant (ms). */
  read_at: number;
}

/** Certificates that we changed ourselves since the last import. */
interface TouchedTable {
  account: number;
  /** As in CertificateTable. */
  type: number;
  certificate_id: number;
}

interface RuleSetTable {
  id: Generated<number>;
  account: number;
  name: string;
  /** Rows up to this revision are labelled. */
  revision: number;
  /** Seconds since 1970. */
  used_at: number;
}

interface LabelTable {
  rule_set: number;
  certificate: number;
  label_set: number;
}

/** Labels that rules give together, each combination once. */
interface LabelSetTable {
  id: Generated<number>;
  /** SHA-256 of the JSON: an index takes no text of any length. */
  key: string;
  /** Labels as JSON. */
  json: string;
}

/** Tags and owners of a combination once more, to be found by. */
interface LabelValueTable {
  kind: "tag" | "owner";
  /** Tags as they are, owners folded. */
  value: string;
  label_set: number;
}

export interface StoreTables {
  store_version: { version: number };
  account: AccountTable;
  word: WordTable;
  certificate: CertificateTable;
  name: NameTable;
  part: PartTable;
  search: SearchTable;
  cell: CellTable;
  tally: TallyTable;
  coverage: CoverageTable;
  touched: TouchedTable;
  catalog: CatalogTable;
  change: ChangeTable;
  rule_set: RuleSetTable;
  label: LabelTable;
  label_set: LabelSetTable;
  label_value: LabelValueTable;
}

const TABLES: Readonly<Record<keyof StoreTables, true>> = {
  store_version: true,
  account: true,
  word: true,
  certificate: true,
  name: true,
  part: true,
  search: true,
  cell: true,
  tally: true,
  coverage: true,
  touched: true,
  catalog: true,
  change: true,
  rule_set: true,
  label: true,
  label_set: true,
  label_value: true,
};

/** Of this and of all former versions: what else lies beside them belongs to another program. */
export const TABLE_NAMES: ReadonlySet<string> = new Set(Object.keys(TABLES));

/** A control character that `fold` leaves in no text. */
export const NAMES_END = "\u001e";

/**
 * For comparing texts without regard to case. SQLite's `like` ends at a NUL; a sign that stands for it is as good, and so
 * it is for NAMES_END.
 */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll("\0", "\u2400").replaceAll(NAMES_END, "\u241e");
}

/** A folded text as one line. */
export function foldLine(text: string): string {
  return fold(text).replaceAll("\n", "\u2424");
}
