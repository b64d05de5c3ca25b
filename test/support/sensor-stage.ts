import type { LogFields } from "../../core/base/log.ts";
import { createScmClient, type ScmClientOptions } from "../../core/scm/client.ts";
import type { Sensor } from "../../core/scm/sensors.ts";
import type { TestScm } from "../fake-scm/testing.ts";
import { type ProxyWishes, startProxy, type TestProxy } from "./proxies.ts";
import { steppingClock } from "./stepping-clock.ts";

export interface SensorChoices {
  readonly proxies?: readonly ProxyWishes[];
  readonly sensor?: Partial<Sensor>;
  readonly options?: Partial<ScmClientOptions>;
}

/** A client behind real proxies in processes of their own, called `dc1`, `dc2` …, before a fake SCM that speaks TLS. */
export async function sensorStage(
  scm: TestScm,
  { proxies = [{}, {}], sensor = {}, options = {} }: SensorChoices = {},
) {
  await scm.control.clearRequests();
  await scm.control.clearFaults();
  const started = await Promise.all(proxies.map((wishes) => startProxy(wishes)));
  const clock = steppingClock(new Date("2026-03-16T10:00:00Z"));
  const lines: string[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push(JSON.stringify([message, fields]));
  const client = createScmClient({
    baseUrl: scm.apiUrl,
    login: {
      kind: "password",
      username: scm.username,
      password: scm.password,
      customerUri: scm.customerUri,
    },
    sensors: started.map(({ url }, index) => ({
      name: `dc${index + 1}`,
      proxyUrl: url,
      caCertificatesPem: scm.caPem,
      ...sensor,
    })),
    log: { trace: note, debug: note, info: note, warn: note, error: note },
    random: () => 0,
    clock,
    ...options,
  });
  return {
    ...{ client, clock, lines, proxies: started },
    /** Whether each was asked for a tunnel; how many tunnels a pool opens is its own business. */
    used: () => started.map(({ tunnels }) => tunnels.length > 0),
    counts: () => started.map(({ tunnels }) => tunnels.length),
    async [Symbol.asyncDispose]() {
      await client.close();
      await Promise.all(started.map((proxy) => proxy.kill()));
    },
  };
}

/** The proxy of `dc<number>`. */
export function proxyOf({ proxies }: { readonly proxies: readonly TestProxy[] }, number: number): TestProxy {
  const proxy = proxies[number - 1];
  if (proxy === undefined) throw new Error(`there is no proxy ${number}`);
  return proxy;
}
