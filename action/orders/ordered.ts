import type { Problem } from "../problem.ts";
import type { Outcome } from "./result.ts";

/** An order that stands, by this run or one before; what is left is to wait. */
export interface Ordered {
  readonly sslId: number;
  readonly outcome: Extract<Outcome, "enrolled" | "renewed" | "replaced">;
  /** Of the certificate that is replaced under the same id. */
  readonly formerSerial: string | null;
  /** Enrolled by this very run. */
  readonly isNew?: boolean;
  readonly problems: readonly Problem[];
}
