/** Types for the two files of undici that are loaded directly; undici declares them for its main file only. */
declare module "undici/lib/dispatcher/pool.js" {
  import type { Pool } from "undici";

  const PoolClass: new (origin: string, options?: Pool.Options) => Pool;
  export default PoolClass;
}

declare module "undici/lib/api/index.js" {
  import type { Dispatcher } from "undici";

  const api: {
    request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  };
  export default api;
}
