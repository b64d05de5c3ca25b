import { quoted } from "../base/text.ts";
import { certificatesIn } from "./authorities.ts";
import { isListed, isLoopbackHost, judgeBaseUrl } from "./base-url.ts";
import { type ConnectProxy, judgeProxyUrl } from "./proxy.ts";

/** A named way out to SCM, by a proxy. */
export interface Sensor {
  readonly name: string;
  /** `http://10.0.0.1:3128`, or https for TLS to the proxy itself; without user and password. */
  readonly proxyUrl: string;
  readonly proxyUsername?: string | undefined;
  readonly proxyPassword?: string | undefined;
  /** SCM's address as seen from the proxy, where it differs. */
  readonly baseUrl?: string | undefined;
  /** Authorities trusted beside all others, for the proxy and for what lies behind it. */
  readonly caCertificatesPem?: string | undefined;
}

/** Members as users write them, the same in every front end: what is written for one serves for the other. */
export const SENSOR_MEMBERS = {
  name: "name",
  proxyUrl: "proxy_url",
  proxyUsername: "proxy_username",
  proxyPassword: "proxy_password",
  baseUrl: "base_url",
  caCertificatesPem: "ca_certificates_pem",
} as const satisfies Readonly<Record<keyof Sensor, string>>;

type WrittenSensor = {
  readonly [Member in (typeof SENSOR_MEMBERS)["name" | "proxyUrl"]]: string;
} & { readonly [Member in (typeof SENSOR_MEMBERS)[keyof Sensor]]?: string | null | undefined };

/** A sensor as it is written; members that are null are left out. */
export function sensorOf(written: WrittenSensor): Sensor {
  const {
    name,
    proxy_url: proxyUrl,
    proxy_username,
    proxy_password,
    base_url,
    ca_certificates_pem,
  } = written;
  return {
    ...{ name, proxyUrl, proxyUsername: proxy_username ?? undefined },
    ...{ proxyPassword: proxy_password ?? undefined, baseUrl: base_url ?? undefined },
    caCertificatesPem: ca_certificates_pem ?? undefined,
  };
}

/** What is wrong with one member of one sensor; `reason` is a sentence without its end. */
export interface SensorFault {
  readonly index: number;
  readonly member: keyof Sensor;
  readonly reason: string;
  readonly hint: string;
}

interface SensorContext {
  /** Addresses that are reached by the sensors: base and token URL. */
  readonly targets: readonly string[];
  /** As for `judgeHost`. */
  readonly allowedHosts: readonly string[];
  /** Whether the configuration names authorities for all ways; those of the operator do not count. */
  readonly hasOwnAuthority?: boolean | undefined;
}

/** The proxy of a sensor that was judged good. */
export function proxyOf({ proxyUrl, proxyUsername, proxyPassword }: Sensor): ConnectProxy {
  const { origin } = new URL(proxyUrl.trim());
  if (proxyUsername === undefined) return { origin, credentials: null };
  return { origin, credentials: { username: proxyUsername, password: proxyPassword ?? "" } };
}

/** Judges all sensors; the first fault of each sensor is told. */
export function judgeSensors(sensors: readonly Sensor[], context: SensorContext): readonly SensorFault[] {
  return sensors.flatMap((sensor, index) => {
    const isTwice = sensors.findIndex(({ name }) => name === sensor.name) < index;
    const fault =
      judgeName(sensor.name, isTwice) ??
      judgeProxy(sensor) ??
      judgeAddress(sensor, context) ??
      judgeAuthorities(sensor) ??
      judgeTrust(sensor, context);
    return fault === null ? [] : [{ index, ...fault }];
  });
}

type Fault = Omit<SensorFault, "index">;

function judgeName(name: string, isTwice: boolean): Fault | null {
  if (isTwice) {
    const hint = "Give each sensor a name of its own.";
    return { member: "name", reason: `two sensors are called ${quoted(name)}`, hint };
  }
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) return null;
  return {
    member: "name",
    reason: `${quoted(name)} is not a name for a sensor`,
    hint: "Use 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or digit.",
  };
}

/** A control character would end the header; a colon, the user name. Source: RFC 7617 §2. */
const USERNAME = /^[^:\p{Cc}]+$/u;
const PASSWORD = /^[^\p{Cc}]*$/u;

function judgeProxy({ name, proxyUrl, proxyUsername, proxyPassword }: Sensor): Fault | null {
  const verdict = judgeProxyUrl(proxyUrl);
  if (!verdict.ok) {
    return {
      member: "proxyUrl",
      reason: `the proxy's address of sensor ${quoted(name)} ${verdict.reason}`,
      hint: verdict.hint,
    };
  }
  if (verdict.url.username !== "" || verdict.url.password !== "") {
    return {
      member: "proxyUrl",
      reason: `the proxy's address of sensor ${quoted(name)} contains a user name or password`,
      hint: "Give them as proxy_username and proxy_password.",
    };
  }
  const wrong =
    proxyPassword !== undefined && proxyUsername === undefined
      ? "has a proxy_password without a proxy_username"
      : !USERNAME.test(proxyUsername ?? "none")
        ? "has a proxy_username that is empty or holds a colon or a control character"
        : !PASSWORD.test(proxyPassword ?? "")
          ? "has a proxy_password that holds a control character"
          : null;
  if (wrong === null) return null;
  return {
    member: "proxyUsername",
    reason: `sensor ${quoted(name)} ${wrong}`,
    hint: "Correct the credentials.",
  };
}

function judgeAddress({ name, baseUrl }: Sensor, { allowedHosts }: SensorContext): Fault | null {
  if (baseUrl === undefined) return null;
  const verdict = judgeBaseUrl(baseUrl, allowedHosts);
  if (verdict.ok) return null;
  const reason = `base_url of sensor ${quoted(name)} is refused: ${verdict.reason}`;
  return { member: "baseUrl", reason, hint: verdict.hint };
}

function judgeAuthorities({ name, caCertificatesPem }: Sensor): Fault | null {
  if (caCertificatesPem === undefined) return null;
  if (certificatesIn(caCertificatesPem).length > 0) return null;
  return {
    member: "caCertificatesPem",
    reason: `ca_certificates_pem of sensor ${quoted(name)} holds no certificate`,
    hint: "Give certificates as PEM, one after the other.",
  };
}

/**
 * A proxy is a stranger's machine, and sees TLS only. Two settings would show it the credentials all the same: an
 * authority of its own, and an address of "this machine", which at the proxy is the proxy's. A checked-out repository may
 * set both, so the operator must have listed the proxy.
 */
function judgeTrust(
  sensor: Sensor,
  { targets, allowedHosts, hasOwnAuthority = false }: SensorContext,
): Fault | null {
  const proxy = new URL(sensor.proxyUrl.trim());
  if (isLoopbackHost(proxy.hostname) || isListed(proxy, allowedHosts)) return null;
  const reached = sensor.baseUrl === undefined ? targets : [...targets, sensor.baseUrl];
  const isInward = reached.some((target) => isLoopbackHost(new URL(target).hostname));
  if (!isInward && !hasOwnAuthority && sensor.caCertificatesPem === undefined) return null;
  const why = isInward
    ? "this machine's own address, asked for by it, would be the proxy itself"
    : "with an authority of its own it could read the credentials";
  return {
    member: "proxyUrl",
    reason: `sensor ${quoted(sensor.name)} may not use the proxy ${quoted(proxy.host)}: ${why}`,
    hint: "If it may read the credentials, list its host in the environment variable SECTIGO_ALLOWED_HOSTS.",
  };
}
