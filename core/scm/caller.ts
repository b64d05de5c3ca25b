import type { Clock } from "../base/clock.ts";
import { type WaitOptions, type Watch, watch } from "../base/deadline.ts";
import { ContractError, LostError, OutageError, RateError, SectigoError } from "../base/errors.ts";
import type { Logger } from "../base/log.ts";
import { scrub } from "../base/redact.ts";
import { plainText } from "../base/text.ts";
import { type Decoder, isHtml, type RefusalWords, readRefusal } from "./answer.ts";
import { type CallName, type CallRule, callRule } from "./calls.ts";
import { meaningOf } from "./codes.ts";
import type { Gate } from "./gate.ts";
import type { LoginSession } from "./login.ts";
import { refusalError } from "./refusal.ts";
import { type Failure, judgeRetry, type RetryPolicy, readRetryAfter } from "./retry.ts";
import type { Transport, WireAnswer, WireFault, WireRequest } from "./transport.ts";

/** A refusal that may be an outcome instead of an error. */
export interface Refusal extends RefusalWords {
  readonly status: number;
}

/** One call as a resource describes it. */
export interface CallSpec<T> {
  readonly call: CallName;
  /** What is tried, with its name, in lower case: "read certificate 40211". Begins every error message. */
  readonly what: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  /** `Accept` header; JSON when absent. */
  readonly accept?: string;
  readonly timeoutMs?: number | undefined;
  readonly decode: Decoder<T>;
  /** Turns a refusal into a typed outcome, or leaves it an error by returning undefined. */
  readonly recover?: (refusal: Refusal) => T | undefined;
}

export interface Caller {
  /** Sends, repeats where that is safe, decodes. @throws SectigoError of every class but ConfigError and PkiError */
  run<T>(spec: CallSpec<T>, options?: WaitOptions): Promise<T>;
}

export interface CallerParts {
  readonly transport: Transport;
  readonly login: LoginSession;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
  readonly retry: RetryPolicy;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  /** Host for messages, and path prefix of a reverse proxy. */
  readonly host: string;
  readonly basePath: string;
}

/** A failed try: the error it will be if nothing follows, and what decides whether something follows. */
interface Failed {
  readonly ok: false;
  readonly error: SectigoError;
  readonly failure: Failure;
  readonly status: number | undefined;
}
type Tried<T> = { readonly ok: true; readonly value: T } | Failed;

const CHECK_BY_LOOKING = "Look in SCM whether it took effect before you repeat it.";

function fillPath(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
}

