import type { InventoryAccount } from "./inventory.ts";
import type { CertificateType, Origin } from "./inventory-row.ts";
import type { PartSource, RowPart } from "./merge-parts.ts";

/** How far the answers to one question to SCM ("all SSL certificates of organization 7") are known. */
export interface Coverage {
  readonly question: string;
  /** Changes up to here are in the store; null before the first full walk has come to its end. */
  readonly knownUntil: Date | null;
  /** When the last full walk that came to its end began. */
  readonly walkedAt: Date | null;
}

/** A full walk under way, perhaps one that an earlier run began and did not finish. */
export interface OpenWalk {
  readonly since: Date;
  /** Where it stood, in the words of whoever walks; null at the beginning. */
  readonly place: string | null;
}

/** Rows that a full walk would have shown, had they still been there. */
export interface WalkedRows {
  readonly type: CertificateType;
  /** Null: all of them. */
  readonly origins: readonly Origin[] | null;
  readonly organizationIds: readonly number[] | null;
}

export interface PutOutcome {
  readonly added: number;
  readonly changed: number;
}

/** A certificate whose details were asked for. */
export interface DetailsWanted {
  readonly type: CertificateType;
  readonly certificateIds: readonly number[];
  /** Details that were read before this instant are read again. */
  readonly olderThan: Date;
}

/**
 * The only writer of an account's rows, from `tryImport` until `release`. A process may die at any moment in between:
 * the next session finds whole rows, and a walk that is open or closed. @throws StoreError
 */
export interface ImportSession {
  coverage(question: string): Promise<Coverage>;
  /** Stores what one source says; what is stored already costs next to nothing. All parts are of one type. */
  put(source: PartSource, parts: readonly RowPart[], readAt: Date): Promise<PutOutcome>;
  /** Goes on with the question's walk if one is open and began after `notBefore`, else begins one. */
  openWalk(question: string, times: { readonly now: Date; readonly notBefore: Date }): Promise<OpenWalk>;
  /** Remembers where the walk stands, for a run that may have to go on. */
  keepPlace(question: string, place: string): Promise<void>;
  /** How many rows the open walk has shown so far, and, of the given ids, those it has not. */
  shown(question: string, rows: WalkedRows): Promise<number>;
  notShown(question: string, type: CertificateType, ids: readonly number[]): Promise<readonly number[]>;
  /** Those of the ids that the store has no row for. */
  unknown(type: CertificateType, ids: readonly number[]): Promise<readonly number[]>;
  /** Ends the walk: rows of `rows` that it did not show leave the store. @returns how many left */
  closeWalk(question: string, rows: WalkedRows): Promise<number>;
  /** Changes up to this instant are in the store. */
  advance(question: string, knownUntil: Date): Promise<void>;
  /** Those of the ids whose details are missing or old. */
  withoutDetails(wanted: DetailsWanted): Promise<readonly number[]>;
  release(): Promise<void>;
}

/** Where imports go. */
export interface ImportStore {
  /** Null while another session, of this process or another, imports for the account. */
  tryImport(account: InventoryAccount): Promise<ImportSession | null>;
  /** What is known of each question, without being the writer. */
  coverages(account: InventoryAccount): Promise<readonly Coverage[]>;
}
