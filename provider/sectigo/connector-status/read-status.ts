import {
  ConfigError,
  passwordDaysLeft,
  quoted,
  readAccount,
  type SensorFinding,
  StoreError,
  trySensors,
  type WaitOptions,
} from "../../../core/index.ts";
import type { Config, Operation, State } from "../../framework/resource.ts";
import { bySensors } from "../by-sensors.ts";
import { type Connection, waitOf } from "../connection.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import { inOneText } from "../explain.ts";
import { accountOf } from "../inventory/account-of.ts";
import { refuseOtherAccount } from "../other-account.ts";
import type { statusAttributes } from "./attributes.ts";

type Request = Omit<Operation<Connection>, "private"> & { readonly config: Config<typeof statusAttributes> };
type Status = State<typeof statusAttributes>;

/**
 * Tries the link, and looks at what the administrator may do. An outage is an answer here, not an error.
 * @throws ConfigError when the connector is another account's or another business unit's
 */
export async function readStatus(request: Request): Promise<Status> {
  const { api, config, log } = request;
  const { connector, store } = config;
  refuseOtherAccount(connector, api.identity, "connector");
  api.businessUnits.check(connector.business_unit, `read the status of connector ${label(connector)}`);
  const answer = { connector, store, sensors: [], privileges: null, password_expires: null };
  if (connector.verify === false)
    return { ...answer, status: "initial", reason: "Its link is not verified: verify is false." };
  const wait = waitOf(request);
  log.info("connector testing", { connector: connector.name ?? "" });
  const findings = await trySensors(api.client, sensorsToTry(request), wait);
  const troubles = findings.flatMap((finding) => sentence(finding, api));
  const found = {
    sensors: findings.flatMap((finding) => (finding.name === null ? [] : [shown(finding, api)])),
    reason: troubles.length === 0 ? null : troubles.join("\n"),
  };
  const working = findings.find(({ state }) => state === "active");
  if (working === undefined) return { ...answer, ...found, status: "action_needed" };
  return { ...answer, ...found, ...(await readLive(request, working, wait)) };
}

/** What only an account that answers can tell. */
async function readLive(request: Request, { name }: SensorFinding, wait: WaitOptions) {
  const { api } = request;
  const client = api.client.through(name === null ? null : [name]);
  const { privileges, passwordExpires } = await readAccount(client, api.ordering.login, wait);
  warnOfPassword(request, passwordExpires);
  return {
    status: (await isImporting(request)) ? "running" : "active",
    privileges,
    password_expires: passwordExpires,
  };
}

/** The connector's own; all of the provider's where it has none, or names one that is gone. */
function sensorsToTry({ api, config, warn }: Request): readonly string[] {
  const { sensors } = config.connector;
  const { diagnostics } = bySensors(api, sensors);
  for (const { summary, detail } of diagnostics) warn(summary, detail);
  return diagnostics.length > 0 ? api.sensorNames : (sensors ?? api.sensorNames);
}

function label({ name }: ConnectorRef): string {
  return quoted(name ?? "");
}

function shown({ name, state, trouble }: SensorFinding, api: Connection) {
  return {
    name: name ?? "",
    status: state,
    reason: trouble === null ? null : inOneText(api.explain(trouble)),
  };
}

function sentence({ name, trouble }: SensorFinding, api: Connection): readonly string[] {
  if (trouble === null) return [];
  const whose = name === null ? "" : `Sensor ${quoted(name)}: `;
  return [`${whose}${inOneText(api.explain(trouble))}`];
}

function warnOfPassword({ api, warn }: Pick<Request, "api" | "warn">, expires: string | null): void {
  const left = passwordDaysLeft(expires, api.clock.now());
  if (left === null) return;
  const when = left === 0 ? "ends today" : `ends in ${left} days`;
  warn(
    `The SCM password of ${api.account} ${when}`,
    `It ends on ${expires}. Set a new one in SCM, and wherever this provider takes it from; every call fails once it has ended.`,
  );
}

/** A store that can't be used, or has no place, runs no import. */
async function isImporting({ api, config, log }: Request): Promise<boolean> {
  try {
    const store = await api.inventories.at(config.store);
    return store !== null && (await store.isImporting(accountOf(api.identity)));
  } catch (thrown) {
    if (!(thrown instanceof StoreError || thrown instanceof ConfigError)) throw thrown;
    log.debug("no store to look at", { reason: thrown.code });
    return false;
  }
}
