import type { Diagnostic } from "../framework/diagnostics.ts";

/** `terraform destroy` plans and refreshes first, so an error there would lock people in; this is the way out. */
const DESTROY_ANYWAY = "If this stops a destroy, run `destroy -refresh=false`.";

/** Ends an error of a plan with the way out; warnings stay as they are. */
export function withWayOut(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.severity !== "error") return diagnostic;
  return { ...diagnostic, detail: `${diagnostic.detail}\n\n${DESTROY_ANYWAY}` };
}
