import { BugError, CancelledError, LoginError, SectigoError, StoreError } from "../../base/errors.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { ImportContext } from "./context.ts";

/**
 * `failed`: rows of the type are as old as before. `partial`: so is what its report adds to them. `slow`: read by a call
 * for each certificate, nothing is missing. `leaving`: rows that SCM no longer shows are kept, since they are too many. `long`:
 * rows of several megabytes are left out.
 */
export type GapKind = "failed" | "partial" | "slow" | "leaving" | "long";

/** One type could not be read, or not as usual; the others were. */
export interface ImportGap {
  readonly type: CertificateType;
  readonly kind: GapKind;
  readonly error: SectigoError;
}

/** Whether other types could be read all the same: what fails here is the sign-in, the store, the caller or ourselves. */
function endsAll(caught: unknown): boolean {
  const kinds = [LoginError, StoreError, CancelledError, BugError];
  return !(caught instanceof SectigoError) || kinds.some((kind) => caught instanceof kind);
}

interface FailedSource {
  /** Name that its coverage has. */
  readonly source: string;
  readonly type: CertificateType;
  readonly kind: GapKind;
}

/** Remembers that a source failed, so that later answers from the store say it too. @throws what ends all */
export async function noteFailure(
  context: ImportContext,
  { source, type, kind }: FailedSource,
  caught: unknown,
): Promise<ImportGap> {
  context.check();
  if (endsAll(caught)) throw caught;
  const error = SectigoError.from(caught);
  const at = context.clock.now();
  await context.session.fail(source, { at, code: error.code, why: error.message });
  return { type, kind, error };
}
