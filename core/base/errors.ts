import { PLAIN_WORDS, type Text, textIn, type Words } from "./words.ts";

/** Facts every error carries; none may hold a secret, a request or response body, or a personal value. */
export interface ErrorFacts<Code extends string = string> {
  /** Stable, documented and unique, for example `request.term_not_offered`. */
  readonly code: Code;
  /** What to do now: one sentence in the imperative. */
  readonly hint: Text;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number | undefined;
  /** SCM's own number from `{"code": …}`; its meaning depends on the call. */
  readonly vendorCode?: number | undefined;
  /** The call as a template, never with values in it: "POST ssl/enroll". */
  readonly call?: string | undefined;
  readonly requestId?: string | undefined;
  /** Our own attribute or option that the error is about. */
  readonly path?: string | undefined;
  readonly cause?: unknown;
}

/** `[request.term_not_offered, HTTP 400, SCM -36]`: what a reader quotes in a ticket. */
function tail(facts: ErrorFacts): string {
  const parts: string[] = [facts.code];
  if (facts.status !== undefined) parts.push(`HTTP ${facts.status}`);
  if (facts.vendorCode !== undefined) parts.push(`SCM ${facts.vendorCode}`);
  return `[${parts.join(", ")}]`;
}

/**
 * Root of everything this client throws on purpose. The classes below follow what the reader can do about it.
 * Message: *what was tried, with its name: why* `[code, HTTP status, SCM code]`.
 */
export class SectigoError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly vendorCode: number | undefined;
  readonly call: string | undefined;
  readonly requestId: string | undefined;
  readonly path: string | undefined;
  readonly #what: Text;
  readonly #hint: Text;
  readonly #tail: string;
  /** The message's first part, up to the reason: what was tried, with its name. */
  get what(): string {
    return this.message.split(": ", 1)[0] ?? "";
  }

  constructor(what: Text, facts: ErrorFacts) {
    super(
      `${textIn(what, PLAIN_WORDS)} ${tail(facts)}`,
      facts.cause === undefined ? undefined : { cause: facts.cause },
    );
    // Minified builds rename classes; the prefix of the code says the same and survives.
    this.name = "SectigoError";
    this.code = facts.code;
    this.status = facts.status;
    this.vendorCode = facts.vendorCode;
    this.call = facts.call;
    this.requestId = facts.requestId;
    this.path = facts.path;
    this.#what = what;
    this.#hint = facts.hint;
    this.#tail = tail(facts);
  }

  /** What to do, in plain words. */
  get hint(): string {
    return this.hintIn(PLAIN_WORDS);
  }

  /** What to do, in the words of the front end that shows it. */
  hintIn(words: Words): string {
    return textIn(this.#hint, words);
  }

  /** The message in the words of the front end that shows it. */
  messageIn(words: Words): string {
    return `${this.withoutCodes(words)} ${this.#tail}`;
  }

  /** The message in the words of the front end, for another error that says the same at another place. */
  withoutCodes(words: Words): string {
    return textIn(this.#what, words);
  }

  /**
   * Turns whatever was caught into a SectigoError: one of ours unchanged, anything else a BugError with it as cause.
   * The foreign message is not copied, since it may hold a secret.
   */
  static from(caught: unknown): SectigoError {
    if (caught instanceof SectigoError) return caught;
    const kind = kindOf(caught);
    return new BugError(`an unexpected ${kind} reached the surface`, {
      code: "bug.unexpected",
      hint: "Report this with the steps that lead to it.",
      cause: caught,
    });
  }
}

/** What was thrown, as a word that says something: bundles rename classes to "i" or "aB". */
export function kindOf(caught: unknown): string {
  if (!(caught instanceof Error)) return `value (${typeof caught})`;
  return /^[A-Z][a-z]+[A-Za-z]*$/.test(caught.name) && caught.name.length >= 5 ? caught.name : "Error";
}

/** A setting is wrong; found by our own validation, before any call. */
export class ConfigError extends SectigoError {}

/** SCM refused the credentials. */
export class LoginError extends SectigoError {}

/** Signed in, but a role, privilege or switch is missing. */
export class PrivilegeError extends SectigoError {}

/** SCM understood the request and refused its content. */
export class RequestError extends SectigoError {}

/** Does not exist, or is not visible to this administrator: SCM does not tell these apart. */
export class NotFoundError extends SectigoError {}

/** The object is in a state that does not allow the call. */
export class StateError extends SectigoError {}

/** SCM asks to slow down. */
export class RateError extends SectigoError {
  /** How long SCM asked to wait, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(what: Text, facts: ErrorFacts<`rate.${string}`>, retryAfterMs: number | null) {
    super(what, facts);
    this.retryAfterMs = retryAfterMs;
  }
}

/** SCM, the CA behind it or the way there is down; surely nothing has happened. */
export class OutageError extends SectigoError {}

/** The request left and no usable answer came back: **it may have taken effect**. Look before repeating. */
export class LostError extends SectigoError {}

/** Accepted, not yet done when the time was over. */
export class PendingError extends SectigoError {}

/** The answer is not what SCM's reference promises. */
export class ContractError extends SectigoError {}

/** PEM, CSR, key or chain is not what it should be. */
export class PkiError extends SectigoError {}

/** The store of the inventory can't be used: its file, its disk, or another program at work on it. */
export class StoreError extends SectigoError {}

/** Stopped by the caller or by the deadline while nothing was under way that could take effect. */
export class CancelledError extends SectigoError {}

/** An invariant of this program is broken. */
export class BugError extends SectigoError {}
