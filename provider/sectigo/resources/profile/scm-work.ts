import type { WaitOptions } from "../../../../core/index.ts";
import type { Connection } from "../../connection.ts";

/** What SCM calls work with. */
export interface ScmWork {
  readonly api: Connection;
  readonly wait: WaitOptions;
}
