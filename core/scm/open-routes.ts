import { ConfigError } from "../base/errors.ts";
import { readAuthorities } from "./authorities.ts";
import type { GoodUrl } from "./base-url.ts";
import { judgeBaseUrl } from "./base-url.ts";
import { type ProxyVariables, proxyFromVariables } from "./proxy-variables.ts";
import { createRoutes, type Route, type RouteParts, type Routes } from "./routes.ts";
import { judgeSensors, proxyOf, type Sensor } from "./sensors.ts";
import { createTransport, type TransportOptions } from "./transport.ts";

/** What is reached, and how it is spoken to. */
export interface RouteTarget {
  readonly url: GoodUrl;
  /** Sensors may have an address of their own for SCM, never for the token host. */
  readonly isScm: boolean;
  readonly connections: number;
  readonly tls: NonNullable<TransportOptions["tls"]>;
}

/** By which ways. */
export interface Ways {
  /** In order; empty goes straight, or by the environment's proxy. */
  readonly sensors: readonly Sensor[];
  readonly proxyVariables: ProxyVariables;
  readonly allowedHosts: readonly string[];
  /** Whether the configuration, and not the operator, names further authorities. */
  readonly hasOwnAuthority: boolean;
}

/** A dead sensor must cost a plan seconds, not minutes: there is another one to try. */
const SENSOR_CONNECT_TIMEOUT_MS = 3_000;

/** @throws ConfigError `config.sensor`, `config.proxy_variable` */
export function openRoutes(target: RouteTarget, ways: Ways, parts: RouteParts): Routes {
  const { sensors } = ways;
  const routes =
    sensors.length === 0 ? [onlyRoute(target, ways)] : sensors.map((each) => routeBy(each, target, ways));
  return createRoutes(routes, parts);
}

/** @param targets every address that the sensors lead to */
export function checkSensors(
  { sensors, allowedHosts, hasOwnAuthority }: Ways,
  targets: readonly GoodUrl[],
): void {
  const origins = targets.map(({ origin }) => origin);
  const [fault] = judgeSensors(sensors, { targets: origins, allowedHosts, hasOwnAuthority });
  if (fault === undefined) return;
  throw new ConfigError(`use the sensors: ${fault.reason}`, {
    code: "config.sensor",
    path: "sensors",
    hint: fault.hint,
  });
}

function onlyRoute({ url, connections, tls }: RouteTarget, { proxyVariables }: Ways): Route {
  const proxy = proxyFromVariables(url.origin, proxyVariables) ?? undefined;
  const transport = createTransport({ origin: url.origin, connections, tls, proxy });
  return { name: null, transport, basePath: url.path };
}

function routeBy(
  sensor: Sensor,
  { url, isScm, connections, tls }: RouteTarget,
  { allowedHosts }: Ways,
): Route {
  const own = isScm && sensor.baseUrl !== undefined ? judgeBaseUrl(sensor.baseUrl, allowedHosts) : url;
  // Judged before; a refused one would have ended there.
  const { origin, path } = own.ok ? own : url;
  const authorities = [tls.ca, ownAuthorities(sensor)].filter((pem) => pem !== undefined);
  const transport = createTransport({
    origin,
    connections,
    tls: { ...tls, ca: authorities.length === 0 ? undefined : authorities.join("\n") },
    proxy: proxyOf(sensor),
    connectTimeoutMs: SENSOR_CONNECT_TIMEOUT_MS,
  });
  return { name: sensor.name, transport, basePath: path };
}

function ownAuthorities({ caCertificatesPem: pem }: Sensor): string | undefined {
  return pem === undefined ? undefined : readAuthorities("ca_certificates_pem", pem);
}
