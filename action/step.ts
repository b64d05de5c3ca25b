import type { Clock } from "../core/index.ts";
import type { Variables } from "./inputs/connection.ts";
import type { Outlet } from "./outlet.ts";
import type { StepLog } from "./step-log.ts";
import type { Workspace } from "./workspace.ts";

/** What every command works with; the entry point makes it, so that nothing below reaches for the outside. */
export interface Step {
  readonly variables: Variables;
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** 0 up to 1, as Math.random. */
  readonly random: () => number;
  /** Fires when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly log: StepLog;
  readonly outlet: Outlet;
}
