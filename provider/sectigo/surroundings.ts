import type { Clock, EnvironmentVariables, Logger } from "../../core/index.ts";
import type { ReadFile } from "./settings.ts";

/** What the provider needs from the outside; the entry point hands over the real ones. */
export interface Surroundings {
  readonly variables: EnvironmentVariables;
  readonly readFile: ReadFile;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  /** Of this release, for the User-Agent. */
  readonly version: string;
}
