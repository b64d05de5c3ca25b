import { ConfigError, createScmClient } from "../../core/index.ts";
import type { ConfigureRequest } from "../framework/provider.ts";
import { Unknown } from "../framework/value.ts";
import type { providerAttributes } from "./attributes.ts";
import { Catalog, type Connection } from "./connection.ts";
import { allowedHosts, resolveSettings } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

type Request = ConfigureRequest<typeof providerAttributes>;

const DEFAULT_PARALLEL_REQUESTS = 8;

/**
 * Opens the connection to the account of this provider block; makes no call, since Terraform configures a provider anew
 * in every walk. Null while a setting is known only after apply.
 * @throws ConfigError naming the setting that is missing or wrong
 */
export async function configure(request: Request, surroundings: Surroundings): Promise<Connection | null> {
  const { config } = request;
  const { base_url, customer_uri, username, password, max_parallel_requests } = config;
  if (base_url instanceof Unknown || customer_uri instanceof Unknown) return null;
  if (username instanceof Unknown || password instanceof Unknown || max_parallel_requests instanceof Unknown)
    return null;
  const settings = resolveSettings({ base_url, customer_uri, username, password }, surroundings.variables);
  const client = createScmClient({
    baseUrl: settings.base_url.value,
    allowedHosts: allowedHosts(surroundings.variables),
    login: {
      kind: "password",
      customerUri: settings.customer_uri.value,
      username: settings.username.value,
      password: settings.password.value,
    },
    maxParallelRequests: max_parallel_requests ?? DEFAULT_PARALLEL_REQUESTS,
    userAgent: `terraform-provider-sectigo/${surroundings.version} Terraform/${request.terraformVersion}`,
    clock: clockFor(settings.base_url.value, surroundings),
    random: surroundings.random,
    log: surroundings.log,
  });

  return {
    client,
    clock: surroundings.clock,
    catalog: new Catalog(client),
    account: client.loginDescription,
  };
}

/** The test clock stands still; against a real SCM it would misjudge every deadline and renewal. */
function clockFor(baseUrl: string, { clock, variables }: Surroundings) {
  const isLoopback = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:|\/|$)/.test(baseUrl);
  if (variables.SECTIGO_TEST_CLOCK && !isLoopback) {
    throw new ConfigError(
      "configure the provider: SECTIGO_TEST_CLOCK is set, and base_url is not this machine",
      {
        code: "config.test_clock",
        path: "base_url",
        hint: "Unset SECTIGO_TEST_CLOCK; it is for tests against a server on loopback only.",
      },
    );
  }
  return clock;
}
