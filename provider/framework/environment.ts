import type { Diagnostic } from "./diagnostics.ts";
import type { Log } from "./log.ts";

/** What one call works in: the connection (null while the provider's settings are unknown), its abort and its log. */
export interface Environment<Api> {
  readonly api: Api | null;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Anything thrown → a message for people. Never throws itself. */
  readonly explain: (thrown: unknown) => Diagnostic;
}

/** Environment of a call that needs the connection: it exists. */
export type Connected<Api> = Environment<Api> & { readonly api: Api };
