import type { Clock } from "../base/clock.ts";
import { ContractError, LostError, OutageError, RateError, SectigoError } from "../base/errors.ts";
import { scrub, scrubKeys } from "../base/redact.ts";
import { plainText } from "../base/text.ts";
import type { Text } from "../base/words.ts";
import { isHtml, type RefusalWords, readRefusal } from "./answer.ts";
import type { CallSpec } from "./call-spec.ts";
import type { CallName, CallRule } from "./calls.ts";
import { meaningOf } from "./codes.ts";
import type { LoginSession } from "./login.ts";
import { privilegeHint } from "./privileges.ts";
import type { Meaning } from "./refusal.ts";
import { refusalError } from "./refusal.ts";
import { type Failure, readRetryAfter } from "./retry.ts";
import { pageMeaning } from "./status-meaning.ts";
import type { WireAnswer } from "./transport.ts";
import type { WireFault } from "./wire-fault.ts";
import { FAULT_WORDS, faultWords } from "./wire-fault.ts";

/** What of the caller the judgement needs. */
interface JudgeParts {
  readonly login: LoginSession;
  readonly clock: Clock;
  /** Secrets that answers have told so far; grows. */
  readonly told: Set<string>;
}

/** A failed try: the error it will be if nothing follows, and what decides whether something follows. */
export interface Failed {
  readonly ok: false;
  readonly error: SectigoError;
  readonly failure: Failure;
  readonly status: number | undefined;
  /** The sensor by which it broke: the next try takes another one first. */
  readonly route?: string | undefined;
}
export type Tried<T> = { readonly ok: true; readonly value: T } | Failed;

const CHECK_BY_LOOKING = "Look in SCM whether it took effect before you repeat it.";

/** Why nothing usable came back: surely unsent is an outage, everything else lost, since it may have taken effect. */
function faultError(spec: CallSpec<unknown>, rule: CallRule, host: string, fault: WireFault): SectigoError {
  const isHarmless = !fault.wasSent || rule.repeat === "always";
  if (fault.kind === "stopped" && isHarmless && fault.cause instanceof SectigoError) return fault.cause;
  const [says, hint] = FAULT_WORDS[fault.kind];
  const causes = fault.causes?.map((cause) => `; ${cause}`).join("");
  const found =
    causes === undefined ? faultWords(fault).replace(/\)$/, `, host ${host})`) : `${says}${causes}`;
  const message = `${spec.what}: ${found}`;
  const facts = { call: spec.call, cause: fault.cause };
  if (!fault.wasSent || fault.kind === "tls") {
    return new OutageError(message, { ...facts, code: `outage.${fault.kind}`, hint });
  }
  const isSafe = rule.repeat === "always";
  return new LostError(isSafe ? message : `${message}; it may have taken effect`, {
    ...facts,
    code: `lost.${fault.kind}`,
    hint: isSafe ? hint : CHECK_BY_LOOKING,
  });
}

/** What becomes of a try without an answer. */
export function afterFault(spec: CallSpec<unknown>, rule: CallRule, host: string, fault: WireFault): Failed {
  const mayHeal = !fault.isLasting && !["tls", "too_large", "stopped", "malformed"].includes(fault.kind);
  return {
    ok: false,
    status: undefined,
    route: fault.route,
    error: faultError(spec, rule, host, fault),
    failure: { wasSent: fault.wasSent, mayHeal, retryAfterMs: null },
  };
}

/** An answer with a good status that can't be read. After an order that means: done, but we do not know what. */
function unreadable(
  spec: CallSpec<unknown>,
  rule: CallRule,
  answer: WireAnswer,
  fault: { slug: string; says: string },
): Failed {
  const facts = { call: spec.call, status: answer.status, requestId: requestId(answer) };
  const message = `${spec.what}: ${fault.says}`;
  const error =
    rule.repeat === "always"
      ? new ContractError(message, {
          ...facts,
          code: `contract.${fault.slug}`,
          hint:
            fault.slug === "html"
              ? "Check the base URL and any proxy on the way."
              : "Try again; if it stays, report it.",
        })
      : new LostError(`${message}; it has probably taken effect`, {
          ...facts,
          code: `lost.unreadable_${fault.slug}`,
          hint: CHECK_BY_LOOKING,
        });
  // A body that was cut off or lost on the way may well be whole next time; a wrong shape will not be.
  const mayHeal = fault.slug === "not_json" || fault.slug === "empty";
  return { ok: false, error, status: answer.status, failure: { wasSent: true, mayHeal, retryAfterMs: null } };
}

