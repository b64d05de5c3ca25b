import type { Diagnostic } from "./diagnostics.ts";
import type { Log } from "./log.ts";

/** What one call works in: the connection (null while the provider's settings are unknown), its abort and its log. */
export interface Environment<Api> {
  readonly api: Api | null;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly explain: (thrown: unknown) => Diagnostic;
}
