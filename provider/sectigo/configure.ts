import {
  allowedHosts,
  type Clock,
  ConfigError,
  createScmClient,
  DEFAULT_BASE_URL,
  judgeBaseUrl,
  noticingActs,
  runUrl,
  systemAuthorities,
} from "../../core/index.ts";
import { parseDuration } from "../framework/duration.ts";
import type { ConfigureRequest } from "../framework/provider.ts";
import { Unknown } from "../framework/value.ts";
import type { providerAttributes } from "./attributes.ts";
import { BusinessUnits } from "./business-units.ts";
import { Catalog } from "./catalog.ts";
import type { AccountIdentity, Connection } from "./connection.ts";
import { explain } from "./explain.ts";
import { HeldCertificates } from "./held-certificates.ts";
import { accountOf } from "./inventory/account-of.ts";
import { InventoryStores } from "./inventory/stores.ts";
import { createOrdering, type Ordering } from "./ordering.ts";
import { RefreshReports } from "./refresh-reports.ts";
import { sensorsOf } from "./sensors-argument.ts";
import { BLOCK, resolveSettings, SETTING_NAMES, type SettingName, type Settings } from "./settings.ts";
import { chooseSignIn, loginOf } from "./sign-in.ts";
import type { Surroundings } from "./surroundings.ts";
import { Turns } from "./turns.ts";

type Request = ConfigureRequest<typeof providerAttributes>;

/**
 * The settings of this provider block; null while one of them is known only after apply.
 * @throws ConfigError when a file that the environment names can't be read
 */
export function knownSettings(
  config: Request["config"],
  { variables, readFile }: Surroundings,
): Settings | null {
  const entries = SETTING_NAMES.map((name) => [name, config[name]] as const);
  const known = entries.flatMap(([name, value]) =>
    value instanceof Unknown ? [] : [[name, value] as const],
  );
  // Without its sensors a call would go a way that was not chosen.
  if (known.length < entries.length || config.sensors instanceof Unknown) return null;
  // Every name is in it: none was unknown.
  return resolveSettings(
    Object.fromEntries(known) as Record<SettingName, string | null>,
    variables,
    readFile,
  );
}

/**
 * Opens the connection to the account; makes no call, since Terraform configures a provider anew in every walk.
 * @throws ConfigError naming the setting that is missing or can't be used
 */
export function connect(request: Request, settings: Settings, surroundings: Surroundings): Connection {
  const { variables, version, random, log } = surroundings;
  const { max_parallel_requests: width, request_timeout: patience, sensors: given } = request.config;
  const sensors = given instanceof Unknown ? [] : sensorsOf(given);
  const clock = clockFor(settings.base_url?.value, surroundings);
  const inventories = new InventoryStores({ variables, clock, log });
  const plain = createScmClient({
    baseUrl: settings.base_url?.value,
    allowedHosts: allowedHosts(variables),
    login: loginOf(chooseSignIn(settings), settings),
    sensors,
    variables,
    ...authoritiesOf(settings, surroundings),
    // Only matters of speed and patience, so while they are unknown the client's own defaults serve.
    maxParallelRequests: width instanceof Unknown || width === null ? undefined : width,
    requestTimeoutMs: patience instanceof Unknown ? undefined : (parseDuration(patience ?? "") ?? undefined),
    userAgent: `terraform-provider-sectigo/${version} Terraform/${request.terraformVersion}`,
    ...{ clock, random, log },
  });
  const identity = identityOf(plain.host, settings);
  const client = noticingActs(plain, (sslIds) => inventories.noteAct(accountOf(identity), sslIds));
  return {
    client,
    clock,
    log,
    catalog: new Catalog(client, clock),
    ordering: orderingOf(request, settings, surroundings),
    reports: new RefreshReports({ client, clock, log }),
    inventories,
    turns: new Turns(),
    madeForms: new Set(),
    justImported: new Set(),
    held: new HeldCertificates(),
    identity,
    sensorNames: sensors.map(({ name }) => name),
    businessUnits: businessUnitsOf(request, variables),
    account: client.loginDescription,
    explain: (thrown) => explain(thrown, settings),
  };
}

/** Those of the provider block are the configuration's; those of the environment the operator's. */
function authoritiesOf({ ca_certificates_pem: given }: Settings, { variables, readFile }: Surroundings) {
  const isOwn = given?.source === BLOCK;
  const ofOperator = [isOwn ? undefined : given?.value, systemAuthorities(variables, readFile) ?? undefined];
  return {
    caCertificatesPem: isOwn ? given?.value : undefined,
    systemAuthoritiesPem: ofOperator.filter((pem) => pem !== undefined).join("\n") || undefined,
  };
}

/** While the block's list is unknown, the environment's alone decides. */
function businessUnitsOf({ config }: Request, variables: Surroundings["variables"]): BusinessUnits {
  const { business_units: given } = config;
  return new BusinessUnits(given instanceof Unknown ? null : given, variables);
}

function identityOf(host: string, settings: Settings): AccountIdentity {
  const isClient = chooseSignIn(settings) === "oauth2";
  const administrator = (isClient ? settings.client_id : settings.username)?.value ?? "";
  return { host, customerUri: settings.customer_uri?.value ?? null, administrator };
}

/** The test clock stands still; against a real SCM it would misjudge every deadline and renewal. */
function clockFor(baseUrl: string | undefined, { clock, variables }: Surroundings): Clock {
  const verdict = judgeBaseUrl(baseUrl ?? DEFAULT_BASE_URL, allowedHosts(variables));
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

/** Whatever of this is unknown only bounds what may happen, so until then the defaults serve. */
function orderingOf({ config }: Request, settings: Settings, { variables, random }: Surroundings): Ordering {
  const known = <T>(value: T | Unknown): T | null => (value instanceof Unknown ? null : value);
  return createOrdering({
    origin: {
      scope: known(config.order_scope) ?? (variables.SECTIGO_ORDER_SCOPE || null),
      runUrl: runUrl(variables),
    },
    adoptWithinMs: parseDuration(known(config.adopt_within) ?? ""),
    random,
    login: chooseSignIn(settings) === "oauth2" ? null : (settings.username?.value ?? null),
    maxOrders: known(config.max_orders_per_run),
    maxRevocations: known(config.max_revocations_per_run),
  });
}
