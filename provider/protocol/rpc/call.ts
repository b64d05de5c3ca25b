import type { Log } from "../../framework/log.ts";
import type { ProviderServer } from "../../framework/server.ts";

/** What one RPC works with. `Api` does not matter at this level. */
export interface Call {
  readonly server: ProviderServer<unknown>;
  /** Aborts when the client cancels the call. */
  readonly signal: AbortSignal;
  readonly log: Log;
}
