import type { Clock } from "../../../base/clock.ts";
import { type WaitOptions, type Watch, watch } from "../../../base/deadline.ts";
import {
  CancelledError,
  LostError,
  OutageError,
  RateError,
  SectigoError,
  StateError,
} from "../../../base/errors.ts";
import { type Logger, silentLogger } from "../../../base/log.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import { sameSerial } from "../../../pki/serial.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { collect } from "../observe/collect.ts";
import { noteIssueTime, shortestIssueTime } from "../observe/issue-times.ts";
import { type Standing, standingOf } from "../status.ts";
import { pauseAfter } from "./polling.ts";
import { refuseWrongDates } from "./wrong-dates.ts";

/** What waiting for an order needs. */
export interface EnrollmentContext extends WaitOptions {
  readonly clock: Clock;
  readonly log?: Logger | undefined;
  /** The CSR that was sent: a certificate for another key is refused. Null or absent when it is not known, as after an import. */
  readonly csrPem?: string | null | undefined;
  /** See {@link CollectContext}. */
  readonly preferredChain?: string | null | undefined;
  /** Of the certificate that is being replaced under the same id: while SCM still names it, the wait is not over. */
  readonly formerSerial?: string | null | undefined;
  /** Told at every look, SCM's word as it is: for what shows progress. */
  readonly onStatus?: ((status: string) => void) | undefined;
}

/** How an order stands when waiting is over; `status` is SCM's word in every case. */
export type IssueOutcome =
  | {
      readonly kind: "issued";
      readonly sslId: number;
      readonly status: string;
      readonly details: CertificateDetails;
      readonly chain: CertificateChain;
    }
  /**
   * Time was up, or the caller stopped. The order goes on in SCM, and waiting can go on later. `hindrance`: what kept the last
   * try from getting it; null where SCM itself said that it is not ready.
   */
  | {
      readonly kind: "pending";
      readonly sslId: number;
      readonly status: string;
      readonly hindrance: SectigoError | null;
    }
  /** Declined by an administrator, Rejected by the CA, or Invalid to SCM. Correctable in SCM; `comments` may say why. */
  | {
      readonly kind: "refused";
      readonly sslId: number;
      readonly status: string;
      readonly comments: string | null;
      readonly details: CertificateDetails;
    }
  /** `reasonCode` as RFC 5280 §5.3.1 numbers it, null when SCM does not say. */
  | {
      readonly kind: "revoked";
      readonly sslId: number;
      readonly status: string;
      readonly reasonCode: number | null;
      readonly details: CertificateDetails;
    }
  /** Expired or Replaced. */
  | {
      readonly kind: "ended";
      readonly sslId: number;
      readonly status: string;
      readonly details: CertificateDetails;
    };

/** States of the wait. Each has one function below, which does its work and names the next. */
type Step =
  | { readonly at: "look" }
  | { readonly at: "collect"; readonly details: CertificateDetails }
  | { readonly at: "pause" }
  | { readonly at: "done"; readonly outcome: IssueOutcome };

/** An outage of some minutes should not end a wait of ten; one that lasts should be told. */
const MOST_FAILURES = 5;

/** Time kept for one more look before the deadline. */
const LAST_LOOK_MS = 1000;

/**
 * Waits until an order is issued, and collects it.
 * Being stopped and running out of time are outcomes, not errors: the caller holds the id of something paid for.
 * A lost connection or an outage is waited out; after five in a row it is told.
 * @throws ContractError as {@link collect}; LoginError, PrivilegeError, NotFoundError when SCM no longer shows the order;
 *         OutageError, RateError or LostError when SCM stays away
 */
export async function awaitIssued(
  client: ScmClient,
  sslId: number,
  context: EnrollmentContext,
): Promise<IssueOutcome> {
  const guard = watch(`wait for certificate ${sslId}`, context, context.clock);
  const wait = new Wait(client, sslId, context, guard);
  try {
    let step: Step = { at: "look" };
    while (step.at !== "done") step = await wait.take(step);
    return step.outcome;
  } finally {
    guard.release();
  }
}

/** While SCM replaces a certificate, its record may still show the one before. */
function isFormer({ serialNumber }: CertificateDetails, former: string | null | undefined): boolean {
  return !!former && serialNumber !== null && sameSerial(serialNumber, former);
}

function unanswered(sslId: number): LostError {
  return new LostError(`look at certificate ${sslId}: no complete answer came before the time was over`, {
    code: "lost.timeout",
    hint: "Check whether SCM answers at all, and give it more time.",
  });
}

class Wait {
  readonly #client: ScmClient;
  readonly #sslId: number;
  readonly #context: EnrollmentContext;
  readonly #guard: Watch;
  // What SCM calls a fresh order, until the first look tells.
  #status = "Requested";
  /** Sum of the pauses; not read off the clock, which may stand still. */
  #waitedMs = 0;
  /** The shortest such sum of another order of the SCM profile; null until the first look tells the profile. */
  #shortestMs: number | null = null;
  #failures = 0;
  #hindrance: SectigoError | null = null;

