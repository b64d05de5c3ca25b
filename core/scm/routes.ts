import type { Clock } from "../base/clock.ts";
import { ConfigError } from "../base/errors.ts";
import type { Logger } from "../base/log.ts";
import { quoted } from "../base/text.ts";
import { Breaker } from "./breaker.ts";
import type { Transport, WireOutcome, WireRequest } from "./transport.ts";
import type { WireFault } from "./wire-fault.ts";
import { faultWords } from "./wire-fault.ts";

/** One way to SCM. */
export interface Route {
  /** Of the sensor; null for the only way there is when no sensor is declared. */
  readonly name: string | null;
  readonly transport: Transport;
  /** What stands before every path at this route's address. */
  readonly basePath: string;
}

/** All ways to one host, in the user's order. */
export interface Routes {
  /**
   * Sends by these routes in this order, or by all; the first that leads to SCM carries the request.
   * @throws ConfigError `config.sensor_unknown`
   */
  through(names: readonly string[] | null): Pick<Transport, "send">;
  close(): Promise<void>;
}

/** What all routes share. */
export interface RouteParts {
  readonly clock: Clock;
  readonly log: Logger;
}

/** A route and what is known of it. */
interface Station {
  readonly route: Route;
  readonly breaker: Breaker;
  /** Why it last led nowhere; "" before. */
  trouble: string;
}

/**
 * Ordered failover. A route fails when no connection comes about by it, and then nothing has left this machine, so that
 * even an order may go by the next one. Whatever a connection carries is SCM's word, a refusal too, and what breaks on the
 * way back is for the caller to judge: neither is sent again here.
 */
export function createRoutes(routes: readonly Route[], { clock, log }: RouteParts): Routes {
  const stations = routes.map((route): Station => ({ route, breaker: new Breaker(clock), trouble: "" }));
  return {
    through(names) {
      const chosen = names === null ? stations : names.map((name) => find(stations, name));
      return { send: (wire, signal) => sendBy(chosen, { wire, signal, log }) };
    },
    async close() {
      await Promise.all(routes.map(({ transport }) => transport.close()));
    },
  };
}

function find(stations: readonly Station[], name: string): Station {
  const found = stations.find(({ route }) => route.name === name);
  if (found !== undefined) return found;
  const known = stations.flatMap(({ route }) => (route.name === null ? [] : [quoted(route.name)]));
  throw new ConfigError(`go by sensor ${quoted(name)}: no such sensor is declared`, {
    code: "config.sensor_unknown",
    path: "sensors",
    hint: known.length === 0 ? "Declare it." : `Choose among ${known.join(", ")}, or declare it.`,
  });
}

interface Sending {
  readonly wire: WireRequest;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

async function sendBy(stations: readonly Station[], sending: Sending): Promise<WireOutcome> {
  const { wire, log } = sending;
  const [only] = stations;
  if (only?.route.name === null) return carry(only.route, sending);
  const isBroken = ({ route }: Station): boolean => route.name === wire.avoidRoute;
  const ordered = [...stations.filter((each) => !isBroken(each)), ...stations.filter(isBroken)];
  let hasTried = false;
  for (const station of ordered) {
    const pass = station.breaker.enter();
    if (pass === null) continue;
    hasTried = true;
    const outcome = await carry(station.route, sending);
    pass.settle(useOf(outcome));
    if (!isPassedOver(outcome)) return outcome;
    station.trouble = faultWords(outcome.fault);
    log.warn("sensor passed over", { sensor: station.route.name, reason: outcome.fault.kind });
  }
  return { ok: false, fault: noSensor(ordered, hasTried) };
}

async function carry({ name, transport, basePath }: Route, { wire, signal }: Sending): Promise<WireOutcome> {
  const outcome = await transport.send({ ...wire, path: `${basePath}${wire.path}` }, signal);
  if (outcome.ok || name === null) return outcome;
  return { ok: false, fault: { ...outcome.fault, route: name } };
}

function useOf(outcome: WireOutcome) {
  if (outcome.ok || outcome.fault.wasSent) return "connected";
  return outcome.fault.kind === "stopped" ? "unknown" : "failed";
}

/** Only while surely nothing has left this machine. */
function isPassedOver(outcome: WireOutcome): outcome is Extract<WireOutcome, { ok: false }> {
  return useOf(outcome) === "failed";
}

/** Each sensor's cause. When all of them rest, trying again within moments would find them resting still. */
function noSensor(stations: readonly Station[], hasTried: boolean): WireFault {
  const causes = stations.map(({ route, breaker, trouble }) => {
    const until = breaker.restsUntil?.toISOString();
    const rest = until === undefined ? "" : `, not tried again before ${until}`;
    return `sensor ${quoted(route.name ?? "")}: ${trouble}${rest}`;
  });
  return { kind: "no_sensor", wasSent: false, detail: "", cause: undefined, causes, isLasting: !hasTried };
}
