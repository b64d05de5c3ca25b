import type { Clock } from "../base/clock.ts";
import { type WaitOptions, type Watch, watch } from "../base/deadline.ts";
import type { Logger } from "../base/log.ts";
import { buildWire, type CallSpec, type Edition } from "./call-spec.ts";
import { callRule } from "./calls.ts";
import type { Gate } from "./gate.ts";
import { afterFault, type Failed, judgeAnswer, type Tried } from "./judge-answer.ts";
import type { LoginSession, SignInHeaders } from "./login.ts";
import { judgeRetry, type RetryPolicy } from "./retry.ts";
import type { ServerClock } from "./server-clock.ts";
import type { Transport } from "./transport.ts";

export interface Caller {
  /** Sends, repeats where that is safe, decodes. @throws SectigoError of every class but ConfigError and PkiError */
  run<T>(spec: CallSpec<T>, options?: WaitOptions): Promise<T>;
}

export interface CallerParts {
  readonly transport: Pick<Transport, "send">;
  readonly login: LoginSession;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
  readonly retry: RetryPolicy;
  readonly requestTimeoutMs: number;
  /** The same for reports. */
  readonly reportTimeoutMs: number;
  readonly userAgent: string;
  readonly serverClock: ServerClock;
  /** Secrets that answers have told, shared by all callers of a client. */
  readonly told: Set<string>;
  /** For messages. */
  readonly host: string;
  /** Which generation of paths the host serves. */
  readonly edition: Edition;
}

/** With what a try was signed, for the renewal after a 401. */
interface Signed {
  readonly sign: SignInHeaders;
}

interface Turn {
  readonly attempt: number;
  /** The sensor by which the try before broke. */
  readonly avoidRoute: string | undefined;
}

async function tryOnce<T>(
  parts: CallerParts,
  spec: CallSpec<T>,
  guard: Watch,
  { attempt, avoidRoute }: Turn,
): Promise<Tried<T> & Signed> {
  const rule = callRule(spec.call);
  const sign = await parts.login.headers(guard.signal);
  const reader = spec.read?.();
  const wire = {
    ...buildWire(spec, rule, sign, {
      edition: parts.edition,
      prefix: parts.login.prefix,
      userAgent: parts.userAgent,
      timeoutMs: parts.requestTimeoutMs,
      longTimeoutMs: parts.reportTimeoutMs,
    }),
    receive: reader && ((chunk: Uint8Array) => reader.receive(chunk)),
    avoidRoute,
  };
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
    return { ...afterFault(spec, rule, parts.host, outcome.fault), sign };
  }
  const { status, body, headers } = outcome.answer;
  parts.serverClock.note(headers.date, parts.clock.now());
  parts.log.debug("answer from SCM", { ...line, status, bytes: body.length });
  const decode = reader?.decode ?? spec.decode;
  return { ...judgeAnswer(parts, { ...spec, decode }, rule, outcome.answer), sign };
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
        let avoidRoute: string | undefined;
        for (let attempt = 1; ; attempt += 1) {
          guard.check();
          const turn = { attempt, avoidRoute };
          const tried = await parts.gate.pass(() => tryOnce(parts, spec, guard, turn), guard.signal);
          if (tried.ok) return tried.value;
          avoidRoute = tried.route;
          if (tried.status === 401 && !hasRenewed && parts.login.renew(tried.sign)) {
            // A refused sign-in comes before everything else at SCM, so even an order surely was not carried out.
            hasRenewed = true;
            continue;
          }
          const pauseMs = pauseOrGiveUp(parts, spec, tried, attempt, guard);
          guard.failed(tried.error);
          await parts.clock.wait(pauseMs, guard.signal);
        }
      } finally {
        guard.release();
      }
    },
  };
}
