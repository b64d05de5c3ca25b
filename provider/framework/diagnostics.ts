import type { Path } from "./path.ts";

/** A message for the person who runs Terraform. `summary` is one line; `detail` says what was found and what to do next. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Absent: Terraform points at the whole block. */
  readonly path?: Path;
}

export function error(summary: string, detail: string, at?: Path): Diagnostic {
  return { severity: "error", summary, detail, ...(at && { path: at }) };
}

export function warning(summary: string, detail: string, at?: Path): Diagnostic {
  return { severity: "warning", summary, detail, ...(at && { path: at }) };
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
