import type { buildConnector, Client as ClientType, Dispatcher, Pool as PoolType } from "undici";
// The package's main file loads mocks, caches and proxies too and costs 54 ms; these files cost 28 ms (measured).
import api from "undici/lib/api/index.js";
import build from "undici/lib/core/connect.js";
import ClientClass from "undici/lib/dispatcher/client.js";
import PoolClass from "undici/lib/dispatcher/pool.js";

/** One origin's connections. */
export type Pool = PoolType;
export type PoolOptions = PoolType.Options;
type RequestOptions = Dispatcher.RequestOptions;
export type ResponseData = Dispatcher.ResponseData;
/** Opens one connection, TLS included, and hands it over by callback. */
export type Connector = buildConnector.connector;
export type ConnectorOptions = buildConnector.BuildOptions;
export type ConnectorTarget = buildConnector.Options;
export type Tunnel = Dispatcher.ConnectData;

/** Makes a pool; undici's main file would do the same, and load much that we never use. */
export function createPool(origin: string, options: PoolOptions): Pool {
  return new PoolClass(origin, options);
}

/** A single connection, for one exchange with a proxy. */
export function createClient(origin: string, options: ClientType.Options): ClientType {
  return new ClientClass(origin, options);
}

export function createConnector(options: ConnectorOptions): Connector {
  return build(options);
}

/** `pool.request`, which exists on the prototype only once undici's main file is loaded. */
export function request(pool: Pool, options: RequestOptions): Promise<ResponseData> {
  return api.request.call(pool, options);
}

/** `client.connect`, likewise: asks a proxy for a tunnel. */
export function openTunnel(client: ClientType, options: Dispatcher.ConnectOptions): Promise<Tunnel> {
  return api.connect.call(client, options);
}
