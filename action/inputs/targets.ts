import { MOST_PER_RUN, REVOCATION_REASONS, type RevocationReason } from "../../core/index.ts";
import { inputFault, listOf, type ReadInput, textOrNull, wholeNumber, wordOf } from "./forms.ts";

/** Records that SCM has, for the commands that work on them. */
export interface TargetInputs {
  readonly sslIds: readonly number[];
  readonly reason: RevocationReason;
  /** Kept by SCM with the revocation. */
  readonly reasonText: string | null;
  /** More revocations than this in one run are refused before the first. */
  readonly maxRevocations: number;
}

const REASONS = Object.keys(REVOCATION_REASONS) as [RevocationReason, ...RevocationReason[]]; // the record's own keys
const USUAL_REASONS = ["cessation_of_operation", ...REASONS] as const;

export function readTargets(read: ReadInput): TargetInputs {
  return {
    sslIds: [...new Set(listOf(read, "ssl-id").map(idOf))],
    // Both spellings: SCM's profiles and our Terraform provider use underscores, inputs of actions hyphens.
    reason: wordOf((name) => read(name).replaceAll("-", "_"), "reason", USUAL_REASONS),
    reasonText: textOrNull(read, "reason-text"),
    maxRevocations: wholeNumber(read, "max-revocations", 0) ?? MOST_PER_RUN.revocations,
  };
}

function idOf(text: string): number {
  const id = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id;
  throw inputFault("ssl-id", `${JSON.stringify(text)} is not an id`, "Give SCM's ids (sslId), one per line.");
}
