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
  /** Why the last try failed; null after one that did not. */
  readonly failure: ImportFailure | null;
  /** Something of ours changed it in SCM: the next import asks whatever the interval says. */
  readonly isDue: boolean;
  /** The first full walk has begun and not come to its end: rows are there, but not all. */
  readonly isWalking: boolean;
  /** Since when changes are remembered: the end of the first full walk. Null before. */
  readonly watchedSince: Date | null;
}

/** What kept an import from its end. Holds no secret: the text is an error's own message. */
export interface ImportFailure {
  readonly at: Date;
  readonly code: string;
  readonly why: string;
}

/** A full walk under way, perhaps one that an earlier run began and did not finish. */
export interface OpenWalk {
  readonly since: Date;
  /** Where it stood, in the words of the walk; null at the beginning. */
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
  /** Rows that were not there. */
  readonly added: number;
  /** Rows of which this source said otherwise before; its first word on a row that is there changes nothing. */
  readonly changed: number;
}

export interface Leaving {
  readonly count: number;
  /** Rows that the walk is about, the leaving ones included. */
  readonly of: number;
  readonly ids: readonly number[];
}

/** Whether a server certificate has a successor. */
export interface SuccessorVerdict {
  readonly certificateId: number;
  readonly hasSuccessor: boolean;
}

/** A certificate whose details were asked for. */
export interface DetailsWanted {
  readonly type: CertificateType;
  readonly certificateIds: readonly number[];
  /** Details that were read before this instant are read again. */
  readonly olderThan: Date;
  /** So are those that were read after it, by a clock that was ahead. */
  readonly now: Date;
}

/**
 * The only writer of an account's rows, from `tryImport` until `release`. A process may die at any moment in between:
 * the next session finds whole rows, and a walk that is open or closed. @throws StoreError
 */
export interface ImportSession {
  coverage(question: string): Promise<Coverage>;
  /**
   * From now on what comes, goes or changes is remembered, if the question was answered before: a first import is not ten
   * thousand that came. Changes before `forgetBefore` are forgotten.
   */
  watch(question: string, forgetBefore: Date): Promise<void>;
  /** Stores what one source says; what is stored already costs next to nothing. All parts are of one type. */
  put(source: PartSource, parts: readonly RowPart[], readAt: Date): Promise<PutOutcome>;
  /** Corrects single attributes of rows that are there, as if their best source had said so. */
  amend(parts: readonly RowPart[], readAt: Date): Promise<PutOutcome>;
  /** Goes on with the question's walk if one is open and began after `notBefore`, else begins one. */
  openWalk(question: string, times: { readonly now: Date; readonly notBefore: Date }): Promise<OpenWalk>;
  /** Remembers where the walk stands, for a run that may have to go on. */
  keepPlace(question: string, place: string): Promise<void>;
  /** How many rows the open walk has shown so far, and, of the given ids, those it has not. */
  shown(question: string, rows: WalkedRows): Promise<number>;
  notShown(question: string, type: CertificateType, ids: readonly number[]): Promise<readonly number[]>;
  /** Those of the ids that the store has no row for. */
  unknown(type: CertificateType, ids: readonly number[]): Promise<readonly number[]>;
  /** How many rows the open walk did not show, of how many, and the first of their ids. */
  leaving(question: string, rows: WalkedRows, most: number): Promise<Leaving>;
  /** Ends the walk: rows of `rows` that it did not show leave the store; null lets none go. @returns how many left */
  closeWalk(question: string, rows: WalkedRows | null): Promise<number>;
  /** Changes up to this instant are in the store; clears failures. */
  advance(question: string, knownUntil: Date): Promise<void>;
  /** Remembers why a question could not be answered; what is known of it stays. */
  fail(question: string, failure: ImportFailure): Promise<void>;
  /** Forgets that a question failed, without saying that more is known. */
  settle(question: string): Promise<void>;
  /** State as SCM last said of those of the ids that there is a row for. */
  statuses(type: CertificateType, ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Ids of rows in these states, `most` at most. */
  inStates(type: CertificateType, statuses: readonly string[], most: number): Promise<readonly number[]>;
  /** Those that `makeDue` named, and that no import has read since. */
  touched(type: CertificateType): Promise<readonly number[]>;
  untouch(type: CertificateType, ids: readonly number[]): Promise<void>;
  /** Those of the ids whose details are missing or old. */
  withoutDetails(wanted: DetailsWanted): Promise<readonly number[]>;
  /** Remembers whose verdict is another one than after the import before; `verdicts` are all that are kept for the next. */
  noteSuccessors(verdicts: readonly SuccessorVerdict[], at: Date): Promise<void>;
  release(): Promise<void>;
}

/** Where imports go. */
export interface ImportStore {
  /** Null while another session, of this process or another, imports for the account. */
  tryImport(account: InventoryAccount): Promise<ImportSession | null>;
  /** What is known of each question, without being the writer. */
  coverages(account: InventoryAccount): Promise<readonly Coverage[]>;
  /** Makes the type due, since we changed these certificates ourselves: the next import reads each of them. */
  makeDue(account: InventoryAccount, type: CertificateType, ids: readonly number[]): Promise<void>;
}
