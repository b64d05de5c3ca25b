import type { Clock } from "../../base/clock.ts";
import type { WaitOptions } from "../../base/deadline.ts";
import { PendingError, StateError } from "../../base/errors.ts";
import type { Logger } from "../../base/log.ts";
import { quoted } from "../../base/text.ts";
import type { ScmClient } from "../../scm/client.ts";
import type { DcvStatus } from "../../scm/schemas/domains.ts";
import { pauseAfter } from "../certificate/execute/polling.ts";
import { type ValidationMethod, wireMethod } from "./challenge.ts";
import { judgeValidation } from "./judge-validation.ts";

/** A challenge that was started, and how it is to be submitted. */
export interface StartedValidation {
  readonly domain: string;
  readonly method: ValidationMethod;
  /** By `challengeId`; null where SCM shows none. */
  readonly challenge: string | null;
  /** For `email`: one of the addresses that SCM offers. */
  readonly email?: string | undefined;
  /** For `dns_connector`. */
  readonly dnsConnectorId?: string | undefined;
  readonly dnsProvider?: string | undefined;
}

interface AwaitContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly deadline: Date;
  readonly log?: Logger | undefined;
}

/**
 * Tells SCM that a challenge is published, unless it knows already, and waits until the CA has found it.
 * @returns the status of a domain that is validated
 * @throws PendingError `pending.validation` when the time is over; StateError `state.validation_void`,
 *         `state.validation_rejected`, `state.validation_absent`; what every call throws
 */
export async function awaitValidation(
  client: ScmClient,
  started: StartedValidation,
  { clock, signal, deadline, log }: AwaitContext,
): Promise<DcvStatus> {
  const { domain } = started;
  const wait = { signal, deadline };
  const began = clock.now().getTime();
  for (let isSubmitted = false; ; ) {
    const status = await client.domainValidations.status(domain, wait);
    const verdict = judgeValidation(
      { domain, status, challenge: started.challenge, policy: {} },
      clock.now(),
    );
    if (verdict.kind === "valid" || verdict.kind === "due") return status;
    if (verdict.kind !== "pending") throw cannotEnd(domain, verdict.kind);
    if (!verdict.isSubmitted && !isSubmitted) {
      await submit(client, started, wait);
      isSubmitted = true;
      continue;
    }
    const pauseMs = pauseAfter(clock.now().getTime() - began);
    if (clock.now().getTime() + pauseMs >= deadline.getTime()) throw stillWaiting(started, status);
    log?.info("waiting for a domain to be validated", {
      domain,
      nextLookSeconds: Math.round(pauseMs / 1000),
    });
    await clock.wait(pauseMs, signal);
  }
}

async function submit(client: ScmClient, started: StartedValidation, wait: WaitOptions): Promise<void> {
  const { domain, method, email, dnsConnectorId, dnsProvider } = started;
  await client.domainValidations.submit(
    wireMethod(method),
    { domain, email, dnsConnectorId, dnsProvider },
    wait,
  );
}

const REASONS = {
  void: [
    "validation_void",
    "the validation was started again, which makes this challenge worthless",
    "Run again: a new challenge is started, to be published in place of this one.",
  ],
  rejected: [
    "validation_rejected",
    "the CA has refused the validation",
    "Check the domain with Sectigo's support, then run again.",
  ],
  ended: [
    "validation_absent",
    "the former validation has ended, and no other is under way",
    "Run again: a new challenge is started.",
  ],
  absent: [
    "validation_absent",
    "no validation is under way: the challenge was cleared in SCM",
    "Run again: a new challenge is started.",
  ],
} as const;

function cannotEnd(domain: string, kind: keyof typeof REASONS): StateError {
  const [code, why, hint] = REASONS[kind];
  return new StateError(`validate domain ${quoted(domain)}: ${why}`, { code: `state.${code}`, hint });
}

function stillWaiting({ domain, method }: StartedValidation, { nextCheck }: DcvStatus): PendingError {
  const next = nextCheck === null ? "" : `; its next look is at ${nextCheck}`;
  return new PendingError(`validate domain ${quoted(domain)}: the CA has not found the proof yet${next}`, {
    code: "pending.validation",
    hint: HINTS[method],
  });
}

const DNS_HINT = "Check with a DNS look-up that the record is public as given, then run again.";
const FILE_HINT = "Check that the file can be read from outside at the address given, then run again.";
const HINTS: Readonly<Record<ValidationMethod, string>> = {
  cname: DNS_HINT,
  txt: DNS_HINT,
  http: FILE_HINT,
  https: FILE_HINT,
  email: "Have the recipient of Sectigo's mail confirm it, then run again.",
  dns_connector: "Check in SCM that the DNS connector is connected and serves this domain, then run again.",
};
