import type { PrivateData } from "../../../framework/private.ts";
import type { Decision, Situation } from "./decision.ts";
import { readKept } from "./kept.ts";

type Seen = Pick<Situation, "changed" | "isOpen" | "current">;

/**
 * Adopting orders nothing: the plan that imports a certificate takes it over as it stands, whatever time or SCM have made
 * of it, so that an account is adopted before anything of it is paid for. The next plan decides as ever. What the user
 * changes in the same plan is the user's word, and counts.
 */
export function asTakenOver(
  decision: Decision,
  { changed, isOpen, current }: Seen,
  data: PrivateData,
): Decision {
  if (decision.act === "keep" || current === null || changed.length > 0 || isOpen) return decision;
  if (!readKept(data).isImported) return decision;
  return {
    act: "keep",
    note: {
      // Without a name: clients fold warnings of one summary, and there may be hundreds.
      summary: "Certificates are taken over as they stand; the next plan will do more",
      detail: `Certificate ${current.label}: ${reasonOf(decision)}. Importing it orders nothing and revokes nothing.`,
    },
  };
}

function reasonOf(decision: Exclude<Decision, { act: "keep" }>): string {
  switch (decision.act) {
    case "refuse":
      return decision.summary;
    case "await":
      return `it is ${decision.status}`;
    case "decideAtApply":
      return decision.note?.detail ?? "what is to be done is known only during an apply";
    default:
      return decision.because ?? "it is due";
  }
}