function requestId(answer: WireAnswer): string | undefined {
  const text = answer.headers["x-request-id"] ?? answer.headers["x-correlation-id"];
  return text === undefined ? undefined : plainText(text, 100);
}

function scrubbed({ login, told }: JudgeParts, spec: CallSpec<unknown>, words: string): string {
  const left = scrub(words, [...login.secrets(), ...(spec.secrets ?? []), ...told]);
  return spec.hasUnseenKey === true ? scrubKeys(left) : left;
}

/** Names what was found in SCM's own words, escaped and with known secrets removed. */
function sentence(
  parts: JudgeParts,
  spec: CallSpec<unknown>,
  says: string,
  answer: WireAnswer,
  { words, isCutOff = false }: RefusalWords,
): string {
  const page = isHtml(answer) ? "; a web page came instead of SCM's answer" : "";
  const cut = isCutOff ? `; its reason was cut off on the way (${answer.body.length} bytes came)` : "";
  const found = words !== undefined ? `; SCM says "${plainText(scrubbed(parts, spec, words))}"` : "";
  return `${spec.what}: ${says}${found || page || cut}`;
}

const NO_REASON =
  "Run again to learn SCM's reason; if none comes, compare what is asked for with what the account offers.";

/** The sign-in knows best what to check when it is refused; a missing privilege depends on the call. */
function hintFor(
  parts: JudgeParts,
  call: CallName,
  { meaning, refusal }: { readonly meaning: Meaning; readonly refusal: RefusalWords },
): Text {
  // What SCM named is not here to be corrected.
  if (meaning.slug === "refused" && meaning.kind === "request" && refusal.words === undefined)
    return NO_REASON;
  if (meaning.kind === "login" && meaning.slug === "refused") return parts.login.remedy;
  return meaning.slug === "not_authorized" ? privilegeHint(call) : meaning.hint;
}

/** A refusal as an error. A gateway's 5xx after an order leaves open whether SCM carried it out. */
function afterRefusal(
  parts: JudgeParts,
  spec: CallSpec<unknown>,
  rule: CallRule,
  answer: WireAnswer,
): Failed {
  const refusal = readRefusal(answer);
  const { vendorCode } = refusal;
  const meaning = isHtml(answer)
    ? pageMeaning(answer.status)
    : meaningOf(spec.call, answer.status, vendorCode);
  const retryAfterMs = readRetryAfter(answer.headers["retry-after"], parts.clock.now());
  const facts = { call: spec.call, status: answer.status, vendorCode, requestId: requestId(answer) };
  const whose = meaning.kind === "login" ? `${meaning.says} of ${parts.login.describe}` : meaning.says;
  const message = sentence(parts, spec, whose, answer, refusal);
  const isOpen = rule.repeat === "ifUnsent" && (answer.status >= 500 || answer.status === 408);
  const error = isOpen
    ? new LostError(`${message}; it may have taken effect`, {
        ...facts,
        code: "lost.gateway",
        hint: CHECK_BY_LOOKING,
      })
    : refusalError(message, meaning, {
        ...facts,
        hint: hintFor(parts, spec.call, { meaning, refusal }),
        retryAfterMs,
      });
  // Asked again, SCM says why it refuses. A refused sign-in is not repeated: SCM counts them and locks the account.
  const isReasonLost = refusal.isCutOff === true && meaning.kind === "request";
  const mayHeal =
    (error instanceof OutageError || error instanceof RateError || isOpen || isReasonLost) &&
    answer.status !== 501;
  return { ok: false, error, status: answer.status, failure: { wasSent: true, mayHeal, retryAfterMs } };
}

/** What became of an answer: the value, or why there is none. */
export function judgeAnswer<T>(
  parts: JudgeParts,
  spec: CallSpec<T>,
  rule: CallRule,
  answer: WireAnswer,
): Tried<T> {
  if (answer.status >= 200 && answer.status < 300) {
    const decoded = spec.decode(answer);
    if (decoded.ok) for (const secret of spec.secretsIn?.(decoded.value) ?? []) parts.told.add(secret);
    return decoded.ok ? decoded : unreadable(spec, rule, answer, decoded);
  }
  const recovered = spec.recover?.({ status: answer.status, isPage: isHtml(answer), ...readRefusal(answer) });
  return recovered === undefined ? afterRefusal(parts, spec, rule, answer) : { ok: true, value: recovered };
}