  // One parameter more than usual: a private class with a single caller, which has them all at hand.
  constructor(client: ScmClient, sslId: number, context: EnrollmentContext, guard: Watch) {
    this.#client = client;
    this.#sslId = sslId;
    this.#context = context;
    this.#guard = guard;
  }

  async take(step: Exclude<Step, { at: "done" }>): Promise<Step> {
    let isAsking = false;
    try {
      this.#guard.check();
      isAsking = step.at !== "pause";
      if (step.at === "look") return await this.#look();
      if (step.at === "collect") return await this.#collect(step.details);
      return await this.#pause();
    } catch (error) {
      // Whatever was under way when the end came: it came first.
      if (error instanceof CancelledError || this.#guard.signal.aborted) {
        this.#noteEnd(error, isAsking);
        return this.#pending();
      }
      return this.#rideOut(error);
    }
  }

  async #look(): Promise<Step> {
    const { signal } = this.#guard;
    const details = await this.#client.certificates.get(this.#sslId, {
      signal,
      deadline: this.#context.deadline,
    });
    this.#status = details.status;
    this.#shortestMs = shortestIssueTime(this.#client, details);
    const log = this.#context.log ?? silentLogger;
    log.debug("looked at a certificate order", { sslId: this.#sslId, status: details.status });
    this.#context.onStatus?.(details.status);
    const next = this.#next(standingOf(details.status), details);
    // Only what needs no further call is a success: a collect that fails each time must be told in the end.
    if (next.at !== "collect") {
      this.#failures = 0;
      this.#hindrance = null;
    }
    return next;
  }

  #next(standing: Standing, details: CertificateDetails): Step {
    const common = { sslId: this.#sslId, status: details.status, details };
    switch (standing) {
      case "pending":
        return { at: "pause" };
      case "refused":
        return { at: "done", outcome: { kind: "refused", ...common, comments: details.comments } };
      case "revoked":
        return { at: "done", outcome: { kind: "revoked", ...common, reasonCode: details.reasonCode } };
      case "ended":
        return { at: "done", outcome: { kind: "ended", ...common } };
      default:
        if (isFormer(details, this.#context.formerSerial)) return { at: "pause" };
        // A word we don't know may well mean that the certificate is there: to try costs one call.
        return { at: "collect", details };
    }
  }

  async #collect(details: CertificateDetails): Promise<Step> {
    const { clock, csrPem, deadline, preferredChain } = this.#context;
    const { signal } = this.#guard;
    const { serialNumber, status } = details;
    try {
      const chain = await collect(this.#client, this.#sslId, {
        ...{ signal, deadline, clock, csrPem, serialNumber, preferredChain },
        onFailure: (error) => this.#note(error),
      });
      if (chain === null) {
        this.#hindrance = null;
        return { at: "pause" };
      }
      refuseWrongDates(details, chain, clock.now());
      noteIssueTime(this.#client, details, this.#waitedMs);
      return { at: "done", outcome: { kind: "issued", sslId: this.#sslId, status, details, chain } };
    } catch (error) {
      // Under an unknown word "can't be collected" is not news; under `Issued` it is an error worth telling.
      if (error instanceof StateError && standingOf(status) === "unknown") return { at: "pause" };
      throw error;
    }
  }

  async #pause(): Promise<Step> {
    const wanted = pauseAfter(this.#waitedMs, this.#shortestMs);
    const pauseMs = Math.min(wanted, this.#guard.leftMs() - LAST_LOOK_MS);
    if (pauseMs <= 0) return this.#pending();
    this.#context.log?.info("waiting for a certificate to be issued", {
      ...{ sslId: this.#sslId, status: this.#status },
      ...{ waitedSeconds: Math.round(this.#waitedMs / 1000), nextLookSeconds: Math.round(pauseMs / 1000) },
    });
    await this.#context.clock.wait(pauseMs, this.#guard.signal);
    this.#waitedMs += pauseMs;
    return { at: "look" };
  }

  #rideOut(error: unknown): Step {
    const mayHeal = error instanceof OutageError || error instanceof RateError || error instanceof LostError;
    this.#failures += 1;
    this.#note(error);
    if (!mayHeal || this.#failures >= MOST_FAILURES) throw error;
    return { at: "pause" };
  }

  #note(error: unknown): void {
    if (error instanceof SectigoError) this.#hindrance = error;
  }

  /** A time limit that ends a call tells of the try before it; where there was none, that no answer came. */
  #noteEnd(error: unknown, isAsking: boolean): void {
    if (!(error instanceof CancelledError) || error.code !== "cancelled.deadline" || !isAsking) return;
    this.#note(error.cause ?? this.#hindrance ?? unanswered(this.#sslId));
  }

  #pending(): Step {
    const standing = { sslId: this.#sslId, status: this.#status };
    return { at: "done", outcome: { kind: "pending", ...standing, hindrance: this.#hindrance } };
  }
}
