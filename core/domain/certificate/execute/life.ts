import { BugError, type SectigoError } from "../../../base/errors.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import type { PublicKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { FittingCertificate, OrderComparison } from "../compare/compare-with-order.ts";
import type { Mismatch } from "../compare/mismatch.ts";
import type { Metadata } from "../metadata.ts";
import type { Passed } from "../observe/find-successor.ts";
import type { EnrollmentContext, IssueOutcome } from "./await-issued.ts";
import type { OrderMark } from "./mark-order.ts";
import type { OrderContext, OrderNotice } from "./order-context.ts";
import type { OrderOnceRequest } from "./order-intent.ts";

/** A request that an order goes out with. A front end's own may hold more, such as the key that it was signed with. */
export interface LifeRequest {
  readonly csrPem: string;
  /** `given`: the user's, the same at every run. `made`: its key was made for this certificate. */
  readonly kind: "given" | "made";
}

/** What the intent has already, as far as a renewal goes on from it. */
interface LifeHeld {
  readonly sslId: number;
  /** Key that a successor must have; null when it can't be told. */
  readonly expectedKey: PublicKey | null;
  /** Another request to renew with; without it SCM takes the one it has stored. */
  readonly csrPem?: string | undefined;
  /** See `RenewOnceRequest`. */
  readonly onlyIssued?: boolean | undefined;
  readonly nonce?: string | null | undefined;
  readonly known: readonly number[];
}

/** What an order is to follow. */
export interface Followed {
  readonly sslId: number;
  /** Null: it is over, and SCM does not say since when. */
  readonly notAfter: Date | null;
}

/**
 * One certificate's life, as a front end states it to the driver: what it has, what it would order, and where events go.
 * The driver decides what is called, in which order, and what takes the place of what SCM refuses.
 */
export interface Life<R extends LifeRequest> {
  readonly client: ScmClient;
  /** For calls that order. */
  readonly context: OrderContext;
  /** For the wait until issue; its end may come earlier than that of an order. */
  readonly wait: Pick<EnrollmentContext, "signal" | "deadline" | "preferredChain">;
  /** `one_look`: what is not issued a moment later is left to a later run. `none`: a later run publishes it. */
  readonly patience: "until_issued" | "one_look" | "none";
  /** Null where nothing is held that could be renewed. */
  readonly held: LifeHeld | null;
  /** The certificate that was issued last for this intent; null where none was, or where it was revoked. */
  readonly follows: Followed | null;
  /** Id of the order that is on its way, known from a run before; null for none. */
  readonly pending: number | null;
  /** What a successor's record is to say. */
  readonly metadata: Metadata;
  /** Whether the key was made for the certificate, so that a run that ended early may have taken it along. */
  readonly key: LifeRequest["kind"];
  /** The request of what is held or on its way, where it is known: another key's certificate is refused. */
  readonly csrPem: string | null;
  /** Composes an order. Called at most once, and only when something is enrolled: a key may be made for it. */
  readonly enrollment: () => Promise<{ readonly request: R; readonly once: OrderOnceRequest }>;
  /** Composes a reissue under the same id, likewise. */
  readonly replacement: () => Promise<Replacement<R>>;
  /** Whether the key of a certificate is here; `request`: what it was ordered with by this run. */
  readonly isKeyHere: (chain: CertificateChain, request: R | null) => boolean;
  /**
   * What an issued certificate is compared with, as far as it is known by then; `request`: what it was ordered with by
   * this run.
   */
  readonly comparison: (request: R | null) => OrderComparison;
  /** A request for a key that is here, in place of the one that is lost. */
  readonly newRequest: (lost: R | null) => Promise<R>;
  /** Names that a reissue is for. */
  readonly subjectAlternativeNames: readonly string[];
  readonly events: LifeEvents<R>;
}

/** What the order is to follow, where that has ended by now; else null. */
export function endedOf<R extends LifeRequest>({ follows, context: { clock } }: Life<R>): Followed | null {
  const isOver = follows !== null && (follows.notAfter === null || follows.notAfter <= clock.now());
  return isOver ? follows : null;
}

/** @throws BugError where nothing is held that could be renewed */
export function heldOf<R extends LifeRequest>({ held }: Life<R>): LifeHeld {
  if (held !== null) return held;
  throw new BugError("renew a certificate: none is held", { code: "bug.nothing_held", hint: "Report this." });
}

