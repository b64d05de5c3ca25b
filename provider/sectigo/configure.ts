import { type Clock, ConfigError, createScmClient, judgeBaseUrl } from "../../core/index.ts";
import { parseDuration } from "../framework/duration.ts";
import type { ConfigureRequest } from "../framework/provider.ts";
import { Unknown } from "../framework/value.ts";
import type { providerAttributes } from "./attributes.ts";
import { Catalog } from "./catalog.ts";
import type { Connection } from "./connection.ts";
import { explain } from "./explain.ts";
import { allowedHosts, type EnvironmentVariables, resolveSettings, type Settings } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

type Request = ConfigureRequest<typeof providerAttributes>;

/**
 * The settings of this provider block; null while one of them is known only after apply.
 * @throws ConfigError naming those that are missing
 */
export function knownSettings(config: Request["config"], variables: EnvironmentVariables): Settings | null {
  const { base_url, customer_uri, username, password } = config;
  if (base_url instanceof Unknown || customer_uri instanceof Unknown) return null;
  if (username instanceof Unknown || password instanceof Unknown) return null;
  return resolveSettings({ base_url, customer_uri, username, password }, variables);
}

/**
 * Opens the connection to the account; makes no call, since Terraform configures a provider anew in every walk.
 * @throws ConfigError naming the setting that can't be used
 */
export function connect(request: Request, settings: Settings, surroundings: Surroundings): Connection {
  const { base_url, customer_uri, username, password } = settings;
  const { variables, version, random, log } = surroundings;
  const { max_parallel_requests: width, request_timeout: patience } = request.config;
  const clock = clockFor(base_url.value, surroundings);
  const client = createScmClient({
    baseUrl: base_url.value,
    allowedHosts: allowedHosts(variables),
    login: {
      kind: "password",
      customerUri: customer_uri.value,
      username: username.value,
      password: password.value,
    },
    // Only matters of speed and patience, so while they are unknown the client's own defaults serve.
    maxParallelRequests: width instanceof Unknown || width === null ? undefined : width,
    requestTimeoutMs: patience instanceof Unknown ? undefined : (parseDuration(patience ?? "") ?? undefined),
    userAgent: `terraform-provider-sectigo/${version} Terraform/${request.terraformVersion}`,
    ...{ clock, random, log },
  });
  return {
    client,
    clock,
    catalog: new Catalog(client, clock),
    account: client.loginDescription,
    explain: (thrown) => explain(thrown, settings),
  };
}

/** The test clock stands still; against a real SCM it would misjudge every deadline and renewal. */
function clockFor(baseUrl: string, { clock, variables }: Surroundings): Clock {
  const verdict = judgeBaseUrl(baseUrl, allowedHosts(variables));
  // An address that is refused altogether is for the client to refuse, which says why.
  if (!variables.SECTIGO_TEST_CLOCK || !verdict.ok || verdict.isLoopback) return clock;
  throw new ConfigError(
    `configure the provider: SECTIGO_TEST_CLOCK is set, and ${verdict.origin} is not this machine`,
    {
      code: "config.test_clock",
      path: "base_url",
      hint: "Unset SECTIGO_TEST_CLOCK; it is for tests against a server on loopback only.",
    },
  );
}