function queryText(query: NonNullable<CallSpec<unknown>["query"]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

function buildWire(
  parts: CallerParts,
  rule: CallRule,
  spec: CallSpec<unknown>,
  sign: Readonly<Record<string, string>>,
): WireRequest {
  const path = `${parts.basePath}${parts.login.prefix}${fillPath(rule.path, spec.params ?? {})}${queryText(spec.query ?? {})}`;
  const hasBody = spec.body !== undefined;
  return {
    method: rule.method,
    path,
    headers: {
      ...sign,
      accept: spec.accept ?? "application/json",
      "user-agent": parts.userAgent,
      ...(hasBody ? { "content-type": "application/json;charset=utf-8" } : {}),
    },
    body: hasBody ? JSON.stringify(spec.body) : null,
    freshConnection: rule.repeat === "ifUnsent",
    timeoutMs: spec.timeoutMs ?? parts.requestTimeoutMs,
  };
}

const FAULT_WORDS: Readonly<Record<WireFault["kind"], readonly [says: string, hint: string]>> = {
  refused: [
    "the connection was refused",
    "Check the base URL, firewalls and proxies between this machine and SCM.",
  ],
  dns: ["the host name can't be resolved", "Check the base URL and this machine's name resolution."],
  tls: [
    "no secure connection could be made",
    "Check for a proxy that inspects TLS, and that the authority of the server's certificate is trusted here.",
  ],
  connect_timeout: [
    "no connection could be made in time",
    "Check firewalls and proxies between this machine and SCM.",
  ],
  timeout: ["no complete answer came in time", "Try again later, or raise the request timeout."],
  reset: ["the connection broke before the answer was complete", "Try again."],
  truncated: ["the answer was shorter than announced", "Try again."],
  too_large: ["the answer was larger than this client accepts", "Ask for less at once."],
  malformed: ["the answer was not HTTP", "Check the base URL and any proxy on the way."],
  stopped: ["stopped while waiting for the answer", "Run again."],
};

/** Why nothing usable came back: surely unsent is an outage, everything else lost, since it may have taken effect. */
function faultError(spec: CallSpec<unknown>, rule: CallRule, host: string, fault: WireFault): SectigoError {
  if (fault.kind === "stopped" && rule.repeat === "always" && fault.cause instanceof SectigoError)
    return fault.cause;
  const [says, hint] = FAULT_WORDS[fault.kind];
  const message = `${spec.what}: ${says} (${fault.detail}, host ${host})`;
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

function afterFault(spec: CallSpec<unknown>, rule: CallRule, host: string, fault: WireFault): Failed {
  const mayHeal = !["tls", "too_large", "stopped", "malformed"].includes(fault.kind);
  return {
    ok: false,
    status: undefined,
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

/** Names what was found in SCM's own words, escaped and with known secrets removed. */
function sentence(
  parts: CallerParts,
  spec: CallSpec<unknown>,
  says: string,
  answer: WireAnswer,
  words: string | undefined,
): string {
  const found = words !== undefined ? `; SCM says "${plainText(scrub(words, parts.login.secrets))}"` : "";
  const page = isHtml(answer) ? "; a web page came instead of SCM's answer" : "";
  return `${spec.what}: ${says}${found || page}`;
}

/** A refusal as an error. A gateway's 5xx after an order leaves open whether SCM carried it out. */
function afterRefusal(
  parts: CallerParts,
  spec: CallSpec<unknown>,
  rule: CallRule,
  answer: WireAnswer,
): Failed {
  const { vendorCode, words } = readRefusal(answer);
  const meaning = meaningOf(spec.call, answer.status, vendorCode);
  const retryAfterMs = readRetryAfter(answer.headers["retry-after"], parts.clock.now());
  const facts = { call: spec.call, status: answer.status, vendorCode, requestId: requestId(answer) };
  const whose = meaning.kind === "login" ? `${meaning.says} of ${parts.login.describe}` : meaning.says;
  const message = sentence(parts, spec, whose, answer, words);
  const isOpen = rule.repeat === "ifUnsent" && (answer.status >= 500 || answer.status === 408);
  const error = isOpen
    ? new LostError(`${message}; it may have taken effect`, {
        ...facts,
        code: "lost.gateway",
        hint: CHECK_BY_LOOKING,
      })
    : refusalError(message, meaning, { ...facts, hint: meaning.hint, retryAfterMs });
  const mayHeal =
    (error instanceof OutageError || error instanceof RateError || isOpen) && answer.status !== 501;
  return { ok: false, error, status: answer.status, failure: { wasSent: true, mayHeal, retryAfterMs } };
}

function judgeAnswer<T>(parts: CallerParts, spec: CallSpec<T>, rule: CallRule, answer: WireAnswer): Tried<T> {
  if (answer.status >= 200 && answer.status < 300) {
    const decoded = spec.decode(answer);
    return decoded.ok ? decoded : unreadable(spec, rule, answer, decoded);
  }
  const recovered = spec.recover?.({ status: answer.status, ...readRefusal(answer) });
  return recovered === undefined ? afterRefusal(parts, spec, rule, answer) : { ok: true, value: recovered };
}

async function tryOnce<T>(
  parts: CallerParts,
  spec: CallSpec<T>,
  guard: Watch,
  attempt: number,
): Promise<Tried<T>> {
  const rule = callRule(spec.call);
  const sign = await parts.login.headers(guard.signal);
  const wire = buildWire(parts, rule, spec, sign);
  const startedAt = parts.clock.now().getTime();
  const outcome = await parts.transport.send(wire, guard.signal);
  const durationMs = parts.clock.now().getTime() - startedAt;
  const line = {
    call: spec.call,
    method: wire.method,
    path: wire.path,
    host: parts.host,
    attempt,
    durationMs,
  };
  if (!outcome.ok) {
    parts.log.debug("no answer from SCM", { ...line, reason: outcome.fault.kind });
    return afterFault(spec, rule, parts.host, outcome.fault);
  }
  const { status, body } = outcome.answer;
  parts.log.debug("answer from SCM", { ...line, status, bytes: body.length });
  return judgeAnswer(parts, spec, rule, outcome.answer);
}

/** The last error, and how long it was tried in vain when there was more than one try. */
function pauseOrGiveUp(
  parts: CallerParts,
  spec: CallSpec<unknown>,
  failed: Failed,
  attempt: number,
  guard: Watch,
): number {
  const { repeat } = callRule(spec.call);
  const verdict = judgeRetry(repeat, failed.failure, { attempt, policy: parts.retry, random: parts.random });
  if (!verdict.retry) {
    parts.log.debug("call given up", {
      call: spec.call,
      attempt,
      reason: verdict.reason,
      code: failed.error.code,
    });
    throw failed.error;
  }
  // To sleep past the deadline would only replace this error by a poorer one.
  if (verdict.delayMs >= guard.leftMs()) throw failed.error;
  parts.log.info("call will be repeated", {
    call: spec.call,
    attempt,
    delayMs: verdict.delayMs,
    code: failed.error.code,
  });
  return verdict.delayMs;
}

/** Puts login, gate, transport, classification and repetition together. */
export function createCaller(parts: CallerParts): Caller {
  return {
    async run(spec, options = {}) {
      const guard = watch(spec.what, options, parts.clock);
      try {
        let hasRenewed = false;
        for (let attempt = 1; ; attempt += 1) {
          guard.check();
          const tried = await parts.gate.pass(() => tryOnce(parts, spec, guard, attempt), guard.signal);
          if (tried.ok) return tried.value;
          if (tried.status === 401 && !hasRenewed && parts.login.renew()) {
            // A refused sign-in comes before everything else at SCM, so even an order surely was not carried out.
            hasRenewed = true;
            continue;
          }
          await parts.clock.wait(pauseOrGiveUp(parts, spec, tried, attempt, guard), guard.signal);
        }
      } finally {
        guard.release();
      }
    },
  };
}