export interface Replacement<R extends LifeRequest> {
  readonly request: R;
  /** Of the certificate to be replaced, as the caller knows it. */
  readonly serialNumber: string | null;
  /** The caller's claim; a record that bears another one is not replaced. */
  readonly nonce?: string | null | undefined;
  /** Kept by SCM, 1 to 512 characters. */
  readonly reason: string;
  readonly mark: OrderMark;
  /** What was asked for before; null where that is not remembered, and what SCM holds decides. */
  readonly metadataBefore: Metadata | null;
}

/** An order that stands in SCM, by this run or one before. */
export type StandingOrder<R extends LifeRequest> =
  | {
      readonly by: "enrollment";
      readonly sslId: number;
      /** False: an earlier run had placed it, and nothing was ordered now. */
      readonly isNew: boolean;
      readonly nonce: string | null;
      readonly formerNonce: string | null;
      readonly request: R;
    }
  | {
      readonly by: "renewal";
      readonly sslId: number;
      readonly isNew: boolean;
      /** The record that was renewed. */
      readonly former: CertificateDetails;
      /** Valid certificates between the two, which nothing holds. */
      readonly passed: readonly Passed[];
    }
  | {
      readonly by: "replacement";
      readonly sslId: number;
      readonly isNew: boolean;
      /** Of the certificate that is going; null when the one that comes is here already. */
      readonly formerSerial: string | null;
      /** Valid certificates between the one held and the one reissued, and what the latter had before; nothing holds them. */
      readonly passed: readonly Passed[];
      readonly request: R;
    }
  /** Reissued under its id for another key, since the one that it was for is lost. */
  | {
      readonly by: "healing";
      readonly sslId: number;
      readonly isNew: true;
      readonly formerSerial: string | null;
      readonly request: R;
      /** The certificate for the lost key: it stays valid in SCM. */
      readonly former: CertificateChain;
    }
  /** Known by its id, from a run before. */
  | { readonly by: "earlier_run"; readonly sslId: number; readonly isNew: false };

/** A matter worth telling although the order goes on. Front ends have a table with words for every code. */
export type LifeNotice =
  | ({ readonly code: "order" } & OrderNotice)
  /** SCM does not renew it, so a new one is enrolled; `cause` is the code of its refusal. */
  | { readonly code: "enrolls_instead"; readonly sslId: number; readonly cause: string }
  /** It is for a key that an earlier run took along, and is reissued. */
  | { readonly code: "key_lost"; readonly sslId: number }
  | { readonly code: "metadata_not_written"; readonly sslId: number; readonly error: SectigoError };

export interface LifeEvents<R extends LifeRequest> {
  /** An order stands. Told before anything else may fail, so that its id is kept. */
  readonly ordered: (order: StandingOrder<R>) => void;
  /** SCM's word at each look. */
  readonly status?: ((status: string) => void) | undefined;
  readonly notice: (notice: LifeNotice) => void;
  /** The certificate that came differs from its order, and the user has not accepted that. */
  readonly mismatch: (found: Mismatch, sslId: number) => void;
}

/** The record of what was issued; its chain is handed on only after it was compared. */
type Issued = Omit<Extract<IssueOutcome, { kind: "issued" }>, "chain">;

/** An order stands, and has brought nothing yet. */
type Unfinished<R extends LifeRequest> =
  | {
      readonly kind: "not_issued";
      readonly order: StandingOrder<R>;
      readonly issue: Exclude<IssueOutcome, { kind: "issued" }>;
    }
  /** Following it failed: a later run goes on from its id. */
  | { readonly kind: "not_followed"; readonly order: StandingOrder<R>; readonly error: unknown };

/** How an execution ended. */
export type LifeOutcome<R extends LifeRequest> =
  | Unfinished<R>
  /** The same, and what it is to follow has ended: nothing valid is left, which is an error whatever the user waits for. */
  | { readonly kind: "nothing_valid"; readonly ended: Followed; readonly cause: Unfinished<R> }
  | {
      readonly kind: "issued";
      readonly order: StandingOrder<R>;
      readonly issue: Issued;
      /** What came, compared with its order. */
      readonly certificate: FittingCertificate;
    }
  /** It is issued, and must be neither published nor delivered. */
  | {
      readonly kind: "unusable";
      readonly order: StandingOrder<R>;
      readonly issue: Issued;
      readonly refused: Mismatch;
    }
  /** The order stands, and is left to a later run on purpose. */
  | { readonly kind: "left"; readonly order: StandingOrder<R> }
  /** Nothing was ordered and nothing has changed, for this reason; what is held serves well for a while. */
  | { readonly kind: "unchanged"; readonly error: unknown }
  /** Others renewed it for a key that is not here; what is held stays. */
  | { readonly kind: "left_to_others"; readonly error: unknown };
