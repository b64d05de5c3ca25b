import {
  type Clock,
  ConfigError,
  createScmClient,
  DEFAULT_BASE_URL,
  judgeBaseUrl,
  type ScmClient,
  type ScmClientOptions,
  standingClock,
} from "../core/index.ts";
import { createDebugLog } from "./debug-log.ts";
import { type ConnectionInputs, missingSettings, type Variables } from "./inputs/connection.ts";
import type { Step } from "./step.ts";
import { VERSION } from "./version.ts";

/**
 * Makes the client of the account; sends nothing yet.
 * @throws ConfigError naming every setting that is missing, with the place to set it
 */
export function connect(inputs: ConnectionInputs, step: Step): ScmClient {
  return createScmClient(clientOptions(inputs, step));
}

/** How the account is reached. @throws ConfigError naming every setting that is missing, with the place to set it */
export function clientOptions(
  inputs: ConnectionInputs,
  { clock, random, variables, log }: Step,
): ScmClientOptions {
  if (inputs.login === null) throw missingSettings(inputs.missing);
  return {
    baseUrl: inputs.baseUrl ?? undefined,
    allowedHosts: inputs.allowedHosts,
    login: inputs.login,
    sensors: inputs.sensors,
    caCertificatesPem: inputs.caCertificatesPem ?? undefined,
    systemAuthoritiesPem: inputs.systemAuthoritiesPem ?? undefined,
    variables,
    maxParallelRequests: inputs.maxParallelRequests ?? undefined,
    userAgent: `sectigo-action/${VERSION}`,
    log: createDebugLog({ log, variables }),
    ...{ clock, random },
  };
}

/**
 * `SECTIGO_TEST_CLOCK`: an instant at which the clock stands still, for tests; against a real SCM it would misjudge every
 * renewal, so it counts on loopback only.
 * @throws ConfigError `config.test_clock`
 */
export function clockFor(baseUrl: string | null, variables: Variables, clock: Clock): Clock {
  const text = variables.SECTIGO_TEST_CLOCK;
  if (!text) return clock;
  const verdict = judgeBaseUrl(baseUrl ?? DEFAULT_BASE_URL, []);
  const instant = new Date(text);
  if (verdict.ok && verdict.isLoopback && !Number.isNaN(instant.getTime())) return standingClock(instant);
  throw new ConfigError("read SECTIGO_TEST_CLOCK: it is not an instant, or SCM is not on this machine", {
    code: "config.test_clock",
    hint: "Unset it; it is for tests against a server on loopback only.",
  });
}
