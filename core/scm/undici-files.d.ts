/** Types for the files of undici that are loaded directly; undici declares them for its main file only. */
declare module "undici/lib/dispatcher/pool.js" {
  import type { Pool } from "undici";

  const PoolClass: new (origin: string, options?: Pool.Options) => Pool;
  export default PoolClass;
}

declare module "undici/lib/dispatcher/client.js" {
  import type { Client } from "undici";

  const ClientClass: new (origin: string, options?: Client.Options) => Client;
  export default ClientClass;
}

declare module "undici/lib/core/connect.js" {
  import type { buildConnector } from "undici";

  const build: (options?: buildConnector.BuildOptions) => buildConnector.connector;
  export default build;
}

declare module "undici/lib/api/index.js" {
  import type { Dispatcher } from "undici";

  const api: {
    request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
    connect(this: Dispatcher, options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>;
  };
  export default api;
}
